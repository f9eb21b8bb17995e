"""Claims of the series that the front page shows: the fullest ones, and those that one issue adds to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dashboard.filter import Filter
from dashboard.observation import Row
from dashboard.query import Claims

INDICATORS = 16
"""So many indicators are looked at for the headline."""
SERIES = 3
"""So many series of each: the widest of the nearly fullest stands for its indicator."""
LATEST = 160
"""So many of the latest claims of each series are read."""
FIGURES = 40
"""So many figures of an issue are looked at."""
HOME = ("中国", "全国")

_HAPPENED = "figure IS NOT NULL AND status = 'actual'"


def fullest_series(claims: Claims, narrowed: Filter) -> Sequence[Row]:
    """The latest claims of the national series with the most periods: rows of ``plotted``.

    They are of the economy, unless the reader filters by kind or there are none.
    """
    if not narrowed.kind and (economic := _fullest(claims, replace(narrowed, kind=("economic",)))):
        return economic
    return _fullest(claims, narrowed)


def _fullest(claims: Claims, narrowed: Filter) -> Sequence[Row]:
    # what counts only itself (160多个国家, 18家企业) is told of something else each time
    home = (
        "(region IS NULL OR list_contains($home, region))"
        " AND (sector IS NOT NULL OR subject IS NULL OR NOT contains(indicator, subject))"
    )
    prepared, asked = claims.asked(narrowed)
    chosen = claims.rows(
        "WITH p AS (SELECT DISTINCT series, period_end FROM claims"
        f" WHERE {asked.sql} AND {_HAPPENED} AND {home}),"
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
    return _latest(claims, narrowed, [row["series"] for row in chosen], home, {"home": list(HOME)})


def issue_series(claims: Claims, narrowed: Filter, issue_id: str) -> Sequence[Row]:
    """The claims of one issue that can be compared, the surest of each series, and what was printed of the same
    series before: rows of ``plotted``."""
    prepared, asked = claims.asked(narrowed)
    chosen = claims.rows(
        "SELECT series, max(period_end) latest, max(confidence) sure FROM claims"
        f" WHERE {asked.sql} AND {_HAPPENED} AND kind = 'economic' AND issue_id = $issue"
        f" GROUP BY 1 ORDER BY sure DESC, any_value(indicator), series LIMIT {FIGURES}",
        {**asked.values, "issue": issue_id},
        prepared,
    )
    rows = _latest(claims, narrowed, [row["series"] for row in chosen], "kind = 'economic'", {})
    last = {row["series"]: row["latest"] for row in chosen}
    return [row for row in rows if row["period_end"] <= last[row["series"]]]


def _latest(
    claims: Claims, narrowed: Filter, series: list[int], only: str, values: dict[str, Any]
) -> list[dict[str, Any]]:
    """The latest claims of each of the series that the filter and the condition leave."""
    prepared, asked = claims.asked(narrowed)
    listed = ", ".join(map(str, series)) or "NULL"
    # found first and then read: a window that carries every column takes several times as long
    found = (
        f"SELECT position FROM claims WHERE series IN ({listed}) AND {asked.sql} AND {_HAPPENED} AND {only}"
        f" QUALIFY row_number() OVER (PARTITION BY series ORDER BY period_end DESC, claim_id) <= {LATEST}"
    )
    sql = f"SELECT * FROM plotted WHERE position IN ({found}) ORDER BY position"
    return claims.rows(sql, {**asked.values, **values}, prepared)
