"""The claims row by row: what a page of the table lists, a few rows in a piece.

DuckDB keeps a table column by column. To read a hundred rows that lie far apart, it opens a hundred times the columns,
and of each the texts of a whole stretch; here it opens a hundred pieces, each of which is a batch of Arrow, packed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import duckdb
import numpy as np
import pyarrow as pa

from dashboard.bits import at_once
from etl.schema import CLAIMS
from etl.store.ahead import in_turn

COLUMNS = (
    "claim_id",
    "publication",
    "issue_date",
    "page",
    "sentence",
    "value_text",
    "value",
    "value_high",
    "bound",
    "unit",
    "measure",
    "comparison",
    "kind",
    "indicator",
    "subject",
    "sector",
    "region",
    "period_start",
    "period_end",
    "period_kind",
    "status",
    "confidence",
)
"""The columns that the table lists where a reader does not choose others."""
ROWS = 64
"""Rows of a piece."""
_FEW = 16
"""So many pieces and more are opened by two threads, each a half: what lies far apart is read block by block."""
_WINDOW = 1024 * ROWS
"""Rows that are read at a time while the pieces are made."""
_SCHEMA = pa.schema([pa.field(name, CLAIMS.field(name).type) for name in COLUMNS])
_CODEC = pa.Codec("zstd")
_PIECES = "SELECT piece, size, content FROM pieces WHERE piece IN (SELECT unnest(CAST($pieces AS INTEGER[])))"


def fill(database: duckdb.DuckDBPyConnection) -> None:
    """Makes ``pieces`` of the table ``claims``: piece 0 has the claims at the places 1 to ``ROWS``."""
    # packed once more, a piece could only be read together with those beside it
    kinds = "piece INTEGER, size INTEGER, content BLOB USING COMPRESSION uncompressed"
    database.execute(f"CREATE TABLE pieces ({kinds})")
    for number, rows in enumerate(in_turn(_packed, _windows(database))):
        first = number * (_WINDOW // ROWS)
        pieces = pa.array(range(first, first + rows.num_rows), pa.int32())
        database.register("new_pieces", rows.append_column("piece", pieces))
        database.execute("INSERT INTO pieces SELECT piece, size, content FROM new_pieces")
        database.unregister("new_pieces")


def read(cursor: duckdb.DuckDBPyConnection, positions: Sequence[int], columns: Sequence[str]) -> pa.Table:
    """The claims at these places of the table's order, as they are listed; ``columns`` are some of ``COLUMNS``."""
    schema = pa.schema([_SCHEMA.field(name) for name in columns])
    if not len(positions):
        return schema.empty_table()
    pieces, rows = np.divmod(np.asarray(positions) - 1, ROWS)
    needed = np.unique(pieces).tolist()

    def opened(some: list[int]) -> dict[int, pa.RecordBatch]:
        found = cursor.cursor().execute(_PIECES, {"pieces": some}).fetchall()
        return {piece: _unpacked(content, size).select(columns) for piece, size, content in found}

    shares = [needed] if len(needed) < _FEW else [needed[::2], needed[1::2]]
    batches = {piece: batch for share in at_once(opened, shares) for piece, batch in share.items()}
    listed = [batches[piece].slice(row, 1) for piece, row in zip(pieces.tolist(), rows.tolist(), strict=True)]
    return pa.Table.from_batches(listed, schema).combine_chunks()


def _windows(database: duckdb.DuckDBPyConnection) -> Iterator[pa.Table]:
    (size,) = database.execute("SELECT count(*) FROM claims").fetchall()[0]
    sql = f"SELECT {', '.join(COLUMNS)} FROM claims WHERE position > $after AND position <= $until ORDER BY position"
    for after in range(0, size, _WINDOW):
        asked = {"after": after, "until": after + _WINDOW}
        window: pa.Table = database.cursor().sql(sql, params=asked).to_arrow_table()
        yield window.combine_chunks()


def _packed(table: pa.Table) -> pa.Table:
    """The pieces of a table, with the bytes that each takes when it is unpacked."""
    pieces = [batch.serialize() for batch in table.cast(_SCHEMA).to_batches(ROWS)]
    return pa.table(
        {
            "size": pa.array([piece.size for piece in pieces], pa.int32()),
            "content": pa.array([_CODEC.compress(piece, asbytes=True) for piece in pieces], pa.binary()),
        }
    )


def _unpacked(content: bytes, size: int) -> pa.RecordBatch:
    return pa.ipc.read_record_batch(_CODEC.decompress(content, size), _SCHEMA)
