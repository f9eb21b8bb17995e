"""An analyst judges a claim on the page: right, wrong, corrected, undone; it lasts, and it can be found again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from dashboard.filter import Filter
from dashboard.query import Claims
from tests.browser.conftest import Watched, serving, watch
from tests.dashboard.printed_issues import build_store

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_store(tmp_path_factory.mktemp("reviewed"))


@pytest.fixture
def reviewed(store: Path, wide_context: BrowserContext) -> Iterator[Watched]:
    with serving(store) as address:
        watched = watch(wide_context, address)
        yield watched
        watched.page.close()
        assert watched.complaints == []
        assert watched.outside() == set()


@pytest.fixture
def claim(store: Path) -> str:
    return str(Claims(store).page(Filter(text="压舱石"), 0, 1, [])["claim_id"].iloc[0])


def opened(reviewed: Watched, claim: str) -> Page:
    page = reviewed.open(f"?claim={claim}")
    expect(page.locator("#review")).to_contain_text("复核")
    return page


def test_judging_correcting_and_undoing(reviewed: Watched, claim: str) -> None:
    page = opened(reviewed, claim)
    expect(page.locator("#review")).to_contain_text("尚未复核")
    page.locator("#review-right").click()
    expect(page.locator("#review-said")).to_contain_text("请署名")
    page.locator("#review-author").fill("张三")
    page.locator("#review-wrong").click()
    expect(page.locator("#review-said")).to_contain_text("理由")
    page.locator("#review-right").click()
    expect(page.locator("#review [role=status]").first).to_contain_text("对")
    expect(page.locator("#review")).to_contain_text("张三")
    page.locator("#review summary", has_text="逐项改正").click()
    page.locator("#review-field-unit").fill("百分点")
    page.locator("#review-reason").fill("单位读错")
    page.locator("#review-corrected").click()
    expect(page.locator("#review [role=status]").first).to_contain_text("已改正")
    expect(page.locator("#review [role=status]").first).to_contain_text("→ 百分点")
    page.locator("#review-undo").click()
    expect(page.locator("#review [role=status]").first).not_to_contain_text("已改正")
    page.reload()
    expect(page.locator("#review [role=status]").first).to_contain_text("对")
    expect(page.locator("#review")).to_contain_text("历次判定（3）")
    total = page.request.get(reviewed.address + "api/claims.json?review=right").json()["total"]
    assert total == 1
    reviewed.page.goto(reviewed.address + "?review=right")
    expect(page.locator("#count")).to_contain_text("共 1 条")


def test_another_site_cannot_judge(reviewed: Watched, claim: str, browser: Browser) -> None:
    evil = browser.new_context()
    page = evil.new_page()
    page.route("http://evil.example/**", lambda route: route.fulfill(body="<p>x</p>", content_type="text/html"))
    page.goto("http://evil.example/")
    page.evaluate(
        "([address, claim]) => fetch(address + 'api/reviews', {method: 'POST', mode: 'no-cors', credentials: 'include',"
        " headers: {'Content-Type': 'text/plain'}, body: JSON.stringify({claim, verdict: 'wrong', reason: 'x',"
        " author: 'evil'})}).catch(() => null)",
        [reviewed.address, claim],
    )
    evil.close()
    log = reviewed.page.request.get(reviewed.address + "api/reviews.json").json()
    assert "evil" not in {line["author"] for line in log["reviews"]}


def test_the_form_follows_the_claim_and_the_language(reviewed: Watched, claim: str) -> None:
    page = opened(reviewed, claim)
    page.locator("#other-language").click()
    expect(page.locator("#panel")).to_contain_text("Confidence")
    expect(page.locator("#review h3")).to_have_text("Review")
    page.locator("#panel-close").click()
    expect(page.locator("#review h3")).to_have_count(0)
