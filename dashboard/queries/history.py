"""Claims of the series that the front page shows: the fullest ones, and those that one issue adds to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pyarrow as pa

from dashboard.bits import Numbers
from dashboard.filter import Filter
from dashboard.observation import Row
from dashboard.prepared import Prepared
from dashboard.query import Claims
from dashboard.record import answered, columns

INDICATORS = 16
"""So many indicators are looked at for the headline."""
SERIES = 3
"""So many series of each: the widest of the nearly fullest stands for its indicator."""
LATEST = 160
"""So many of the latest claims of each series are read."""
FIGURES = 40
"""So many figures of an issue are looked at."""
HEAD = 2_000
"""The fullest series that are looked at first."""

_HAPPENED = "figure IS NOT NULL AND status = 'actual'"


def fullest_series(claims: Claims, narrowed: Filter) -> Sequence[Row]:
    """The latest claims of the national series with the most periods: rows of ``plotted``.

    They are of the economy, unless the reader filters by kind or there are none.
    """
    if not narrowed.kind and (economic := _fullest(claims, replace(narrowed, kind=("economic",)))):
        return economic
    return _fullest(claims, narrowed)


def _fullest(claims: Claims, narrowed: Filter) -> Sequence[Row]:
    prepared = claims.prepared()
    selection = claims.selection(narrowed, prepared)
    periods = selection.periods()
    head = HEAD
    while True:
        fullest = np.argsort(-periods, kind="stable")[:head]
        chosen = _chosen(prepared, fullest[periods[fullest] > 0].tolist(), periods)
        # the indicators of other series can have none that is fuller than the last of the head
        least = int(periods[fullest[-1]]) if periods.size > head else 0
        named = {row["indicator"] for row in chosen}
        if least < 1 or (len(named) == INDICATORS and min(row["most"] for row in chosen) > least):
            break
        head *= 8
    places = selection.latest([row["code"] for row in chosen], LATEST)
    sql = "SELECT * FROM plotted WHERE position IN (SELECT unnest(CAST($places AS INTEGER[]))) ORDER BY position"
    return claims.rows(sql, {"places": places}, prepared)


def _chosen(prepared: Prepared, fullest: list[int], periods: Numbers) -> list[dict[str, Any]]:
    """The series that are shown of the indicators of the fullest: ``code``, ``indicator``, and ``most``, the periods of
    the fullest series of the indicator's figure."""
    cursor = prepared.database.cursor()
    own = "SELECT indicator FROM series WHERE code IN (SELECT unnest(CAST($codes AS INTEGER[])))"
    listed = columns(cursor.execute(f"SELECT code FROM series WHERE indicator IN ({own})", {"codes": fullest}))["code"]
    listed = listed[periods[listed] > 0]
    cursor.register("counted", pa.table({"code": listed, "n": periods[listed]}))
    return answered(
        cursor.execute(
            "WITH k AS (SELECT s.*, n FROM counted JOIN series s USING (code)),"
            " f AS (SELECT indicator, measure, comparison, max(n) AS most FROM k GROUP BY 1, 2, 3 QUALIFY row_number()"
            " OVER (PARTITION BY indicator ORDER BY measure IN ('growth', 'level') DESC, max(n) DESC, measure,"
            " comparison) = 1),"
            f" i AS (SELECT * FROM f ORDER BY most DESC, indicator LIMIT {INDICATORS})"
            " SELECT k.code, k.indicator, most FROM k JOIN i ON k.indicator = i.indicator AND k.measure = i.measure"
            " AND k.comparison IS NOT DISTINCT FROM i.comparison"
            f" QUALIFY row_number() OVER (PARTITION BY k.indicator ORDER BY n DESC, who) <= {SERIES}"
        )
    )


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
    rows = _latest(claims, narrowed, [row["series"] for row in chosen])
    last = {row["series"]: row["latest"] for row in chosen}
    return [row for row in rows if row["period_end"] <= last[row["series"]]]


def _latest(claims: Claims, narrowed: Filter, series: list[int]) -> list[dict[str, Any]]:
    """The latest economic claims of each of the series that the filter leaves."""
    prepared, asked = claims.asked(narrowed)
    listed = ", ".join(map(str, series)) or "NULL"
    # found first and then read: a window that carries every column takes several times as long
    found = (
        f"SELECT position FROM claims WHERE series IN ({listed}) AND {asked.sql} AND {_HAPPENED} AND kind = 'economic'"
        f" QUALIFY row_number() OVER (PARTITION BY series ORDER BY period_end DESC, claim_id) <= {LATEST}"
    )
    sql = f"SELECT * FROM plotted WHERE position IN ({found}) ORDER BY position"
    return claims.rows(sql, asked.values, prepared)
