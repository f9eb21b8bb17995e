"""The page as a reader uses it: from a filter to the highlighted sentence to the CSV, on wide screens and phones."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from dashboard.view import MAX_QUERY
from etl.schema import CLAIMS
from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser

PERIOD = "2025-01-01_2025-05-31"
COUNT = "#count"


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def choose(page: Page, parameter: str, option: str) -> None:
    """Picks an option of a control as a reader does: types a part of it and takes it from the list."""
    box = page.locator(f"#control-{parameter}")
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option).first.click()


def click_bar(page: Page, label: str) -> None:
    """Clicks the bar whose value label is the one given."""
    text = page.locator("#graph-ranking .bars .point", has_text=label).first
    text.locator("path").click(force=True)


def rows(page: Page) -> int:
    return page.locator("#grid .ag-row[row-id]").count()


def test_from_filter_to_sentence_to_csv(watched: Watched, tmp_path: Path) -> None:
    page = watched.open()
    expect(page.locator(COUNT)).to_contain_text("共 323 条")
    choose(page, "sector", "装备制造业")
    expect(page.locator(COUNT)).not_to_contain_text("共 323 条")
    page.locator("#control-q").fill("压舱石")
    expect(page.locator(COUNT)).to_contain_text("共 1 条数字，来自 1 个句子、1 期报纸")
    assert query(page) == {"sector": ["装备制造业"], "q": ["压舱石"]}
    expect(page.locator("#grid .ag-row[row-id]")).to_have_count(1)

    click_bar(page, "7.2%")
    panel = page.locator("#panel")
    expect(panel.locator(".sentence mark strong")).to_have_text("7.2%")
    expect(panel.locator(".sentence")).to_have_text("装备制造业“压舱石”作用凸显。其利润增长7.2%。")
    expect(panel.locator(".snippet mark")).to_have_text("7.2%")
    for words in ("样例电子报", "2025年7月1日", "第1版", "总第4044期", "来源第"):
        expect(panel).to_contain_text(words)
    # the two other places where the paper prints the figure, filtered out or not
    expect(panel.locator(".statement")).to_have_count(2)
    expect(panel.locator(".tag-agrees")).to_have_count(2)

    with page.expect_download() as download:
        page.locator("#download").click()
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    data = saved.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    lines = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert list(lines[0]) == CLAIMS.names
    assert [line["sentence"] for line in lines] == ["装备制造业“压舱石”作用凸显。其利润增长7.2%。"]
    assert lines[0]["claim_id"] == query(page)["claim"][0]


def test_one_figure_printed_three_times_is_one_bar_and_its_statements_open_each_other(watched: Watched) -> None:
    page = watched.open(f"?period={PERIOD}")
    expect(page.locator("#graph-ranking .bars .point", has_text="7.2%")).to_have_count(1)
    click_bar(page, "7.2%")
    first = page.locator("#panel .sentence")
    expect(first).to_be_visible()
    said = first.text_content()
    page.locator("#panel .statement").last.click()
    expect(first).not_to_have_text(said or "")
    expect(page.locator("#panel .statement")).to_have_count(2)


def test_bounds_targets_and_falls_can_be_told_apart(watched: Watched) -> None:
    page = watched.open(f"?period={PERIOD}")
    labels = page.locator("#graph-ranking .bartext").all_text_contents()
    assert {">30%", "≈11%", "≥10%", "<−5%", "7.2%"} == set(labels)
    expect(page.locator("#graph-ranking .textpoint")).to_have_text("◇≥9%")
    aria = page.locator("#figure-ranking").get_attribute("aria-label") or ""
    assert "单位：%" in aria


def test_back_and_forward_restore_filter_charts_and_source(watched: Watched) -> None:
    page = watched.open()
    choose(page, "status", "目标")
    expect(page.locator(COUNT)).to_contain_text("共 2 条")
    page.locator("#grid .ag-row[row-id]").first.click()
    expect(page.locator("#panel mark").first).to_be_visible()
    page.go_back()
    expect(page.locator("#panel")).to_contain_text("点图上的一个标记")
    expect(page.locator(COUNT)).to_contain_text("共 2 条")
    page.go_back()
    expect(page.locator(COUNT)).to_contain_text("共 323 条")
    expect(page.locator(".control-status .mantine-Pill-root")).to_have_count(0)
    page.go_forward()
    expect(page.locator(COUNT)).to_contain_text("共 2 条")
    expect(page.locator(".control-status")).to_contain_text("目标")
    page.go_forward()
    expect(page.locator("#panel mark").first).to_be_visible()


def test_a_link_opens_the_same_view(watched: Watched) -> None:
    page = watched.open("?indicator=增加值&from=2019-05&to=2019-08&plot=增加值")
    expect(page.locator(COUNT)).to_contain_text("共 4 条")
    expect(page.locator(".control-indicator")).to_contain_text("增加值")
    expect(page.locator("#control-from")).to_have_value("2019-05")
    expect(page.locator("#graph-series")).to_contain_text("当月")


def test_what_the_address_gets_wrong_is_named_and_ignored(watched: Watched) -> None:
    page = watched.open("?sector=没有这个行业&colour=red")
    expect(page.locator("#notice")).to_contain_text("没有这个行业")
    expect(page.locator("#notice")).to_contain_text("colour")
    expect(page.locator(COUNT)).to_contain_text("共 323 条")


def test_a_claim_outside_the_filter_says_so(watched: Watched) -> None:
    page = watched.open()
    page.locator("#grid .ag-row[row-id]").first.click()
    expect(page.locator("#panel mark").first).to_be_visible()
    choose(page, "kind", "技术")
    expect(page.locator("#panel .warning")).to_contain_text("当前筛选不包含这条数字")
    page.locator("#reset").click()
    expect(page.locator("#panel .warning")).to_have_count(0)


def test_a_permalink_opens_the_source_and_an_unknown_one_says_so(watched: Watched) -> None:
    page = watched.open()
    claim = page.locator("#grid .ag-row[row-id]").first.get_attribute("row-id")
    watched.open(f"?claim={claim}")
    expect(page.locator("#panel mark").first).to_be_visible()
    watched.open("?claim=0000000000")
    expect(page.locator("#panel .warning")).to_contain_text("0000000000")


def test_the_keyboard_alone_leads_to_the_source(watched: Watched) -> None:
    page = watched.open()
    expect(page.locator("#grid .ag-row[row-id]").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.locator("#grid .ag-header-cell").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#panel mark").first).to_be_visible()
    opened = query(page)["claim"][0]
    assert page.locator("#grid .ag-row.open-row").get_attribute("row-id") == opened
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_contain_text("点图上的一个标记")
    assert "claim" not in query(page)


def test_the_table_reaches_every_row_and_sorts_on_the_server(watched: Watched) -> None:
    page = watched.open()
    expect(page.locator("#grid .ag-row[row-id]").first).to_be_visible()
    page.evaluate("window.dash_ag_grid.getApi('grid').ensureIndexVisible(322)")
    expect(page.locator('#grid .ag-row[row-index="322"][row-id]')).to_be_visible()
    page.evaluate("window.dash_ag_grid.getApi('grid').ensureIndexVisible(0)")
    page.locator('#grid .ag-header-cell[col-id="value"]').click()
    expect(page.locator('#grid .ag-row[row-index="0"] [col-id="value"]')).to_have_text("−40.5%")


def test_steps_walk_through_the_periods(watched: Watched) -> None:
    page = watched.open(f"?period={PERIOD}")
    expect(page.locator("#graph-ranking")).to_contain_text("2025年1—5月")
    page.locator("#step-earlier").click()
    expect(page.locator("#graph-ranking")).to_contain_text("2019年 · 单位：%")
    page.locator("#step-later").click()
    expect(page.locator("#graph-ranking")).to_contain_text("2025年1—5月")


def test_charts_follow_the_chosen_measure(watched: Watched) -> None:
    page = watched.open()
    page.locator("#control-figure").click()
    page.get_by_role("option", name="水平").click()
    expect(page.locator("#graph-series")).to_contain_text("单位：元")
    expect(page.locator("#graph-series")).to_contain_text("万亿")
    assert query(page) == {"figure": ["level"]}


def test_nothing_found_is_said_and_never_drawn_as_zero(watched: Watched) -> None:
    page = watched.open("?q=没有这样的字词")
    expect(page.locator("#graph-ranking")).to_contain_text("报纸未报道")
    expect(page.locator("#graph-series")).to_contain_text("报纸未报道")
    expect(page.locator("#grid")).to_contain_text("报纸未报道")
    assert page.locator("#graph-ranking .xtick").count() == 0


def test_a_citation_is_copied(watched: Watched) -> None:
    page = watched.open("?q=压舱石")
    page.locator("#grid .ag-row[row-id]").first.click()
    page.get_by_role("button", name="复制引文").click()
    expect(page.locator("#copied")).to_have_text("已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "装备制造业利润增长较快[N]. 样例电子报, 2025-07-01(1)."


def test_the_page_speaks_english(watched: Watched) -> None:
    page = watched.open("?kind=technical")
    page.locator("#other-language").click()
    expect(page.locator(COUNT)).to_contain_text("1 claims from 1 sentences")
    assert query(page) == {"kind": ["technical"], "lang": ["en"]}


def test_phone_opens_the_source_as_a_drawer(phone: Watched) -> None:
    page = phone.open(f"?period={PERIOD}")
    panel = page.locator("#source-panel")
    expect(panel).to_be_hidden()
    expect(page.locator("#filters")).not_to_have_attribute("open", "")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.locator("#grid .ag-row[row-id]").first).to_be_visible()
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


def test_an_endless_address_is_refused_politely(watched: Watched) -> None:
    page = watched.open("?q=" + "a" * MAX_QUERY)
    expect(page.locator("#notice")).to_contain_text("过长")
