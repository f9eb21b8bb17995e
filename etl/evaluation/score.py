"""Scores a claims table against gold claims: precision, recall and F1, tier upon tier.

A row belongs to a gold claim when its printed place overlaps it; each row pairs with one gold claim, the
best agreement first. A pair counts for a tier when it agrees in that field and in those of all tiers before
it. A gold claim marked ``optional`` is neither missed nor, when a row pairs with it, spurious.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from etl.evaluation.agreement import FIELDS, Gold, Row, agreement

TIERS = FIELDS[:6]
"""number -> measure -> period -> indicator -> subject -> sector; the last one is the full claim."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Precision, recall and F1, each 0 … 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 when both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One place where table and gold differ: ``why`` is the first tier that fails, ``missed`` or ``spurious``."""

    why: str
    doc: str
    text: str
    gold: Gold | None
    row: Row | None


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome: counts of gold claims, rows and pairs, a rate for each tier, a share for each field.

    ``fields`` holds, of the paired rows, the share that is right in that field alone.
    """

    gold: int
    rows: int
    paired: int
    tiers: Mapping[str, Rate]
    fields: Mapping[str, float]
    disagreements: Sequence[Disagreement]

    @property
    def full(self) -> Rate:
        """The rate of claims that are right in every tier."""
        return self.tiers[TIERS[-1]]


@dataclass(slots=True)
class _Tally:
    gold: int = 0
    rows: int = 0
    paired: int = 0
    tiers: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    disagreements: list[Disagreement] = field(default_factory=list)

    def report(self) -> Report:
        tiers = {
            tier: Rate(
                self.tiers[tier] / self.rows if self.rows else 0.0, self.tiers[tier] / self.gold if self.gold else 0.0
            )
            for tier in TIERS
        }
        fields = {name: self.fields[name] / self.paired if self.paired else 0.0 for name in FIELDS}
        return Report(self.gold, self.rows, self.paired, tiers, fields, tuple(self.disagreements))


def score(claims: pd.DataFrame, gold: Iterable[Gold], kind: str | None = None) -> Report:
    """Score the claims table ``claims`` against the gold claims; ``kind`` restricts both to that kind.

    Rows belong to a gold document when their ``source_uri`` ends in its name; rows of other documents do
    not count.
    """
    by_doc: dict[str, list[Gold]] = defaultdict(list)
    for claim in gold:
        by_doc[claim["doc"]].append(claim)
    uris = claims["source_uri"].astype(str)
    tally = _Tally()
    for doc, expected in by_doc.items():
        mine = claims[uris.str.endswith(doc)]
        rows: list[Row] = [{str(key): cell for key, cell in row.items()} for row in mine.to_dict("records")]
        _score_document(doc, rows, expected, kind, tally)
    return tally.report()


def _score_document(doc: str, rows: list[Row], expected: list[Gold], kind: str | None, tally: _Tally) -> None:
    row_of = pairs(rows, expected)
    for number, gold in enumerate(expected):
        if gold.get("optional") or (kind and gold["kind"] != kind):
            continue
        tally.gold += 1
        if number not in row_of:
            tally.disagreements.append(Disagreement("missed", doc, gold["text"], gold, None))
        else:
            _score_pair(doc, rows[row_of[number]], gold, tally)
    gold_of = {row: number for number, row in row_of.items()}
    for place, row in enumerate(rows):
        if place in gold_of:
            gold = expected[gold_of[place]]
            tally.rows += not (gold.get("optional") or (kind and gold["kind"] != kind))
        elif not kind or row.get("kind") == kind:
            tally.rows += 1
            tally.disagreements.append(Disagreement("spurious", doc, str(row.get("value_text")), None, row))


def _score_pair(doc: str, row: Row, gold: Gold, tally: _Tally) -> None:
    verdict = agreement(row, gold)
    tally.paired += 1
    tally.fields.update(name for name in FIELDS if verdict[name])
    for tier in TIERS:
        if not verdict[tier]:
            tally.disagreements.append(Disagreement(tier, doc, gold["text"], gold, row))
            return
        tally.tiers[tier] += 1


def pairs(rows: list[Row], expected: list[Gold]) -> dict[int, int]:
    """The row paired with each gold claim, both by position: most agreement first, then the largest overlap."""
    candidates = []
    for number, gold in enumerate(expected):
        for place, row in enumerate(rows):
            overlap = min(row["source_end"], gold["end"]) - max(row["source_start"], gold["start"])
            if overlap > 0:
                candidates.append((-sum(agreement(row, gold).values()), -overlap, number, place))
    row_of: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, number, place in sorted(candidates):
        if number not in row_of and place not in taken:
            row_of[number] = place
            taken.add(place)
    return row_of
