"""The figures of the front page: the indicators reported most often, and what the latest issue adds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.figures.mark import named
from dashboard.filter import Filter
from dashboard.language import full_label
from dashboard.observation import Row, observations, placed
from dashboard.queries.history import fullest_series, issue_series
from dashboard.query import Claims
from dashboard.sector_tree import breadth
from dashboard.time_path import with_paths
from dashboard.view import figure_code, split_figure

TILES = 8
NEW_SHOWN = 14
_FULL = 0.7
"""Of series that are nearly as full as the fullest, the widest sector stands for all."""
_HOME = ("", "中国", "全国")


@dataclass(frozen=True, slots=True)
class Headline:
    """One series' latest observation, the one before it, and its values, the earliest first."""

    latest: dict[str, Any]
    before: dict[str, Any] | None
    points: list[dict[str, Any]]

    @property
    def figure(self) -> str:
        """The code of its figure."""
        comparison = self.latest["comparison"]
        return figure_code(self.latest["measure"], comparison if isinstance(comparison, str) else None)

    def name(self, language: Any) -> str:
        """Indicator and figure in words."""
        return full_label(language, str(self.latest["indicator"]), *split_figure(self.figure))


def headlines(claims: Claims, narrowed: Filter) -> list[Headline]:
    """The fullest series of the indicators reported most often, one for each indicator; remembered."""
    return claims.remembered(_headlines, claims, narrowed)


def new_figures(claims: Claims, narrowed: Filter, issue_id: str) -> list[Headline]:
    """The figures of one issue that can be compared, the surest first, each with the period before; remembered."""
    return claims.remembered(_new_figures, claims, narrowed, issue_id)


def _headlines(claims: Claims, narrowed: Filter) -> list[Headline]:
    seen = named(observations(placed(fullest_series(claims, narrowed))))
    series = (fullest(own) for _, own in grouped(seen, "indicator"))
    found = [each for each in series if each is not None]
    found.sort(key=lambda each: (-len(each.points), each.latest["indicator"]))
    return found[:TILES]


def fullest(rows: Sequence[Row]) -> Headline | None:
    """The national series with the most periods; None where nothing is national or has a second period."""
    rows = [row for row in rows if row["status"] == "actual" and row["entity_region"] in _HOME]
    series = grouped(with_paths(rows), "name", "path", "unit")
    if not series:
        return None
    sizes = {key: len({row["period_end"] for row in own}) for key, own in series}
    most = max(sizes.values())
    full = [(key, own) for key, own in series if sizes[key] >= most * _FULL]
    _, own = min(full, key=lambda each: (breadth(str(each[0][0])), -sizes[each[0]], each[0]))
    return _told(own)


def _told(series: Sequence[Row]) -> Headline:
    """The headline of one series: of two observations that end on one day the last."""
    ends = {row["period_end"]: dict(row) for row in series}
    points = [ends[end] for end in sorted(ends)]
    return Headline(points[-1], points[-2] if len(points) > 1 else None, points)


def _new_figures(claims: Claims, narrowed: Filter, issue_id: str) -> list[Headline]:
    rows = issue_series(claims, narrowed, issue_id)
    own = {row["claim_id"] for row in rows if row["issue_id"] == issue_id}
    figures = grouped(observations(placed(rows)), "indicator", "measure", "comparison") if own else []
    found = [each for _, part in figures for each in _told_by(named(part), own)]
    found.sort(key=lambda each: (-each.latest["confidence"], each.latest["indicator"], each.latest["name"]))
    return found[:NEW_SHOWN]


def _told_by(seen: Sequence[Row], own: set[str]) -> list[Headline]:
    """The latest observation of each series that the charts take from one of the ``own`` claims, with its past."""
    told = [_told(rows) for _, rows in grouped(with_paths(seen), "name", "unit", "path")]
    return [each for each in told if each.latest["claim_id"] in own]


def grouped(rows: Iterable[Row], *names: str) -> list[tuple[tuple[Any, ...], list[Row]]]:
    """The rows that agree in these columns, in the order of their first."""
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(row[name] for name in names), []).append(row)
    return list(groups.items())
