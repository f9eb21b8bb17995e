"""The table read window by window in its own order: however long the export, memory stays that of a few windows."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pyarrow as pa

_AHEAD = 3
"""So many windows are read ahead: as many as a row group of an exported Parquet file takes, and no more."""


def in_place(table: pa.Table) -> pa.Table:
    """The rows in the order of their ``position``, without it; DuckDB keeps the order, this makes sure of it."""
    places = table["position"].to_numpy()
    if (np.diff(places) <= 0).any():
        table = table.sort_by("position")
    return table.drop_columns("position")


def read_ahead(window: Callable[[int], pa.Table], places: Sequence[int], rows: int) -> Iterator[pa.RecordBatch]:
    """The rows of all windows, some windows read while those before them are used."""
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="window") as reading:
        ahead = deque(reading.submit(window, place) for place in places[:_AHEAD])
        try:
            for following in [*places[_AHEAD:], *[None] * len(ahead)]:
                table = ahead.popleft().result()
                if following is not None:
                    ahead.append(reading.submit(window, following))
                yield from table.to_batches(rows)
        finally:
            reading.shutdown(cancel_futures=True)
