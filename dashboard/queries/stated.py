"""The statements that a filter leaves of a figure, over the numbers of the table ``statements``: which is charted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import duckdb
import numpy as np

from dashboard.bits import Mask, Numbers
from dashboard.observation import Row
from dashboard.record import columns

EPOCH = date(1970, 1, 1).toordinal()
"""The day from which ``statements`` counts days."""
_STRETCH = "SELECT first, last, several_bases, cumulative FROM stretches WHERE figure = CAST($figure AS UBIGINT)"
_STATEMENTS = "SELECT * FROM statements WHERE preference BETWEEN $first AND $last"
Taken: TypeAlias = Callable[[Numbers], Mask]
"""Which of the claims at these places of the table (from 0) a filter takes in."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a figure lies in ``plotted``, by preference, and what holds for all that is stated of it.

    It may be told against more than one base, and from January on (``cumulative``).
    """

    first: int = 1
    last: int = 0
    several_bases: bool = False
    cumulative: bool = False

    @classmethod
    def of(cls, cursor: duckdb.DuckDBPyConnection, figure: int) -> Stretch:
        """The stretch of the figure of this code; an empty one if there is none."""
        found = cursor.execute(_STRETCH, {"figure": figure}).fetchall()
        return cls(*found[0]) if found else cls()


@dataclass(frozen=True, eq=False)
class Stated:
    """Statements of a figure in the order of preference, known by their rows in it, from 0.

    ``numbers`` are the columns of ``statements`` for all rows. Of the rows that are ``taken`` each has the row that is
    ``charted`` of its observation, and the number of the observation's ``region``, 0 for none.
    """

    numbers: Mapping[str, Numbers]
    taken: Numbers
    charted: Numbers
    region: Numbers

    @property
    def several_regions(self) -> bool:
        """Whether the observations are of more than one region."""
        return int(np.count_nonzero(np.bincount(self.region, minlength=1)[1:])) > 1

    @property
    def observations(self) -> Mask:
        """Which of the taken are charted: one for each observation."""
        mask: Mask = self.taken == self.charted
        return mask

    def otherwise(self, which: Mask) -> Mask:
        """Of some of the taken, whether they are worded otherwise than what is charted of their observation."""
        wording = self.numbers["wording"]
        mask: Mask = wording[self.taken[which]] != wording[self.charted[which]]
        return mask


def stated(
    cursor: duckdb.DuckDBPyConnection, stretch: Stretch, taken: Taken | None = None, period: Row | None = None
) -> Stated:
    """The statements of a figure that are taken (all if None), of one period if that is given.

    One without a region joins the only region that its observation has. Of an observation the first is charted.
    """
    numbers = _in_order(columns(cursor.execute(_STATEMENTS, {"first": stretch.first, "last": stretch.last})))
    size = numbers["preference"].size
    rows = np.arange(size) if taken is None else np.flatnonzero(taken(numbers["position"] - 1))
    if period is not None:
        days = (period[name].toordinal() - EPOCH for name in ("period_start", "period_end"))
        started, ended = (numbers[name][rows] == day for name, day in zip(("started", "ended"), days, strict=True))
        rows = rows[started & ended]
    observation = (numbers["observation"][rows] - stretch.first).astype(np.int64)
    region, of_several = _joined(observation, numbers["region"][rows], size)
    return Stated(numbers, rows, rows[_first_alike(observation, region, of_several, size)], region)


def _in_order(rows: dict[str, Numbers]) -> dict[str, Numbers]:
    """The rows by preference: they lie so, and an answer that is told to sort takes four times as long."""
    preference = rows["preference"]
    if (preference[1:] > preference[:-1]).all():
        return rows
    order = np.argsort(preference)
    return {name: column[order] for name, column in rows.items()}


def _joined(observation: Numbers, region: Numbers, size: int) -> tuple[Numbers, Mask]:
    """The regions, where none is told the only one that the observation has (a number below ``size``); and which
    statements are of an observation that has several."""
    has = np.flatnonzero(region)
    some = np.zeros(size, dtype=region.dtype)
    some[observation[has]] = region[has]
    only = some[observation]
    several = np.zeros(size, dtype=bool)
    several[observation[has[region[has] != only[has]]]] = True
    of_several = several[observation]
    return np.where(of_several, region, only), of_several


def _first_alike(observation: Numbers, region: Numbers, of_several: Mask, size: int) -> Numbers:
    """For each row the first that has the same two numbers; only some observations have several regions."""
    found = first_of_each(observation, size)[observation]
    rows = np.flatnonzero(of_several)
    if rows.size:
        both = observation[rows] * (int(region.max()) + 1) + region[rows]
        _, begins, alike = np.unique(both, return_index=True, return_inverse=True)
        found[rows] = rows[begins[alike]]
    return found


def first_of_each(numbers: Numbers, size: int) -> Numbers:
    """For each number below ``size`` the place where it comes first; for those that do not come, how many there are."""
    first = np.full(size, numbers.size, dtype=np.int64)
    np.minimum.at(first, numbers, np.arange(numbers.size))
    return first
