"""CSV that a spreadsheet opens safely: UTF-8 with BOM, CRLF, no cell that is taken for a formula.

Every *text* cell that begins with ``= + - @``, tab, carriage return or NUL gets a leading ``'``, which
spreadsheets take for "this is text"; numbers and dates stay numbers and dates. A list is joined by
``|``; an empty cell is a missing value, ``""`` an empty text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

BOM = b"\xef\xbb\xbf"
LIST_SEPARATOR = "|"
_FORMULA_STARTS = pa.array([b"=", b"+", b"-", b"@", b"\t", b"\r", b"\0"], pa.binary())


def csv_chunks(
    batches: pa.RecordBatchReader | Iterable[pa.RecordBatch], schema: pa.Schema | None = None
) -> Iterator[bytes]:
    """The rows as pieces of one CSV file, a piece a batch, the header first; memory stays that of one batch.

    ``schema`` names the columns where ``batches`` does not (it does when it is a ``RecordBatchReader``).
    """
    if schema is None:
        if not isinstance(batches, pa.RecordBatchReader):
            raise TypeError("csv_chunks: batches that are no RecordBatchReader need a schema")
        schema = batches.schema
    header = io.StringIO()
    csv.writer(header).writerow(schema.names)
    yield BOM + header.getvalue().encode()
    for batch in batches:
        if batch.num_rows:
            yield _written(_inert(batch))


def _written(batch: pa.RecordBatch) -> bytes:
    sink = io.BytesIO()
    pa.csv.write_csv(batch, sink, pa.csv.WriteOptions(include_header=False, eol="\r\n"))
    return sink.getvalue()


def _inert(batch: pa.RecordBatch) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays([_cells(column) for column in batch.columns], names=batch.schema.names)


def _cells(column: pa.Array) -> pa.Array:
    kind = column.type
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        column = pc.binary_join(column, LIST_SEPARATOR)
    elif pa.types.is_dictionary(kind) or pa.types.is_string_view(kind):
        column = column.cast(pa.string())
    elif not (pa.types.is_string(kind) or pa.types.is_large_string(kind)):
        return column
    risky = _is_formula(column)
    if not pc.any(risky).as_py():
        return column
    marked = pc.binary_join_element_wise(pa.scalar("'", column.type), column, pa.scalar("", column.type))
    return pc.if_else(risky, marked, column)


def _is_formula(column: pa.Array) -> pa.BooleanArray:
    binary = pa.large_binary() if pa.types.is_large_string(column.type) else pa.binary()
    return pc.is_in(pc.binary_slice(column.cast(binary), 0, 1).cast(pa.binary()), _FORMULA_STARTS)
