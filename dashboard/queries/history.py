"""Claims of the series that the front page shows: the fullest ones, and those that one issue adds to."""

from __future__ import annotations

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

_SAME = " AND ".join(
    f"c.{name} IS NOT DISTINCT FROM k.{name}" for name in ("indicator", "measure", "comparison", "who", "unit")
)
_COLUMNS = ", ".join(f"c.{name}" for name in PLOTTED)
_DATED = "indicator IS NOT NULL AND period_start IS NOT NULL AND period_end IS NOT NULL"


def fullest_series(claims: Claims, narrowed: Filter) -> pd.DataFrame:
    """The latest claims of the national series with the most periods; ``PLOTTED`` columns."""
    prepared, asked = claims.asked(narrowed)
    return claims.frame(
        "WITH c AS (SELECT *, coalesce(sector, subject, indicator) who FROM claims"
        f" WHERE {asked.sql} AND {_DATED} AND status = 'actual'"
        " AND (region IS NULL OR list_contains($home, region))),"
        " k AS (SELECT indicator, measure, comparison, who, unit, count(DISTINCT period_end) n FROM c GROUP BY ALL),"
        " f AS (SELECT indicator, measure, comparison FROM k GROUP BY 1, 2, 3 QUALIFY row_number() OVER (PARTITION BY"
        " indicator ORDER BY measure IN ('growth', 'level') DESC, max(n) DESC, measure, comparison) = 1),"
        " s AS (SELECT k.* FROM k JOIN f ON k.indicator = f.indicator AND k.measure = f.measure"
        " AND k.comparison IS NOT DISTINCT FROM f.comparison"
        f" QUALIFY row_number() OVER (PARTITION BY k.indicator ORDER BY n DESC, who) <= {SERIES}),"
        f" i AS (SELECT indicator FROM s GROUP BY 1 ORDER BY max(n) DESC, 1 LIMIT {INDICATORS})"
        f" SELECT {_COLUMNS} FROM c JOIN s k ON {_SAME} WHERE c.indicator IN (SELECT indicator FROM i)"
        f" QUALIFY row_number() OVER (PARTITION BY {_key('c')} ORDER BY c.period_end DESC, c.claim_id) <= {LATEST}",
        {**asked.values, "home": list(HOME)},
        prepared,
    )


def issue_series(claims: Claims, narrowed: Filter, issue_id: str) -> pd.DataFrame:
    """The claims of one issue that can be compared, the surest of each series, and what was printed of the same
    series before; ``PLOTTED`` columns and ``issue_id``."""
    prepared, asked = claims.asked(narrowed)
    return claims.frame(
        "WITH c AS (SELECT *, coalesce(sector, subject, indicator) who FROM claims"
        f" WHERE {asked.sql} AND {_DATED} AND status = 'actual' AND kind = 'economic'),"
        " k AS (SELECT indicator, measure, comparison, who, unit, max(period_end) latest, max(confidence) sure FROM c"
        f" WHERE issue_id = $issue GROUP BY ALL ORDER BY sure DESC, indicator, who LIMIT {FIGURES})"
        f" SELECT {_COLUMNS}, c.issue_id FROM c JOIN k ON {_SAME} WHERE c.period_end <= k.latest"
        f" QUALIFY row_number() OVER (PARTITION BY {_key('c')} ORDER BY c.period_end DESC, c.claim_id) <= {LATEST}",
        {**asked.values, "issue": issue_id},
        prepared,
    )


def _key(table: str) -> str:
    return f"{table}.indicator, {table}.measure, {table}.comparison, {table}.who, {table}.unit"
