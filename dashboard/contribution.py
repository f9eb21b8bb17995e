"""Which contributions add up: sectors that do not contain one another, and the total whose growth they explain."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from dashboard.filter import Filter
from dashboard.observation import Observation, Row
from dashboard.queries.outline import Figure, Outline, outlined
from dashboard.query import Claims
from dashboard.sector_tree import below, is_sector, with_descendants

POINTS = "百分点"
"""Only contributions in percentage points stack up to a growth in per cent."""


@dataclass(frozen=True, slots=True)
class Contributions:
    """``stacked`` add up (the largest first), ``overlapping`` would count something twice, ``total`` is the growth."""

    stacked: list[dict[str, Any]] = field(default_factory=list)
    overlapping: list[dict[str, Any]] = field(default_factory=list)
    total: dict[str, Any] | None = None
    unit: str = POINTS


def contributions(
    claims: Claims, narrowed: Filter, indicator: str, period: Row, within: str | None, growth: Outline | None = None
) -> Contributions:
    """The contributions of a period, as far as they can be stacked; ``period`` holds first and last day.

    ``growth`` is the outline of the indicator's growth on the year, where it is there already.
    """
    rows = _of_period(claims, narrowed, (indicator, "contribution", None), period)
    rows = [row for row in rows if row["unit"] == POINTS and row["entity"] == row["sector"]]
    if within is not None:
        rows = [row for row in rows if row["entity"] in below(within)]
    stacked, overlapping = disjoint(rows)
    if not stacked:
        return Contributions(overlapping=overlapping)
    if growth is None:
        grown = _of_period(claims, narrowed, (indicator, "growth", "yoy"), period)
    else:
        grown = _happened(growth, period)
    total = _total([row for row in grown if row["unit"] == "%"], {row["entity"] for row in stacked})
    return Contributions(stacked, overlapping, total)


def _of_period(claims: Claims, narrowed: Filter, figure: Figure, period: Row) -> list[Observation]:
    """What happened in a period of a sector's own figures."""
    with outlined(claims, narrowed, figure, period) as seen:
        return _happened(seen, period)


def _happened(seen: Outline, period: Row) -> list[Observation]:
    return seen.read(seen.preferences(seen.of_periods([period]) & seen.happened & seen.of_sectors))


def disjoint(rows: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows that can be added up, larger contributions before those that overlap with them, and the others."""
    taken: set[str] = set()
    stacked, overlapping = [], []
    for row in sorted(rows, key=lambda row: (-abs(row["value"]), row["entity"])):
        own = set(with_descendants([row["entity"]]))
        if own & taken:
            overlapping.append(row)
        else:
            taken |= own
            stacked.append(row)
    return sorted(stacked, key=lambda row: -row["value"]), overlapping


def _total(growth: list[dict[str, Any]], parts: set[str]) -> dict[str, Any] | None:
    """The growth of the widest sector that all parts lie in: 拉动 without an object means the whole of industry."""
    sizes: list[tuple[int, int, dict[str, Any]]] = []
    for place, row in enumerate(growth):
        if row["entity"] == row["sector"] and is_sector(row["entity"]) and row["entity"] not in parts:
            own = set(with_descendants([row["entity"]]))
            if parts <= own:
                sizes.append((len(own), place, row))
    return min(sizes, key=lambda each: (-each[0], each[1]))[2] if sizes else None
