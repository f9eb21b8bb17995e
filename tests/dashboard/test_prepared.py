from __future__ import annotations

import gc
import os
import tempfile
import time
from pathlib import Path

import numpy as np
import pytest

from dashboard import prepared, window
from dashboard.cache_folder import cache_folder
from dashboard.filter import Filter
from dashboard.query import Claims
from etl.store import Store


def prepared_files(store: Path) -> list[Path]:
    return sorted(cache_folder(store).glob("*.duckdb"))


def forget_an_issue(store: Path) -> None:
    Store(store).remove_issues([sorted(Store(store).known())[0]])


def test_what_was_prepared_is_found_again_and_a_damaged_file_is_made_anew(own_store: Path) -> None:
    assert Claims(own_store).scope().claims == 323
    (file,) = prepared_files(own_store)
    made = file.stat().st_mtime_ns
    assert Claims(own_store).scope().claims == 323
    assert file.stat().st_mtime_ns == made
    gc.collect()  # nobody holds the database open any more
    file.write_bytes(b"no database" * 1000)
    assert Claims(own_store).scope().claims == 323
    assert file.read_bytes()[:11] != b"no database"


def test_a_refresh_is_seen_by_the_next_question_and_old_files_go(own_store: Path) -> None:
    claims = Claims(own_store)
    before, count = claims.scope().claims, claims.count(Filter())
    assert claims.offered().indicator["利润总额"] == 309
    for _ in range(3):
        forget_an_issue(own_store)
        assert claims.scope().claims < before
        before = claims.scope().claims
    assert claims.count(Filter()).claims == before < count.claims
    assert claims.offered().indicator["利润总额"] < 309
    assert len(prepared_files(own_store)) == prepared.KEPT


def test_a_large_table_goes_on_answering_until_the_next_is_ready(
    own_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = Claims(own_store)
    assert claims.scope().claims == 323
    monkeypatch.setattr(prepared, "AT_ONCE", 0)
    forget_an_issue(own_store)
    first = claims.scope().claims
    deadline = time.monotonic() + 30
    while claims.scope().claims == 323 and time.monotonic() < deadline:
        time.sleep(0.02)
    assert first == 323
    assert claims.scope().claims < 323


def test_a_table_that_cannot_be_prepared_leaves_the_last_one(
    own_store: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    claims = Claims(own_store)
    assert claims.scope().claims == 323
    monkeypatch.setattr(prepared, "AT_ONCE", 0)

    def fail(*_arguments: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(prepared, "_build", fail)
    forget_an_issue(own_store)
    deadline = time.monotonic() + 30
    while "no room" not in caplog.text and time.monotonic() < deadline:
        assert claims.scope().claims == 323
        time.sleep(0.02)
    assert "could not be prepared" in caplog.text
    assert claims.scope().claims == 323


def test_a_store_that_cannot_be_written_is_served_from_the_temporary_folder(
    own_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(os, "access", lambda *_arguments: False)
    folder = cache_folder(own_store)
    assert folder.parent == tmp_path
    assert folder.stat().st_mode & 0o077 == 0
    assert Claims(own_store).scope().claims == 323
    folder.chmod(0o777)
    with pytest.raises(OSError, match="alone"):
        cache_folder(own_store)


def test_a_build_that_fails_leaves_no_file(own_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(prepared, "_fill", fail)
    with pytest.raises(OSError, match="no room"):
        Claims(own_store).scope()
    assert list(cache_folder(own_store).iterdir()) == []


@pytest.fixture
def small_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window, "ROWS", 7)


@pytest.mark.usefixtures("small_windows")
@pytest.mark.parametrize("narrowed", [Filter(), Filter(text="利润"), Filter(sector=("制造业",)), Filter(text="没有的")])
def test_windows_give_every_row_once_in_the_order_of_the_table(claims: Claims, narrowed: Filter) -> None:
    found = [claim for batch in claims.reader(narrowed) for claim in batch.column("claim_id").to_pylist()]
    pages = [claims.page(narrowed, first, first + 100, []) for first in range(0, 400, 100)]
    assert found == [claim for page in pages for claim in page["claim_id"]]


def test_an_export_that_is_dropped_ends_its_reading(claims: Claims) -> None:
    reader = claims.reader(Filter())
    assert next(iter(reader)).num_rows > 0
    del reader
    assert claims.scope().claims == 323


def test_places_follow_the_order_of_the_table(claims: Claims) -> None:
    for table, place, order in (
        ("claims", "position", "issue_date DESC, issue_id, source_start, claim_id"),
        ("sentences", "place", "issue_date DESC, issue_id, article_id, ordinal"),
    ):
        rows = claims.relation(f"SELECT {place} FROM {table} ORDER BY {order}").fetchall()
        assert [row[0] for row in rows] == list(range(1, len(rows) + 1)), table


def test_masks_are_what_a_plain_search_finds(claims: Claims) -> None:
    frame = claims.reader(Filter()).read_all().to_pandas()
    for word in ("利润", "纺织业", "HYPERLINK", "超"):
        searched = ("sentence", "article_title", "subject", "indicator", "sector")
        wanted = np.logical_or.reduce([frame[name].fillna("").str.contains(word, regex=False) for name in searched])
        assert claims.count(Filter(text=word)).claims == int(wanted.sum())
