"""原文: whole issues with every number marked; click and select in both directions."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched
from tests.browser.reader import PANEL, query

pytestmark = pytest.mark.browser

FRONT = "issues?issue=样例电子报-2025-07-01"
OPEN = ".sheet .claim[aria-current='location']"


def test_from_the_list_to_an_issue_and_back(watched: Watched) -> None:
    page = watched.open("issues")
    expect(page.locator("#issue-view")).to_contain_text("共 13 期")
    page.get_by_role("link", name="《样例电子报》2025年7月1日").click()
    expect(page.locator(".masthead")).to_contain_text("总第4044期")
    assert page.locator(".sheet .claim").count() == 11
    page.get_by_role("link", name="全部各期").click()
    expect(page.locator("#issue-view")).to_contain_text("共 13 期")


def test_a_number_in_the_text_opens_its_source_and_is_marked(watched: Watched) -> None:
    page = watched.open(FRONT)
    page.locator(".sheet .claim", has_text="6000万户").click()
    expect(page.locator(f"{PANEL} .big")).to_have_text(">6000万户")
    expect(page.locator(OPEN)).to_have_text("6000万户")
    expect(page.locator("#numbers [aria-current='location']")).to_contain_text("6000万户")


def test_a_number_in_the_list_is_marked_in_the_text(watched: Watched) -> None:
    page = watched.open(FRONT)
    page.locator("#numbers .number-item", has_text="3毫米").click()
    expect(page.locator(OPEN)).to_have_text("3毫米")
    expect(page.locator(OPEN)).to_be_in_viewport()


def test_another_statement_in_the_panel_moves_the_mark(watched: Watched) -> None:
    page = watched.open(FRONT)
    page.locator(".sheet .claim", has_text="7.2%").first.click()
    expect(page.locator(f"{PANEL} .statement")).to_have_count(2)
    before = query(page)["claim"]
    page.locator(f"{PANEL} .statement").first.click()
    expect(page.locator(OPEN)).to_have_count(1)
    assert query(page)["claim"] != before


def test_kinds_differ_in_more_than_colour(watched: Watched) -> None:
    page = watched.open(FRONT)
    styles = {
        kind: page.locator(f".sheet .kind-{kind}").first.evaluate("one => getComputedStyle(one).borderBottomStyle")
        for kind in ("economic", "technical")
    }
    assert styles == {"economic": "solid", "technical": "dotted"}
    expect(page.locator(".legend")).to_contain_text("点线")
    expect(page.locator(".sheet .claim", has_text="◇").first).to_be_visible()


def test_the_keyboard_walks_from_number_to_number(watched: Watched) -> None:
    page = watched.open(FRONT)
    page.locator(".sheet .claim").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(OPEN)).to_have_count(1)
    first = query(page)["claim"]
    page.locator("#number-after").focus()
    page.keyboard.press("Enter")
    expect(page.locator(OPEN)).to_have_count(1)
    assert query(page)["claim"] != first
    page.locator("#number-before").focus()
    page.keyboard.press("Enter")
    page.wait_for_function(f"() => new URLSearchParams(location.search).get('claim') === '{first[0]}'")


def test_earlier_and_later_issues_are_one_click_away(watched: Watched) -> None:
    page = watched.open("issues?issue=样例工业报-2019-06-28")
    page.get_by_role("link", name="后一期").click()
    expect(page.locator(".masthead")).to_contain_text("2019年7月28日")
    page.go_back()
    expect(page.locator(".masthead")).to_contain_text("2019年6月28日")


def test_a_permalink_of_an_issue_is_copied_and_opens(watched: Watched) -> None:
    page = watched.open(FRONT)
    page.locator("[data-copy-issue]").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "/issue/" in copied
    page.goto(copied)
    expect(page.locator(".masthead")).to_contain_text("《样例电子报》")


def test_an_unknown_issue_says_so(watched: Watched) -> None:
    page = watched.open("issues?issue=没有这一期")
    expect(page.locator("#issue-view .warning")).to_contain_text("没有这一期：“没有这一期”")


def test_a_phone_reads_the_issue_with_the_source_as_a_drawer(phone: Watched) -> None:
    page = phone.open(FRONT)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(".sheet .claim", has_text="6000万户").click()
    expect(page.locator("#source-panel")).to_be_visible()
    expect(page.locator(OPEN)).to_be_in_viewport()
