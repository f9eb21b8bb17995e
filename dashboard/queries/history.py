"""Claims of the series that the front page shows: the fullest ones, and those that one issue adds to."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.filter import Filter
from dashboard.query import PLOTTED, Claims

INDICATORS = 16
"""So many indicators are looked at for the headline."""
SERIES = 3
"""So many series of each: the widest of the nearly fullest stands for its indicator."""
LATEST = 160
"""So many of the latest claims of each series are read."""
FIGURES = 40
"""So many figures of an issue are looked at."""
HOME = ("中国", "全国")

_COLUMNS = ", ".join(PLOTTED)
_DATED = "indicator IS NOT NULL AND period_start IS NOT NULL AND period_end IS NOT NULL AND status = 'actual'"


def fullest_series(claims: Claims, narrowed: Filter) -> pd.DataFrame:
    """The latest claims of the national series with the most periods; ``PLOTTED`` columns."""
    home = "(region IS NULL OR list_contains($home, region))"
    prepared, asked = claims.asked(narrowed)
    chosen = claims.frame(
        "WITH p AS (SELECT DISTINCT series, period_end FROM claims"
        f" WHERE {asked.sql} AND {_DATED} AND {home}),"
        " n AS (SELECT series, count(*) n FROM p GROUP BY 1),"
        " k AS (SELECT s.*, n FROM n JOIN series s USING (series)),"
        " f AS (SELECT indicator, measure, comparison FROM k GROUP BY 1, 2, 3 QUALIFY row_number() OVER (PARTITION BY"
        " indicator ORDER BY measure IN ('growth', 'level') DESC, max(n) DESC, measure, comparison) = 1),"
        " s AS (SELECT k.* FROM k JOIN f ON k.indicator = f.indicator AND k.measure = f.measure"
        " AND k.comparison IS NOT DISTINCT FROM f.comparison"
        f" QUALIFY row_number() OVER (PARTITION BY k.indicator ORDER BY n DESC, who) <= {SERIES}),"
        f" i AS (SELECT indicator FROM s GROUP BY 1 ORDER BY max(n) DESC, 1 LIMIT {INDICATORS})"
        " SELECT series FROM s WHERE indicator IN (SELECT indicator FROM i)",
        {**asked.values, "home": list(HOME)},
        prepared,
    )
    return _latest(claims, narrowed, list(chosen["series"]), home, {"home": list(HOME)})


def issue_series(claims: Claims, narrowed: Filter, issue_id: str) -> pd.DataFrame:
    """The claims of one issue that can be compared, the surest of each series, and what was printed of the same
    series before; ``PLOTTED`` columns and ``issue_id``."""
    prepared, asked = claims.asked(narrowed)
    chosen = claims.frame(
        "SELECT series, max(period_end) latest, max(confidence) sure FROM claims"
        f" WHERE {asked.sql} AND {_DATED} AND kind = 'economic' AND issue_id = $issue"
        f" GROUP BY 1 ORDER BY sure DESC, any_value(indicator), series LIMIT {FIGURES}",
        {**asked.values, "issue": issue_id},
        prepared,
    )
    rows = _latest(claims, narrowed, list(chosen["series"]), "kind = 'economic'", {}, ", series, issue_id")
    if rows.empty:
        return rows.drop(columns="series")
    last = rows["series"].map(dict(zip(chosen["series"], chosen["latest"], strict=True)))
    return rows[rows["period_end"] <= last].drop(columns="series")


def _latest(
    claims: Claims, narrowed: Filter, series: list[int], only: str, values: dict[str, Any], more: str = ""
) -> pd.DataFrame:
    """The latest claims of each of the series that the filter and the condition leave."""
    prepared, asked = claims.asked(narrowed)
    listed = ", ".join(map(str, series)) or "NULL"
    # found first and then read: a window that carries every column takes several times as long
    found = (
        f"SELECT rowid FROM claims WHERE series IN ({listed}) AND {asked.sql} AND {_DATED} AND {only}"
        f" QUALIFY row_number() OVER (PARTITION BY series ORDER BY period_end DESC, claim_id) <= {LATEST}"
    )
    sql = f"SELECT {_COLUMNS}{more} FROM claims WHERE rowid IN ({found}) ORDER BY position"
    return claims.frame(sql, {**asked.values, **values}, prepared)
