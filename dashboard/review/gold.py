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
    judged = (*attached.by_claim.values(), *attached.lost)
    lines = [_judged(review) for review in judged if review.verdict != "wrong"]
    if rest and attached.by_claim:
        issues = sorted({review.place.issue_id for review in attached.by_claim.values()})
        unjudged = (row for row in records(claims.printed_in(issues)) if row["claim_id"] not in attached.by_claim)
        lines += [{**_line(place_of(row), extracted(row)), "optional": True, "note": ""} for row in unjudged]
    for line in sorted(lines, key=lambda each: (each["doc"], each["start"], each["end"])):
        yield json.dumps(line, ensure_ascii=False) + "\n"


def _judged(review: Review) -> dict[str, Any]:
    line = _line(review.place, {**review.extracted, **review.fields})
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
