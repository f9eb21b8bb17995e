"""对照: every statement of a figure, how they agree, which one is charted and why."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched
from tests.browser.reader import PANEL, click_bar, expect_query

pytestmark = pytest.mark.browser


def test_the_contradicted_stand_first_and_say_who_says_what(watched: Watched) -> None:
    page = watched.open("comparison")
    first = page.locator(".observation").first
    expect(first.locator("summary")).to_contain_text("纺织业")
    expect(first.locator("summary")).to_contain_text("⚑ 相左")
    first.locator("summary").click()
    expect(first).to_contain_text("《样例工业报》2019-06-28")
    expect(first).to_contain_text("另一报")
    expect(first.locator(".why")).to_contain_text("其中出版最晚")
    first.locator("tr.charted .figure-link").click()
    expect(page.locator(f"{PANEL} .sentence mark")).to_have_text("20%")


def test_the_tabs_show_one_kind_and_are_in_the_address(watched: Watched) -> None:
    page = watched.open("comparison")
    page.locator("#comparison-tabs").get_by_role("button", name="一致").click()
    expect(page.locator("#comparison-tabs [aria-pressed='true']")).to_contain_text("一致")
    expect(page.locator(".observation .tag-contradicts")).to_have_count(0)
    expect_query(page, {"verdict": ["agrees"]})


def test_the_panel_leads_to_the_comparison_of_its_figure(watched: Watched) -> None:
    page = watched.open("sectors?period=2025-01-01_2025-05-31")
    click_bar(page, "7.2%")
    page.locator(f"{PANEL} .see-comparison").click()
    expect(page.locator(".observation[open]")).to_have_count(1)
    expect(page.locator(".observation[open] summary")).to_contain_text("3 处说法")
    expect(page.locator(".observation[open] tbody tr")).to_have_count(3)


def test_a_filter_that_leaves_no_pair_says_so(watched: Watched) -> None:
    page = watched.open("comparison?kind=technical")
    expect(page.locator("#comparison-list")).to_contain_text("没有哪个数字有两处以上说法")


def test_a_phone_stacks_the_statements(phone: Watched) -> None:
    page = phone.open("comparison")
    page.locator(".observation summary").first.click()
    expect(page.locator(".observation[open] .figure-link").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
