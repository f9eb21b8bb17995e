"""Figures that are printed more than once: their observations, and their statements with everything to be shown."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from dashboard.filter import Filter
from dashboard.observation import observations
from dashboard.query import COLUMNS, PLOTTED, Claims

LOOKED_AT = 30_000
"""The most claims that are looked through, the latest issues first."""


def repeated(claims: Claims, narrowed: Filter) -> pd.DataFrame:
    """Observations with two statements or more, contradicted ones first, then revised, then the latest.

    A newspaper that is chosen has to be among the statements; the others' statements are shown beside its own.
    """
    prepared, asked = claims.asked(replace(narrowed, publication=()))
    rows = claims.frame(
        f"SELECT {', '.join(PLOTTED)} FROM claims WHERE {asked.sql} AND indicator IS NOT NULL"
        " AND period_start IS NOT NULL AND period_end IS NOT NULL QUALIFY count(*) OVER (PARTITION BY indicator,"
        " measure, comparison, coalesce(sector, subject), period_start, period_end, status, unit) > 1"
        f" ORDER BY issue_date DESC, claim_id LIMIT {LOOKED_AT}",
        asked.values,
        prepared,
    )
    seen = observations(rows)
    seen = seen[seen["statements"] > 1]
    if narrowed.publication and len(seen):
        own = set(rows["claim_id"][rows["publication"].isin(narrowed.publication)])
        seen = seen[[bool(own.intersection(ids)) for ids in seen["claims"]]]
    if seen.empty:
        return seen.assign(verdict=None)
    seen = seen.assign(verdict=[worst(found) for found in seen["verdicts"]])
    order = seen["verdict"].map({"contradicts": 0, "revised": 1, "coarser": 2, "agrees": 3})
    return (
        seen.assign(order=order)
        .sort_values(["order", "issue_date", "statements"], ascending=[True, False, False], kind="stable")
        .drop(columns="order")
        .reset_index(drop=True)
    )


def worst(verdicts: list[str]) -> str:
    """The most troubling of the verdicts."""
    return next(name for name in ("contradicts", "revised", "coarser", "agrees") if name in verdicts)


def statements(claims: Claims, ids: list[str]) -> pd.DataFrame:
    """The claims of these ids, whole rows, by id."""
    return claims.frame(f"SELECT {COLUMNS} FROM claims WHERE list_contains($ids, claim_id)", {"ids": ids}).set_index(
        "claim_id", drop=False
    )
