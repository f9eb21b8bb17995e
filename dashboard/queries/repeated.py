"""Figures that are printed more than once: their observations, and their statements with everything to be shown."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from dashboard.filter import Filter
from dashboard.observation import VERDICTS, Observation, observations, placed
from dashboard.query import COLUMNS, Claims

SURE = 0.8
"""Where two numbers differ of which one is less sure than this, it may be the reading that errs."""
LOOKED_AT = 30_000
"""The most claims that are looked through, the latest issues first."""


def repeated(claims: Claims, narrowed: Filter) -> list[Observation]:
    """Observations with two statements or more, contradicted ones first, then revised; of these the economic ones whose
    statements are all read surely, then the latest.

    A newspaper that is chosen has to be among the statements; the others' statements are shown beside its own.
    Each has ``verdict``, the most troubling of its verdicts.
    """
    prepared, asked = claims.asked(replace(narrowed, publication=()))
    rows = claims.rows(
        f"SELECT * FROM plotted WHERE {asked.sql} QUALIFY count(*) OVER (PARTITION BY figure, observation) > 1"
        f" ORDER BY issue_date DESC, claim_id LIMIT {LOOKED_AT}",
        asked.values,
        prepared,
    )
    seen = [{**row, "verdict": worst(row["verdicts"])} for row in observations(placed(rows)) if row["statements"] > 1]
    if narrowed.publication:
        own = set(narrowed.publication)
        seen = [row for row in seen if own.intersection(statement["publication"] for statement in row["told"])]
    seen.sort(key=lambda row: (row["issue_date"], row["statements"]), reverse=True)
    return sorted(seen, key=lambda row: (VERDICTS.index(row["verdict"]), not _sure(row)))


def _sure(row: Observation) -> bool:
    """True if every statement is of the economy and is more likely read right than not by far."""
    return all(told["kind"] == "economic" and told["confidence"] >= SURE for told in row["told"])


def worst(verdicts: list[str]) -> str:
    """The most troubling of the verdicts."""
    return next(name for name in VERDICTS if name in verdicts)


def statements(claims: Claims, ids: list[str]) -> pd.DataFrame:
    """The claims of these ids, whole rows, by id."""
    return claims.frame(f"SELECT {COLUMNS} FROM claims WHERE list_contains($ids, claim_id)", {"ids": ids}).set_index(
        "claim_id", drop=False
    )
