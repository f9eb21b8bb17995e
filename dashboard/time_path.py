"""How an observation counts time: from January on, by month, by quarter, by year, at a day, over a span."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from dashboard.observation import Row

PATHS = ("cumulative", "month", "quarter", "year", "instant", "span")
BY_KIND = {
    "ytd": "cumulative",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "half_year": "year",
    "instant": "instant",
    "day": "instant",
}
"""The path of each kind of period; other kinds are spans."""
_AHEAD = ("year", "instant", "span")
"""How targets count time: 2027年末, 2027年, “十四五”期间."""


def path_of(kind: str | None, start: date, cumulative: bool) -> str:
    """The path of one observation; a whole or half year ends a ``cumulative`` path where there is one."""
    path = BY_KIND.get(kind or "", "span")
    january = start.month == 1 and start.day == 1
    return "cumulative" if cumulative and path == "year" and january else path


def with_paths(observations: Sequence[Row]) -> list[dict[str, Any]]:
    """The observations with ``path``.

    A target takes the path of what happened in the same series, so that its diamond stands on the line's own axis.
    """
    cumulative = any(BY_KIND.get(row["period_kind"] or "") == "cumulative" for row in observations)
    own = [path_of(row["period_kind"], row["period_start"], cumulative) for row in observations]
    happened: dict[tuple[Any, Any], set[str]] = {}
    for row, path in zip(observations, own, strict=True):
        if row["status"] == "actual":
            happened.setdefault((row.get("name"), row["unit"]), set()).add(path)
    return [
        {**row, "path": path if row["status"] == "actual" else adopted(path, happened.get(_series(row), set()))}
        for row, path in zip(observations, own, strict=True)
    ]


def _series(row: Row) -> tuple[Any, Any]:
    return row.get("name"), row["unit"]


def adopted(own: str, actual: set[str]) -> str:
    """The path of what is ahead, among the paths of what happened."""
    if own in actual or own not in _AHEAD:
        return own
    return next((path for path in ("year", "instant", "cumulative") if path in actual), own)
