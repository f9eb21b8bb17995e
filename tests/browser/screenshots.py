"""Pictures of every page in both languages and themes, on a desk and a phone: ``make pictures``.

Needs a store (``make run`` makes one) and a Chromium; pictures are to be looked at, no test compares them.
``--readme`` takes the one picture of the README instead, ``--only sectors`` those whose name begins so.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, expect, sync_playwright

from dashboard.query import Claims
from tests.browser.conftest import FLAGS, Watched, browser_path, serving, watch


@dataclass(frozen=True)
class Shot:
    """One picture: its name, the place, the window, the theme, what is clicked first, all of the page or a screen."""

    name: str
    place: str
    width: int = 1440
    height: int = 1000
    dark: bool = False
    click: str = ""
    whole: bool = True


DESK, PHONE = (1440, 1000), (390, 844)


def places(issue: str) -> dict[str, tuple[str, dict[str, str], str]]:
    """Name -> path, parameters, what is clicked."""
    return {
        "overview": ("", {}, ""),
        "sectors": ("sectors", {}, ""),
        "sectors-below": ("sectors", {"within": "装备制造业"}, ""),
        "timeline": ("timeline", {}, ""),
        "timeline-levels": ("timeline", {"figure": "level"}, ""),
        "comparison": ("comparison", {}, ".observation summary"),
        "issues": ("issues", {}, ""),
        "issue": ("issues", {"issue": issue}, ".sheet .claim"),
        "rows": ("rows", {}, "#grid .ag-row[row-id]"),
        "runs": ("runs", {}, ""),
        "empty": ("sectors", {"q": "没有这样的字词"}, ""),
    }


def shots(issue: str) -> Iterator[Shot]:
    """Every page, in both languages and themes, and in Chinese on a phone."""
    for name, (path, parameters, click) in places(issue).items():
        for language in ("zh", "en"):
            search = urlencode(parameters | ({"lang": "en"} if language == "en" else {}))
            place = f"{path}?{search}" if search else path
            for theme in ("light", "dark"):
                yield Shot(f"{name}-{language}-{theme}", place, *DESK, theme == "dark", click)
            if language == "zh":
                yield Shot(f"{name}-phone", place, *PHONE, click=click, whole=not click)


def take(browser: Browser, shot: Shot, address: str, folder: Path) -> None:
    """Opens the page, clicks what is to be clicked, and saves the picture."""
    context = browser.new_context(
        viewport={"width": shot.width, "height": shot.height},
        has_touch=shot.width < 640,
        color_scheme="dark" if shot.dark else "light",
        locale="zh-CN",
    )
    watched: Watched = watch(context, address)
    page = watched.open(shot.place)
    if shot.click:
        page.locator(shot.click).first.click(force=True)
        if "summary" not in shot.click:
            expect(page.locator("#panel mark").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    page.screenshot(path=folder / f"{shot.name}.png", full_page=shot.whole)
    context.close()


def _shown_claim(store: Path) -> str:
    """The claim of the samples that the picture of the README shows."""
    figure = "sector = '装备制造业' AND measure = 'growth' AND indicator = '利润总额' AND status = 'actual'"
    latest = f"SELECT claim_id FROM claims WHERE {figure} ORDER BY issue_date DESC, source_start LIMIT 1"
    return str(Claims(store).frame(latest)["claim_id"].iloc[0])


def main() -> None:
    """Serves the store, takes every picture, names the files."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser.screenshots")
    parser.add_argument("--store", type=Path, default=Path("data/store"))
    parser.add_argument("--out", type=Path, default=Path("build/pictures"))
    parser.add_argument("--only", default="")
    parser.add_argument("--readme", type=Path)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    issue = str(Claims(arguments.store).frame("SELECT max(issue_id) i FROM issues")["i"].iloc[0])
    chosen = [shot for shot in shots(issue) if shot.name.startswith(arguments.only)]
    folder = arguments.out
    if arguments.readme:
        chosen = [Shot(arguments.readme.stem, f"sectors?claim={_shown_claim(arguments.store)}", whole=False)]
        folder = arguments.readme.parent
    with serving(arguments.store) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(playwright), args=list(FLAGS))
        for shot in chosen:
            take(browser, shot, address, folder)
            print(folder / f"{shot.name}.png", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
