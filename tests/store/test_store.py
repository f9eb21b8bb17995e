"""The store: what is published is the whole table, an issue replaces its own rows, damage is named."""

from __future__ import annotations

import errno
import os
import random
import threading
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest

from etl.model import Issue
from etl.store import IssueRows, Store, StoreBusyError, StoreDamagedError, StoreEmptyError, StoreError
from etl.store.bucket import BucketKey
from etl.store.history import KEPT_AT_LEAST
from etl.table import claims_table, issues_table, sentences_table
from tests.sample import make_issue, percent_claims


def rows_of(issue: Issue) -> IssueRows:
    claims = percent_claims(issue)
    tables = {
        "claims": claims_table((issue, article, claim) for article, claim in claims),
        "sentences": sentences_table([issue]),
        "issues": issues_table([(issue, len(claims))], "papers"),
    }
    return IssueRows(tables, issue.text.encode(), issue.text)


def values(store: Store) -> dict[str, list[float]]:
    """What a colleague sees who knows pandas and the path, nothing else."""
    table = pd.read_parquet(store.path / "current" / "claims")
    return {str(issue_id): sorted(group["value"]) for issue_id, group in table.groupby("issue_id")}


def issues(*days: tuple[str, date, str]) -> Iterable[IssueRows]:
    return [
        rows_of(make_issue(publication, day, (text,), f"{publication}-{day}.txt")) for publication, day, text in days
    ]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def test_an_empty_store_says_what_to_do(store: Store) -> None:
    with pytest.raises(StoreEmptyError, match="baoshu refresh"):
        _ = store.claims_path
    assert store.known() == {}
    assert store.snapshots() == []
    assert store.verify() == []


def test_what_is_published_is_the_whole_table(store: Store) -> None:
    snapshot = store.replace_issues(
        issues(
            ("甲报", date(2019, 1, 2), "增长1%，增长2%。"),
            ("甲报", date(2020, 1, 2), "增长3%。"),
            ("乙报/副刊", date(2019, 5, 6), "增长4%。"),
        )
    )
    assert snapshot is not None
    assert values(store) == {"甲报-2019-01-02": [1, 2], "甲报-2020-01-02": [3], "乙报/副刊-2019-05-06": [4]}
    assert sorted(path.name for path in store.claims_path.iterdir()) == [
        "乙报%2F副刊-2019.parquet",
        "甲报-2019.parquet",
        "甲报-2020.parquet",
    ]
    assert snapshot.rows("claims") == 4
    assert snapshot.rows("issues") == 3
    sentences = pd.read_parquet(store.path / "current" / "sentences")
    assert len(sentences) == 3
    query = f"select count(*) from read_parquet('{store.claims_path}/*.parquet')"
    assert duckdb.connect().execute(query).fetchall() == [(4,)]
    assert store.verify() == []


def test_publications_never_share_a_file() -> None:
    names = ["甲/报", "甲%2F报", "甲_报", "甲 报", "报" * 200, "报" * 199 + "社", "..", "", "a*b[c]"]
    files = [BucketKey(name, 2019).file_name for name in names]
    assert len(set(files)) == len(names)
    assert all("/" not in file and len(file.encode()) <= 255 and file.endswith("-2019.parquet") for file in files)


def test_every_file_carries_the_descriptions_of_its_columns(store: Store) -> None:
    store.replace_issues(issues(("甲报", date(2019, 1, 2), "增长1%。")))
    entry = next(entry for entry in store.current().manifest.files if entry.dataset == "claims")
    field = store.current().read(entry).schema.field("bound")
    assert field.metadata[b"label_zh"].decode() == "界限"
    assert b"more_than" in field.metadata[b"codes"]


def test_an_issue_replaces_its_own_rows_and_no_others(store: Store) -> None:
    day = date(2019, 1, 2)
    store.replace_issues(
        issues(("甲报", day, "增长1%。"), ("甲报", date(2019, 1, 1), "增长9%。"), ("乙报", day, "增长2%。"))
    )
    untouched = next(store.claims_path.glob("乙报*")).stat().st_ino
    store.replace_issues(issues(("甲报", day, "增长5%，增长6%。")))
    assert values(store) == {"甲报-2019-01-01": [9], "甲报-2019-01-02": [5, 6], "乙报-2019-01-02": [2]}
    assert next(store.claims_path.glob("乙报*")).stat().st_ino == untouched, "an unchanged bucket is a hard link"


def test_the_same_again_publishes_nothing(store: Store) -> None:
    first = store.replace_issues(issues(("甲报", date(2019, 1, 2), "增长1%。"), ("甲报", date(2019, 1, 3), "增长2%。")))
    assert store.replace_issues(issues(("甲报", date(2019, 1, 2), "增长1%。"))) is None
    assert store.replace_issues([]) is None
    assert store.remove_issues(["unknown"]) is None
    assert first is not None
    assert [snapshot.path for snapshot in store.snapshots()] == [first.path]


def test_the_order_of_arrival_does_not_show(tmp_path: Path) -> None:
    days = [("甲报", date(2019, 1, day), f"增长{day}%。") for day in (3, 1, 2)]
    at_once, one_by_one = Store(tmp_path / "a"), Store(tmp_path / "b")
    at_once.replace_issues(issues(*days))
    for each in reversed(days):
        one_by_one.replace_issues(issues(each))
    assert at_once.current().manifest.files == one_by_one.current().manifest.files


def test_a_bucket_of_several_pieces_is_the_same_whatever_came_when(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row groups end after so many rows and nowhere else, and issues that lie across two of them stay whole."""
    monkeypatch.setattr("etl.store.parquet.PIECE", 7)
    dice = random.Random(5)
    wanted = {day: dice.randrange(0, 6) for day in range(1, 29)}

    def issue(day: int, number: int) -> IssueRows:
        return rows_of(make_issue("甲报", date(2019, 1, day), [f"增长{n}%。" for n in range(number)] or ["无。"]))

    at_once, by_steps = Store(tmp_path / "a"), Store(tmp_path / "b")
    at_once.replace_issues([issue(*each) for each in wanted.items()])
    waiting = [(day, number) for day, last in wanted.items() for number in (dice.randrange(0, 6), last)]
    while waiting:
        step = {day: number for day, number in reversed(waiting) if dice.random() < 0.3}
        gone = [f"甲报-2019-01-{dice.randrange(1, 29):02d}"] if len(waiting) > 20 else []
        by_steps.publish([issue(*each) for each in step.items()], gone)
        waiting = [each for each in waiting if each not in step.items()]
        waiting += [(int(each[-2:]), wanted[int(each[-2:])]) for each in gone]
    by_steps.replace_issues([issue(*each) for each in wanted.items()])
    ours, theirs = (
        [each for each in store.current().manifest.files if each.dataset != "history"] for store in (at_once, by_steps)
    )
    assert ours == theirs
    (entry,) = (each for each in ours if each.dataset == "claims")
    groups = pq.ParquetFile(at_once.claims_path / entry.name).metadata
    sizes = [groups.row_group(number).num_rows for number in range(groups.num_row_groups)]
    assert sizes == [7] * (sum(wanted.values()) // 7) + [sum(wanted.values()) % 7]
    assert values(by_steps) == {
        f"甲报-2019-01-{day:02d}": list(range(number)) for day, number in wanted.items() if number
    }


def test_an_issue_that_moves_to_another_bucket_leaves_the_old_one(store: Store) -> None:
    issue = make_issue("甲报", date(2019, 12, 31), ("增长1%。",))
    store.replace_issues([rows_of(issue)])
    later = replace(issue, masthead=replace(issue.masthead, issue_date=date(2020, 1, 1)))
    store.replace_issues([rows_of(later)])
    places = [(entry.dataset, entry.year) for entry in store.current().manifest.files]
    assert places == [("claims", 2020), ("history", 2019), ("issues", 2020), ("sentences", 2020)]


def test_removing_the_last_issue_leaves_a_table_without_rows(store: Store) -> None:
    store.replace_issues(issues(("甲报", date(2019, 1, 2), "增长1%。")))
    store.remove_issues(["甲报-2019-01-02"])
    table = pd.read_parquet(store.path / "current" / "claims")
    assert len(table) == 0
    assert "value_text" in table.columns
    store.replace_issues(issues(("甲报", date(2019, 1, 2), "增长1%。")))
    assert values(store) == {"甲报-2019-01-02": [1]}


def test_an_issue_without_claims_is_known_all_the_same(store: Store) -> None:
    store.replace_issues(issues(("甲报", date(2019, 1, 2), "没有数字。")))
    assert list(store.known()) == ["甲报-2019-01-02"]
    assert len(pd.read_parquet(store.path / "current" / "claims")) == 0


def test_one_issue_twice_in_one_commit_is_refused(store: Store) -> None:
    twice = list(issues(("甲报", date(2019, 1, 2), "增长1%。")))
    with pytest.raises(ValueError, match="甲报-2019-01-02 is replaced twice"):
        store.replace_issues(twice * 2)
    assert store.snapshots() == []


def test_known_and_sources(store: Store) -> None:
    issue = make_issue("甲报", date(2019, 1, 2), ("增长1%。",), "papers/a.txt")
    gb = issue.text.encode("gb18030")
    store.replace_issues([IssueRows(rows_of(issue).tables, gb, issue.text)])
    known = store.known()["甲报-2019-01-02"]
    assert (known.source_uri, known.origin, known.sha256) == ("papers/a.txt", "papers", issue.sha256)
    assert store.source_text("甲报-2019-01-02") == issue.text
    assert store.archive.get(known.text_sha256).decode() == issue.text
    with pytest.raises(KeyError):
        store.source_text("丙报-2019-01-02")


def test_earlier_snapshots_stay_readable(store: Store) -> None:
    store.replace_issues(issues(("甲报", date(2019, 1, 2), "增长1%。")))
    before = store.claims_path
    store.replace_issues(issues(("甲报", date(2019, 1, 2), "增长2%。")))
    assert pd.read_parquet(before)["value"].tolist() == [1]
    assert pd.read_parquet(store.claims_path)["value"].tolist() == [2]
    assert [snapshot.serial for snapshot in store.snapshots()] == [1, 2]


def test_old_snapshots_go_by_number_and_age(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path, kept=2)
    for value in (1, 2, 3):
        store.replace_issues(issues(("甲报", date(2019, 1, 2), f"增长{value}%。")))
    assert len(store.snapshots()) == 3, "a reader may still be at the first: it is too young to go"

    class Later(datetime):
        @classmethod
        def now(cls, tz: object = UTC) -> datetime:  # type: ignore[override]
            return datetime.now(UTC) + KEPT_AT_LEAST + timedelta(seconds=1) if tz else datetime.now(UTC)

    monkeypatch.setattr("etl.store.store.datetime", Later)
    store.replace_issues(issues(("甲报", date(2019, 1, 2), "增长4%。")))
    assert [snapshot.serial for snapshot in store.snapshots()] == [3, 4]
    assert values(store) == {"甲报-2019-01-02": [4]}


def test_one_writer_at_a_time(store: Store) -> None:
    with store.writing(), pytest.raises(StoreBusyError, match=str(os.getpid())), Store(store.path).writing(wait=False):
        pass
    with store.writing(wait=False):
        refused: list[Exception] = []

        def try_to_write() -> None:
            try:
                with store.writing(wait=False):
                    pass
            except StoreBusyError as error:
                refused.append(error)

        thread = threading.Thread(target=try_to_write)
        thread.start()
        thread.join()
        assert len(refused) == 1


def test_damage_is_named(store: Store) -> None:
    store.replace_issues(issues(("甲报", date(2019, 1, 2), "增长1%。"), ("乙报", date(2019, 1, 2), "增长2%。")))
    victim = next(store.claims_path.glob("甲报*"))
    content = bytearray(victim.read_bytes())
    content[len(content) // 2] ^= 4
    victim.write_bytes(content)
    (line,) = store.verify()
    assert victim.name in line
    with pytest.raises(StoreDamagedError, match=victim.name):
        store.replace_issues(issues(("甲报", date(2019, 1, 3), "增长1%。")))
    victim.unlink()
    (line,) = store.verify()
    assert victim.name in line


def test_a_damaged_manifest_and_archive_are_named(store: Store) -> None:
    store.replace_issues(issues(("甲报", date(2019, 1, 2), "增长1%。")))
    known = store.known()["甲报-2019-01-02"]
    store.archive.path(known.sha256).write_text("别的", encoding="utf-8")
    assert [known.sha256 in line for line in store.verify()] == [True]
    with pytest.raises(StoreDamagedError, match=known.sha256):
        store.source_bytes("甲报-2019-01-02")
    store.archive.path(known.sha256).unlink()
    assert "缺失" in store.verify()[0]
    manifest = store.current().path / "manifest.json"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("2019", "2018"), encoding="utf-8")
    assert any("manifest" in line for line in Store(store.path).verify())


@pytest.mark.parametrize("failing", ["new_file", "write_file", "sync_folder", "link_or_copy", "switch_link"])
def test_a_full_disk_leaves_the_table_as_it_was(store: Store, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    store.replace_issues(issues(("甲报", date(2019, 1, 2), "增长1%。"), ("乙报", date(2019, 1, 2), "增长2%。")))

    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    for module in ("etl.store.commit", "etl.store.store", "etl.store.archive", "etl.store.parquet"):
        monkeypatch.setattr(f"{module}.{failing}", full, raising=False)
    with pytest.raises(StoreError, match="No space left on device"):
        store.replace_issues(issues(("甲报", date(2019, 1, 3), "增长3%。")))
    monkeypatch.undo()
    assert values(store) == {"甲报-2019-01-02": [1], "乙报-2019-01-02": [2]}
    assert store.verify() == []
    store.replace_issues(issues(("甲报", date(2019, 1, 3), "增长3%。")))
    assert values(store)["甲报-2019-01-03"] == [3]
    assert not list(store.path.glob("snapshots/.*"))


def test_without_hard_links_files_are_copied(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_arguments: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    store.replace_issues(issues(("甲报", date(2019, 1, 2), "增长1%。"), ("乙报", date(2019, 1, 2), "增长2%。")))
    store.replace_issues(issues(("甲报", date(2019, 1, 2), "增长3%。")))
    assert values(store) == {"甲报-2019-01-02": [3], "乙报-2019-01-02": [2]}
    assert store.verify() == []


def test_a_lost_link_is_found_again(store: Store) -> None:
    store.replace_issues(issues(("甲报", date(2019, 1, 2), "增长1%。")))
    (store.path / "current").unlink()
    with store.writing():
        pass
    assert values(store) == {"甲报-2019-01-02": [1]}
    (store.path / "current").unlink()
    (store.path / "current").symlink_to("snapshots/00000099")
    with pytest.raises(StoreDamagedError, match="00000099"):
        store.current()
