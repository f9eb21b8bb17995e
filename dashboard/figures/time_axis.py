"""The axis of time: where an observation stands, what is left out because nothing was printed, which days are named."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Any

from dashboard.observation import Row

SILENCE = 400
"""After so many days without an observation a line ends and the axis leaves the time out, at a dotted rule."""
_MARGIN = timedelta(days=75)


def moment(row: Row, path: str) -> str:
    """Where an observation stands on the time axis: the first day of its last month (of its year), as a date."""
    return _moment(row["period_end"], path)


@lru_cache(maxsize=4_096)  # every mark is asked several times, of the same few periods
def _moment(end: date, path: str) -> str:
    if path == "year":
        return f"{end.year}-01-01"
    return end.isoformat() if path == "instant" and end.day < 28 else f"{end.year}-{end.month:02d}-01"


def _days(rows: list[dict[str, Any]], path: str) -> list[date]:
    """The days on which observations stand, each once."""
    return [date.fromisoformat(day) for day in sorted({moment(row, path) for row in rows})]


def breaks(rows: list[dict[str, Any]], path: str) -> list[tuple[str, str]]:
    """The stretches of time, first and last day, that the axis leaves out because nothing was printed."""
    days = _days(rows, path)
    return [
        ((one + _MARGIN).isoformat(), (other - _MARGIN).isoformat())
        for one, other in pairwise(days)
        if (other - one).days > SILENCE
    ]


def tick_days(rows: list[dict[str, Any]], path: str, most: int) -> list[str]:
    """At most ``most`` of the days that have observations, so far apart that their labels do not touch."""
    days = _days(rows, path)
    places = [0]
    for one, other in pairwise(days):
        gap = (other - one).days
        places.append(places[-1] + (gap if gap <= SILENCE else 2 * _MARGIN.days))
    least = places[-1] / most
    kept: list[int] = []
    for number, place in enumerate(places):
        if not kept or place - places[kept[-1]] >= least:
            kept.append(number)
    return [days[number].isoformat() for number in kept]
