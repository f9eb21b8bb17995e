"""Which cells the heatmap of 行业 shows: sectors by the periods that count time as the chosen one does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dashboard.figures.heatmap import MAX_ROWS
from dashboard.observation import Row
from dashboard.queries.outline import Outline, Within
from dashboard.time_path import adopted

_ENOUGH_SECTORS = 3
"""From so many sectors on, subjects that are none (国有控股企业, a company) are left to the series and the table."""
_LIKE = "status = 'actual' AND path = $path"
_SHOWN = (
    "(period_end > $first_end OR period_end = $first_end AND period_start >= $first_start)"
    " AND (period_end < $end OR period_end = $end AND period_start <= $start)"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """Which of some observations one chart shows: sectors only, one unit; and what is left out."""

    unit: str
    sectors_only: bool
    aside: int = 0
    other_units: Mapping[str, int] = field(default_factory=dict)


def keep(sizes: Sequence[tuple[bool, str, int]]) -> Kept | None:
    """What is shown of observations that are a sector's own or not, by unit and number; None of nothing."""
    sectors = sum(size for own, _, size in sizes if own)
    only = sectors >= _ENOUGH_SECTORS
    units: Counter[str] = Counter()
    for own, unit, size in sizes:
        if own or not only:
            units[unit] += size
    if not units:
        return None
    (unit, _), *others = sorted(units.items(), key=lambda each: (-each[1], each[0]))
    aside = sum(size for own, _, size in sizes if not own) if only else 0
    return Kept(unit, only, aside, dict(others))


@dataclass(frozen=True, slots=True)
class Cells:
    """``cells``: preference, name, entity and period of each; ``periods``: the columns, the earliest first."""

    kept: Kept
    periods: list[dict[str, Any]]
    cells: list[dict[str, Any]]
    names: int
    """How many names there are, the grid's among them."""


def heatmap_cells(seen: Outline, period: Row, within: Within, most: int) -> Cells | None:
    """The cells of at most ``most`` periods and ``MAX_ROWS`` names, the fullest; None where nothing happened."""
    like = {"path": _path(seen, period, within)}
    sizes = seen.sizes(within, _LIKE, **like)
    kept = keep(sizes)
    if kept is None:
        return None
    only = f"{_LIKE} AND unit = $unit AND (is_sector OR NOT $sectors)"
    values = {**like, "unit": kept.unit, "sectors": kept.sectors_only}
    periods = _columns(seen.periods(within, only, **values)[::-1], period, most)
    first, last = periods[0], periods[-1]
    cells = seen.cells(
        within,
        f"{only} AND {_SHOWN}",
        MAX_ROWS,
        **values,
        first_start=first["period_start"],
        first_end=first["period_end"],
        start=last["period_start"],
        end=last["period_end"],
    )
    return Cells(kept, periods, cells, cells[0]["names"])


def _path(seen: Outline, period: Row, within: Within) -> str:
    """How the chosen period counts time: as what happened in it, else as its targets do."""
    rows = seen.of_period(period, within)
    happened = [row["path"] for row in rows if row["status"] == "actual"]
    if happened:
        return str(happened[0])
    return adopted(rows[0]["path"], seen.paths()) if rows else "span"


def _columns(periods: list[dict[str, Any]], chosen: Row, most: int) -> list[dict[str, Any]]:
    """The periods that the grid shows, of all from the earliest on: up to the latest, or around the chosen one."""
    at = [place for place, period in enumerate(periods) if period["period_end"] == chosen["period_end"]]
    last = min(max(at[-1] + 1 if at else len(periods), most), len(periods))
    return periods[max(last - most, 0) : last]
