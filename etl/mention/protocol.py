"""One JSON object a line in, its numbers and periods out: the protocol of the peers' suites.

``baoshu mentions`` reads ``{"id", "text", "ref_date"}`` a line and writes ``{"id",
"numbers", "periods"}`` a line: everything that is read, before any of it is judged a claim.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from etl.mention.number import find_numbers
from etl.mention.period import find_periods
from etl.model import NumberMention


def answer(record: dict[str, Any]) -> dict[str, Any]:
    """The numbers and periods of ``record["text"]``; ``ref_date`` (ISO, today if absent) resolves the periods.

    Each number is ``{"start", "end", "value", "value_high", "unit", "bound"}``, each period
    ``{"start", "end", "date_start", "date_end"}``: half-open spans in characters, inclusive days.
    Raises ``KeyError`` without a ``text``, ``ValueError`` for a ``ref_date`` that is no day.
    """
    text = record["text"]
    day = record.get("ref_date")
    reference = date.fromisoformat(str(day)[:10]) if day else date.today()  # noqa: DTZ011 - the reader's own day
    numbers = [
        {
            "start": mention.start,
            "end": mention.end,
            "value": float(mention.value * _scale(mention)),
            "value_high": None if mention.value_high is None else float(mention.value_high * _scale(mention)),
            "unit": "%" if mention.unit == "‰" else mention.unit,
            "bound": mention.bound,
        }
        for mention in find_numbers(text)
    ]
    periods = [
        {
            "start": mention.start,
            "end": mention.end,
            "date_start": mention.date_start and mention.date_start.isoformat(),
            "date_end": mention.date_end and mention.date_end.isoformat(),
        }
        for mention in find_periods(text, reference)
    ]
    return {"id": record.get("id"), "numbers": numbers, "periods": periods}


def _scale(mention: NumberMention) -> Decimal:
    """The protocol has no ‰: ten of them are one %."""
    return Decimal("0.1") if mention.unit == "‰" else Decimal(1)
