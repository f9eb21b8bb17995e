"""What DuckDB is told: which claims a filter leaves, as bits, and how they are sorted by names of the schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.bits import Bits
from etl.schema import BY_NAME


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on rows that have the ``position`` of a claim, and the values of its parameters."""

    sql: str
    values: Mapping[str, object]


EVERY = Condition("TRUE", {})
"""No condition."""


def among(claims: Bits, first: int = 0) -> Condition:
    """The condition that a claim is in a set; the set's place 0 is that of the claim at ``first`` (from 0)."""
    place = f"position - {first + 1}"
    return Condition(f"get_bit(CAST($among AS BIT), {place}) = 1", {"among": claims.blob()})


def order_by(sort: Sequence[Mapping[str, object]]) -> str:
    """ORDER BY terms for a grid's sort model; anything that is no column of the schema is left out."""
    found: dict[str, str] = {}
    for item in sort[:4]:
        column, direction = item.get("colId"), item.get("sort")
        if isinstance(column, str) and column in BY_NAME and column != "classes" and direction in ("asc", "desc"):
            found.setdefault(column, "ASC" if direction == "asc" else "DESC")
    return ", ".join([*(f"{column} {direction} NULLS LAST" for column, direction in found.items()), "position"])
