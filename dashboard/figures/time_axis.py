"""The axis of time: where an observation stands, what is left out because nothing was printed, which days are named."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from dashboard.observation import Row

SILENCE = 400
"""After so many days without an observation a line ends and the axis leaves the time out, at a dotted rule."""
_MARGIN = timedelta(days=75)


def moment(row: Row, path: str) -> str:
    """Where an observation stands on the time axis: the first day of its last month (of its year), as a date."""
    end = row["period_end"]
    if path == "year":
        return f"{end.year}-01-01"
    return end.isoformat() if path == "instant" and end.day < 28 else f"{end.year}-{end.month:02d}-01"


def breaks(rows: list[dict[str, Any]], path: str) -> list[tuple[str, str]]:
    """The stretches of time, first and last day, that the axis leaves out because nothing was printed."""
    days = sorted({date.fromisoformat(moment(row, path)) for row in rows})
    return [
        ((one + _MARGIN).isoformat(), (other - _MARGIN).isoformat())
        for one, other in pairwise(days)
        if (other - one).days > SILENCE
    ]


def tick_days(rows: list[dict[str, Any]], path: str, most: int) -> list[str]:
    """At most ``most`` of the days that have observations, so far apart that their labels do not touch."""
    days = sorted({date.fromisoformat(moment(row, path)) for row in rows})
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
