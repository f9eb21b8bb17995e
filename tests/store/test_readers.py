"""Readers during refreshes see one whole state, and writers that overlap lose nothing."""

from __future__ import annotations

import threading
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

from etl.store import Store
from tests.store.writer import PROCESSES, PUBLICATIONS, replace_one, rows_of

ROUNDS = 60


def publish_rounds(path: Path) -> None:
    store = Store(path)
    for value in range(1, ROUNDS):
        store.replace_issues([rows_of(publication, value) for publication in PUBLICATIONS])


def test_readers_see_whole_snapshots(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.replace_issues([rows_of(publication, 0) for publication in PUBLICATIONS])
    writer = threading.Thread(target=publish_rounds, args=(tmp_path,))
    writer.start()
    seen: set[float] = set()
    by_link = 0
    while writer.is_alive():
        table = pq.read_table(store.claims_path)
        values = table["value"].to_pylist()
        assert len(values) == len(PUBLICATIONS)
        assert len(set(values)) == 1, "one state, never half of the next"
        seen.update(values)
        plain = pd.read_parquet(tmp_path / "current" / "claims")  # the link may be switched meanwhile
        assert sorted(plain["publication"]) == sorted(PUBLICATIONS), "every issue whole, and once"
        by_link += 1
    writer.join()
    assert len(seen) > 2, "the table changed while it was read"
    assert by_link > 2
    assert set(pd.read_parquet(store.claims_path)["value"]) == {ROUNDS - 1}


def test_writers_take_turns(tmp_path: Path) -> None:
    publications = ["甲报", "乙报", "丙报"]
    writers = [PROCESSES.Process(target=replace_one, args=(tmp_path, each, 10)) for each in publications]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    table = pd.read_parquet(tmp_path / "current" / "claims")
    assert sorted(table["publication"]) == sorted(publications)
    assert set(table["value"]) == {9}
    assert len(Store(tmp_path).snapshots()) == 30
    assert Store(tmp_path).verify() == []
