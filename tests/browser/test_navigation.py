"""Seven pages, one address: navigation, back and forward, language, theme, what an address gets wrong."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from dashboard.components.shell import PAGES
from dashboard.view import MAX_QUERY
from tests.browser.conftest import Watched
from tests.browser.reader import (
    COUNT,
    PANEL,
    ROW,
    choose,
    expect_parameter,
    expect_query,
    go_to,
    open_first_row,
    path,
    query,
)

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("name", "home"), PAGES)
def test_every_page_opens_by_its_own_address(watched: Watched, name: str, home: str) -> None:
    page = watched.open(home.lstrip("/"))
    expect(page.locator(f".content-{name}")).to_be_visible()
    expect(page.locator(f"#nav-{name}")).to_have_attribute("aria-current", "page")
    expect(page.locator(".navigation [aria-current='page']")).to_have_count(1)
    assert page.title().endswith("· 报数")


def test_a_link_moves_on_without_a_reload_and_keeps_the_filter(watched: Watched) -> None:
    page = watched.open("rows?sector=采矿业")
    page.evaluate("window.stayed = true")
    for name in ("sectors", "timeline", "comparison", "issues", "runs", "overview"):
        go_to(page, name)
        expect_parameter(page, "sector", ["采矿业"])
        expect(page.locator("#page-heading")).to_be_focused()
    assert page.evaluate("window.stayed") is True
    assert path(page) == "/"


def test_back_and_forward_work_across_pages_filters_and_sources(watched: Watched) -> None:
    page = watched.open("rows")
    choose(page, "status", "目标")
    expect(page.locator(COUNT)).to_contain_text("共 2 条")
    open_first_row(page)
    go_to(page, "timeline")
    watched.settled()
    page.go_back()
    expect(page.locator(".content-rows")).to_be_visible()
    expect(page.locator(f"{PANEL} .sentence mark")).to_be_visible()
    page.go_back()
    expect(page.locator(f"{PANEL} mark")).to_have_count(0)
    expect(page.locator(COUNT)).to_contain_text("共 2 条")
    page.go_back()
    expect(page.locator(COUNT)).to_contain_text("共 323 条")
    expect(page.locator(".control-status .mantine-Pill-root")).to_have_count(0)
    for _ in range(3):
        page.go_forward()
    expect(page.locator(".content-timeline")).to_be_visible()
    expect_query(page, {"status": ["target"]})


def test_only_the_reader_s_choices_are_in_the_address(watched: Watched) -> None:
    page = watched.open("sectors")
    watched.settled()
    expect_query(page, {})
    go_to(page, "timeline")
    watched.settled()
    expect_query(page, {})


def test_a_shared_link_opens_the_same_view(watched: Watched) -> None:
    page = watched.open("timeline?indicator=增加值&from=2019-05&to=2019-08&plot=增加值&asof=2019-08-31")
    expect(page.locator(COUNT)).to_contain_text("共 3 条")
    expect(page.locator(".control-indicator")).to_contain_text("增加值")
    expect(page.locator("#control-from")).to_have_value("2019-05")
    expect(page.locator("#control-asof")).to_have_value("2019-08-31")
    expect(page.locator("#graph-series")).to_contain_text("当月")


def test_the_link_to_a_view_is_copied(watched: Watched) -> None:
    page = watched.open("rows?status=target")
    page.locator("[data-copy-view]").click()
    expect(page.locator("#said")).to_have_text("已复制")
    assert page.evaluate("navigator.clipboard.readText()").endswith("/rows?status=target")


def test_what_the_address_gets_wrong_is_named_and_ignored(watched: Watched) -> None:
    page = watched.open("rows?sector=没有这个行业&colour=red&asof=2019-02-31")
    for wrong in ("没有这个行业", "colour", "2019-02-31"):
        expect(page.locator("#notice")).to_contain_text(wrong)
    expect(page.locator(COUNT)).to_contain_text("共 323 条")


def test_an_endless_address_is_refused_politely(watched: Watched) -> None:
    page = watched.open("rows?q=" + "a" * MAX_QUERY)
    expect(page.locator("#notice")).to_contain_text("过长")


def test_a_path_without_a_page_says_so_and_leads_home(watched: Watched) -> None:
    page = watched.open("nowhere")
    expect(page.locator("#main")).to_contain_text("没有这个页面")
    page.get_by_role("link", name="回到首页").click()
    expect(page.locator(".content-overview")).to_be_visible()


def test_the_page_speaks_english_and_keeps_the_view(watched: Watched) -> None:
    page = watched.open("rows?kind=technical")
    page.locator("#other-language").click()
    expect(page.locator(COUNT)).to_contain_text("1 claims from 1 sentences")
    expect_query(page, {"kind": ["technical"], "lang": ["en"]})
    expect(page.locator("html")).to_have_attribute("lang", "en")
    go_to(page, "sectors")
    expect(page.locator("#page-heading")).to_have_text("Sectors")
    expect_parameter(page, "lang", ["en"])


def test_the_theme_is_the_reader_s_and_is_remembered(watched: Watched) -> None:
    page = watched.open("sectors")
    root = page.locator("html")
    expect(root).to_have_attribute("data-theme", "light")
    page.locator("#theme-toggle").click()
    expect(root).to_have_attribute("data-theme", "dark")
    expect(root).to_have_attribute("data-mantine-color-scheme", "dark")
    expect(page.locator("#theme-toggle")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#graph-ranking .main-svg").first).to_have_attribute("style", "background: rgb(22, 29, 38);")
    watched.open("rows")
    expect(root).to_have_attribute("data-theme", "dark")
    assert "theme" not in query(page)
    page.locator("#theme-toggle").click()
    expect(root).to_have_attribute("data-theme", "light")


def test_a_dark_system_gets_a_dark_page(dark: Watched) -> None:
    page = dark.open("rows")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(15, 21, 28)"


@pytest.mark.parametrize("where", ["rows", "sectors"])
def test_permalinks_of_a_claim_open_its_sentence_in_its_issue(watched: Watched, where: str) -> None:
    page = watched.open("rows?q=压舱石")
    claim = page.locator(ROW).first.get_attribute("row-id")
    watched.open(f"claim/{claim}")
    assert path(page) == "/issues"
    expect(page.locator(f"{PANEL} .sentence mark")).to_have_text("7.2%")
    expect(page.locator(".sheet .claim[aria-current='location']")).to_have_text("7.2%")
    watched.open(f"{where}?claim={claim}")
    expect(page.locator(f"{PANEL} .sentence mark")).to_have_text("7.2%")


def test_an_unknown_claim_says_so(watched: Watched) -> None:
    page = watched.open("claim/0123456789")
    expect(page.locator(f"{PANEL} .warning")).to_contain_text("0123456789")
