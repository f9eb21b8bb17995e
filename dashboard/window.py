"""The table read window by window in its own order: however long the export, memory stays that of a few batches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pyarrow as pa

from dashboard.bits import Numbers
from etl.store.ahead import taken_ahead

ROWS = 122_880
"""Claims that are read at a time, a row group of DuckDB: where reading begins, the dictionaries of its columns are
unpacked."""
_AHEAD = 4
"""So many batches are read ahead: what is made of one takes as long as to read some."""


def read_ahead(window: Callable[[int], Iterator[pa.RecordBatch]], places: Sequence[int]) -> Iterator[pa.RecordBatch]:
    """The batches of all windows, some read while those before them are used."""
    return taken_ahead((batch for place in places for batch in window(place)), _AHEAD)


def in_place(batches: pa.RecordBatchReader, places: Numbers) -> Iterator[pa.RecordBatch]:
    """The rows in the order of their ``position``, without it: those of these ``places``, which ascend.

    A streamed answer of DuckDB comes in the order of the table as long as one of its threads reads it, as it does a
    window; this makes sure of it.
    """
    done = 0
    for batch in batches:
        if not np.array_equal(batch["position"].to_numpy(), places[done : done + batch.num_rows]):
            rest = pa.Table.from_batches([batch, *batches]).sort_by("position")
            yield from rest.drop_columns("position").to_batches(batch.num_rows)
            return
        done += batch.num_rows
        yield batch.drop_columns("position")
