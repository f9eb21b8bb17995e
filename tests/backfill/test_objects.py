"""Documents and tables in an object store, on a real server that speaks S3."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from unittest import mock

import fsspec
import pyarrow as pa
import pytest
from deltalake import DeltaTable, write_deltalake

from etl.backfill import delta
from etl.backfill.delta import DeltaStore, storage_options
from etl.backfill.place import place_of
from etl.refresh.outcome import RefreshError
from etl.schema import CLAIMS
from etl.store import DATASETS, Store, StoreBusyError, StoreError
from etl.store.archive import Archive
from tests.backfill.archive_of_papers import backfilled, fill, refreshed
from tests.backfill.conftest import upload
from tests.backfill.inline import Inline, KilledError

TABLES = ("claims", "sentences", "issues")
_KEYS = {"claims": "claim_id", "sentences": "sentence_id", "issues": "issue_id"}


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("etl.backfill.batch.LEAST", 10)


def in_delta(url: str, name: str) -> list[dict[str, object]]:
    """The rows of a Delta table, in the order of their keys."""
    options = storage_options()
    table = DeltaTable(f"{url}/{name}", storage_options=options).to_pyarrow_table()
    return sorted(_rows(table, name), key=lambda row: str(row[_KEYS[name]]))


def on_disk(store: Path, name: str) -> list[dict[str, object]]:
    snapshot = Store(store).current()
    tables = [snapshot.read(entry) for entry in snapshot.manifest.files if entry.dataset == name]
    return sorted(_rows(pa.concat_tables(tables), name), key=lambda row: str(row[_KEYS[name]]))


def _rows(table: pa.Table, name: str) -> list[dict[str, object]]:
    assert table.column_names == DATASETS[name].names
    places = {"claims": ["source_uri"], "issues": ["source_uri", "origin"], "sentences": []}[name]
    found: list[dict[str, object]] = table.drop_columns(places).to_pylist()
    return found


def assert_same(url: str, store: Path) -> None:
    for name in TABLES:
        assert in_delta(url, name) == on_disk(store, name), name


def test_from_an_object_store_to_a_disk(tmp_path: Path, bucket: str) -> None:
    fill(tmp_path / "papers", 25)
    (tmp_path / "papers" / ".hidden").write_text("x", encoding="utf-8")
    (tmp_path / "papers" / "bad.txt").write_text("no date\n", encoding="utf-8")
    upload(tmp_path / "papers", f"{bucket}/archive of papers")
    source = f"{bucket}/archive of papers"
    outcome = backfilled(source, tmp_path / "store")
    assert (outcome.found, len(outcome.new), len(outcome.faults), outcome.snapshot) == (27, 25, 1, 1)
    refreshed(tmp_path / "papers", tmp_path / "refreshed")
    assert [row["claim_id"] for row in on_disk(tmp_path / "store", "claims")] == [
        row["claim_id"] for row in on_disk(tmp_path / "refreshed", "claims")
    ]
    known = Store(tmp_path / "store").known().values()
    assert {each.origin for each in known} == {source}
    assert all(each.source_uri.startswith(f"{source}/0") for each in known)
    assert Store(tmp_path / "store").verify() == []
    engine = Inline()
    again = backfilled(source, tmp_path / "store", engine)
    assert (again.unchanged, again.snapshot, len(again.faults)) == (25, None, 1)
    assert engine.done == 1, "what was refused is tried again, nothing is fetched"


def test_from_an_object_store_to_delta_and_back(tmp_path: Path, bucket: str) -> None:
    fill(tmp_path / "papers", 25)
    upload(tmp_path / "papers", f"{bucket}/papers")
    outcome = backfilled(f"{bucket}/papers", f"{bucket}/table")
    assert (len(outcome.new), outcome.snapshot) == (25, 0)
    refreshed(tmp_path / "papers", tmp_path / "refreshed")
    assert_same(f"{bucket}/table", tmp_path / "refreshed")
    kinds = {field.name: field.type for field in CLAIMS}
    read = pa.schema(DeltaTable(f"{bucket}/table/claims", storage_options=storage_options()).schema().to_arrow())
    assert {field.name: str(field.type).replace("_view", "") for field in read}.keys() == kinds.keys()
    names = place_of(f"{bucket}/table").names()
    assert not [name for name in names if name.startswith("staging/")]
    archive = Archive(tmp_path / "refreshed" / "archive")
    for path in archive.root.glob("[0-9a-f][0-9a-f]/*"):
        assert DeltaStore(f"{bucket}/table").archive.get(path.name) == path.read_bytes()
    again = backfilled(f"{bucket}/papers", f"{bucket}/table", engine := Inline())
    assert (again.unchanged, again.snapshot, engine.done) == (25, None, 0)


def test_what_changes_is_replaced_and_what_is_gone_goes(tmp_path: Path, bucket: str) -> None:
    """From a folder into Delta; each time one commit of each table."""
    papers, url = tmp_path / "papers", f"{bucket}/table"
    fill(papers, 22)
    backfilled(papers, url)
    fill(papers, 3, first=22)
    backfilled(papers, url)
    (papers / "0003.txt").write_text("样报0\n2019-01-04\n增长99%。\n", encoding="utf-8")
    (papers / "0005.txt").unlink()
    outcome = backfilled(papers, url)
    assert (len(outcome.changed), len(outcome.removed), outcome.snapshot) == (1, 1, 2)
    refreshed(papers, tmp_path / "refreshed")
    assert_same(url, tmp_path / "refreshed")
    for name in TABLES:
        assert DeltaTable(f"{url}/{name}", storage_options=storage_options()).version() == 2


@pytest.mark.parametrize("added", [False, True])
@pytest.mark.parametrize("lost_before", TABLES)
def test_a_run_lost_between_two_commits_is_finished(tmp_path: Path, bucket: str, lost_before: str, added: bool) -> None:
    """Also when the source has changed in between."""
    papers, url = tmp_path / "papers", f"{bucket}/table"
    fill(papers, 12)
    commit = DeltaStore._commit

    def dies(store: DeltaStore, name: str, change: delta.Change) -> None:
        if name == lost_before:
            raise KilledError
        commit(store, name, change)

    with mock.patch.object(DeltaStore, "_commit", dies), pytest.raises(KilledError):
        backfilled(papers, url)
    if added:
        (papers / "0003.txt").unlink()
        fill(papers, 2, first=12)
    backfilled(papers, url)
    refreshed(papers, tmp_path / "refreshed")
    assert_same(url, tmp_path / "refreshed")


def test_of_two_backfills_at_a_time_one_fails(tmp_path: Path, bucket: str) -> None:
    papers, url = tmp_path / "papers", f"{bucket}/table"
    fill(papers, 3)
    backfilled(papers, url)
    fill(papers, 3, first=3)

    def late(*arguments: Any, **options: Any) -> None:
        with mock.patch.object(delta, "write_deltalake", write_deltalake):
            backfilled(papers, url)
        write_deltalake(*arguments, **options)

    with mock.patch.object(delta, "write_deltalake", late), pytest.raises(StoreBusyError, match="run again"):
        backfilled(papers, url)
    backfilled(papers, url)
    refreshed(papers, tmp_path / "refreshed")
    assert_same(url, tmp_path / "refreshed")


def test_a_run_that_was_lost_goes_on_where_it_was(tmp_path: Path, bucket: str) -> None:
    fill(tmp_path / "papers", 35)
    upload(tmp_path / "papers", f"{bucket}/papers")
    first, second = Inline(most=5), Inline()
    with pytest.raises(KilledError):
        backfilled(f"{bucket}/papers", f"{bucket}/table", first)
    backfilled(f"{bucket}/papers", f"{bucket}/table", second)
    assert len(first.names) == 5
    assert not set(first.names) & set(second.names)
    refreshed(tmp_path / "papers", tmp_path / "refreshed")
    assert_same(f"{bucket}/table", tmp_path / "refreshed")


def test_what_is_not_there_is_named(tmp_path: Path, bucket: str) -> None:
    with pytest.raises(RefreshError, match=r"nowhere.*no such bucket or prefix"):
        backfilled(f"{bucket}/nowhere", tmp_path / "store")
    fill(tmp_path / "papers", 1)
    with pytest.raises(StoreError, match="no-such-bucket-of-ours"):
        backfilled(tmp_path / "papers", "s3://no-such-bucket-of-ours/table")


def test_an_archived_object_that_is_damaged_sets_its_document_aside(tmp_path: Path, bucket: str) -> None:
    fill(tmp_path / "papers", 3)
    upload(tmp_path / "papers", f"{bucket}/papers")
    with pytest.raises(KilledError):
        backfilled(f"{bucket}/papers", f"{bucket}/table", Inline(most=1))
    system = fsspec.filesystem("s3", use_listings_cache=False)
    first = sorted(system.find(f"{bucket}/table/archive"))[0]
    system.pipe_file(first, b"something else")
    outcome = backfilled(f"{bucket}/papers", f"{bucket}/table")
    assert len(outcome.new) == 2
    assert "damaged" in str(outcome.faults[0])
