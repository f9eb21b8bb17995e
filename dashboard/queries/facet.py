"""Facets: how many claims each value of each part of the filter would leave."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.filter import Filter
from dashboard.query import Claims

VALUES = 8
"""So many values of a facet are shown, the fullest first."""


def facet_counts(claims: Claims, narrowed: Filter) -> dict[str, list[tuple[str, int]]]:
    """For each part: its fullest values with their claims under the rest of the filter; chosen values always."""
    return {name: _fullest(counts, getattr(narrowed, name)) for name, counts in claims.facets(narrowed).items()}


def _fullest(counts: Mapping[str, int], chosen: tuple[str, ...]) -> list[tuple[str, int]]:
    """A facet does not narrow itself, else nothing could be added to a choice."""
    listed = sorted(counts.items(), key=lambda pair: -pair[1])
    return [pair for place, pair in enumerate(listed) if place < VALUES or pair[0] in chosen]
