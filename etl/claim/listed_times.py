"""Times in a list: 4、5、6三个月…分别增长3.9%、4.4%和4.8%, 4月份和5月份…增长7%左右."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from etl.characters import normalise
from etl.claim.markup import Markup
from etl.claim.place import Place
from etl.claim.timing import Timing, timing_of
from etl.model import NumberMention, PeriodMention
from etl.sieve import Sieved, prints

# 22日晚|和|23日凌晨, 昨夜||今晨
_JOINT: Final = re.compile(
    r"(?:凌晨|清晨|早[晨上]|上午|中午|下午|傍晚|晚(?:上|间)?|夜间?|深夜)?(?:[、和与及]|以及)|(?<=昨[夜晚])"
)
_TWO: Final = re.compile(
    r"[0-9一二三四五六七八九十]{1,2}(?:月份?)?[、和][0-9一二三四五六七八九十]{1,2} ?月份?$"
    r"|[一二三四1-4](?:季度)?[、和][一二三四1-4]季度$|[12][0-9]{3} ?年?、[12][0-9]{3} ?年$"
)
_OF_TWO: Final = (("、", "和", "､"),)  # most times print none
_HALVES: Final = {2: (1, "month"), 6: (3, "quarter")}
"""Months of two neighbours in a list -> months of each, and what each of them is."""
_DAY: Final = timedelta(days=1)
_MEMBER: Final = re.compile("[、和与及]")  # 三省、四市…分别: the numbers are theirs, not of the months
_GROUP: Final = Sieved("[两三四五六七八九十2-9](?:家|个(?![月季])|[省市县区地者大国种类项组队])[^，。；]{0,10}分别")


def of_list(
    place: Place, periods: Sequence[PeriodMention], number: NumberMention, found: PeriodMention
) -> Timing | None:
    """The time of a number beside a list of times: its own of as many times as numbers, else all of them.

    ``periods`` are the sentence's times, left to right, ``found`` is the nearest before the number. A later list of the
    sentence takes them again: 2024—2026年营收分别为1亿元、2亿元、3亿元，利润分别为4万元、5万元、6万元.
    """
    times = coordinated(place.markup, periods, found)
    numbers = place.numbers.numbers
    text = place.markup.text
    first = text.find("分别", found.end, place.start)  # of an earlier list
    between = text[found.end : place.head if first < 0 else first + len("分别")]
    each = (
        "分别" in text[place.start : place.head]
        and "分别" in between
        and len(_MEMBER.findall(between)) + 1 < len(numbers)
        and not _GROUP.search(between)
        and not _is_of_members(text, found.start, len(numbers))
    )
    if len(times) == 1 and len(numbers) > 1 and each:
        times = parts_of(times[0], len(numbers)) or times
    if len(times) == len(numbers) and number in numbers:
        return times[numbers.index(number)]
    whole = joined(times) if len(times) > 1 and found.role == "period" else None
    if whole is None and len(times) > 1 and number.unit == "次":
        last = times[-1]  # 今年3月和8月两次会晤
        whole = Timing(times[0].start, last.end, "span", last.text, last.role)
    return whole or timing_of(found)


def _is_of_members(text: str, start: int, size: int) -> bool:
    """甲板、乙板、丙板研发加大，|前三季度|分别为4%、9%、5%: the members are listed in the clause before the time."""
    stop = max(start - 1, 0)
    opens = max(text.rfind(mark, 0, stop) for mark in "，。；：") + 1
    return text[stop:start] == "，" and len(_MEMBER.findall(text[opens:stop])) + 1 == size


def coordinated(markup: Markup, periods: Sequence[PeriodMention], last: PeriodMention) -> list[Timing]:
    """The times of the list that ends in ``last``, one a member, in reading order; one time where there is no list.

    ``periods`` are the sentence's times, left to right. 8、9月 are two members.
    """
    members = [last]
    for period in reversed([each for each in periods if each.end <= last.start]):
        alike = period.kind == last.kind or _is_two(last) or _is_two(period)  # 一季度、二季度|、三季度
        if not _JOINT.fullmatch(markup.text, period.end, members[0].start) or not alike:
            break
        members.insert(0, period)
    found = [each for member in members for each in _each(member)]
    return [each for each in found if each is not None]


def _is_two(period: PeriodMention) -> bool:
    """Whether a time is of two members: 8、9月, １１、１２月份."""
    return prints(period.text, _OF_TWO) and _TWO.search(normalise(period.text)) is not None


def _each(period: PeriodMention) -> list[Timing | None]:
    """The two members of 8、9月, 一、二季度 and 2021年、2022年, else the time itself."""
    start, end = period.date_start, period.date_end
    if start is None or end is None or not _is_two(period):
        return [timing_of(period)]
    if start.year != end.year:
        return [_whole(start.year, period), _whole(end.year, period)]
    length, kind = _HALVES.get(end.month - start.month + 1, (0, ""))
    if not length:
        return [timing_of(period)]
    month = start.month + length - 1
    middle = date(start.year, month, monthrange(start.year, month)[1])
    halves = ((start, middle), (middle + _DAY, end))
    return [Timing(first, until, kind, period.text, period.role) for first, until in halves]


def _whole(year: int, period: PeriodMention) -> Timing:
    return Timing(date(year, 1, 1), date(year, 12, 31), "year", period.text, period.role)


_FOUR: Final = 4


def of_four_quarters(place: Place, number: NumberMention, timing: Timing) -> Timing:
    """The quarter of one of four numbers of a year: 四个季度营收分别为7亿元、8亿元、8亿元、9亿元; else ``timing``."""
    numbers = place.numbers.numbers
    if timing.kind != "year" or len(numbers) != _FOUR or number not in numbers:
        return timing
    told = _FOUR_QUARTERS.search(place.markup.text, 0, place.head) is not None
    return _pieces(timing, _FOUR, 3, "quarter")[numbers.index(number)] if told else timing


_FOUR_QUARTERS: Final = Sieved("(?:四个|各)季度[^，。；]{0,16}分别")
_MONTH_SPAN: Final = re.compile(r"[0-9一二三四五六七八九十]月?份?(?:[—~至到-]{1,2})[0-9一二三四五六七八九十]{1,2}月")
_QUARTER_SPAN: Final = re.compile(r"[前头][二三四两2-4]个?季度?|[一1]季?度?(?:[—~至到-]{1,2})第?[二三四2-4]季度")
_YEAR_SPAN: Final = re.compile(r"[0-9]{4}年?(?:[—~至到-]{1,2})[0-9]{4}年")
_NEXT_YEAR: Final = re.compile("(?:今明|明后|去今)两年")
_MONTH_SINCE: Final = re.compile(r"月份?以来$")
_MONTHS_OF_YEAR: Final = 12


def parts_of(timing: Timing, size: int) -> list[Timing] | None:
    """10—12月…分别回落9.7、11.9和11.7个百分点: the ``size`` months, quarters or years that a span is made of.

    前3季度…分别增长2%、1.3%和2.7% are the quarters, 5月以来…分别为48.5%和43.9% the first months of the span.
    None where the span has not that many.
    """
    start, end, text = timing.start, timing.end, timing.plain
    count = (end.year - start.year) * _MONTHS_OF_YEAR + end.month - start.month + 1
    if _MONTH_SINCE.search(text) and 1 < size <= count:
        return _pieces(timing, size, 1, "month")
    for pattern, length, kind in (
        (_MONTH_SPAN, 1, "month"),
        (_QUARTER_SPAN, 3, "quarter"),
        (_YEAR_SPAN, 12, "year"),
        (_NEXT_YEAR, 12, "year"),
    ):
        if count == size * length and pattern.search(text):
            return _pieces(timing, size, length, kind)
    return None


def _pieces(timing: Timing, size: int, length: int, kind: str) -> list[Timing]:
    """``size`` times of ``length`` months each, from the first month of the span on."""
    first = timing.start.year * _MONTHS_OF_YEAR + timing.start.month - 1
    begins = [first + i * length for i in range(size)]
    return [Timing(_first_day(m), _first_day(m + length) - _DAY, kind, timing.text, timing.role) for m in begins]


def _first_day(month: int) -> date:
    """The first day of a month that is counted from the year 0."""
    return date(month // _MONTHS_OF_YEAR, month % _MONTHS_OF_YEAR + 1, 1)


def joined(times: Sequence[Timing]) -> Timing | None:
    """The one time that times in a list make when each begins the day after the one before it; None else.

    4月份和5月份 are April and May; of 1月和3月 nothing is known.
    """
    if any(later.start != earlier.end + _DAY for earlier, later in pairwise(times)):
        return None
    first, last = times[0], times[-1]
    kind = "ytd" if (first.start.month, first.start.day) == (1, 1) and first.start.year == last.end.year else "span"
    return Timing(first.start, last.end, kind, last.text, last.role)
