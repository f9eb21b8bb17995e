from __future__ import annotations

import pytest
from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def press(browser: Browser) -> Browser:
    """The browser that prints pages."""
    return browser
