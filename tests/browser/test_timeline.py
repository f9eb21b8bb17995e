"""时间: series, targets, bounds, what was restated, what could be known on a day."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watched
from tests.browser.reader import PANEL, choose, expect_parameter, expect_query

pytestmark = pytest.mark.browser

GRAPH = "#graph-series"


def traces(page: Page, part: str) -> list[object]:
    found: list[object] = page.evaluate(
        f"() => document.querySelector('{GRAPH} .js-plotly-plot').data.map((trace) => trace.{part})"
    )
    return found


def test_a_point_leads_to_its_sentence(watched: Watched) -> None:
    page = watched.open("timeline?whose=纺织业")
    page.locator(f"{GRAPH} .points path.point").last.click(force=True)
    expect(page.locator(f"{PANEL} .sentence mark")).to_be_visible()
    expect(page.locator(f"{PANEL} .what")).to_contain_text("纺织业")


def test_several_sectors_are_compared(watched: Watched) -> None:
    page = watched.open("timeline?whose=纺织业")
    choose(page, "whose", "采矿业", of="timeline")
    expect(page.locator(f"{GRAPH} .legendtext")).to_have_count(2)
    expect_parameter(page, "whose", ["纺织业", "采矿业"])


def test_several_indicators_are_told_apart_and_months_stay_apart_from_totals(watched: Watched) -> None:
    page = watched.open("timeline")
    choose(page, "plot", "增加值", of="timeline")
    expect(page.locator(f"{GRAPH} .legendtext").first).to_contain_text("利润总额")
    expect(page.locator(f"{GRAPH} .legendtext").last).to_have_text("工业·增加值")
    expect(page.locator(GRAPH)).to_contain_text("年初累计")
    expect(page.locator(GRAPH)).to_contain_text("当月")
    expect_parameter(page, "plot", ["利润总额", "增加值"])


def test_a_target_is_an_open_diamond_on_a_dashed_path(watched: Watched) -> None:
    page = watched.open("timeline?whose=装备制造业")
    assert "dash" in traces(page, "line && trace.line.dash")
    assert any("diamond-open" in (one if isinstance(one, list) else [one]) for one in traces(page, "marker.symbol"))
    expect(page.locator(GRAPH)).to_contain_text("◇≥9%")


def test_a_statement_at_odds_is_drawn_hollow_and_leads_to_its_own_sentence(watched: Watched) -> None:
    page = watched.open("timeline?whose=纺织业")
    assert ["x-thin-open"] in traces(page, "marker.symbol")
    page.locator(".chart-series .chart-table summary").click()
    page.locator(".chart-series tr", has_text="相左").locator(".figure-link").click()
    expect(page.locator(f"{PANEL} .facts")).to_contain_text("样例工业报")
    expect(page.locator(f"{PANEL} .tag-contradicts, {PANEL} .tag").first).to_be_visible()


def test_as_of_an_issue_date_later_statements_are_unknown(watched: Watched) -> None:
    page = watched.open("timeline?whose=工业")
    whole = len(str(traces(page, "x")))
    page.locator("#control-asof").fill("2019-06-30")
    expect(page.locator("#figure-series")).to_have_attribute("aria-label", re.compile("截至出版日 2019-06-30"))
    expect_parameter(page, "asof", ["2019-06-30"])
    assert len(str(traces(page, "x"))) < whole


def test_levels_have_an_axis_in_the_reader_s_magnitudes(watched: Watched) -> None:
    page = watched.open("timeline")
    choose(page, "figure", "水平", of="timeline")
    expect(page.locator(GRAPH)).to_contain_text("单位：元")
    expect(page.locator(GRAPH)).to_contain_text("万亿")
    expect_query(page, {"figure": ["level"]})


def test_the_tooltip_has_the_printed_form_beside_the_value(watched: Watched) -> None:
    page = watched.open("timeline?figure=level")
    hovers = str(traces(page, "hovertext"))
    assert "原文数字“25000亿元”" in hovers
    assert "规范值 2.5万亿元" in hovers


def test_another_indicator_clears_what_no_longer_fits(watched: Watched) -> None:
    page = watched.open("timeline?whose=纺织业&figure=growth-yoy")
    choose(page, "plot", "增加值", of="timeline")
    expect_query(page, {"plot": ["利润总额", "增加值"]})


def test_a_phone_shows_the_series(phone: Watched) -> None:
    page = phone.open("timeline")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.locator(f"{GRAPH} .points path").first).to_be_attached()
