"""Sets of claims as bits, one for each claim in the table's order: what a search found, what analysts judged.

A set of a million claims is a million bits; DuckDB looks into them in a few milliseconds, where joining with a list of
the ids takes a hundred. Search is exact and literal: ``dashboard.grams`` knows where every pair of characters stands.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from dashboard import grams
from dashboard.filter import UNREVIEWED
from dashboard.prepared import Prepared

Mask: TypeAlias = npt.NDArray[np.bool_]


def in_mask(parameter: str) -> str:
    """The SQL condition that a claim is in the set which the parameter holds as bits."""
    return f"get_bit(CAST(${parameter} AS BIT), position - 1) = 1"


def bits(mask: Mask) -> str:
    """The set as DuckDB reads it, ``0110…``; a table without claims gets one bit, which nobody asks for."""
    return (mask.astype(np.uint8) + ord("0")).tobytes().decode("ascii") or "0"


def searched(prepared: Prepared, looked_for: tuple[str, ...]) -> Mask:
    """The claims whose sentence, headline or names (subject, indicator, sector) hold every term; remembered."""
    found: Mask = reduce(np.logical_and, (prepared.kept(_holding, prepared, term) for term in looked_for))
    return found


def sentences_holding(prepared: Prepared, looked_for: tuple[str, ...]) -> Mask:
    """The sentences that hold every term, themselves or in their headline, by their keys; ``[0]`` is no sentence."""
    found: Mask = reduce(np.logical_and, (_texts(prepared, term)[0] for term in looked_for))
    return found


def judged(prepared: Prepared, claim_ids: Collection[str]) -> Mask:
    """The claims with these ids."""
    mask = np.zeros(prepared.codes.array("passage").size, dtype=bool)
    if claim_ids:
        sql = "SELECT position FROM claims WHERE claim_id IN (SELECT unnest(CAST($ids AS VARCHAR[])))"
        places = prepared.database.cursor().execute(sql, {"ids": list(claim_ids)}).fetchnumpy()["position"]
        mask[np.asarray(places, dtype=np.int64) - 1] = True
    return mask


def _holding(prepared: Prepared, term: str) -> Mask:
    sentences, names = _texts(prepared, term)
    found: Mask = sentences[prepared.codes.array("passage")]
    if names.any():
        found |= names[prepared.codes.array("name")]
    return found


def _texts(prepared: Prepared, term: str) -> tuple[Mask, Mask]:
    """Whether each sentence and each name holds the term, by their keys; key 0 stands for none and holds nothing."""
    found: tuple[Mask, Mask] = prepared.kept(_texts_holding, prepared, term)
    return found


def _texts_holding(prepared: Prepared, term: str) -> tuple[Mask, Mask]:
    blocks, sentences, names = prepared.kept(_blocks, prepared)
    holding = grams.holding(prepared.database, blocks, term)
    flags = np.zeros(1 + sentences, dtype=bool), np.zeros(1 + names, dtype=bool)
    flags[0][1 + holding[holding < sentences]] = True
    flags[1][1 + holding[holding >= sentences] - sentences] = True
    return flags


def _blocks(prepared: Prepared) -> tuple[grams.Texts, int, int]:
    """The text of each block; how many texts are sentences, and how many are names."""
    blocks = grams.read_blocks(prepared.database)
    (sentences,) = prepared.database.cursor().execute("SELECT count(*) FROM sentences").fetchall()[0]
    return blocks, int(sentences), int(blocks.max(initial=-1)) + 1 - int(sentences)


@dataclass(frozen=True)
class Verdicts:
    """What analysts found, by claim id; ``version`` stands for the whole when answers are remembered."""

    version: int
    by_claim: Mapping[str, str] = field(compare=False)


def found_bits(prepared: Prepared, looked_for: tuple[str, ...]) -> str:
    """The claims that a search finds, as bits."""
    return bits(searched(prepared, looked_for))


def reviewed(prepared: Prepared, states: tuple[str, ...], verdicts: Verdicts) -> Mask:
    """The claims in one of these states of review."""
    mask = judged(prepared, [claim for claim, verdict in verdicts.by_claim.items() if verdict in states])
    if UNREVIEWED in states:
        mask |= ~judged(prepared, verdicts.by_claim)
    return mask


def judged_bits(prepared: Prepared, states: tuple[str, ...], verdicts: Verdicts) -> str:
    """The claims in one of these states of review, as bits."""
    return bits(reviewed(prepared, states, verdicts))
