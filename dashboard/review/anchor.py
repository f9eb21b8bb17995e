"""Finds judged places again in a new extraction: by id, then by printed place, then by quote; never a wrong one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.prepared import Prepared
from dashboard.review.log import Review

_SQL = (
    "SELECT claim_id, issue_id, source_start, source_end, value_text, sentence FROM claims"
    " WHERE issue_id IN (SELECT unnest(CAST($issues AS VARCHAR[])))"
)


@dataclass(frozen=True, slots=True)
class Attached:
    """The judgement of each claim of a snapshot by its present id, and those whose claim is not found any more."""

    by_claim: Mapping[str, Review]
    lost: tuple[Review, ...]


def attach(prepared: Prepared, judged: Mapping[str, Review]) -> Attached:
    """The judgements at the claims of the snapshot.

    A judgement belongs to the claim of its id; if there is none, to the claim of the same issue with the same offsets
    and text; else to the only one of the issue that prints the same number in the same sentence. Where two judgements
    come to the same claim, the one under its own id stands, then the later.
    """
    if not judged:
        return Attached({}, ())
    issues = sorted({review.place.issue_id for review in judged.values()})
    rows = prepared.database.cursor().execute(_SQL, {"issues": issues}).fetchall()
    ids = {row[0] for row in rows}
    places = {(row[1], row[2], row[3], row[4]): row[0] for row in rows}
    quotes: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for claim_id, issue_id, _start, _end, value_text, sentence in rows:
        quotes[issue_id, value_text, sentence].append(claim_id)
    found: dict[str, Review] = {}
    lost: list[Review] = []
    for review in sorted(judged.values(), key=lambda each: (each.claim_id in ids, each.id)):
        claim_id = review.claim_id if review.claim_id in ids else _again(review, places, quotes)
        if claim_id is None:
            lost.append(review)
        else:
            found[claim_id] = review
    return Attached(found, tuple(lost))


def _again(
    review: Review,
    places: Mapping[tuple[str, int, int, str], str],
    quotes: Mapping[tuple[str, str, str], list[str]],
) -> str | None:
    place = review.place
    same = places.get((place.issue_id, place.source_start, place.source_end, place.value_text))
    if same is not None:
        return same
    quoted = quotes.get((place.issue_id, place.value_text, place.sentence), [])
    return quoted[0] if len(quoted) == 1 else None
