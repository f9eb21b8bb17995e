"""The figures of the front page: the indicators reported most often, and what the latest issue adds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.figures.mark import named
from dashboard.figures.series import paths
from dashboard.filter import Filter
from dashboard.language import full_label
from dashboard.observation import observations
from dashboard.queries.history import fullest_series, issue_series
from dashboard.query import Claims
from dashboard.record import records
from dashboard.sector_tree import breadth
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
    seen = named(observations(fullest_series(claims, narrowed)))
    if seen.empty:
        return []
    series = (fullest(own) for _, own in seen.groupby("indicator", sort=True))
    found = [each for each in series if each is not None]
    found.sort(key=lambda each: (-len(each.points), each.latest["indicator"]))
    return found[:TILES]


def fullest(rows: pd.DataFrame) -> Headline | None:
    """The national series with the most periods; None where nothing is national or has a second period."""
    rows = rows[(rows["status"] == "actual") & rows["entity_region"].isin(_HOME)]
    if rows.empty:
        return None
    split = rows.assign(path=paths(rows))
    sizes = split.groupby(["name", "path", "unit"], sort=True)["period_end"].nunique()
    most = int(sizes.max())
    listed: list[tuple[str, str, str, int]] = [(*map(str, key), int(n)) for key, n in sizes.items()]  # type: ignore
    full = [each for each in listed if each[3] >= most * _FULL]
    name, path, unit, _ = min(full, key=lambda each: (breadth(each[0]), -each[3]))
    own = split[(split["name"] == name) & (split["path"] == path) & (split["unit"] == unit)]
    points = records(own.sort_values("period_end").drop_duplicates("period_end", keep="last"))
    return Headline(points[-1], points[-2] if len(points) > 1 else None, points)


def _new_figures(claims: Claims, narrowed: Filter, issue_id: str) -> list[Headline]:
    rows = issue_series(claims, narrowed, issue_id)
    own = set(rows["claim_id"][rows["issue_id"] == issue_id])
    if not own:
        return []
    seen = observations(rows.drop(columns="issue_id"))
    figures = seen.groupby(["indicator", "measure", "comparison"], sort=False, dropna=False)
    found = [each for _, part in figures for each in _told_by(named(part), own)]
    found.sort(key=lambda each: (-each.latest["confidence"], each.latest["indicator"], each.latest["name"]))
    return found[:NEW_SHOWN]


def _told_by(seen: pd.DataFrame, own: set[str]) -> list[Headline]:
    """The latest observation of each series that the charts take from one of the ``own`` claims, with its past."""
    split = seen.assign(path=paths(seen))
    found = []
    for _, rows in split.groupby(["name", "unit", "path"], sort=False):
        told = rows.sort_values("period_end", kind="stable").drop_duplicates("period_end", keep="last")
        if told["claim_id"].iloc[-1] in own:
            points = records(told)
            found.append(Headline(points[-1], points[-2] if len(points) > 1 else None, points))
    return found
