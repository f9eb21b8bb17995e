"""The statements that a filter leaves of a figure, over the numbers of the table ``statements``: which is charted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import duckdb
import numpy as np

from dashboard.bits import Mask, Numbers
from dashboard.observation import Row
from dashboard.record import columns

OF_PERIOD = "period_start = $start AND period_end = $end"
_STRETCH = "SELECT first, last, several_bases, cumulative FROM stretches WHERE figure = CAST($figure AS UBIGINT)"
_STATEMENTS = (
    "SELECT preference, position, observation, region, wording FROM statements"
    " WHERE preference BETWEEN $first AND $last"
)
_IN_PERIOD = f"SELECT preference FROM plotted WHERE preference BETWEEN $first AND $last AND {OF_PERIOD}"
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
    """Statements in the order of preference.

    For each its ``preference``, that of the ``charted`` statement of its observation, the number of the observation's
    ``region`` (0 for none), and whether it is worded ``otherwise`` than the charted one.
    """

    preference: Numbers
    charted: Numbers
    region: Numbers
    otherwise: Mask

    @property
    def several_regions(self) -> bool:
        """Whether the observations are of more than one region."""
        return int(np.count_nonzero(np.bincount(self.region, minlength=1)[1:])) > 1

    @property
    def observations(self) -> Mask:
        """Which of the statements are charted: one for each observation."""
        mask: Mask = self.preference == self.charted
        return mask


def stated(
    cursor: duckdb.DuckDBPyConnection, stretch: Stretch, taken: Taken | None = None, period: Row | None = None
) -> Stated:
    """The statements of a figure that are taken (all if None), of one period if that is given.

    One without a region joins the only region that its observation has. Of an observation the first is charted.
    """
    place = {"first": stretch.first, "last": stretch.last}
    rows = _in_order(columns(cursor.execute(_STATEMENTS, place)))
    left = np.ones(rows["position"].size, dtype=bool) if taken is None else taken(rows["position"] - 1)
    if period is not None:
        days = {"start": period["period_start"], "end": period["period_end"]}
        within = columns(cursor.execute(_IN_PERIOD, place | days))["preference"]
        of_period = np.zeros_like(left)
        of_period[within - stretch.first] = True
        left = left & of_period
    preference, observation, region, wording = (
        rows[name][left] for name in ("preference", "observation", "region", "wording")
    )
    observation = (observation - stretch.first).astype(np.int64)
    region, of_several = _joined(observation, region, left.size)
    charted = _first_alike(observation, region, of_several, left.size)
    return Stated(preference, preference[charted], region, wording != wording[charted])


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
    first = np.full(size, observation.size, dtype=np.int64)
    np.minimum.at(first, observation, np.arange(observation.size))
    found = first[observation]
    rows = np.flatnonzero(of_several)
    if rows.size:
        both = observation[rows].astype(np.int64) * (int(region.max()) + 1) + region[rows]
        _, begins, alike = np.unique(both, return_index=True, return_inverse=True)
        found[rows] = rows[begins[alike]]
    return found
