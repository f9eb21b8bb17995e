"""The selection as Parquet: zstd, page checksums, the table's descriptions in the metadata; machine names always."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.export.heading import Heading
from dashboard.export.joined import Joined
from dashboard.export.selection import Selection
from etl.store.ahead import in_turn
from etl.store.bucket import conformed

_ROWS_IN_GROUP = 100_000
_DIFFERENT = ("claim_id", "sentence_id")
"""Columns of which hardly a value comes twice: a dictionary would only cost time."""
_DICTIONARY = 1 << 24
"""So many bytes of texts may be listed once, where each text comes several times: by itself Arrow gives up at one
megabyte, and writes the others as often as they come."""


def parquet_pieces(selection: Selection) -> Iterator[bytes]:
    """The pieces of the file: each row group, at the end the footer; some row groups are made at a time."""
    selection = replace(selection, heading=Heading.NAMES)
    joined = Joined()
    for file in in_turn(partial(_encoded, selection.schema), _groups(selection)):
        yield joined.add(file)
    yield joined.footer()


def _groups(selection: Selection) -> Iterator[pa.Table]:
    """The rows in tables of a row group each; one that is empty where there is none."""
    waiting: list[pa.RecordBatch] = []
    rows = 0
    for batch in selection.batches():
        waiting.append(batch)
        rows += batch.num_rows
        if rows >= _ROWS_IN_GROUP:
            yield pa.Table.from_batches(waiting)
            waiting, rows = [], 0
    yield pa.Table.from_batches(waiting, selection.schema)


def _encoded(schema: pa.Schema, table: pa.Table) -> bytes:
    """The table as a Parquet file."""
    # the least and the greatest of a text tell nothing of rows that lie by their day, and take an eighth of the time
    counted = [field.name for field in schema if pa.types.is_primitive(field.type)]
    repeated = [name for name in schema.names if name not in _DIFFERENT]
    file = pa.BufferOutputStream()
    with pq.ParquetWriter(
        file,
        schema,
        compression="zstd",
        write_page_checksum=True,
        write_statistics=counted or False,
        use_dictionary=repeated or False,
        dictionary_pagesize_limit=_DICTIONARY,
        max_rows_per_page=2 * _ROWS_IN_GROUP,
    ) as writer:
        if table.num_rows:
            writer.write_table(conformed(table, schema))
    return file.getvalue().to_pybytes()  # type: ignore[no-any-return]
