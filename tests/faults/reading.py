"""Promise 4: readers see one whole state, whatever is being published."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq

from etl.store import Store
from tests.faults.tally import Tally
from tests.store.writer import PROCESSES, PUBLICATIONS, Writer, rows_of


def _arrow(path: Path) -> list[float]:
    return [float(value) for value in pq.read_table(path, columns=["value"])["value"].to_pylist()]


def _pandas(path: Path) -> list[float]:
    return [float(value) for value in pd.read_parquet(path, columns=["value"])["value"]]


def _duckdb(path: Path) -> list[float]:
    found = duckdb.connect().execute(f"SELECT value FROM '{path}/*.parquet'").fetchall()
    return [float(value) for (value,) in found]


READERS: tuple[Callable[[Path], list[float]], ...] = (_arrow, _pandas, _arrow, _arrow, _duckdb)


def prove(folder: Path, count: int) -> Tally:
    """``count`` reads by pyarrow, pandas and DuckDB while another process publishes without a pause."""
    tally = Tally(4, "更新期间的读取：一个完整的快照 · reads during refreshes")
    store = Store(folder)
    store.replace_issues([rows_of(publication, 0) for publication in PUBLICATIONS])
    assert PROCESSES
    writer = Writer(folder, 1)
    writer.wait_for_first()
    lock, seen = threading.Lock(), set[float]()
    numbers = iter(range(count))

    def read() -> None:
        while True:
            with lock:
                number = next(numbers, None)
            if number is None:
                return
            try:
                values = READERS[number % len(READERS)](store.claims_path)
                kept, case = len(values) == len(PUBLICATIONS) and len(set(values)) == 1, f"read {number}: {values}"
            except Exception as error:
                kept, case, values = False, f"read {number}: {error!r}", []
            with lock:
                tally.expect(kept, case)
                seen.update(values)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    writer.kill()
    tally.note("发布 published", writer.end()[-1])
    tally.note("读到的状态 states seen", len(seen))
    tally.expect(len(seen) > 1, "the table never changed while it was read")
    tally.tried = count
    return tally
