"""Which cells the heatmap of 行业 shows: sectors by the periods that count time as the chosen one does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dashboard.bits import Mask
from dashboard.figures.heatmap import MAX_ROWS
from dashboard.observation import Row
from dashboard.queries.outline import Outline
from dashboard.time_path import adopted

_ENOUGH_SECTORS = 3
"""From so many sectors on, subjects that are none (国有控股企业, a company) are left to the series and the table."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Which of some observations one chart shows: sectors only, one unit; and what is left out."""

    unit: str
    sectors_only: bool
    aside: int = 0
    other_units: Mapping[str, int] = field(default_factory=dict)

    def of(self, seen: Outline) -> Mask:
        """Which observations of an outline these are."""
        own = seen.of_unit(self.unit)
        return own & seen.of_sectors if self.sectors_only else own


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
    """``cells`` are told by their preference; ``periods``: the columns, the earliest first."""

    kept: Kept
    periods: list[dict[str, Any]]
    cells: list[int]
    names: int
    """How many names there are, the grid's among them."""


def heatmap_cells(seen: Outline, period: Row, within: Mask, most: int) -> Cells | None:
    """The cells of at most ``most`` periods and ``MAX_ROWS`` names, the fullest of those ``within``; None where nothing
    happened."""
    alike = within & seen.happened & seen.along(_path(seen, within & seen.of_periods([period])))
    kept = keep(seen.sizes(alike))
    if kept is None:
        return None
    alike &= kept.of(seen)
    periods = _columns(seen.periods(alike)[::-1], period, most)
    cells, names = seen.cells(alike & seen.of_periods(periods), MAX_ROWS)
    return Cells(kept, periods, cells, names)


def _path(seen: Outline, of_period: Mask) -> str:
    """How the chosen period counts time: as what happened in it, else as its targets do."""
    if happened := seen.paths(of_period & seen.happened):
        return happened[0]
    ahead = seen.paths(of_period)
    return adopted(ahead[0], set(seen.paths(seen.happened))) if ahead else "span"


def _columns(periods: list[dict[str, Any]], chosen: Row, most: int) -> list[dict[str, Any]]:
    """The periods that the grid shows, of all from the earliest on: up to the latest, or around the chosen one."""
    at = [place for place, period in enumerate(periods) if period["period_end"] == chosen["period_end"]]
    last = min(max(at[-1] + 1 if at else len(periods), most), len(periods))
    return periods[max(last - most, 0) : last]
