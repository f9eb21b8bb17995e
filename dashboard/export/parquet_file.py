"""The selection as Parquet: zstd, page checksums, the table's descriptions in the metadata; machine names always."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

import pyarrow as pa

from dashboard import row_group
from dashboard.export.heading import Heading
from dashboard.export.joined import Joined
from dashboard.export.selection import TABLE, Selection
from dashboard.window import Window
from etl.store.ahead import in_turn

_ROWS_IN_GROUP = 100_000
"""Rows that are encoded together, where no row group lies ready."""


def parquet_pieces(selection: Selection) -> Iterator[bytes]:
    """The pieces of the file: its beginning, each row group, at the end the footer; some are made at a time."""
    selection = replace(selection, heading=Heading.NAMES)
    joined = Joined()
    yield joined.add(row_group.encoded(selection.schema.empty_table(), selection.schema))

    def file(part: Window | pa.Table) -> bytes:
        if isinstance(part, Window):
            return row_group.read(selection.prepared.database, part.after)
        return row_group.encoded(part, selection.schema)

    for each in in_turn(file, _parts(selection)):
        yield joined.add(each)
    yield joined.footer()


def _parts(selection: Selection) -> Iterator[Window | pa.Table]:
    """In the table's order: windows whose row groups can be sent as they lie, and the other rows in tables."""
    of_table = set(selection.columns) <= set(TABLE)
    for ready, windows in groupby(selection.windows(), key=lambda window: of_table and window.whole):
        if ready:
            yield from windows
        else:
            yield from _tables(selection.batches(list(windows)))


def _tables(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.Table]:
    """The rows in tables of a row group each."""
    waiting: list[pa.RecordBatch] = []
    rows = 0
    for batch in batches:
        waiting.append(batch)
        rows += batch.num_rows
        if rows >= _ROWS_IN_GROUP:
            yield pa.Table.from_batches(waiting)
            waiting, rows = [], 0
    if waiting:
        yield pa.Table.from_batches(waiting)
