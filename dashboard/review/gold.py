"""Reviews as gold annotations, one JSON object a line, in the form that the project's scorers read.

A claim found right or corrected becomes a line, in its judged state even if it is extracted otherwise by now. A claim
found wrong becomes none: an extractor that still gives it is charged for it. What nobody judged in the same documents
becomes an optional line, so that it counts neither as missed nor as wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from dashboard.query import Claims
from dashboard.record import records
from dashboard.review.judgement import Value, extracted
from dashboard.review.log import Place, Review
from dashboard.review.reviews import Reviews, place_of

_AS_THEY_ARE = ("kind", "measure", "comparison", "value", "value_high", "bound", "unit", "sector", "region", "status")


def gold_lines(reviews: Reviews, claims: Claims, rest: bool = True) -> Iterator[str]:
    """The lines, document by document in the order of the source; ``rest`` adds the optional ones."""
    attached = reviews.attached()
    issues = sorted({review.place.issue_id for review in attached.by_claim.values()})
    printed = {str(row["claim_id"]): row for row in records(claims.printed_in(issues))} if issues else {}
    found = [(review, place_of(printed[claim_id])) for claim_id, review in attached.by_claim.items()]
    found += [(review, review.place) for review in attached.lost]
    lines = [_judged(review, place) for review, place in found if review.verdict != "wrong"]
    if rest:
        unjudged = (row for claim_id, row in printed.items() if claim_id not in attached.by_claim)
        lines += [{**_line(place_of(row), extracted(row)), "optional": True, "note": ""} for row in unjudged]
    for line in sorted(lines, key=lambda each: (each["doc"], each["start"], each["end"])):
        yield json.dumps(line, ensure_ascii=False) + "\n"


def _judged(review: Review, place: Place) -> dict[str, Any]:
    line = _line(place, {**review.extracted, **review.fields})
    return {**line, "optional": False, "note": f"{review.author} {review.at[:10]} {review.reason}".strip()}


def _line(place: Place, fields: Mapping[str, Value]) -> dict[str, Any]:
    return {
        "doc": PurePosixPath(place.source_uri).name,
        "start": place.source_start,
        "end": place.source_end,
        "text": place.value_text,
        **{name: fields[name] for name in _AS_THEY_ARE},
        "indicator": _accepted(fields["indicator"]),
        "subject": _accepted(fields["subject"]),
        "classes": fields["classes"] or [],
        "base": _span(fields["base_start"], fields["base_end"]),
        "period": _span(fields["period_start"], fields["period_end"]),
    }


def _accepted(name: Value) -> list[Value]:
    return [] if name is None else [name]


def _span(start: Value, end: Value) -> list[Value] | None:
    return None if start is None and end is None else [start, end]
