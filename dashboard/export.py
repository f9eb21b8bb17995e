"""The filtered claims as CSV, in pieces: UTF-8 with BOM, formula-safe. Interim until etl.store.export is there."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pyarrow as pa

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_chunks(reader: pa.RecordBatchReader) -> Iterator[bytes]:
    """The rows of the reader, batch by batch."""
    yield b"\xef\xbb\xbf"
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(reader.schema.names)
    for batch in reader:
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            writer.writerow([_cell(value) for value in row])
        yield buffer.getvalue().encode()
        buffer.seek(0)
        buffer.truncate()


def _cell(value: object) -> object:
    if isinstance(value, list):
        value = "|".join(value)
    return "'" + value if isinstance(value, str) and value.startswith(_FORMULA) else value
