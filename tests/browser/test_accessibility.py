"""WCAG 2.2 AA by axe on every page in both themes and on phones; print; the font for machines without one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tests.browser.conftest import FLAGS, Watched, browser_path, watch
from tests.browser.reader import PANEL, open_first_row

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PLACES = (
    "",
    "sectors",
    "timeline?lang=en",
    "comparison",
    "issues",
    "issues?issue=样例电子报-2025-07-01",
    "rows",
    "rows?q=没有这样的字词",
    "runs",
    "nowhere",
)


def violations(page: Page, rules: list[str] = RULES) -> list[str]:
    found: dict[str, Any] = Axe().run(page, options={"runOnly": rules}).response
    return [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found["violations"]]


def unguarded(browser: Browser, address: str, dark: bool, width: int) -> tuple[BrowserContext, Watched]:
    """A page whose policy lets axe in; axe is a script of the test, not of the app."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light", bypass_csp=True
    )
    return context, watch(context, address)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, address: str, place: str, theme: str) -> None:
    context, watched = unguarded(browser, address, theme == "dark", 1440)
    page = watched.open(place)
    assert violations(page) == []
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_with_everything_open(browser: Browser, address: str, theme: str) -> None:
    context, watched = unguarded(browser, address, theme == "dark", 1440)
    page = watched.open("comparison")
    page.evaluate("document.querySelectorAll('#main details').forEach((one) => { one.open = true; })")
    page.locator(".observation .figure-link").first.click()
    expect(page.locator(f"{PANEL} .sentence mark")).to_be_visible()
    assert violations(page) == []
    watched.open("sectors")
    page.evaluate("document.querySelectorAll('#main details').forEach((one) => { one.open = true; })")
    assert violations(page) == []
    page.locator("#control-sector").click()
    expect(page.get_by_role("option").first).to_be_visible()
    assert violations(page, RULES[:-1]) == []  # a list lies beside the landmarks: no rule of WCAG
    context.close()


@pytest.mark.parametrize("place", ["", "sectors", "issues?issue=样例电子报-2025-07-01", "rows"])
def test_axe_finds_nothing_on_a_phone(browser: Browser, address: str, place: str) -> None:
    context, watched = unguarded(browser, address, dark=False, width=390)
    page = watched.open(place)
    assert violations(page) == []
    context.close()


def test_the_focus_stays_visible(watched: Watched) -> None:
    page = watched.open("sectors")
    for _ in range(12):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            "() => { const one = document.activeElement; const style = getComputedStyle(one);"
            " const box = one.getBoundingClientRect();"
            " return [style.outlineStyle + style.boxShadow + style.borderColor, box.width * box.height]; }"
        )
        assert outline[1] > 0
        assert outline[0] != "nonenone"


def test_a_print_shows_the_content_and_no_controls(watched: Watched) -> None:
    page = watched.open("issues?issue=样例电子报-2025-07-01")
    page.locator(".sheet .claim").first.click()
    expect(page.locator(f"{PANEL} mark").first).to_be_visible()
    page.emulate_media(media="print")
    for control in (".navigation", "#theme-toggle", ".copies", "#numbers", ".panel-links ~ .copies"):
        expect(page.locator(control).first).to_be_hidden()
    expect(page.locator(".sheet")).to_be_visible()
    expect(page.locator(f"{PANEL} .sentence")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf()[:4] == b"%PDF"
    page.emulate_media(media="screen")


def test_a_dark_page_prints_on_white(dark: Watched) -> None:
    page = dark.open("")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    page.emulate_media(media="screen")


LATIN = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


@pytest.fixture
def no_chinese_font(tmp_path: Path) -> dict[str, str | float | bool]:
    """An environment in which one Latin font is all there is."""
    if not LATIN.exists():
        pytest.skip(f"needs a Latin font to be the only one: {LATIN}")
    (tmp_path / "fonts").mkdir()
    shutil.copy(LATIN, tmp_path / "fonts")
    (tmp_path / "fonts.conf").write_text(
        f"<fontconfig><dir>{tmp_path}/fonts</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>"
    )
    return {**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}


def loaded_fonts(playwright: Playwright, address: str, environment: Any) -> tuple[int, int]:
    browser = playwright.chromium.launch(executable_path=browser_path(playwright), args=list(FLAGS), env=environment)
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    watched = watch(context, address)
    finished: list[Any] = []
    watched.page.on("requestfinished", lambda request: finished.append(request))
    page = watched.open("sectors")
    page.evaluate("document.fonts.ready")
    own = "Array.from(document.fonts).filter((f) => f.status === 'loaded').length"
    count = page.evaluate(own)
    size = sum(one.sizes()["responseBodySize"] for one in finished if ".woff2" in one.url)
    browser.close()
    return count, size


def test_chinese_is_drawn_where_no_font_has_it(address: str, no_chinese_font: Any) -> None:
    # Playwright allows one loop a thread, and the session's browser has it: a process of its own
    from concurrent.futures import ThreadPoolExecutor

    def look() -> tuple[int, int]:
        with sync_playwright() as playwright:
            return loaded_fonts(playwright, address, no_chinese_font)

    with ThreadPoolExecutor(1) as pool:
        count, size = pool.submit(look).result()
    assert count >= 4
    assert size < 500_000  # slices, not the whole font


def test_no_slice_of_chinese_is_fetched_where_a_font_has_it(watched: Watched) -> None:
    page = watched.open("rows")
    open_first_row(page)
    if not page.evaluate("document.fonts.check('12px \"Noto Sans CJK SC\"')"):
        pytest.skip("this machine has no Chinese font")
    # the first slice holds signs that many fonts lack
    fetched = [url for url in watched.requests if ".woff2" in url and "-00.woff2" not in url]
    assert fetched == []
