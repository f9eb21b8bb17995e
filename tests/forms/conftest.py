from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.forms.browser import browser_path, chromium


@pytest.fixture(scope="session")
def press() -> Iterator[Browser]:
    if browser_path() is None:
        pytest.skip("needs Chromium to print pages: make test provides it")
    with chromium() as browser:
        yield browser
