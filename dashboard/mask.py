"""Sets of claims: what a search found, what analysts judged.

Search is exact and literal: ``dashboard.grams`` knows where every pair of characters stands.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_

import numpy as np

from dashboard import grams
from dashboard.bits import Bits, Mask, Numbers
from dashboard.filter import UNREVIEWED
from dashboard.prepared import Prepared
from dashboard.record import columns

_RARE = 16
"""What one claim in so many has, or fewer, is put down claim by claim; else every claim's number is looked up."""


def searched(prepared: Prepared, looked_for: tuple[str, ...]) -> Bits:
    """The claims whose sentence, headline or names (subject, indicator, sector) hold every term; remembered."""
    found: Bits = reduce(and_, (prepared.kept(_holding, prepared, term) for term in looked_for))
    return found


def sentences_holding(prepared: Prepared, looked_for: tuple[str, ...]) -> Mask:
    """The sentences that hold every term, themselves or in their headline, by their keys; ``[0]`` is no sentence."""
    found: Bits = reduce(and_, (_texts(prepared, term)[0] for term in looked_for))
    return found.mask()


def judged(prepared: Prepared, claim_ids: Collection[str]) -> Bits:
    """The claims with these ids."""
    sql = "SELECT position FROM claims WHERE claim_id IN (SELECT unnest(CAST($ids AS VARCHAR[])))"
    found = columns(prepared.database.cursor().execute(sql, {"ids": list(claim_ids)})) if claim_ids else {}
    return Bits.with_members(found.get("position", np.array([], dtype=np.int64)) - 1, prepared.codes.size)


def _holding(prepared: Prepared, term: str) -> Bits:
    codes = prepared.codes
    most = codes.size // _RARE
    few: list[Numbers] = []
    many: list[tuple[Mask, Numbers]] = []
    for column, keys in zip(("passage", "name"), _texts(prepared, term), strict=True):
        places = codes.claims_of(column, keys.members(), most) if keys.count <= most else None
        if places is None:
            many.append((keys.mask(), codes.array(column)))
        else:
            few.append(places)
    listed = Bits.with_members(np.concatenate([*few, codes.array("cell_start")[:0]]), codes.size)

    def block(at: slice) -> Mask:
        # clipped, though every number is a key: numpy then looks none of them over before
        return reduce(or_, (held.take(numbers[at], mode="clip") for held, numbers in many))

    return listed | Bits.made(codes.size, block) if many else listed


def _texts(prepared: Prepared, term: str) -> tuple[Bits, Bits]:
    """Which sentences and which names hold the term, by their keys; key 0 stands for none and holds nothing."""
    found: tuple[Bits, Bits] = prepared.kept(_texts_holding, prepared, term)
    return found


def _texts_holding(prepared: Prepared, term: str) -> tuple[Bits, Bits]:
    blocks, sentences = prepared.lasting(_blocks, prepared)
    holding = grams.holding(prepared.database, blocks, term)
    # the first text has key 1
    return holding.stretch(0, sentences, moved=1), holding.stretch(sentences, holding.size, moved=1)


def _blocks(prepared: Prepared) -> tuple[grams.Texts, int]:
    """The text of each block; how many texts are sentences, others are names."""
    (sentences,) = prepared.database.cursor().execute("SELECT count(*) FROM sentences").fetchall()[0]
    return grams.read_blocks(prepared.database), int(sentences)


@dataclass(frozen=True)
class Verdicts:
    """What analysts found, by claim id; ``version`` stands for the whole when answers are remembered."""

    version: int
    by_claim: Mapping[str, str] = field(compare=False)


def reviewed(prepared: Prepared, states: tuple[str, ...], verdicts: Verdicts) -> Bits:
    """The claims in one of these states of review."""
    found = judged(prepared, [claim for claim, verdict in verdicts.by_claim.items() if verdict in states])
    return found | ~judged(prepared, verdicts.by_claim) if UNREVIEWED in states else found
