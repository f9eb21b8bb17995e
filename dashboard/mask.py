"""Sets of claims as bits, one for each claim in the table's order: what a search found, what analysts judged.

A set of a million claims is a million bits; DuckDB looks into them in a few milliseconds, where joining with a list of
the ids takes a hundred. Search is exact and literal: ``dashboard.grams`` knows where every pair of characters stands.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, TypeAlias

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
    (sentences,) = prepared.database.cursor().execute("SELECT count(*) FROM sentences").fetchall()[0]
    found: Mask = reduce(np.logical_and, (_texts(prepared, term)[:sentences] for term in looked_for))
    return np.concatenate([[False], found])


def judged(prepared: Prepared, claim_ids: Collection[str]) -> Mask:
    """The claims with these ids."""
    mask = np.zeros(prepared.kept(_numbers, prepared)[0].size, dtype=bool)
    if claim_ids:
        sql = "SELECT position FROM claims WHERE claim_id IN (SELECT unnest(CAST($ids AS VARCHAR[])))"
        places = prepared.database.cursor().execute(sql, {"ids": list(claim_ids)}).fetchnumpy()["position"]
        mask[np.asarray(places, dtype=np.int64) - 1] = True
    return mask


def _holding(prepared: Prepared, term: str) -> Mask:
    passages, names = prepared.kept(_numbers, prepared)
    texts = _texts(prepared, term)
    found: Mask = texts[passages] | texts[names]
    return found


def _texts(prepared: Prepared, term: str) -> Mask:
    """Whether each text holds the term; one more at the end stands for no text and holds nothing."""
    found: Mask = prepared.kept(_texts_holding, prepared, term)
    return found


def _texts_holding(prepared: Prepared, term: str) -> Mask:
    blocks = prepared.kept(_blocks, prepared)
    flags = np.zeros(int(blocks.max(initial=-1)) + 2, dtype=bool)
    flags[grams.holding(prepared.database, blocks, term)] = True
    return flags


def _blocks(prepared: Prepared) -> grams.Texts:
    return grams.read_blocks(prepared.database)


def _numbers(prepared: Prepared) -> tuple[grams.Texts, grams.Texts]:
    """Each claim's sentence and its names, by the numbers of their texts; -1 where a claim has none."""
    sql = (
        "SELECT coalesce(passage, 0) - 1 AS passage, coalesce(name + (SELECT count(*) FROM sentences), 0) - 1 AS name"
        " FROM claims ORDER BY position"
    )
    found: dict[str, Any] = prepared.database.cursor().execute(sql).fetchnumpy()
    return np.asarray(found["passage"], dtype=np.int32), np.asarray(found["name"], dtype=np.int32)


@dataclass(frozen=True)
class Verdicts:
    """What analysts found, by claim id; ``version`` stands for the whole when answers are remembered."""

    version: int
    by_claim: Mapping[str, str] = field(compare=False)


def found_bits(prepared: Prepared, looked_for: tuple[str, ...]) -> str:
    """The claims that a search finds, as bits."""
    return bits(searched(prepared, looked_for))


def judged_bits(prepared: Prepared, states: tuple[str, ...], verdicts: Verdicts) -> str:
    """The claims in one of these states of review, as bits."""
    mask = judged(prepared, [claim for claim, verdict in verdicts.by_claim.items() if verdict in states])
    if UNREVIEWED in states:
        mask |= ~judged(prepared, verdicts.by_claim)
    return bits(mask)
