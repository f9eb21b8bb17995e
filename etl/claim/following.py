"""Times that a number's clause prints after it: 283个项目昨天开工, 3项在2020年举办, 百余人至今仍失踪."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from etl.claim.markup import Clause
from etl.claim.place import Place
from etl.claim.timing import Timing, timing_of
from etl.model import NumberMention, PeriodMention

TONIGHT: Final = frozenset({"今晚", "今夜"})
"""When a programme is to be seen."""
_STILL: Final = re.compile("仍|还|尚|依然|没有|未")
_TODAY: Final = ("的今天", "的现在", "的当下")
_AFTER: Final = 6  # characters
_HELD_IN: Final = re.compile("(?:将|定|拟|计划|预计)?[在于]$")
_FAR: Final = 10  # characters


def following(
    place: Place, periods: Sequence[PeriodMention], number: NumberMention, today: date
) -> PeriodMention | None:
    """The day after the number that its clause goes on with, or the time to come at which it is to be.

    ``periods`` are the governing times of the sentence, left to right.
    """
    clause = place.clause
    after = [p for p in periods if number.end <= p.start and p.end <= clause.end]
    if not after or after[0].text in TONIGHT or after[0].date_end is None or _is_counted(place, number, after[0]):
        return None
    first = after[0]
    if "…" in place.markup.text[number.end : first.start]:
        return None  # 举办3100场……1月11日，记者获悉
    if first.kind == "day":
        return None if _begins(place.markup.text, first) or after[0].date_end > today else first
    return first if _is_due(place.markup.text, clause, first, number, today) else None


def _is_counted(place: Place, number: NumberMention, period: PeriodMention) -> bool:
    return any(n.claimable and number.end <= n.start < period.start for n in place.markup.numbers)


def _begins(text: str, day: PeriodMention) -> bool:
    """Whether something only starts on the day: 从昨天起申报."""
    return text.startswith(("从", "自", "起", "开始"), day.start - 1) or day.text.startswith(("从", "自"))


def _is_due(text: str, clause: Clause, period: PeriodMention, number: NumberMention, today: date) -> bool:
    """3项|在2020年举办, 5000多口人|明年底前要搬出: a time to come that stands right behind what is counted."""
    near = period.start - number.outer_end <= _FAR
    coming = period.date_start is not None and period.date_start > today and period.kind in ("year", "month", "instant")
    held = _HELD_IN.search(text, clause.start, period.start) is not None
    return near and coming and (held or period.role == "deadline")


def still(text: str, end: int, now: Sequence[PeriodMention], number: NumberMention) -> Timing | None:
    """1月25日发生事故，百余人|至今仍失踪, 失业率高达9%|的今天: how things stand now, said right after the number.

    ``now`` are the sentence's times that mean now, ``end`` is where the clause ends.
    """
    stop = min(end, number.outer_end + _AFTER)
    if text.startswith(_TODAY, number.outer_end):
        return next((timing_of(p) for p in now if p.start == number.outer_end + 1), None)
    for period in now:
        if number.outer_end <= period.start < stop and _STILL.match(text, period.end):
            return timing_of(period)
    return None
