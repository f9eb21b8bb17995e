"""Times that two printed times make together: 自2月16日以来，截至3月15日，累计…; 2003年…，2011年…，年均增长20%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from etl.claim.event_days import days_of_event
from etl.claim.markup import Markup
from etl.claim.timing import Timing, timing_of
from etl.model import NumberMention, PeriodMention
from etl.sieve import Sieved

_ADDED_UP: Final = re.compile("累计|(?<!公)共(?![同和享建产])|总共|先后")
_YEARLY: Final = re.compile("年均|平均每年")
# 2021年增长8.1%，两年平均增长|5.1%: of the year and the one before it
_YEARS_AVERAGED: Final = Sieved("([两二2三3])年平均(?:增长|增速)[^，。；0-9]{0,3}$")
# 2025年收入1350亿元，3年增长|58.6%; 2022年…，十年增加近70万亿元、年均增长|6.2%: of the years that end with it
_YEARS_GROWN: Final = Sieved(
    "[，、]([两二三四五六七八九十2-9]|10)年(?:间|来)?(?:年均|平均|累计|总共|实际|合计|净){0,2}"
    "(?:增[长加速幅]|提[高升]|下降|减少|上升|扩大)(?:[^，。；、]{1,14}、(?:年均|累计)?增[长加])?(?:了|近|约|超过?|达到?|为)?$"
)
_SMALL: Final = {name: size for size, name in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_GROWN: Final = 40  # characters
_NEAR: Final = 12  # characters
_PLAN: Final = 5  # years: 到2025年，力争工业增加值年均增长6% is of the plan that ends with the year
_HOUR: Final = 8  # characters: 截至2月18日|9点30分，|2024年
_BRACKETS: Final = frozenset("(（")
"""“十四五”期间（截至2024年底）已建成100家: the plan up to that day."""


def begun_with(before: Sequence[PeriodMention]) -> Timing | None:
    """工业从2020年的9万元增至2024年的12万元，其中制造业从|5万元|增至6万元: both rises began at the same time.

    ``before`` are the governing times before the number, left to right; None where they are not those of one rise.
    """
    if len(before) < 2 or before[-1].kind != before[-2].kind or not before[-2].text.startswith(("从", "由")):
        return None
    return timing_of(before[-2])


def spanned(
    markup: Markup, periods: Sequence[PeriodMention], found: PeriodMention, number: NumberMention
) -> Timing | None:
    """The time from one printed time to another, where the words say that the number is of both; None else.

    ``periods`` are the governing times of the sentence, left to right, ``found`` the nearest before the number.
    """
    of_event = days_of_event(markup, found, number)
    if of_event is not None:
        return of_event
    if found.role == "deadline" and found.date_end is not None and _is_averaged(markup, found, number):
        return _of_plan(found.date_end, found) if found.date_end.year % _PLAN == 0 else None
    years = _YEARS_AVERAGED.search(markup.text, found.end, number.outer_start) if found.kind == "year" else None
    if years is not None and found.date_end is not None:
        first = found.date_end.year + 1 - _how_many(years.group(1))
        return _from_to(date(first, 1, 1), found.date_end, found.text)
    if found.kind == "year" and _is_averaged(markup, found, number):
        since = _compared_with(markup, found, number)
        if since is not None:
            return _from_to(since, found.date_end, found.text)
    before = [p for p in periods if p.end <= found.start and p.date_start is not None]
    if found.date_end is None or not before:
        return None
    if found.text.startswith("截") and found.kind == "instant":
        if before[-1].role == "plan" and markup.text[before[-1].end : found.start] in _BRACKETS:
            return _from_to(before[-1].date_start, found.date_end, before[-1].text)
        begun = [p for p in before if p.role == "since" or p.text.startswith("今年")]
        if begun and _ADDED_UP.search(markup.text, found.end, number.start):
            return _from_to(begun[-1].date_start, found.date_end, found.text)
    if _is_under_way(before[-1], found):
        return _from_to(found.date_start, before[-1].date_end, found.text)
    if found.kind == "year" and before[-1].kind == "year" and _is_averaged(markup, found, number):
        return _from_to(before[-1].date_start, found.date_end, found.text)
    return None


def _how_many(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else _SMALL[numeral]


def over_years(timing: Timing, text: str, number: NumberMention) -> Timing:
    """2025年，收入达1350亿元，3年增长|58.6%: the years that end with the year spoken of, or with the plan."""
    if timing.kind not in ("year", "span") or (timing.end.month, timing.end.day) != (12, 31):
        return timing
    years = _YEARS_GROWN.search(text, max(0, number.outer_start - _GROWN), number.outer_start)
    if years is None:
        return timing
    first = date(timing.end.year + 1 - _how_many(years.group(1)), 1, 1)
    return Timing(first, timing.end, "span", timing.text)


def _of_plan(end: date, found: PeriodMention) -> Timing:
    return Timing(date(end.year - _PLAN + 1, 1, 1), end, "span", found.text, found.role)


def _compared_with(markup: Markup, found: PeriodMention, number: NumberMention) -> date | None:
    """2025年比2020年增长41.1%，年均增长|7.1%: where the years that are averaged begin; None where nothing is."""
    for period in markup.periods:
        between = found.end <= period.start and period.end <= number.start
        compared = markup.text.startswith(("比", "较"), period.start - 1)
        if between and compared and period.kind == "year" and period.date_end is not None:
            return date(period.date_end.year + 1, 1, 1)
    return None


def _is_averaged(markup: Markup, found: PeriodMention, number: NumberMention) -> bool:
    return _YEARLY.search(markup.text, max(found.end, number.start - _NEAR), number.start) is not None


def _is_under_way(until: PeriodMention, year: PeriodMention) -> bool:
    """截至2月18日，2024年全年票房已达110亿元: the year up to the day that is printed right before it."""
    if not until.text.startswith("截") or until.kind != "instant" or year.kind != "year":
        return False
    if until.date_end is None or year.date_start is None or year.date_end is None:
        return False
    near = year.text == "今年" or year.start - until.end <= _HOUR
    return near and year.date_start < until.date_end < year.date_end


def _from_to(start: date | None, end: date | None, text: str) -> Timing | None:
    if start is None or end is None or start >= end:
        return None
    kind = "ytd" if (start.month, start.day) == (1, 1) and start.year == end.year else "span"
    return Timing(start, end, kind, text)
