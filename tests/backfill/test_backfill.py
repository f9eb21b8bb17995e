"""A backfill gives the table that a refresh would give, whatever is lost on the way; engines stand in for Dask."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from etl.model import Document, SetAside
from etl.refresh.outcome import RefreshError
from etl.store import Store, StoreBusyError
from etl.store.ledger import MAX_TRIES, runs, set_aside
from tests.backfill.archive_of_papers import DEADLY, backfilled, fill, refreshed, table
from tests.backfill.inline import Inline, KilledError
from tests.sample import make_issue, write_sample


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("etl.backfill.batch.LEAST", 20)


def test_the_table_is_that_of_a_refresh_in_one_snapshot(tmp_path: Path) -> None:
    """Serials, duplicates and documents without a date included; a refresh then finds nothing to do."""
    fill(tmp_path / "papers", 60)
    (tmp_path / "papers" / "bad.txt").write_text("no date\n", encoding="utf-8")
    expected = refreshed(tmp_path / "papers", tmp_path / "refreshed")
    outcome = backfilled(tmp_path / "papers", tmp_path / "store")
    assert (len(outcome.new), outcome.snapshot) == (60, 1)
    assert sorted(map(str, outcome.set_aside)) == sorted(map(str, expected.set_aside))
    assert len(outcome.set_aside) == 4 + 1
    assert table(tmp_path / "store") == table(tmp_path / "refreshed")
    assert Store(tmp_path / "store").verify() == []
    assert not (tmp_path / "store" / "staging").exists()
    again = refreshed(tmp_path / "papers", tmp_path / "store")
    assert (again.unchanged, again.snapshot, again.loaded) == (60, None, 60)
    assert [each.state for each in runs(tmp_path / "store")] == ["done", "done"]


def test_a_second_backfill_takes_what_is_new_changed_and_gone(tmp_path: Path) -> None:
    fill(tmp_path / "papers", 50)
    backfilled(tmp_path / "papers", tmp_path / "store")
    engine = Inline()
    assert backfilled(tmp_path / "papers", tmp_path / "store", engine).snapshot is None
    assert engine.done == 0
    fill(tmp_path / "papers", 5, first=50)
    write_sample(tmp_path / "papers" / "0003.txt", make_issue("样报9", sentences=("增长99%。",)))
    (tmp_path / "papers" / "0004.txt").unlink()
    outcome = backfilled(tmp_path / "papers", tmp_path / "store")
    assert (len(outcome.new), len(outcome.changed), len(outcome.removed), outcome.snapshot) == (5, 1, 1, 2)
    refreshed(tmp_path / "papers", tmp_path / "refreshed")
    claims = ("claims", "sentences", "issues")
    assert {name: each for name, each in table(tmp_path / "store").items() if name.startswith(claims)} == {
        name: each for name, each in table(tmp_path / "refreshed").items() if name.startswith(claims)
    }


@pytest.mark.parametrize("most", [0, 1, 3])
def test_what_was_done_before_a_loss_is_not_done_again(tmp_path: Path, most: int) -> None:
    fill(tmp_path / "papers", 70)
    refreshed(tmp_path / "papers", tmp_path / "refreshed")
    engine = Inline(most=most)
    with pytest.raises(KilledError):
        backfilled(tmp_path / "papers", tmp_path / "store", engine)
    assert Store(tmp_path / "store").known() == {}
    second = Inline()
    outcome = backfilled(tmp_path / "papers", tmp_path / "store", second)
    assert len(outcome.new) == 70
    assert not set(engine.names) & set(second.names)
    assert table(tmp_path / "store") == table(tmp_path / "refreshed")
    assert [each.state for each in runs(tmp_path / "store")] == ["done", "failed"]


def test_a_damaged_file_is_done_again(tmp_path: Path) -> None:
    fill(tmp_path / "papers", 40)
    with pytest.raises(KilledError):
        backfilled(tmp_path / "papers", tmp_path / "store", Inline(most=1))
    (left,) = (tmp_path / "store" / "staging").iterdir()
    left.write_bytes(left.read_bytes()[:-100])
    assert len(backfilled(tmp_path / "papers", tmp_path / "store").new) == 40


def test_poison_is_tried_once_more_alone_and_then_set_aside(tmp_path: Path) -> None:
    fill(tmp_path / "papers", 20)
    (tmp_path / "papers" / "0007.txt").write_text("样报\n2019-03-01\n毒，增长7%。\n", encoding="utf-8")
    outcome = backfilled(tmp_path / "papers", tmp_path / "store", steps=DEADLY)
    assert (len(outcome.new), len(outcome.faults)) == (19, 1)
    (aside,) = (each for each in set_aside(tmp_path / "store") if each.duplicate_of is None)
    assert (aside.source_uri, aside.tries) == ("papers/0007.txt", 2)
    assert "died (-9)" in aside.reason
    for _ in range(2):
        refreshed(tmp_path / "papers", tmp_path / "store")  # its process would die: it is read without the deadly step
    assert len(Store(tmp_path / "store").known()) == 20


def test_a_batch_that_no_worker_survives_is_done_document_by_document(tmp_path: Path) -> None:
    fill(tmp_path / "papers", 50)

    def lost(batch: Sequence[Document]) -> bool:
        return any(document.source_uri.endswith("0033.txt") for document in batch)

    outcome = backfilled(tmp_path / "papers", tmp_path / "store", Inline(lost))
    assert len(outcome.new) == 49
    (aside,) = outcome.faults
    assert aside == SetAside("papers/0033.txt", aside.reason, sha256=aside.sha256, tries=2)
    assert "workers that read it died" in aside.reason
    assert set_aside(tmp_path / "store")[0].tries < MAX_TRIES
    assert len(refreshed(tmp_path / "papers", tmp_path / "store").new) == 1


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    fill(tmp_path / "papers", 2)
    with Store(tmp_path / "store").writing(), pytest.raises(StoreBusyError):
        backfilled(tmp_path / "papers", tmp_path / "store")


def test_an_empty_folder_is_not_believed(tmp_path: Path) -> None:
    fill(tmp_path / "papers", 2)
    backfilled(tmp_path / "papers", tmp_path / "store")
    for path in (tmp_path / "papers").iterdir():
        path.unlink()
    with pytest.raises(RefreshError, match="--allow-empty"):
        backfilled(tmp_path / "papers", tmp_path / "store")
    assert len(backfilled(tmp_path / "papers", tmp_path / "store", allow_empty=True).removed) == 2
