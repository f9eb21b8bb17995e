"""Every claim as a few small numbers, in several orders: what is counted often is counted over these.

A ``cell`` is one combination of publication, sector, measure, kind and status, of which a table has some thousands.
Claims lie in the table's order, by cell, and by figure: there those of an indicator stand in a row, within them those
of a figure, within them those of a point of it. Those that tell of the country as a whole lie by series and period too.
So what a set of claims has of each cell, indicator, figure and series is told by how many of its members lie before a
few places (see ``dashboard.bits``), and nothing is looked up claim by claim.

Also the number of the claim's sentence (``passage``), of its names (``name``), of the ``month`` in which its period
ends, 0 for none, and how many claims have a smaller value (``value_rank``). All lie in the prepared file as arrays
(``dashboard.arrays``), and are taken into memory when first asked for.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import duckdb
import numpy as np
import numpy.typing as npt

from dashboard import arrays
from dashboard.arrays import Array
from dashboard.bits import Bits, Mask, Runs, in_blocks
from dashboard.record import columns

CELL_PARTS = ("publication", "sector", "measure", "kind", "status")
"""The parts of a filter that a cell holds."""
IN_PLACE, BY_CELL, BY_FIGURE, BY_SERIES = "", "_by_cell", "_by_figure", "_by_series"
"""The orders of the claims: the table's own, and those in which claims that are counted together stand together."""
_HOME = (
    "figure IS NOT NULL AND status = 'actual' AND (region IS NULL OR region IN ('中国', '全国'))"
    " AND (sector IS NOT NULL OR subject IS NULL OR NOT contains(indicator, subject))"
)
"""What happened in the country as a whole; what counts only itself (160多个国家, 18家企业) tells of something else each
time."""
_CELLS = ", ".join(CELL_PARTS)
_SAME_CELL = " AND ".join(f"c.{name} IS NOT DISTINCT FROM e.{name}" for name in CELL_PARTS)
_MONTH = "12 * year(period_end) + month(period_end)"
_T = TypeVar("_T")


@dataclass(frozen=True)
class Cells:
    """For each part of the cells its values, and for each cell which of them it has; -1 for none."""

    values: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, npt.NDArray[np.int32]]


@dataclass(frozen=True, eq=False)
class Sentences:
    """The claims of each sentence in a row; ``counted`` are the places of claims that have one."""

    runs: Runs
    counted: Bits


class Codes:
    """The arrays of one prepared file; for any number of threads."""

    def __init__(self, database: duckdb.DuckDBPyConnection) -> None:
        self._database = database
        self._known: dict[object, Any] = {}
        self._lock = threading.RLock()

    def _once(self, name: object, make: Callable[[], _T]) -> _T:
        with self._lock:
            if name not in self._known:
                self._known[name] = make()
            found: _T = self._known[name]
            return found

    def array(self, name: str) -> Array:
        """An array of ``fill``, not to be changed."""
        return self._once(name, lambda: arrays.read(self._database, name))

    @property
    def size(self) -> int:
        """How many claims the table has."""
        return int(self.array("cell").size)

    def part(self, name: str, order: str) -> Array:
        """For every claim of an order which value of a part of the cells it has, from 1; 0 for none."""
        return self._once((name, order), lambda: self._part(name, order))

    def _part(self, name: str, order: str) -> Array:
        of_cell = self.cells().codes[name] + 1
        of_cell = of_cell.astype(np.min_scalar_type(int(of_cell.max(initial=0))))
        cells = self.array(f"cell{order}")
        found = np.empty(cells.size, dtype=of_cell.dtype)

        def fill(at: slice) -> None:
            np.take(of_cell, cells[at], out=found[at], mode="clip")

        in_blocks(cells.size, fill)
        return found

    def load(self) -> None:
        """Takes what filters ask for into memory, so that no reader waits for it."""
        for order in (IN_PLACE, BY_FIGURE):
            for name in CELL_PARTS:
                self.part(name, order)
        for name in ("month", "month_by_figure", "month_by_cell", "place_by_figure", "place_by_cell", "place_by_name"):
            self.array(name)
        self.array("value_rank"), self.array("name"), self._keys("passage"), self._keys("name")
        self.sentences(), self.issues(), self.dots(), self.figure_starts(), self.ticks()
        self.numbers(BY_CELL), self.numbers(BY_FIGURE)

    def numbers(self, order: str) -> Array:
        """Where in an order each claim of the table stands, from 0."""
        return self._once(("numbers", order), lambda: self._numbers(order))

    def _numbers(self, order: str) -> Array:
        places = self.array(f"place{order}")
        numbers = np.empty(places.size, dtype=np.int32)
        numbers[places] = np.arange(places.size, dtype=np.int32)
        return numbers

    def starts(self, name: str) -> Array:
        """Where in their order the claims of each cell, or each indicator (from number 1 on), begin; and the end."""
        return self._once(("starts", name), lambda: self.array(f"{name}_start").astype(np.int64))

    def claims_of(self, column: str, keys: Array, most: int) -> Array | None:
        """The places of the claims that have one of these numbers, which ascend, in ``passage`` or ``name``; None where
        there are more than ``most``."""
        starts, sizes = self._keys(column)
        keys = keys[: np.searchsorted(keys, sizes.size)]  # what comes later has no claim
        sizes = sizes[keys].astype(np.int64)
        if int(sizes.sum()) > most:
            return None
        places = np.repeat(starts[keys] - (np.cumsum(sizes) - sizes), sizes) + np.arange(int(sizes.sum()))
        found: Array = places if column == "passage" else self.array("place_by_name")[places]
        return found

    def _keys(self, column: str) -> tuple[Array, Array]:
        """For each number of a column where its claims begin, in their order, and how many they are."""
        return self._once(("keys", column), self._passages if column == "passage" else self._names)

    def _names(self) -> tuple[Array, Array]:
        starts = self.array("name_start")
        return starts[:-1], np.diff(starts)

    def _passages(self) -> tuple[Array, Array]:
        """Where the claims of each sentence begin, which stand in a row, and how many they are."""
        passages = self.array("passage")
        ends = np.flatnonzero(last_of_each(passages)) + 1
        begins = np.concatenate([[0], ends[:-1]])[: ends.size]
        size = 1 + int(passages.max(initial=0))
        starts, sizes = np.zeros(size, dtype=np.int32), np.zeros(size, dtype=np.int32)
        starts[passages[begins]], sizes[passages[begins]] = begins, ends - begins
        return starts, sizes.astype(np.min_scalar_type(int(sizes.max(initial=0))))

    def sentences(self) -> Sentences:
        """The claims of each sentence."""
        return self._once("sentences", self._sentences)

    def _sentences(self) -> Sentences:
        passages = self.array("passage")
        return Sentences(Runs(Bits.of(last_of_each(passages))), Bits.of(passages > 0))

    def issues(self) -> Runs:
        """The claims of each issue."""
        return self._once("issues", lambda: Runs(ending(self.array("issue_start"), self.size)))

    def dots(self) -> Runs:
        """By figure, the claims of each point of a figure; of those without a figure too."""
        return self._once("dots", lambda: Runs(Bits(self.array("dot_end"), self.size)))

    def figures(self) -> Array:
        """The figures' numbers in the order in which they lie."""
        return self._once("figures", lambda: 1 + np.argsort(self.array("figure_start"), kind="stable").astype(np.int32))

    def figure_starts(self) -> Array:
        """Where these figures begin."""
        return self._once("figure starts", lambda: self.array("figure_start")[self.figures() - 1])

    def ticks(self) -> Runs:
        """By series, the claims of each period that a series has."""
        return self._once("ticks", lambda: Runs(Bits(self.array("tick_end"), self.array(f"place{BY_SERIES}").size)))

    def cells(self) -> Cells:
        """What the cells are."""
        return self._once("cells", self._cells)

    def _cells(self) -> Cells:
        rows = self._database.cursor().execute(f"SELECT {_CELLS} FROM cells ORDER BY code").fetchall()
        parts = list(zip(*rows, strict=True)) or [()] * len(CELL_PARTS)
        values, codes = {}, {}
        for name, column in zip(CELL_PARTS, parts, strict=True):
            values[name] = tuple(dict.fromkeys(value for value in column if value is not None))
            place = {value: number for number, value in enumerate(values[name])}
            codes[name] = np.array([place.get(value, -1) for value in column], dtype=np.int32)
        return Cells(values, codes)


def last_of_each(*numbers: Array) -> Mask:
    """Whether the next place has other numbers, or there is none."""
    ends = np.ones(numbers[0].size, dtype=bool)
    ends[:-1] = np.logical_or.reduce([own[1:] != own[:-1] for own in numbers])
    return ends


def ending(starts: Array, size: int) -> Bits:
    """The last places of runs that begin at these places."""
    ends = np.zeros(size, dtype=bool)
    ends[starts[1:].astype(np.int64) - 1] = True
    ends[-1:] = True
    return Bits.of(ends)


def fill(database: duckdb.DuckDBPyConnection) -> None:
    """Makes ``cells``, ``indicators`` and the arrays; claims come in batches."""
    database.execute(
        "CREATE TABLE cells AS SELECT CAST(row_number() OVER () - 1 AS INTEGER) AS code, * FROM ("
        f" SELECT {_CELLS} FROM claims GROUP BY ALL ORDER BY count(*) DESC, {_CELLS})"
    )
    database.execute(
        "CREATE TABLE indicators AS SELECT CAST(row_number() OVER () AS INTEGER) AS code, indicator, n FROM ("
        " SELECT indicator, count(*) AS n FROM claims WHERE indicator IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1)"
    )
    numbers = {
        "issue_start": "min(position) - 1 FROM claims GROUP BY issue_id ORDER BY 1",
        "day_start": "min(position) - 1 FROM claims GROUP BY issue_date ORDER BY 1",
        "day": "issue_date - DATE '1970-01-01' FROM claims GROUP BY issue_date ORDER BY min(position)",
        "passage": "coalesce(passage, 0) FROM claims ORDER BY position",
        "name": "coalesce(name, 0) FROM claims ORDER BY position",
    }
    for name, sql in numbers.items():
        arrays.keep(database, f"SELECT CAST({sql.replace(' FROM', ' AS INTEGER) FROM', 1)}", name)
    arrays.keep(database, f"SELECT CAST(coalesce({_MONTH}, 0) AS USMALLINT) FROM claims ORDER BY position", "month")
    cells = f"SELECT CAST(e.code AS UINTEGER) FROM claims c JOIN cells e ON {_SAME_CELL} ORDER BY c.position"
    (number,) = database.execute("SELECT count(*) FROM cells").fetchall()[0]
    arrays.keep(database, cells, "cell", kind=np.min_scalar_type(max(int(number) - 1, 0)))
    _rank_values(database)
    _order_by_cell(database, int(number))
    _order_by_name(database)
    _order_by_figure(database)
    _order_by_series(database)


def _rank_values(database: duckdb.DuckDBPyConnection) -> None:
    """How many claims have a smaller value."""
    values = columns(database.execute("SELECT value FROM claims ORDER BY position"))["value"]
    order = np.argsort(values, kind="stable")
    ascending = values[order]
    first = np.flatnonzero(np.concatenate([[True], ascending[1:] != ascending[:-1]])[: values.size])
    ranks = np.empty(values.size, dtype=np.uint32)
    ranks[order] = np.repeat(first, np.diff(np.append(first, values.size)))
    arrays.put(database, "value_rank", ranks)


def _order_by_cell(database: duckdb.DuckDBPyConnection, number: int) -> None:
    cells, months = arrays.read(database, "cell"), arrays.read(database, "month")
    places = np.argsort(cells, kind="stable").astype(np.int32)
    arrays.put(database, "place_by_cell", places)
    arrays.put(database, "month_by_cell", months[places])
    arrays.put(database, "cell_start", _starts(np.bincount(cells, minlength=number)))


def _order_by_name(database: duckdb.DuckDBPyConnection) -> None:
    names = arrays.read(database, "name")
    (number,) = database.execute("SELECT count(*) FROM names").fetchall()[0]
    arrays.put(database, "place_by_name", np.argsort(names, kind="stable").astype(np.int32))
    arrays.put(database, "name_start", _starts(np.bincount(names, minlength=int(number) + 1)))


def _starts(sizes: Array) -> Array:
    """Where runs of these sizes begin, and the end."""
    return np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)


def _order_by_figure(database: duckdb.DuckDBPyConnection) -> None:
    """Indicators by number, those without at the end; within one the figures by number, those without at the end."""
    sql = (
        "SELECT CAST(c.position - 1 AS INTEGER) AS place, coalesce(f.code, 0) AS figure, c.point"
        " FROM claims c LEFT JOIN figures f USING (figure) LEFT JOIN indicators i ON i.indicator = c.indicator"
        " ORDER BY i.code NULLS LAST, f.code NULLS LAST, c.point, c.position"
    )
    places, figures, points = columns(database.execute(sql)).values()
    arrays.put(database, "place_by_figure", places)
    for name in ("cell", "month"):
        arrays.put(database, f"{name}_by_figure", arrays.read(database, name)[places])
    ends = last_of_each(points, figures)
    arrays.put(database, "dot_end", Bits.of(ends).packed)
    begins = np.flatnonzero(np.concatenate([[True], figures[1:] != figures[:-1]])[: figures.size])
    begins = begins[figures[begins] > 0]
    starts = np.zeros(begins.size, dtype=np.int32)
    starts[figures[begins] - 1] = begins
    sizes = np.bincount(figures, minlength=1)[1:]
    dots = np.bincount(figures[ends], minlength=1)[1:].astype(np.int32)
    arrays.put(database, "figure_start", starts)
    arrays.put(database, "figure_end", (starts + sizes).astype(np.int32))
    arrays.put(database, "figure_dots", dots)
    arrays.put(database, "figure_by_dots", np.argsort(-dots, kind="stable").astype(np.int32) + 1)
    sizes = columns(database.execute("SELECT n FROM indicators ORDER BY code"))["n"]
    arrays.put(database, "indicator_start", _starts(sizes))


def _order_by_series(database: duckdb.DuckDBPyConnection) -> None:
    """What happened in the country as a whole: series by number, within one the latest period first."""
    sql = (
        "SELECT CAST(c.position - 1 AS INTEGER) AS place, s.code AS series,"
        " CAST(c.period_end - DATE '1970-01-01' AS INTEGER) AS ended FROM claims c"
        " JOIN (SELECT code, series FROM series) s USING (series)"
        f" WHERE {_HOME} ORDER BY s.code, c.period_end DESC, c.claim_id"
    )
    places, series, ended = columns(database.execute(sql)).values()
    arrays.put(database, "place_by_series", places)
    for name in ("cell", "month"):
        arrays.put(database, f"{name}_by_series", arrays.read(database, name)[places])
    arrays.put(database, "tick_end", Bits.of(last_of_each(series, ended)).packed)
    (number,) = database.execute("SELECT count(*) FROM series").fetchall()[0]
    arrays.put(database, "series_start", _starts(np.bincount(series, minlength=int(number) + 1)[1:]))
