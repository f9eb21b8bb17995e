"""Times that two printed times make together: 自2月16日以来，截至3月15日，累计…; 2003年…，2011年…，年均增长20%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from etl.claim.event_days import days_of_event
from etl.claim.markup import Markup
from etl.claim.timing import Timing
from etl.model import NumberMention, PeriodMention

_ADDED_UP: Final = re.compile("累计|(?<!公)共(?![同和享建产])|总共|先后")
_YEARLY: Final = re.compile("年均|平均每年")
_NEAR: Final = 12  # characters


def spanned(
    markup: Markup, periods: Sequence[PeriodMention], found: PeriodMention, number: NumberMention
) -> Timing | None:
    """The time from one printed time to another, where the words say that the number is of both; None else.

    ``periods`` are the governing times of the sentence, left to right, ``found`` the nearest before the number.
    """
    of_event = days_of_event(markup, found, number)
    if of_event is not None:
        return of_event
    before = [p for p in periods if p.end <= found.start and p.date_start is not None]
    if found.date_end is None or not before:
        return None
    if found.text.startswith("截") and found.kind == "instant":
        begun = [p for p in before if p.role == "since" or p.text.startswith("今年")]
        if begun and _ADDED_UP.search(markup.text, found.end, number.start):
            return _from_to(begun[-1].date_start, found.date_end, found.text)
    if found.text == "今年" and before[-1].text.startswith("截") and before[-1].kind == "instant":
        return _from_to(found.date_start, before[-1].date_end, found.text)
    if found.kind == "year" and before[-1].kind == "year":
        averaged = _YEARLY.search(markup.text, max(found.end, number.start - _NEAR), number.start)
        return _from_to(before[-1].date_start, found.date_end, found.text) if averaged else None
    return None


def _from_to(start: date | None, end: date | None, text: str) -> Timing | None:
    if start is None or end is None or start >= end:
        return None
    kind = "ytd" if (start.month, start.day) == (1, 1) and start.year == end.year else "span"
    return Timing(start, end, kind, text)
