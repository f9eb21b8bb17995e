"""The sentences that a search finds, a page at a time, with their claims."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.bits import Mask
from dashboard.filter import Filter
from dashboard.fold import terms
from dashboard.mask import sentences_holding
from dashboard.prepared import Prepared
from dashboard.query import PAGE_LIMIT, Claims
from etl.schema import SENTENCES

_COLUMNS = ", ".join(SENTENCES.names[:-2])
_KEYS = "SELECT unnest(CAST($keys AS INTEGER[]))"
"""A join with few keys: DuckDB skips what cannot hold them, which it does not do for a long list."""


def found_passages(claims: Claims, narrowed: Filter, first: int, rows: int) -> tuple[int, pd.DataFrame]:
    """How many sentences the filter leaves claims of, and a page of them, the latest issue first.

    Each comes with ``claim_ids``, its claims that the filter leaves. Where nothing but text, publication and day of
    issue narrows, sentences without a claim are found too. ``rows`` is at most ``PAGE_LIMIT``.
    """
    prepared = claims.prepared()
    selection = claims.selection(narrowed, prepared)
    keys = _without_a_claim(claims, prepared, narrowed)
    keys[selection.passages()] = True
    keys[0] = False
    page = _page(claims, prepared, keys, max(first, 0), min(max(rows, 0), PAGE_LIMIT))
    found = claims.relation(
        f"SELECT position, passage, claim_id FROM claims WHERE passage IN ({_KEYS}) ORDER BY position",
        {"keys": page["key"].tolist()},
        prepared,
    ).fetchall()
    bits = selection.bits()
    left = [(passage, claim) for place, passage, claim in found if place - 1 in bits]
    page["claim_ids"] = [[claim for passage, claim in left if passage == key] for key in page["key"]]
    return int(np.count_nonzero(keys)), page.drop(columns=["key"])


def _without_a_claim(claims: Claims, prepared: Prepared, narrowed: Filter) -> Mask:
    """By key, the sentences without a claim that are found; none where the filter asks for what only claims have."""
    places, with_claims = prepared.lasting(_places, prepared)
    plainly = Filter(publication=narrowed.publication, text=narrowed.text, as_of=narrowed.as_of)
    if not narrowed.text or narrowed != plainly:
        return np.zeros(places.size, dtype=bool)
    keys = sentences_holding(prepared, terms(narrowed.text))
    keys[: with_claims + 1] = False
    conditions, values = ["claims = 0"], dict[str, object]()
    if narrowed.publication:
        conditions.append("list_contains($publication, publication)")
        values["publication"] = list(narrowed.publication)
    if narrowed.as_of:
        conditions.append("issue_date <= CAST($as_of AS DATE)")
        values["as_of"] = narrowed.as_of
    if values:
        sql = f"SELECT key FROM sentences WHERE {' AND '.join(conditions)}"
        left = np.zeros_like(keys)
        left[claims.relation(sql, values, prepared).fetchnumpy()["key"]] = True
        keys &= left
    return keys


def _page(claims: Claims, prepared: Prepared, keys: Mask, first: int, rows: int) -> pd.DataFrame:
    """Sentences with claims come first by key, then those without; each part is in the order of their places."""
    places, with_claims = prepared.lasting(_places, prepared)
    parts = (np.flatnonzero(keys[: with_claims + 1]), with_claims + 1 + np.flatnonzero(keys[with_claims + 1 :]))
    candidates = np.concatenate([part[: first + rows] for part in parts])
    shown = candidates[np.argsort(places[candidates])][first : first + rows]
    sql = f"SELECT key, {_COLUMNS} FROM sentences WHERE key IN ({_KEYS}) ORDER BY place"
    return claims.frame(sql, {"keys": shown.tolist()}, prepared)


def _places(prepared: Prepared) -> tuple[npt.NDArray[np.int32], int]:
    """The place of each sentence in the order of issues, by its key, and how many sentences have a claim."""
    sql = "SELECT place, claims > 0 AS counted FROM sentences ORDER BY key"
    found = prepared.database.cursor().execute(sql).fetchnumpy()
    return np.concatenate([[0], found["place"]]).astype(np.int32), int(np.count_nonzero(found["counted"]))
