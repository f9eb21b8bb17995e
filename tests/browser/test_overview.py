"""总览: from a headline figure to its sentence, its series, its issue."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched
from tests.browser.reader import PANEL, expect_query, query

pytestmark = pytest.mark.browser


def test_a_headline_figure_leads_to_its_sentence(watched: Watched) -> None:
    page = watched.open("")
    tile = page.locator(".tile").first
    expect(tile).to_contain_text("利润总额同比增速")
    said = (tile.locator(".figure-link").text_content() or "").strip("−%")
    tile.locator(".figure-link").click()
    expect(page.locator(f"{PANEL} .sentence mark")).to_contain_text(said)


def test_a_sparkline_says_what_it_shows(watched: Watched) -> None:
    page = watched.open("")
    picture = page.locator(".tile img").first
    assert "期" in (picture.get_attribute("alt") or "")
    assert picture.evaluate("one => one.naturalWidth") > 0


def test_a_tile_leads_to_its_series(watched: Watched) -> None:
    page = watched.open("")
    page.locator(".tile").first.get_by_role("link", name="看走势").click()
    expect(page.locator("#graph-series .main-svg").first).to_be_visible()
    expect_query(page, {"plot": ["利润总额"], "figure": ["growth-yoy"]})


def test_what_is_new_comes_from_the_latest_issue(watched: Watched) -> None:
    page = watched.open("")
    expect(page.locator("#overview-new")).to_contain_text("《样例电子报》2025年7月1日")
    page.locator("#overview-new .figure-link", has_text="7.2%").first.click()
    expect(page.locator(f"{PANEL} .facts")).to_contain_text("样例电子报")


def test_freshness_is_said_in_words_and_leads_to_the_issue(watched: Watched) -> None:
    page = watched.open("")
    expect(page.locator("#overview-freshness")).to_contain_text("天没有新一期")
    page.locator("#overview-freshness a").first.click()
    expect(page.locator(".masthead")).to_contain_text("《样例电子报》")


def test_an_issue_of_the_list_opens(watched: Watched) -> None:
    page = watched.open("")
    page.locator(".issue-list a").nth(1).click()
    expect(page.locator(".sheet .claim").first).to_be_visible()
    assert query(page)["issue"][0].startswith("样例工业报-2020")


def test_a_filter_holds_for_the_overview_too(watched: Watched) -> None:
    page = watched.open("?asof=2019-06-30")
    expect(page.locator(".tile").first).to_contain_text("2019年1—5月")
