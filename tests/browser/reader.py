"""What a reader does on the page, in the reader's own terms."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, TimeoutError, expect

COUNT = "#count"
PANEL = "#panel"
ROW = "#grid .ag-row[row-id]"


def query(page: Page) -> dict[str, list[str]]:
    """The parameters in the address bar."""
    return parse_qs(urlsplit(page.url).query)


def expect_query(page: Page, expected: dict[str, list[str]]) -> None:
    """Waits for the parameters in the address bar to be these: the address follows the choice a moment later."""
    _until(page, lambda found: found == expected)
    assert query(page) == expected


def expect_parameter(page: Page, name: str, expected: list[str]) -> None:
    """Waits for one parameter in the address bar to have these values."""
    _until(page, lambda found: found.get(name) == expected)
    assert query(page).get(name) == expected


def _until(page: Page, true_of: Callable[[dict[str, list[str]]], bool]) -> None:
    """Waits for the parameters in the address bar, ten seconds at most; whoever calls says what was expected."""
    with suppress(TimeoutError):
        page.wait_for_url(lambda url: true_of(parse_qs(urlsplit(url).query)), wait_until="commit", timeout=10_000)


def path(page: Page) -> str:
    """The path in the address bar."""
    return urlsplit(page.url).path


def go_to(page: Page, name: str) -> None:
    """Follows the navigation to a page."""
    page.locator(f"#nav-{name}").click()
    expect(page.locator(f".content-{name}")).to_be_visible()


def choose(page: Page, parameter: str, option: str, of: str = "") -> None:
    """Picks an option of a control as a reader does: types a part of it and takes it from the list."""
    box = page.locator(f"#{of}-control-{parameter}" if of else f"#control-{parameter}")
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option).first.click()
    page.keyboard.press("Escape")


def click_bar(page: Page, label: str) -> None:
    """Clicks the bar of the ranking whose value label is the one given."""
    bar = page.locator("#graph-ranking .bars .point", has_text=label).first
    bar.scroll_into_view_if_needed()
    bar.locator("path").click(force=True)


def open_first_row(page: Page) -> None:
    """Opens the source of the table's first row."""
    page.locator(ROW).first.click()
    expect(page.locator(f"{PANEL} .sentence mark")).to_be_visible()
