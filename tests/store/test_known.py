"""The index of a table's issues: it says what the table has, whatever happened to it before."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from etl.store import KnownIssue, KnownIssues, Snapshot, Store
from etl.store.bucket import BucketKey
from etl.store.durable import switch_link
from etl.store.known import INDEX
from etl.store.manifest import FileEntry
from tests.store.test_store import issues


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def _issue(name: str, origin: str = "a", version: str = "1") -> KnownIssue:
    return KnownIssue(name, BucketKey("样报", 2019), f"{name}.txt", origin, f"bytes of {name}", "text", version)


def test_issues_are_found_by_id_source_bytes_and_version() -> None:
    issues = [_issue("x"), _issue("y", "b", "2"), _issue("z", "c", "0")]
    known = KnownIssues.of(issues)
    assert list(known) == ["x", "y", "z"]
    assert known == {each.issue_id: each for each in issues}
    assert known.of_source("b", "y.txt") == issues[1]
    assert known.of_source("a", "y.txt") is None
    assert known.of_origin("a") == issues[:1]
    assert known.origins() == ["a", "b", "c"]
    assert {each.issue_id for each in known.outdated("1")} == {"y", "z"}
    assert (known.sha256("x"), known.sha256("w")) == ("bytes of x", None)
    assert (known.holder("bytes of x"), known.holder("others")) == ("x", None)
    assert KnownIssues.of() == {}
    assert KnownIssues.of().origins() == []


def _loaded(store: Store) -> set[str]:
    with store.writing():
        return set(store.known())


def test_the_index_follows_what_is_published_and_what_went_back(store: Store) -> None:
    printed = (("甲报", date(2019, 1, 2)), ("甲报", date(2020, 1, 2)), ("乙报", date(2020, 1, 3)))
    days = [(paper, day, f"增长{number}%。") for number, (paper, day) in enumerate(printed, 1)]
    store.replace_issues(issues(*days[:2]))
    older = store.current().path
    assert _loaded(store) == {"甲报-2019-01-02", "甲报-2020-01-02"}
    store.replace_issues(issues(days[2]))
    store.remove_issues(["甲报-2019-01-02"])
    assert _loaded(store) == set(store.known()) == {"甲报-2020-01-02", "乙报-2020-01-03"}
    switch_link(store.path / "current", f"snapshots/{older.name}")  # somebody restores an earlier state
    assert _loaded(Store(store.path)) == {"甲报-2019-01-02", "甲报-2020-01-02"}


@pytest.mark.parametrize("content", [b"no database", b"", b"SQLite format 3\0 and then nothing of the kind"])
def test_an_index_that_is_lost_or_damaged_is_made_anew(store: Store, content: bytes) -> None:
    store.replace_issues(issues(("甲报", date(2019, 1, 2), "增长1%。")))
    (store.path / INDEX).write_bytes(content)
    assert _loaded(store) == {"甲报-2019-01-02"}
    (store.path / INDEX).unlink()
    assert _loaded(store) == {"甲报-2019-01-02"}


def test_an_index_of_another_format_is_made_anew(store: Store) -> None:
    store.replace_issues(issues(("甲报", date(2019, 1, 2), "增长1%。")))
    (store.path / INDEX).unlink()
    with closing(sqlite3.connect(store.path / INDEX)) as database:
        database.executescript("CREATE TABLE issue (issue_id TEXT); PRAGMA user_version = 0;")
    assert _loaded(store) == {"甲报-2019-01-02"}


def test_a_file_that_has_not_changed_is_not_read_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.replace_issues(issues(*[("甲报", date(year, 1, 2), "增长1%。") for year in range(2001, 2009)]))
    assert len(_loaded(store)) == 8
    read: list[str] = []
    whole, pieces = Snapshot.read, Snapshot.pieces

    def noted(snapshot: Snapshot, entry: FileEntry, columns: list[str] | None = None) -> pa.Table:
        read.append(entry.name)
        return whole(snapshot, entry, columns)

    def in_pieces(snapshot: Snapshot, entry: FileEntry) -> Iterator[pa.Table]:
        read.append(entry.name)
        return pieces(snapshot, entry)

    monkeypatch.setattr(Snapshot, "read", noted)
    monkeypatch.setattr(Snapshot, "pieces", in_pieces)
    Store(store.path).replace_issues(issues(("甲报", date(2005, 1, 3), "增长2%。")))
    assert set(read) == {"甲报-2005.parquet"}
