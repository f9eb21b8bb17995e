"""What the page must never do: ask another host, break its own policy, run what a newspaper printed."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched
from tests.dashboard.printed_issues import HOSTILE, HOSTILE_TITLE

pytestmark = pytest.mark.browser


def test_no_outside_request_while_everything_is_used(watched: Watched) -> None:
    page = watched.open()
    page.locator("#graph-ranking").hover()
    page.locator("#graph-ranking .modebar-btn").first.hover()
    page.locator("#control-sector").click()
    page.get_by_role("option", name="采矿业").first.click()
    page.keyboard.press("Escape")
    page.locator("#grid .ag-row[row-id]").first.click()
    expect(page.locator("#panel mark").first).to_be_visible()
    with page.expect_download() as download:
        page.locator("#graph-ranking .modebar-btn[data-title*='PNG']").click()
    assert download.value.suggested_filename == "baoshu-ranking.png"
    page.wait_for_load_state("networkidle")
    assert len(watched.requests) > 10
    assert watched.outside() == set()


def test_the_policy_is_in_force_and_never_broken(watched: Watched) -> None:
    page = watched.page
    page.add_init_script(
        "window.broken = [];"
        "document.addEventListener('securitypolicyviolation',"
        " (event) => window.broken.push(event.violatedDirective + event.blockedURI));"
    )
    watched.open()
    page.locator("#grid .ag-row[row-id]").first.click()
    expect(page.locator("#panel mark").first).to_be_visible()
    assert page.evaluate("window.broken") == []
    # and it does hold: an inline script that somebody slips in is refused
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.slipped = 1';"
        " document.body.appendChild(s); }"
    )
    assert page.evaluate("window.slipped") is None
    assert page.evaluate("window.broken.length") == 1
    watched.complaints.clear()  # the refusal of our own slip


def test_the_modebar_sends_nothing_anywhere(watched: Watched) -> None:
    page = watched.open()
    titles = {b.get_attribute("data-title") for b in page.locator(".modebar-btn").all()}
    assert titles == {"下载图片（PNG）"}


@pytest.mark.parametrize("text", [HOSTILE[:10], "HYPERLINK", "=1+1"])
def test_printed_words_are_never_run(watched: Watched, text: str) -> None:
    page = watched.open()
    page.locator("#control-q").fill(text)
    expect(page.locator("#count")).not_to_contain_text("共 323 条")
    page.locator("#grid .ag-row[row-id]").first.click()
    expect(page.locator("#panel mark").first).to_be_visible()
    page.locator("#control-publication").click()
    page.wait_for_timeout(200)
    assert page.evaluate("window.hacked") is None
    assert page.locator("main img, #panel img, main script, #panel script").count() == 0


def test_hostile_words_are_shown_as_they_were_printed(watched: Watched) -> None:
    page = watched.open("?q=食品制造业&from=2019-05&to=2019-05&period=2019-01-01_2019-05-31")
    expect(page.locator("#graph-ranking")).to_contain_text("<img src=x")
    page.locator("#grid .ag-row[row-id]", has_text="<img").click()
    expect(page.locator("#panel .sentence")).to_contain_text(HOSTILE)
    expect(page.locator("#panel")).to_contain_text(HOSTILE_TITLE)


@pytest.mark.parametrize("parameter", ["q", "sector", "claim", "plot", "whose", "period", "colour", "<b>"])
def test_an_address_is_never_run(watched: Watched, parameter: str) -> None:
    page = watched.open(f"?{parameter}=%3Cimg%20src%3Dx%20onerror%3D%22window.hacked%3D2%22%3E")
    page.wait_for_timeout(200)
    assert page.evaluate("window.hacked") is None
    assert page.locator("#notice img").count() == 0
