"""行业: heatmap, ranking, drill-down, contributions; every mark leads to its sentence."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched
from tests.browser.reader import PANEL, choose, click_bar, expect_parameter, query
from tests.dashboard.printed_issues import growth

pytestmark = pytest.mark.browser

PERIOD = "2025-01-01_2025-05-31"
MAY = "2019-01-01_2019-05-31"


def test_one_figure_printed_three_times_is_one_bar_and_its_statements_open_each_other(watched: Watched) -> None:
    page = watched.open(f"sectors?period={PERIOD}")
    expect(page.locator("#graph-ranking .bars .point", has_text="7.2%")).to_have_count(1)
    click_bar(page, "7.2%")
    first = page.locator(f"{PANEL} .sentence")
    expect(first).to_be_in_viewport()  # however far down the bar is
    said = first.text_content()
    page.locator(f"{PANEL} .statement").last.click()
    expect(first).not_to_have_text(said or "")
    expect(page.locator(f"{PANEL} .statement")).to_have_count(2)


def test_bounds_targets_and_falls_can_be_told_apart(watched: Watched) -> None:
    page = watched.open(f"sectors?period={PERIOD}")
    labels = page.locator("#graph-ranking .bartext").all_text_contents()
    assert {">30%", "≈11%", "≥10%", "<−5%", "7.2%"} == set(labels)
    expect(page.locator("#graph-ranking .textpoint")).to_have_text("◇≥9%")
    aria = page.locator("#figure-ranking").get_attribute("aria-label") or ""
    assert "单位：%" in aria


def test_a_cell_of_the_heatmap_leads_to_its_sentence(watched: Watched) -> None:
    page = watched.open(f"sectors?period={MAY}")
    value = f"{growth('采矿业', 5):g}"
    drag = page.locator("#graph-heatmap .nsewdrag").first
    place = page.evaluate(
        "() => { const gd = document.querySelector('#graph-heatmap .js-plotly-plot');"
        " const names = gd.layout.yaxis.ticktext; const row = names.findIndex((n) => n.trim() === '采矿业');"
        " const x = gd._fullLayout.xaxis, y = gd._fullLayout.yaxis;"
        " return [x.l2p(gd.layout.xaxis.ticktext.indexOf('1—5月<br>2019')), y.l2p(row)]; }"
    )
    drag.hover(position={"x": place[0], "y": place[1]})
    expect(page.locator("#graph-heatmap .hovertext")).to_contain_text("采矿业")  # plotly clicks what it hovers
    drag.click(position={"x": place[0], "y": place[1]})
    expect(page.locator(f"{PANEL} .sentence mark")).to_have_text(f"{value}%")
    expect(page.locator(f"{PANEL} .sentence")).to_contain_text("采矿业")


def test_a_blank_cell_leads_nowhere_and_is_said_to_be_no_zero(watched: Watched) -> None:
    page = watched.open("sectors")
    expect(page.locator("#graph-heatmap")).to_contain_text("空白表示报纸未报道，不是零")
    cells = page.evaluate(
        "() => { const trace = document.querySelector('#graph-heatmap .js-plotly-plot').data[0];"
        " return trace.z.flatMap((row, i) => row.map((z, j) => [z, trace.text[i][j], trace.customdata[i][j]])); }"
    )
    blank = [(words, claim) for value, words, claim in cells if value is None]
    assert len(cells) > len(blank)
    assert set(blank) <= {("", "")}


def test_the_keyboard_reaches_every_mark_through_the_table_under_the_chart(watched: Watched) -> None:
    page = watched.open(f"sectors?period={PERIOD}")
    table = page.locator(".chart-ranking .chart-table")
    table.locator("summary").focus()
    page.keyboard.press("Enter")
    button = table.locator(".figure-link", has_text="7.2%")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{PANEL} .sentence mark")).to_have_text("7.2%")
    page.keyboard.press("Escape")
    expect(page.locator(f"{PANEL} mark")).to_have_count(0)


def test_the_tree_opens_downwards_and_back(watched: Watched) -> None:
    page = watched.open(f"sectors?period={MAY}")
    page.locator("#sectors-drill").get_by_role("button", name="采矿业", exact=True).click()
    expect(page.locator("#graph-ranking .bars .point")).to_have_count(3)
    expect_parameter(page, "within", ["采矿业"])
    expect(page.locator(".crumbs [aria-current]")).to_have_text("采矿业")
    page.locator(".crumbs").get_by_role("button", name="全部行业").click()
    expect(page.locator("#graph-ranking .bars .point")).to_have_count(24)
    page.go_back()
    expect(page.locator("#graph-ranking .bars .point")).to_have_count(3)


def test_steps_walk_through_the_periods(watched: Watched) -> None:
    page = watched.open(f"sectors?period={PERIOD}")
    expect(page.locator("#graph-ranking")).to_contain_text("2025年1—5月")
    page.locator("#step-earlier").click()
    expect(page.locator("#graph-ranking")).to_contain_text("2019年 · 单位：%")
    page.locator("#step-later").click()
    expect(page.locator("#graph-ranking")).to_contain_text("2025年1—5月")


def test_contributions_lead_to_their_sentence_and_the_rest_is_named(watched: Watched) -> None:
    page = watched.open(f"sectors?period={MAY}")
    expect(page.locator("#graph-waterfall")).to_contain_text("未分行业报道的部分")
    page.locator("#graph-waterfall .bars .point path").first.click(force=True)
    expect(page.locator(f"{PANEL} .sentence mark")).to_have_text("1.4个百分点")


def test_the_measure_is_explained_where_it_is_chosen(watched: Watched) -> None:
    page = watched.open("sectors")
    expect(page.locator("#sectors-help")).to_contain_text("同比：与上年同一时期相比")
    choose(page, "figure", "占比", of="sectors")
    expect(page.locator("#sectors-help")).to_contain_text("占比：部分占总体的百分数")
    page.locator(".chart-heatmap .explanation summary").click()
    expect(page.locator(".chart-heatmap .explanation")).to_contain_text("颜色以零为中心")


def test_nothing_found_is_said_and_never_drawn_as_zero(watched: Watched) -> None:
    page = watched.open("sectors?q=没有这样的字词")
    for chart in ("heatmap", "ranking", "waterfall"):
        expect(page.locator(f"#graph-{chart}")).to_contain_text("报纸未报道")
        assert page.locator(f"#graph-{chart} .xtick").count() == 0


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_a_chart_is_saved_as_an_image_with_its_source(watched: Watched, kind: str) -> None:
    page = watched.open(f"sectors?period={MAY}")
    with page.expect_download() as download:
        page.locator(f".chart-ranking [data-save='{kind}']").click()
    assert download.value.suggested_filename == f"baoshu-ranking.{kind}"
    data = download.value.path().read_bytes()
    if kind == "png":
        assert data.startswith(b"\x89PNG")
    else:
        drawn = data.decode()
        for words in ("利润总额同比增速：分行业", "单位：%", "来源：《样例工业报》"):
            assert words in drawn


def test_a_phone_reads_the_charts_without_scrolling_sideways(phone: Watched) -> None:
    page = phone.open(f"sectors?period={PERIOD}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    panel = page.locator("#source-panel")
    expect(panel).to_be_hidden()
    expect(page.locator("#filters")).not_to_have_attribute("open", "")
    click_bar(page, "7.2%")
    expect(panel).to_be_visible()
    expect(page.locator("#panel-close")).to_be_focused()
    expect(panel.locator(".sentence mark")).to_be_visible()
    box = panel.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["width"] <= 390
    page.locator("#panel-close").click()
    expect(panel).to_be_hidden()
    assert "claim" not in query(page)


def test_a_tablet_gets_the_drawer_too(tablet: Watched) -> None:
    page = tablet.open(f"sectors?period={PERIOD}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 900
    click_bar(page, "7.2%")
    expect(page.locator("#source-panel")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator("#source-panel")).to_be_hidden()
