"""运行: the history of refreshes, what was set aside and why."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser


def test_a_store_without_a_history_says_so(watched: Watched) -> None:
    page = watched.open("runs")
    expect(page.locator("#runs-list")).to_contain_text("还没有更新记录")
    expect(page.locator("#runs-aside")).to_contain_text("没有被搁置的文件")
    expect(page.locator("#filters")).to_be_hidden()
