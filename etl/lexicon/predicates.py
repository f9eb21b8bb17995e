"""Verbs that rule a clause in news of the economy: what stands after one is its object, never part of its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from etl.lexicon.terms import read_rows


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb; ``in_names`` ones also stand inside names (固定资产投资, 生产基地) and then rule nothing."""

    word: str
    in_names: bool
    example: str


PREDICATES: Final[dict[str, Predicate]] = {
    row["word"]: Predicate(row["word"], row["in_names"] == "yes", row["example"]) for row in read_rows("predicates.csv")
}
"""Every predicate by its word."""
