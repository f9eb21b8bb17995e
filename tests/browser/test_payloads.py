"""Sixty hostile words through every printed place, opened one by one: not one may run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, expect

from dashboard.filter import Filter
from dashboard.query import Claims
from etl.schema import CLAIMS
from etl.store import IssueRows, Store
from etl.table import claims_table, issues_table, sentences_table
from tests.browser.conftest import Watched, serving, watch
from tests.browser.hostile_words import PAYLOADS
from tests.dashboard.printed_issues import Number, build_issue

pytestmark = pytest.mark.browser
_GO = "claim => { history.pushState({}, '', '?claim=' + claim); dispatchEvent(new PopStateEvent('popstate')) }"


def hostile_store(folder: Path) -> Path:
    """An issue for each payload, which is its paper, its headline, its sentence's words, its subject and its source."""
    batches = []
    for number, payload in enumerate(PAYLOADS):
        figure = Number("4.4%", 4.4, subject=payload, sector="食品制造业")
        printed = "".join(payload.split()) or payload
        day = date(2019, 6, 1) + timedelta(days=number)
        issue, rows = build_issue(
            f"报{printed}", day, number + 1, [(payload, [[f"{payload}企业利润增长", figure, "。"]])]
        )
        claims = claims_table(rows)
        for name in ("source_uri", "attribution", "indicator", "unit"):
            place = claims.schema.get_field_index(name)
            claims = claims.set_column(place, CLAIMS.field(name), [[payload] * claims.num_rows])
        tables = {"claims": claims, "sentences": sentences_table([issue]), "issues": issues_table([(issue, len(rows))])}
        batches.append(IssueRows(tables, issue.text.encode(), issue.text))
    Store(folder).replace_issues(batches)
    return folder


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_store(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def hostile(store: Path, wide_context: BrowserContext) -> Iterator[Watched]:
    with serving(store) as address:
        watched = watch(wide_context, address)
        yield watched
        watched.page.close()


def ids(store: Path) -> list[str]:
    return list(Claims(store).page(Filter(), 0, 500, [])["claim_id"])


def test_no_printed_word_ever_runs(hostile: Watched, store: Path) -> None:
    assert len(PAYLOADS) == len(set(PAYLOADS)) == 60
    page = hostile.open()
    claims = ids(store)
    assert len(claims) >= 60
    for number, claim in enumerate(claims):
        page.evaluate(
            "claim => { history.pushState({}, '', '?claim=' + claim); dispatchEvent(new PopStateEvent('popstate')) }",
            claim,
        )
        if number % 10 == 0:
            page.goto(f"{hostile.address}?claim={claim}")
        expect(page.locator("#panel .sentence")).to_contain_text("企业利润增长")
        assert page.evaluate("window.hacked") is None, claim
    assert hostile.outside() == set()


@pytest.mark.parametrize("place", ["q", "publication", "indicator", "whose", "claim", "plot", "x"])
def test_no_word_of_an_address_ever_runs(hostile: Watched, place: str) -> None:
    for payload in PAYLOADS[::15]:
        page = hostile.page
        page.goto(f"{hostile.address}?{place}={quote(payload)}")
        page.wait_for_selector("#main")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.hacked") is None, payload


def test_the_manual_and_the_files_run_nothing(hostile: Watched) -> None:
    page = hostile.page
    page.goto(hostile.address + "api/")
    assert page.locator("h1").count() == 1
    page.goto(hostile.address + "api/search.json?q=script")
    assert page.evaluate("window.hacked") is None
