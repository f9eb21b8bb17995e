"""The Chromium that prints the pages; a test that needs one and finds none is skipped, saying so."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]


def browser_path() -> str | None:
    """The Chromium that ``make test`` provided, or an installed one; None if there is none."""
    provided = ROOT / ".venv" / "browser"
    named = [os.environ.get("BAOSHU_BROWSER", ""), provided.read_text().strip() if provided.is_file() else ""]
    found = [shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")]
    return next((candidate for candidate in (*named, *found) if candidate and Path(candidate).exists()), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=["--no-sandbox", "--disable-gpu"])
        try:
            yield browser
        finally:
            browser.close()
