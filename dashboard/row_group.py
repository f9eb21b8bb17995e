"""The claims as Parquet holds them: row groups of the table in its order, encoded once, each a file of its own.

To encode a million claims takes longer than to send them, and whoever exports the table, or some years of it, asks for
most row groups whole: these go out as they lie.
"""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.window import ROWS
from etl.schema import CLAIMS
from etl.store.ahead import in_turn
from etl.store.bucket import conformed

_DIFFERENT = ("claim_id", "sentence_id")
"""Columns of which hardly a value comes twice: a dictionary would only cost time."""
_DICTIONARY = 1 << 24
"""So many bytes of texts may be listed once, where each text comes several times: by itself Arrow gives up at one
megabyte, and writes the others as often as they come."""


def encoded(table: pa.Table, schema: pa.Schema) -> bytes:
    """The table, of no more than a few ``ROWS``, as a Parquet file: zstd, page checksums, one row group, or none if it
    is empty."""
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
        max_rows_per_page=2 * ROWS,
    ) as writer:
        if table.num_rows:
            writer.write_table(conformed(table, schema))
    return file.getvalue().to_pybytes()  # type: ignore[no-any-return]


def fill(database: duckdb.DuckDBPyConnection) -> None:
    """Makes ``row_groups`` of the table ``claims``: each holds the claims of a window."""
    # packed once more, it would take longer to read
    database.execute("CREATE TABLE row_groups (after INTEGER, content BLOB USING COMPRESSION uncompressed)")
    for number, content in enumerate(in_turn(lambda table: encoded(table, CLAIMS), _windows(database))):
        database.execute(
            "INSERT INTO row_groups VALUES ($after, $content)", {"after": number * ROWS, "content": content}
        )


def read(database: duckdb.DuckDBPyConnection, after: int) -> bytes:
    """The Parquet file with the claims of the window behind the place ``after``, in all columns of the table."""
    asked = "SELECT content FROM row_groups WHERE after = $after"
    ((content,),) = database.cursor().execute(asked, {"after": after}).fetchall()
    return bytes(content)


def _windows(database: duckdb.DuckDBPyConnection) -> Iterator[pa.Table]:
    (size,) = database.execute("SELECT count(*) FROM claims").fetchall()[0]
    names = ", ".join(CLAIMS.names)
    sql = f"SELECT {names} FROM claims WHERE position > $after AND position <= $until ORDER BY position"
    for after in range(0, size, ROWS):
        yield database.cursor().sql(sql, params={"after": after, "until": after + ROWS}).to_arrow_table()
