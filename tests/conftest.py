"""What tests of several folders share: one browser for the whole run, since two cannot live beside each other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import FLAGS, browser_path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = browser_path(playwright)
        if path is None:
            pytest.skip("no Chromium: install one, or run tests/browser/provide.sh .venv/browser")
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()
