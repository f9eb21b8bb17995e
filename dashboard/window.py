"""The table read window by window in its own order: however long the export, memory stays that of a few batches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from dashboard.bits import Bits, Numbers
from etl.store.ahead import taken_ahead

ROWS = 122_880
"""Claims that are read at a time, a row group of DuckDB: where reading begins, the dictionaries of its columns are
unpacked."""
_AHEAD = 4
"""So many batches are read ahead: what is made of one takes as long as to read some."""


class Window(NamedTuple):
    """A stretch of the table's order, from the place ``after`` (from 0) to before ``until``; ``whole`` if all of its
    claims are left."""

    after: int
    until: int
    whole: bool


def windows_of(claims: Bits) -> list[Window]:
    """The windows in which any of these claims lie."""
    found = []
    for after in range(0, claims.size, ROWS):
        until = min(after + ROWS, claims.size)
        mask = claims.mask(slice(after, until))
        if mask.any():
            found.append(Window(after, until, bool(mask.all())))
    return found


def read_ahead(
    read: Callable[[Window], Iterator[pa.RecordBatch]], windows: Sequence[Window]
) -> Iterator[pa.RecordBatch]:
    """The batches of all windows, some read while those before them are used."""
    return taken_ahead((batch for window in windows for batch in read(window)), _AHEAD)


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
