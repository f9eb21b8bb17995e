"""The run ledger: what a refresh writes down is what ``status`` and the page of runs show."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from etl.store import Store, StoreDamagedError, StoreEmptyError
from etl.store.bookkeeping import Bookkeeping
from etl.store.ledger import LEDGER, MAX_TRIES, freshness, runs, set_aside, sources
from etl.store.lock import is_locked
from etl.store.store import LOCK
from tests.store.writer import rows_of


def test_a_store_without_a_ledger_has_an_empty_history(tmp_path: Path) -> None:
    for store in (tmp_path, Store(tmp_path), tmp_path / "nowhere"):
        assert (runs(store), set_aside(store), freshness(store), sources(store)) == ([], [], [], [])
    (tmp_path / LEDGER).touch()
    assert runs(tmp_path) == [], "made, but nothing written yet"


def test_a_run_from_its_beginning_to_its_end(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with store.writing(), Bookkeeping(tmp_path) as book:
        run = book.begin("schedule", "7")
        book.count(run, {"found": 9, "new": 3, "changed": 2, "unchanged": 3, "set_aside": 1, "snapshot": 4})
        (now,) = runs(store)
        assert (now.state, now.ended, now.seconds, now.trigger, now.extractor_version) == (
            "running",
            None,
            None,
            "schedule",
            "7",
        )
        book.end(run, "done", "all well")
    (done,) = runs(store)
    assert (done.state, done.loaded, done.set_aside, done.snapshot, done.message) == ("done", 8, 1, 4, "all well")
    assert done.found == done.loaded + done.set_aside
    assert done.seconds is not None
    assert 0 <= done.seconds < 60
    assert done.started.tzinfo is not None


def test_a_run_whose_process_died_is_interrupted(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with store.writing(), Bookkeeping(tmp_path) as book:
        book.begin("command", "1")
    assert [run.state for run in runs(store)] == ["interrupted"]
    with store.writing(), Bookkeeping(tmp_path) as book:
        book.begin("command", "1")
        assert [run.state for run in runs(store)] == ["running", "interrupted"]
        assert is_locked(tmp_path / LOCK)
    assert not is_locked(tmp_path / LOCK)
    assert len(runs(store, limit=1)) == 1


def test_what_is_set_aside_keeps_its_first_day_and_counts_its_tries(tmp_path: Path) -> None:
    with Bookkeeping(tmp_path) as book:
        for tries in range(1, MAX_TRIES + 1):
            book.set_aside("papers", "papers/a.pdf", "ab" * 32, "1", "太大 · too large", tries, kept="样报-2019-01-01")
        book.set_aside("papers", "papers/copy.txt", "cd" * 32, "1", "same", 1, duplicate_of="样报-2019-01-02")
        fault, copy = set_aside(tmp_path)
        assert (fault.source_uri, fault.tries, fault.given_up, fault.kept_issue) == (
            "papers/a.pdf",
            3,
            True,
            "样报-2019-01-01",
        )
        assert fault.first <= fault.last
        assert (copy.duplicate_of, copy.given_up) == ("样报-2019-01-02", False)
        assert book.tries("1")[("papers", "papers/a.pdf", "ab" * 32)].number == 3
        assert book.tries("2") == {}, "a new extractor tries again"
        book.retry()
        assert [each.tries for each in set_aside(tmp_path)] == [0, 1]
        book.cleared("papers", ["papers/a.pdf"])
        assert [each.source_uri for each in set_aside(tmp_path)] == ["papers/copy.txt"]


def test_freshness_is_that_of_the_table(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with Bookkeeping(tmp_path) as book:
        assert freshness(store) == []
        store.replace_issues([rows_of("甲报", 1), rows_of("乙报", 1)])
        book.loaded(["甲报"])
    named = {each.publication: each for each in freshness(store)}
    assert set(named) == {"甲报", "乙报"}
    fresh = named["甲报"]
    assert (fresh.newest_issue, fresh.issues, fresh.claims) == (date(2019, 1, 2), 1, 1)
    assert fresh.loaded is not None
    assert datetime.now(UTC) - fresh.loaded < timedelta(minutes=1)
    assert named["乙报"].loaded is None
    assert fresh.days_behind(date(2019, 1, 9)) == 7
    assert fresh.days_behind(date(2019, 1, 1)) == 0


def test_sources_say_when_they_last_answered(tmp_path: Path) -> None:
    with Bookkeeping(tmp_path) as book:
        book.asked("https://paper.example/", "样报", "epaper")
        book.asked("https://paper.example/", "样报", "epaper", "403")
    (source,) = sources(tmp_path)
    assert (source.name, source.kind, source.message) == ("样报", "epaper", "403")
    assert source.answered is not None
    assert source.answered <= source.asked


def test_files_are_known_by_their_stamps(tmp_path: Path) -> None:
    with Bookkeeping(tmp_path) as book:
        book.stamp({"a.txt": ((1, 2, 3, 4), "ab"), "b.txt": ((5, 6, 7, 8), "cd")})
        book.stamp({"a.txt": ((1, 2, 3, 9), "ef")}, gone=["b.txt"])
        assert book.stamps() == {"a.txt": ((1, 2, 3, 9), "ef")}


def test_a_damaged_ledger_is_named_with_its_remedy(tmp_path: Path) -> None:
    (tmp_path / LEDGER).write_bytes(b"no database" * 500)
    with pytest.raises(StoreDamagedError, match=r"ledger\.sqlite.*move it away"):
        runs(tmp_path)
    with pytest.raises(StoreDamagedError, match=r"ledger\.sqlite"):
        Bookkeeping(tmp_path)
    with pytest.raises(StoreEmptyError):
        Store(tmp_path).current()
