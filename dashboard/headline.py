"""The figures of the front page: the indicators reported most often, and what the latest issue adds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.figures.series import paths
from dashboard.filter import Filter
from dashboard.language import figure_label
from dashboard.observed import Observed
from dashboard.record import records
from dashboard.sector_tree import breadth
from dashboard.view import figure_code, split_figure

TILES = 8
NEW_SHOWN = 14
_LOOKED_AT = 16
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
        return str(self.latest["indicator"]) + figure_label(language, *split_figure(self.figure))


def headlines(observed: Observed, narrowed: Filter) -> list[Headline]:
    """The fullest series of the indicators reported most often, one for each indicator."""
    plots = observed.claims.plots(narrowed)
    if plots.empty:
        return []
    listed = plots.assign(other=~plots["measure"].isin(["growth", "level"]))
    listed = listed.sort_values(["other", "periods", "points"], ascending=[True, False, False], kind="stable")
    found: list[Headline] = []
    for row in records(listed.drop_duplicates("indicator").head(_LOOKED_AT)):
        comparison = row["comparison"] if isinstance(row["comparison"], str) else None
        rows = observed(narrowed, row["indicator"], row["measure"], comparison).rows
        if (series := fullest(rows)) is not None:
            found.append(series)
    found.sort(key=lambda each: -len(each.points))
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


def new_figures(observed: Observed, narrowed: Filter, issue_id: str) -> list[Headline]:
    """The figures of one issue that can be compared, the surest first, each with the period before it."""
    rows = observed.claims.frame(
        "SELECT claim_id, indicator, measure, comparison FROM {claims} WHERE issue_id = $issue AND kind = 'economic'"
        " AND status = 'actual' AND indicator IS NOT NULL AND period_start IS NOT NULL AND period_end IS NOT NULL"
        " ORDER BY confidence DESC, source_start LIMIT 60",
        {"issue": issue_id},
    )
    found: list[Headline] = []
    shown: set[str] = set()
    for row in records(rows):
        comparison = row["comparison"] if isinstance(row["comparison"], str) else None
        seen = observed(narrowed, row["indicator"], row["measure"], comparison).rows
        figure = _with_history(seen, row["claim_id"])
        if figure is not None and figure.latest["claim_id"] not in shown:
            shown.add(figure.latest["claim_id"])
            found.append(figure)
        if len(found) == NEW_SHOWN:
            break
    return found


def _with_history(seen: pd.DataFrame, claim_id: str) -> Headline | None:
    """The observation that the claim states, if the charts take it from there, and its series up to it."""
    own = seen[seen["claim_id"] == claim_id]
    if own.empty:
        return None
    latest = own.iloc[0]
    split = seen.assign(path=paths(seen))
    path = split.loc[own.index[0], "path"]
    same = (split["name"] == latest["name"]) & (split["unit"] == latest["unit"]) & (split["path"] == path)
    past = split[same & (split["status"] == "actual") & (split["period_end"] <= latest["period_end"])]
    points = records(past.sort_values("period_end").drop_duplicates("period_end", keep="last"))
    return Headline(records(own)[0], points[-2] if len(points) > 1 else None, points)
