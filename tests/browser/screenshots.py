"""Pictures of the running page, made by one command: ``python -m tests.browser.screenshots --out docs/pictures``.

Needs a store (``make run`` makes one) and a Chromium; pictures are to be looked at, no test compares them.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.conftest import FLAGS, TIMEOUT, browser_path, serving


@dataclass(frozen=True)
class Shot:
    """One picture: its name, the page's search, the window, and whether a mark is opened first."""

    name: str
    search: str = ""
    width: int = 1440
    height: int = 1000
    opened: bool = False
    whole: bool = False


SHOTS = (
    Shot("dashboard", opened=True),
    Shot("whole", opened=False, whole=True),
    Shot("english", "?lang=en", opened=True),
    Shot("filtered", "?sector=装备制造业&from=2019-01&to=2019-12", whole=True),
    Shot("levels", "?plot=利润总额&figure=level", whole=True),
    Shot("targets", "?status=target", whole=True),
    Shot("empty", "?q=没有这样的字词", whole=True),
    Shot("phone", "", 390, 844, whole=True),
    Shot("phone-source", "", 390, 844, opened=True),
)


def take(page: Page, shot: Shot, address: str, folder: Path) -> None:
    """Opens the page, opens a mark where that is wanted, and saves the picture."""
    page.set_viewport_size({"width": shot.width, "height": shot.height})
    page.goto(address + shot.search)
    page.wait_for_selector("#graph-series .main-svg")
    expect(page.locator("#count")).not_to_be_empty()
    page.wait_for_load_state("networkidle")
    if shot.opened:
        page.locator("#graph-ranking .bars .point path").nth(1).click(force=True)
        expect(page.locator("#panel mark").first).to_be_visible()
    page.wait_for_timeout(600)
    page.screenshot(path=folder / f"{shot.name}.png", full_page=shot.whole)


def main() -> None:
    """Serves the store, takes every picture, names the files."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser.screenshots")
    parser.add_argument("--store", type=Path, default=Path("data/store"))
    parser.add_argument("--out", type=Path, default=Path("build/pictures"))
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    with serving(arguments.store) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(playwright), args=list(FLAGS))
        page = browser.new_page(locale="zh-CN")
        page.set_default_timeout(TIMEOUT)
        for shot in SHOTS:
            take(page, shot, address, arguments.out)
            print(arguments.out / f"{shot.name}.png", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
