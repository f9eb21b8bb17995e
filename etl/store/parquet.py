"""Parquet files in pieces: whatever a bucket has grown to, a few thousand rows of it are in memory at a time.

Row groups end after every ``PIECE`` rows and nowhere else, so that the same rows make the same bytes, whichever pieces
they came in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import IO, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from etl.store.durable import new_file

PIECE = 8_192
"""Rows of a row group: some four megabytes in memory."""
_OPTIONS = {"compression": "zstd", "write_page_checksum": True, "store_schema": True}


class Written(NamedTuple):
    """A file that was written: its SHA-256 (hexadecimal), rows, and size in bytes."""

    sha256: str
    rows: int
    size: int


class _Digesting:
    """Hands what is written on to a file and takes its SHA-256 on the way."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self.digest, self.size = file, sha256(), 0
        self.closed = False

    def write(self, content: bytes | memoryview) -> int:
        self._file.write(content)
        self.digest.update(content)
        self.size += len(content)
        return len(content)

    def tell(self) -> int:
        return self.size

    def flush(self) -> None:
        self._file.flush()

    def close(self) -> None:
        self.closed = True


def write_parquet(path: Path, tables: Iterable[pa.Table], schema: pa.Schema) -> Written | None:
    """Writes the rows to a new file: zstd, page checksums, statistics; no file, and None, where there are none.

    The tables have the schema's columns. The file's bytes are on the disk when this returns; the caller syncs the
    folder.
    """
    pieces = _pieces(tables)
    first = next(pieces, None)
    if first is None:
        return None
    rows = 0
    with new_file(path) as file:
        sink = _Digesting(file)
        with pq.ParquetWriter(sink, schema, **_OPTIONS) as writer:
            for piece in chain((first,), pieces):
                writer.write_table(piece, row_group_size=PIECE)
                rows += piece.num_rows
    return Written(sink.digest.hexdigest(), rows, sink.size)


def _pieces(tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """The same rows in tables of ``PIECE`` rows, each in one chunk; the last may have fewer."""
    waiting: list[pa.Table] = []
    rows = 0
    for table in tables:
        while rows + table.num_rows >= PIECE:
            yield _joined([*waiting, table.slice(0, PIECE - rows)])
            table = table.slice(PIECE - rows)
            waiting, rows = [], 0
        if table.num_rows:
            waiting.append(table)
            rows += table.num_rows
    if waiting:
        yield _joined(waiting)


def _joined(tables: list[pa.Table]) -> pa.Table:
    return pa.concat_tables(tables).combine_chunks()


def parquet_bytes(table: pa.Table) -> pa.Buffer:
    """The table as the bytes of a Parquet file, as ``write_parquet`` writes it."""
    sink = pa.BufferOutputStream()
    with pq.ParquetWriter(sink, table.schema, **_OPTIONS) as writer:
        for piece in _pieces([table]):
            writer.write_table(piece, row_group_size=PIECE)
    return sink.getvalue()


def read_parquet(content: bytes | pa.Buffer, columns: list[str] | None = None) -> pa.Table:
    """The table of a Parquet file's bytes, page checksums verified; of ``columns``, those that the file has."""
    file = pq.ParquetFile(pa.BufferReader(content), page_checksum_verification=True)
    present = None if columns is None else [name for name in columns if name in file.schema_arrow.names]
    return file.read(columns=present, use_threads=False)  # buckets are small: threads would only wait for each other


def parquet_pieces(path: Path) -> Iterator[pa.Table]:
    """The rows of a file in order, a few thousand at a time, page checksums verified."""
    with pq.ParquetFile(path, page_checksum_verification=True) as file:
        for batch in file.iter_batches(PIECE, use_threads=False):
            yield pa.Table.from_batches([batch])
