"""A replica of each kind of site, with everything that goes wrong: an issue is loaded, or set aside with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pandas as pd
import pytest

from etl.configuration import EPaperSource
from etl.refresh.opening import of_epaper
from etl.refresh.outcome import Outcome
from etl.refresh.run import Options, refresh_sources
from etl.store import Store
from etl.store.ledger import set_aside, sources
from tests.replica.paper import PrintedIssue, week
from tests.replica.server import Site, paths_of, serving
from tests.replica.structures import KINDS

OPTIONS = Options()
QUICK: Mapping[str, object] = {
    "delay": 0.0,
    "backoff": 0.01,
    "timeout": 0.5,
    "private_addresses": True,
    "max_page_mb": 1,
}


def first_day(kind: str) -> date:
    return date(2024, 11, 4) if kind == "people until 2024-11" else date(2025, 7, 1)


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


class Replica:
    """A running site and how it is refreshed from."""

    def __init__(self, kind: str, site: Site, url: str, issues: list[PrintedIssue]) -> None:
        self.kind, self.site, self.issues = KINDS[kind], site, issues
        self.files = {issue.day: dict(self.kind.files(issue)) for issue in issues}
        for files in self.files.values():
            site.put(files)
        self.source = EPaperSource(
            name="样例日报",
            url=url + self.kind.entry,
            layout=self.kind.layout,  # type: ignore[arg-type]
            first=issues[0].day,
            last=issues[-1].day,
            **QUICK,  # type: ignore[arg-type]
        )

    def path(self, number: int, article: int = 0) -> str:
        """The path of an article of the number-th day."""
        files = self.files[self.issues[number].day]
        return (paths_of(files, "/content_") or paths_of(files, "/nw."))[article]

    def page(self, number: int, page: int = 0) -> str:
        """The path of a page of the number-th day."""
        files = self.files[self.issues[number].day]
        return (paths_of(files, "/node_") or paths_of(files, "nbs."))[page]

    def refresh(self, store: Store, **changes: object) -> Outcome:
        source = self.source.model_copy(update=changes)
        outcome = refresh_sources([of_epaper(source)], store, OPTIONS)
        assert outcome.found == outcome.loaded + len(outcome.set_aside), "in = loaded + set aside"
        return outcome


@pytest.fixture
def replica(kind: str) -> Iterator[Replica]:
    site = Site()
    with serving(site) as url:
        yield Replica(kind, site, url, week("样例日报", first_day(kind)))


def contents(store: Store) -> dict[str, str]:
    """Every byte of the published table."""
    root = store.path / "snapshots"
    return {
        f"{path.relative_to(root)}": sha256(path.read_bytes()).hexdigest() for path in sorted(root.rglob("*.parquet"))
    } | {"current": str((store.path / "current").readlink())}


def test_a_week_without_faults(replica: Replica, store: Store) -> None:
    outcome = replica.refresh(store)
    assert (len(outcome.new), outcome.set_aside) == (7, [])
    printed = "".join(pd.read_parquet(store.path / "current" / "sentences")["sentence"])
    for article in (article for issue in replica.issues for article in issue.articles):
        assert article.title in printed
        assert all(text in printed for text in article.paragraphs)
    asked = len(replica.site.log)
    assert asked == 1 + sum(len(issue.pages) + len(issue.articles) for issue in replica.issues), "robots.txt, each once"
    before = contents(store)
    again = replica.refresh(store)
    assert (again.unchanged, again.snapshot, len(replica.site.log)) == (7, None, asked), "a second run asks for nothing"
    assert contents(store) == before
    assert replica.site.most_at_once == 1
    known = store.known()["样例日报-" + str(replica.issues[0].day)]
    assert known.source_uri.endswith(replica.page(0))
    assert len(store.archive.get(known.sha256)) > 0


def test_a_week_with_every_fault(replica: Replica, store: Store) -> None:
    site = replica.site
    site.spoil(replica.path(0, 0), "error", "cut", "wrong_length")
    site.spoil(replica.path(0, 1), "busy", "slow")
    site.spoil(replica.page(1), "error")
    site.spoil(replica.path(1, 2), "withdrawn", times=99)
    site.put(
        {path: text for path, text in replica.files[replica.issues[2].day].items() if "/robots" not in path}, "gb18030"
    )
    site.spoil(replica.path(3, 1), "private", times=99)
    site.spoil(replica.path(4, 3), "obstacle", times=99)
    site.spoil(replica.path(5, 2), "wrong_length", times=99)
    site.spoil(replica.page(6, 1), "huge", times=99)
    outcome = replica.refresh(store)
    loaded = {f"样例日报-{replica.issues[n].day}" for n in (0, 1, 2)}
    assert set(outcome.new) == loaded
    assert len(outcome.set_aside) == 5
    assert outcome.found == 8, "seven issues, and one withdrawn article"
    reasons = " ".join(each.reason for each in outcome.set_aside)
    signs = ("is not among the hosts", "anti-bot", "no </html>", "larger than 1024 KB", "no longer on the site")
    for word in signs:
        assert word in reasons, word
    assert {each.tries for each in set_aside(store)} <= {1, 3}
    asked, before = len(site.log), contents(store)
    again = replica.refresh(store)
    assert (again.unchanged, len(again.set_aside), again.snapshot) == (3, 5, None)
    assert len(site.log) == asked, "the second run fetches nothing"
    assert contents(store) == before, "and changes nothing, byte for byte"


def test_three_tries_then_given_up_until_told_to_retry(replica: Replica, store: Store) -> None:
    replica.site.spoil(replica.path(3, 1), "error", times=10_000)
    for _ in range(3):
        outcome = replica.refresh(store, retry_minutes=0)
    assert len(outcome.set_aside) == 1
    (aside,) = set_aside(store)
    assert (aside.tries, aside.given_up) == (3, True)
    asked = len(replica.site.log)
    replica.refresh(store, retry_minutes=0)
    assert len(replica.site.log) == asked
    replica.site.faults.clear()
    refresh_sources([of_epaper(replica.source)], store, replace(OPTIONS, retry=True))
    assert set_aside(store) == []
    fetched = len(replica.site.log) - asked
    assert fetched <= 1 + len(replica.issues[3].articles), "what was fetched before is not asked for again"


def test_a_correction_replaces_the_claims_and_keeps_the_old_ones(replica: Replica, store: Store) -> None:
    replica.refresh(store)
    issue = next(each for each in replica.issues if any("%" in text for a in each.articles for text in a.paragraphs))
    replica.site.put(replica.kind.files(issue.corrected("%", "9%")))
    outcome = replica.refresh(store, recheck_days=365, recheck_hours=0.0)
    assert outcome.changed == []
    assert outcome.unchanged == 7, "an old issue is not asked for again"
    sources_before = sources(store)
    assert [each.message for each in sources_before] == [""]
    young = replica.refresh(store, recheck_days=36_500, recheck_hours=0.0)
    assert young.changed == [f"样例日报-{issue.day}"]
    statuses = [status for _, status in replica.site.log[-len(replica.site.log) // 2 :]]
    assert statuses.count(304) > len(statuses) / 2, "what has not changed is not sent again"
    history = pd.read_parquet(store.path / "current" / "history")
    assert set(history["withdrawn_for"]) == {"changed"}
    now = pd.read_parquet(store.claims_path)
    printed = set(zip(now["claim_id"], now["value"], strict=True))
    gone = history[(history["unit"] == "%") & (history["sentence"] != history["article_title"])]
    assert len(gone) > 0
    assert not printed & set(zip(gone["claim_id"], gone["value"], strict=True))


def test_only_what_is_new(replica: Replica, store: Store) -> None:
    """Without first and last: the newest issue, then whatever came since."""
    replica.site.put(replica.files[replica.issues[3].day])
    assert replica.refresh(store, first=None, last=None).new == [f"样例日报-{replica.issues[3].day}"]
    replica.site.put(replica.files[replica.issues[5].day])
    outcome = replica.refresh(store, first=None, last=None)
    assert outcome.new == [f"样例日报-{replica.issues[n].day}" for n in (4, 5)]
    assert replica.refresh(store, first=None, last=None).new == []


def test_a_day_without_a_paper_is_no_fault(replica: Replica, store: Store) -> None:
    for path in replica.files[replica.issues[2].day]:
        replica.site.files.pop(path, None)
    outcome = replica.refresh(store)
    assert (len(outcome.new), outcome.set_aside, outcome.found) == (6, [], 6)


def test_robots_are_heeded(replica: Replica, store: Store) -> None:
    replica.site.put({"/robots.txt": "User-agent: *\nDisallow: /\n"})
    outcome = replica.refresh(store)
    assert len(outcome.set_aside) == 7
    assert all("robots.txt" in each.reason for each in outcome.set_aside)
    assert replica.site.asked() == ["/robots.txt"]
