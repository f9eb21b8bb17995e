"""Times in a list: 4、5、6三个月…分别增长3.9%、4.4%和4.8%, 4月份和5月份…增长7%左右."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from etl.characters import normalise
from etl.claim.markup import Markup
from etl.claim.timing import Timing, timing_of
from etl.model import PeriodMention

_JOINT = re.compile(r"[、和与及]|以及")
_TWO = re.compile(
    r"[0-9一二三四五六七八九十]{1,2}(?:月份?)?[、和][0-9一二三四五六七八九十]{1,2} ?月份?$"
    r"|[一二三四1-4](?:季度)?[、和][一二三四1-4]季度$"
)
_HALVES = {2: (1, "month"), 6: (3, "quarter")}
"""Months of two neighbours in a list -> months of each, and what each of them is."""
_DAY = timedelta(days=1)


def coordinated(markup: Markup, periods: Sequence[PeriodMention], last: PeriodMention) -> list[Timing]:
    """The times of the list that ends in ``last``, one a member, in reading order; one time where there is no list.

    ``periods`` are the sentence's times, left to right. 8、9月 are two members.
    """
    members = [last]
    for period in reversed([each for each in periods if each.end <= last.start]):
        between = markup.text[period.end : members[0].start]
        if not _JOINT.fullmatch(between) or (period.kind != last.kind and not _TWO.search(last.text)):
            break
        members.insert(0, period)
    found = [each for member in members for each in _each(member)]
    return [each for each in found if each is not None]


def _each(period: PeriodMention) -> list[Timing | None]:
    """The two members of 8、9月 and 一、二季度, else the time itself."""
    start, end = period.date_start, period.date_end
    if start is None or end is None or start.year != end.year or not _TWO.search(period.text):
        return [timing_of(period)]
    length, kind = _HALVES.get(end.month - start.month + 1, (0, ""))
    if not length:
        return [timing_of(period)]
    month = start.month + length - 1
    middle = date(start.year, month, monthrange(start.year, month)[1])
    halves = ((start, middle), (middle + _DAY, end))
    return [Timing(first, until, kind, period.text, period.role) for first, until in halves]


_MONTH_SPAN = re.compile(r"[0-9一二三四五六七八九十]月?份?(?:[—~至到-]{1,2})[0-9一二三四五六七八九十]{1,2}月")
_MONTHS_OF_YEAR = 12


def months_of(timing: Timing, size: int) -> list[Timing] | None:
    """10—12月…分别回落9.7、11.9和11.7个百分点: the months of a span, if there are ``size`` of them."""
    start, end = timing.start, timing.end
    count = (end.year - start.year) * _MONTHS_OF_YEAR + end.month - start.month + 1
    if count != size or not _MONTH_SPAN.search(normalise(timing.text)):
        return None
    firsts = [date(start.year + (start.month - 1 + i) // 12, (start.month - 1 + i) % 12 + 1, 1) for i in range(size)]
    return [
        Timing(day, day.replace(day=monthrange(day.year, day.month)[1]), "month", timing.text, timing.role)
        for day in firsts
    ]


def joined(times: Sequence[Timing]) -> Timing | None:
    """The one time that times in a list make when each begins the day after the one before it; None else.

    4月份和5月份 are April and May; of 1月和3月 nothing is known.
    """
    if any(later.start != earlier.end + _DAY for earlier, later in pairwise(times)):
        return None
    first, last = times[0], times[-1]
    kind = "ytd" if (first.start.month, first.start.day) == (1, 1) and first.start.year == last.end.year else "span"
    return Timing(first.start, last.end, kind, last.text, last.role)
