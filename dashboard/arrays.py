"""Arrays of numbers in the prepared file, a table each: read in a fraction of the time that a column takes."""

from __future__ import annotations

from typing import Any, TypeAlias

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

Array: TypeAlias = npt.NDArray[Any]
_ROWS = 1_000_000
"""Numbers in one piece of an array."""


def read(database: duckdb.DuckDBPyConnection, name: str) -> Array:
    """An array by its name."""
    pieces = database.cursor().execute(f"SELECT type, content FROM array_{name} ORDER BY piece").fetchall()
    return np.concatenate([np.frombuffer(content, dtype=kind) for kind, content in pieces])


def keep(database: duckdb.DuckDBPyConnection, sql: str, name: str, kind: npt.DTypeLike | None = None) -> None:
    """Puts the only column of an answer down, piece by piece, in its own type or in ``kind``."""
    batches = database.cursor().sql(sql).to_arrow_reader(_ROWS)
    kind = kind or batches.schema.field(0).type.to_pandas_dtype()
    put(database, name, np.array([], dtype=kind))
    for number, batch in enumerate(batches, 1):
        _add(database, name, number, batch.column(0).to_numpy(zero_copy_only=False).astype(kind))


def put(database: duckdb.DuckDBPyConnection, name: str, content: Array) -> None:
    """Puts an array down."""
    # a table of its own: DuckDB would read the content of all arrays to find one
    database.execute(f"CREATE TABLE array_{name} (piece INTEGER, type VARCHAR, content BLOB)")
    _add(database, name, 0, content[:0])
    for start in range(0, content.size, _ROWS):
        _add(database, name, 1 + start // _ROWS, content[start : start + _ROWS])


def _add(database: duckdb.DuckDBPyConnection, name: str, piece: int, content: Array) -> None:
    row = pa.table(
        {
            "piece": pa.array([piece], pa.int32()),
            "type": [content.dtype.str],
            "content": pa.array([content.tobytes()], pa.binary()),
        }
    )
    database.register("new_array", row)
    database.execute(f"INSERT INTO array_{name} SELECT * FROM new_array")
    database.unregister("new_array")
