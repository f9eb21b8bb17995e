"""Facets: how many claims each value of each part of the filter would leave."""

from __future__ import annotations

from dataclasses import replace

from dashboard.filter import LISTS, Filter
from dashboard.query import Claims

VALUES = 8
"""So many values of a facet are shown, the fullest first."""


def facet_counts(claims: Claims, narrowed: Filter) -> dict[str, list[tuple[str, int]]]:
    """For each part: its fullest values with their claims under the rest of the filter; chosen values always."""
    return {name: _counts(claims, narrowed, name) for name in LISTS}


def _counts(claims: Claims, narrowed: Filter, name: str) -> list[tuple[str, int]]:
    """A facet does not narrow itself, else nothing could be added to a choice."""
    condition, values = claims.narrowing(replace(narrowed, **dict.fromkeys([name], ())))  # type: ignore[arg-type]
    rows = claims.frame(
        f"SELECT {name} value, count(*) n FROM {{claims}} WHERE {condition} AND {name} IS NOT NULL"
        " GROUP BY 1 ORDER BY n DESC, 1 LIMIT 2000",
        values,
    )
    listed = [(str(value), int(n)) for value, n in zip(rows["value"], rows["n"], strict=True)]
    chosen = set(getattr(narrowed, name))
    return [pair for place, pair in enumerate(listed) if place < VALUES or pair[0] in chosen]
