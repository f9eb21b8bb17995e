"""CSV that a spreadsheet opens safely: UTF-8 with BOM, CRLF, no cell that is taken for a formula.

Every *text* cell that begins with ``= + - @``, tab, carriage return or NUL gets a leading ``'``, which
spreadsheets take for "this is text"; so does an id or a printed text that they would turn into another number or a
date (``12e45``, ``0075``, ``1/6``). Numbers and dates stay numbers and dates. A list is joined by ``|``; an empty
cell is a missing value, ``""`` an empty text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq

from etl.store.ahead import in_turn
from etl.store.bucket import conformed

BOM = b"\xef\xbb\xbf"
LIST_SEPARATOR = "|"
_MISREAD = r"^(?:[0-9]+[eE][+-]?[0-9]+|0[0-9]+|[0-9]{16,}|[0-9]{1,4}[-/:][0-9]{1,2}(?:[-/:][0-9]{1,4})?)$"
"""What a spreadsheet takes for a power of ten, cuts zeros or digits from, or takes for a date or a time."""
_ID = r"^[0-9]+$"
_DIGITS = pa.array([str(digit).encode() for digit in range(10)], pa.binary())
_FORMULA_STARTS = pa.array([b"=", b"+", b"-", b"@", b"\t", b"\r", b"\0"], pa.binary())


FORMS = (".csv", ".parquet")
"""The names a saved file may end in."""


def save(path: Path, batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> int:
    """Writes the rows as CSV or Parquet, as the name's end says, and returns how many.

    The file appears whole, or not at all. Raises ``ValueError`` for another name, ``OSError``.
    """
    if path.suffix not in FORMS:
        raise ValueError(f"{path}: 文件名须以 {' 或 '.join(FORMS)} 结尾 · the name must end in {' or '.join(FORMS)}")
    write = _save_csv if path.suffix == ".csv" else _save_parquet
    part = path.with_name(f".{path.name}.part")
    try:
        rows = write(part, batches, schema)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return rows


def _save_csv(path: Path, batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> int:
    rows = 0

    def counted() -> Iterator[pa.RecordBatch]:
        nonlocal rows
        for batch in batches:
            rows += batch.num_rows
            yield batch

    with path.open("wb") as file:
        file.writelines(csv_chunks(counted(), schema))
    return rows


def _save_parquet(path: Path, batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> int:
    rows = 0
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for batch in batches:
            writer.write_table(conformed(pa.Table.from_batches([batch]), schema))
            rows += batch.num_rows
    return rows


def csv_chunks(
    batches: pa.RecordBatchReader | Iterable[pa.RecordBatch],
    schema: pa.Schema | None = None,
    headings: Sequence[str] | None = None,
) -> Iterator[bytes]:
    """The rows as pieces of one CSV file, a piece a batch, the header first; memory stays that of a few batches.

    ``schema`` names the columns where ``batches`` does not (it does when it is a ``RecordBatchReader``); ``headings``
    stand in the first line instead of their names.
    """
    if schema is None:
        if not isinstance(batches, pa.RecordBatchReader):
            raise TypeError("csv_chunks: batches that are no RecordBatchReader need a schema")
        schema = batches.schema
    header = io.StringIO()
    csv.writer(header).writerow(headings or schema.names)
    yield BOM + header.getvalue().encode()
    yield from in_turn(lambda batch: _written(_inert(batch)), (batch for batch in batches if batch.num_rows))


def _written(batch: pa.RecordBatch) -> bytes:
    sink = io.BytesIO()
    pa.csv.write_csv(batch, sink, pa.csv.WriteOptions(include_header=False, eol="\r\n"))
    return sink.getvalue()


def _inert(batch: pa.RecordBatch) -> pa.RecordBatch:
    cells = [_cells(name, column) for name, column in zip(batch.schema.names, batch.columns, strict=True)]
    return pa.RecordBatch.from_arrays(cells, names=batch.schema.names)


def _cells(name: str, column: pa.Array) -> pa.Array:
    kind = column.type
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        column = pc.binary_join(column, LIST_SEPARATOR)
    elif pa.types.is_dictionary(kind) or pa.types.is_string_view(kind):
        column = column.cast(pa.string())
    elif not (pa.types.is_string(kind) or pa.types.is_large_string(kind)):
        return column
    first = _first_byte(column)
    risky = pc.is_in(first, _FORMULA_STARTS)
    if name.endswith(("_id", "_text")):
        risky = pc.or_(risky, _is_misread(column, first, name.endswith("_id")))
    if not pc.any(risky).as_py():
        return column
    marked = pc.binary_join_element_wise(pa.scalar("'", column.type), column, pa.scalar("", column.type))
    return pc.if_else(risky, marked, column)


def _first_byte(column: pa.Array) -> pa.Array:
    binary = pa.large_binary() if pa.types.is_large_string(column.type) else pa.binary()
    return pc.binary_slice(column.cast(binary), 0, 1).cast(pa.binary())


def _is_misread(column: pa.Array, first: pa.Array, is_id: bool) -> pa.BooleanArray:
    """Which cells a spreadsheet would turn into something else; only those that begin with a digit are looked at."""
    digit = pc.is_in(first, _DIGITS)
    looked = pc.match_substring_regex(column.filter(digit), f"{_MISREAD}|{_ID}" if is_id else _MISREAD)
    return pc.replace_with_mask(digit, digit, looked)
