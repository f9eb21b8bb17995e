"""Facets as the data page lists them: the fullest values of each part of the filter."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dashboard.filter import LISTS, Filter
from dashboard.query import Claims

VALUES = 8
"""So many values of a facet are shown, the fullest first."""


def facet_counts(claims: Claims, narrowed: Filter) -> dict[str, list[tuple[str, int]]]:
    """For each part: its fullest values with their claims under the rest of the filter; chosen values always."""
    counts = claims.facets(narrowed)
    return {name: _fullest(counts[name].items(), getattr(narrowed, name)) for name in LISTS}


def _fullest(counts: Iterable[tuple[str, int]], chosen: Collection[str]) -> list[tuple[str, int]]:
    listed = sorted(counts, key=lambda pair: -pair[1])
    return [pair for place, pair in enumerate(listed) if place < VALUES or pair[0] in chosen]
