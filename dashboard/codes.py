"""Every claim as a few small numbers, in the table's order: what is counted often is counted over these.

A ``cell`` is one combination of publication, sector, measure, kind and status, of which a table has some thousands; an
``indicator`` or a ``figure`` is numbered by how often it comes, from 1; a ``dot`` is one point of one figure, numbered
by where it comes first, so that claims that stand together mark what lies together. Also the number of the claim's
sentence (``passage``), of its names (``name``) and of the ``month`` in which its period ends; 0 stands for none. They
lie in the prepared file as arrays, and are taken into memory when first asked for.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

CELL_PARTS = ("publication", "sector", "measure", "kind", "status")
"""The parts of a filter that a cell holds."""
_ROWS = 1_000_000
"""Claims in one piece of an array."""
_CELLS = ", ".join(CELL_PARTS)
_SAME_CELL = " AND ".join(f"c.{name} IS NOT DISTINCT FROM e.{name}" for name in CELL_PARTS)
_MONTH = "12 * year(c.period_end) + month(c.period_end)"

Array: TypeAlias = npt.NDArray[Any]


@dataclass(frozen=True)
class Cells:
    """For each part of the cells its values, and for each cell which of them it has; -1 for none."""

    values: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, npt.NDArray[np.int32]]


class Codes:
    """The arrays of one prepared file; for any number of threads."""

    def __init__(self, database: duckdb.DuckDBPyConnection) -> None:
        self._database = database
        self._arrays: dict[str, Array] = {}
        self._cells: Cells | None = None
        self._lock = threading.RLock()

    def array(self, name: str) -> Array:
        """An array of ``fill``, not to be changed."""
        with self._lock:
            if name not in self._arrays:
                self._arrays[name] = self._read(name)
            return self._arrays[name]

    def totals(self, name: str) -> Array:
        """How many claims have each number of an array."""
        with self._lock:
            if (known := f"claims of each {name}") not in self._arrays:
                self._arrays[known] = np.bincount(self.array(name), minlength=1).astype(np.int32)
            return self._arrays[known]

    def part(self, name: str) -> Array:
        """For every claim which value of a part of the cells it has, from 1; 0 for none."""
        with self._lock:
            if (known := f"value of {name}") not in self._arrays:
                codes = self.cells().codes[name] + 1
                small = codes.astype(np.min_scalar_type(int(codes.max(initial=0))))
                self._arrays[known] = small[self.array("cell")]
            return self._arrays[known]

    def runs(self, name: str) -> bool:
        """Whether claims with the same number of an array, 0 apart, always stand in a row."""
        with self._lock:
            if (known := f"{name} in a row") not in self._arrays:
                changes = changed(self.array(name))
                self._arrays[known] = np.array(changes == np.count_nonzero(self.totals(name)[1:]))
            return bool(self._arrays[known])

    def cells(self) -> Cells:
        """What the cells are."""
        with self._lock:
            if self._cells is None:
                rows = self._database.cursor().execute(f"SELECT {_CELLS} FROM cells ORDER BY code").fetchall()
                columns = list(zip(*rows, strict=True)) or [()] * len(CELL_PARTS)
                values, codes = {}, {}
                for name, column in zip(CELL_PARTS, columns, strict=True):
                    values[name] = tuple(dict.fromkeys(value for value in column if value is not None))
                    place = {value: number for number, value in enumerate(values[name])}
                    codes[name] = np.array([place.get(value, -1) for value in column], dtype=np.int32)
                self._cells = Cells(values, codes)
            return self._cells

    def _read(self, name: str) -> Array:
        pieces = self._database.cursor().execute(f"SELECT type, content FROM array_{name} ORDER BY piece").fetchall()
        return np.concatenate([np.frombuffer(content, dtype=kind) for kind, content in pieces])


def changed(numbers: Array) -> int:
    """How many runs of equal numbers there are, those of 0 taken out."""
    if numbers.size and not numbers.min():
        numbers = numbers[numbers > 0]
    return int(np.count_nonzero(numbers[1:] != numbers[:-1])) + int(numbers.size > 0)


def fill(database: duckdb.DuckDBPyConnection) -> None:
    """Makes ``cells``, ``indicators`` and a table for each array of claims and figures, in bounded memory."""
    database.execute(
        "CREATE TABLE cells AS SELECT CAST(row_number() OVER () - 1 AS INTEGER) AS code, * FROM ("
        f" SELECT {_CELLS} FROM claims GROUP BY ALL ORDER BY count(*) DESC, {_CELLS})"
    )
    database.execute(
        "CREATE TABLE indicators AS SELECT CAST(row_number() OVER () AS INTEGER) AS code, indicator, n FROM ("
        " SELECT indicator, count(*) AS n FROM claims WHERE indicator IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1)"
    )
    database.execute(
        "CREATE TABLE dots AS SELECT CAST(row_number() OVER () AS INTEGER) AS code, * FROM ("
        " SELECT figure, point FROM claims WHERE figure IS NOT NULL GROUP BY ALL ORDER BY min(position))"
    )
    _keep(database, "dot_figure", "SELECT f.code FROM dots d JOIN figures f USING (figure) ORDER BY d.code")
    _keep(database, "issue_start", "SELECT CAST(min(position) - 1 AS INTEGER) FROM claims GROUP BY issue_id ORDER BY 1")
    days = "SELECT issue_date, min(position) - 1 AS start FROM claims GROUP BY 1"
    _keep(database, "day", f"SELECT CAST(issue_date - DATE '1970-01-01' AS INTEGER) FROM ({days}) ORDER BY start")
    _keep(database, "day_start", f"SELECT CAST(start AS INTEGER) FROM ({days}) ORDER BY start")
    _keep(database, "cell", f"SELECT e.code FROM claims c JOIN cells e ON {_SAME_CELL} ORDER BY c.position", "cells")
    of_claims = {
        "indicator": "coalesce(i.code, 0) FROM claims c LEFT JOIN indicators i USING (indicator)",
        "figure": "coalesce(f.code, 0) FROM claims c LEFT JOIN figures f USING (figure)",
        "dot": "coalesce(d.code, 0) FROM claims c LEFT JOIN dots d USING (figure, point)",
        "passage": "coalesce(c.passage, 0) FROM claims c",
        "name": "coalesce(c.name, 0) FROM claims c",
        "month": f"CAST(coalesce({_MONTH}, 0) AS UINTEGER) FROM claims c",
    }
    for name, sql in of_claims.items():
        _keep(database, name, f"SELECT {sql} ORDER BY c.position")
    database.execute("DROP TABLE dots")


def _keep(database: duckdb.DuckDBPyConnection, name: str, sql: str, table: str | None = None) -> None:
    """Puts the answer's only column down as an array, by the smallest type that holds the codes of the table."""
    # a table of its own: DuckDB would read the content of all arrays to find one
    database.execute(f"CREATE TABLE array_{name} (piece INTEGER, type VARCHAR, content BLOB)")
    kind = None
    if table is not None:
        (number,) = database.execute(f"SELECT count(*) FROM {table}").fetchall()[0]
        kind = np.min_scalar_type(max(number - 1, 0))
    batches = database.cursor().sql(sql).to_arrow_reader(_ROWS)
    empty = np.array([], dtype=batches.schema.field(0).type.to_pandas_dtype())
    pieces = (batch.column(0).to_numpy(zero_copy_only=False) for batch in batches)
    for number, piece in enumerate([empty], -1):
        _put(database, name, number, piece.astype(kind or piece.dtype))
    for number, piece in enumerate(pieces):
        _put(database, name, number, piece.astype(kind or piece.dtype))


def _put(database: duckdb.DuckDBPyConnection, name: str, piece: int, content: Array) -> None:
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
