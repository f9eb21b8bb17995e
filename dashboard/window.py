"""The table read window by window in its own order: however long the export, memory stays that of two windows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pyarrow as pa


def in_place(table: pa.Table) -> pa.Table:
    """The rows in the order of their ``position``, without it; DuckDB keeps the order, this makes sure of it."""
    places = table["position"].to_numpy()
    if (np.diff(places) <= 0).any():
        table = table.sort_by("position")
    return table.drop_columns("position")


def read_ahead(window: Callable[[int], pa.Table], places: Sequence[int], rows: int) -> Iterator[pa.RecordBatch]:
    """The rows of all windows, each window read while the one before it is used."""
    with ThreadPoolExecutor(max_workers=1) as reading:
        ahead = reading.submit(window, places[0]) if places else None
        for following in [*places[1:], None]:
            if ahead is not None:
                table = ahead.result()
                ahead = reading.submit(window, following) if following is not None else None
                yield from table.to_batches(rows)
