"""The periods of the gold claims are among the times of their sentence, or of the article before or after it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from etl.mention.period import find_periods
from etl.model import PeriodMention

SHARED = Path(__file__).parents[3] / "shared"
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
Days = tuple[date, date]


def gold() -> Iterator[dict[str, Any]]:
    for path in sorted((SHARED / "gold").glob("*.jsonl")):
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def times(doc: str) -> list[tuple[int, int, list[PeriodMention]]]:
    """Start, end and times of each sentence; the last period that ended by the issue is the next one's context."""
    issue = date(*map(int, re.findall(r"[0-9]+", doc.rpartition("/")[2])[:3]))
    context: date | None = None
    sentences = []
    for match in _SENTENCE.finditer((SHARED / "issues" / doc).read_text(encoding="utf-8")):
        found = find_periods(match.group(), issue, context)
        ends = [one.date_end for one in found if one.role in ("period", "plan") and one.kind not in ("day", "instant")]
        context = next((end for end in reversed(ends) if end is not None and end <= issue), context)
        sentences.append((match.start(), match.end(), found))
    return sentences


def carries(found: PeriodMention, wanted: Days) -> bool:
    """Whether the time has the wanted days, directly or by the conversions of the contract's section 5."""
    start, end = wanted
    if (found.date_start, found.date_end) == wanted:
        return True
    if start == end:  # a stock at the end of the period, or a rule in force from its first day
        return end in (found.date_end, found.date_start)
    if found.kind == "instant" or found.role == "plan":  # a flow beside a year-end, or the last year of a plan
        return found.date_end == end and start == date(end.year, 1, 1)
    return found.kind == "year" and found.date_start == start  # 今年已…: up to the issue


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared beside the checkout")
def test_gold_periods_are_found() -> None:
    by_doc: dict[str, list[tuple[int, int, list[PeriodMention]]]] = {}
    missed, close, total = [], 0, 0
    for claim in gold():
        periods = [claim["period"], *(other.get("period") for other in claim.get("alternatives", ()))]
        wanted = [(date.fromisoformat(first), date.fromisoformat(last)) for first, last in filter(None, periods)]
        if claim["period"] is None:
            continue
        total += 1
        sentences = by_doc.setdefault(claim["doc"], []) or times(claim["doc"])
        by_doc[claim["doc"]] = sentences
        here = [one for start, end, found in sentences if start <= claim["start"] < end for one in found]
        anywhere = [one for _, _, found in sentences for one in found]
        close += any(carries(one, days) for one in here for days in wanted)
        if not any(carries(one, days) for one in anywhere for days in wanted):
            missed.append((claim["doc"], claim["text"], claim["period"]))
    assert len(missed) <= 0.01 * total, missed
    assert close >= 0.6 * total  # the others take theirs from another sentence of the article
