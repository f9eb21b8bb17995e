"""A claim of a PDF issue: the picture of its page, the number framed in it and moved into sight."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from dashboard.filter import Filter
from dashboard.query import Claims
from etl.refresh.run import refresh
from etl.store import Store
from tests.browser.conftest import serving, watch
from tests.forms.issues import sample_sheet
from tests.forms.printer import page_html, print_pdf

pytestmark = pytest.mark.browser

BOX = "(one) => { const box = one.getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom]; }"


@pytest.fixture(scope="module")
def printed_store(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("printed")
    (folder / "issues").mkdir()
    pdf = print_pdf(browser, page_html(sample_sheet("sample-industry-2025-07-02"), "grid"))
    (folder / "issues" / "page.pdf").write_bytes(pdf)
    refresh(folder / "issues", Store(folder / "store"))
    return folder / "store"


def test_the_number_is_framed_in_the_middle_of_its_page(printed_store: Path, wide_context: BrowserContext) -> None:
    rows = Claims(printed_store).page(Filter(indicator=("利润总额",)), 0, 1, [])
    with serving(printed_store) as address:
        watched = watch(wide_context, address)
        page = watched.open(f"rows?claim={rows['claim_id'].iloc[0]}")
        picture, frame = page.locator(".picture-sheet img"), page.locator(".picture-frame").first
        expect(frame).to_be_visible()
        page.wait_for_function("document.querySelector('.picture-sheet img').naturalWidth === 1600")
        expect(picture).to_have_attribute("alt", "第1版的版面图，数字处已框出")
        left, top, right, bottom = frame.evaluate(BOX)
        view = page.locator(".picture-view").evaluate(BOX)
        assert view[0] <= left < right <= view[2]
        assert view[1] <= top < bottom <= view[3]
        whole = page.get_by_role("link", name="打开整版").get_attribute("href")
        drawn = page.request.get(address.rstrip("/") + str(whole))
        assert (drawn.status, drawn.headers["content-type"]) == (200, "image/png")
        assert page.request.get(address + "picture/9/nobody").status == 404
        page.close()
        assert watched.complaints == []
        assert watched.outside() == set()
