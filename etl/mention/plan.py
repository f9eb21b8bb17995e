"""Five-year plans: “十四五”期间, “十三五”末, “十一五”前四年, “十五五”时期."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from etl.grammar import Rule
from etl.mention.time_fragment import COUNT, count
from etl.mention.timeline import Days, Reading, instant

_OPEN, _CLOSE = "[“\"‘'「〝]", "[”\"’'」〞]"
_FIRST_PLAN: Final = 6
_FIRST_YEAR: Final = 1981  # the plans before the sixth did not run five years each and stay out
_LAST_PLAN: Final = 20


def _days(match: re.Match[str]) -> Reading | None:
    number = count(match["plan"])
    if not _FIRST_PLAN <= number <= _LAST_PLAN:
        return None
    first = _FIRST_YEAR + 5 * (number - _FIRST_PLAN)
    if match["count"]:
        length = count(match["count"])
        if length > 5:
            return None
        begins = first + 5 - length if match["side"] == "后" else first
        days = Days(date(begins, 1, 1), date(begins + length - 1, 12, 31), "span" if length > 1 else "year")
        return Reading(lambda _: days, role="plan", dated=True)
    if match["end"]:
        return Reading(lambda _: instant(date(first + 4, 12, 31)), role="plan", dated=True)
    if match["start"]:
        return Reading(lambda _: Days(date(first, 1, 1), date(first, 12, 31), "year"), role="plan", dated=True)
    return Reading(lambda _: Days(date(first, 1, 1), date(first + 4, 12, 31), "span"), role="plan", dated=True)


def _nth(match: re.Match[str]) -> Reading | None:
    number = count(match["nth"])
    if number < _FIRST_PLAN:
        return None
    first = _FIRST_YEAR + 5 * (number - _FIRST_PLAN)
    return Reading(lambda _: Days(date(first, 1, 1), date(first + 4, 12, 31), "span"), role="plan", dated=True)


_PLAN: Final = "(?P<plan>[六七八九]|二?十[一二三四五六七八九]?)五"
_TAIL: Final = (
    rf"(?:(?P<end>期?末|结束|收官|时期末)|(?P<start>开局之年|初期?|前期|首年)|(?P<side>前|后|头)(?P<count>{COUNT})年"
    "|期间|时期|这五年|中期|阶段)"
)

PLAN_RULES: Final[tuple[Rule[Reading], ...]] = (
    Rule(
        "plan",
        re.compile(rf"{_OPEN}{_PLAN}{_CLOSE}(?!.?普法)(?:规划(?=前{COUNT}年)|(?!规划|计划|纲要))(?:的?{_TAIL})?"),
        _days,
        (
            ("“十四五”期间", "2021-01-01 2025-12-31 span plan"),
            ("“十三五”末", "2020-12-31 2020-12-31 instant plan"),
            ("“十一五”前四年", "2006-01-01 2009-12-31 span plan"),
            ("“十四五”规划前4年", "2021-01-01 2024-12-31 span plan"),
            ("“十五”", "2001-01-01 2005-12-31 span plan"),
            ("“十五五”时期", "2026-01-01 2030-12-31 span plan"),
            ("“八五”", "1991-01-01 1995-12-31 span plan"),
        ),
        ("“一五”", "“十二五”规划", "“十五个”", "“六五”普法", "“五五”"),
    ),
    Rule(
        "nth_plan",
        re.compile(r"第(?P<nth>[一二三四五六七八九]|二?十[一二三四五六七八九]?)个五年(?:规划|计划)(?:期间|时期|纲要)"),
        _nth,
        (
            ("第十二个五年规划期间", "2011-01-01 2015-12-31 span plan"),
            ("第十二个五年规划纲要", "2011-01-01 2015-12-31 span plan"),
        ),
        ("第二个五年计划期间", "第十二个五年规划"),
    ),
    Rule(
        "plan_unquoted",
        re.compile(rf"(?<![0-9零一二三四五六七八九十百第]){_PLAN}(?:{_TAIL}|(?=以来))"),
        _days,
        (
            ("十四五期间", "2021-01-01 2025-12-31 span plan"),
            ("十三五时期", "2016-01-01 2020-12-31 span plan"),
            ("十四五以来", "2021-01-01 2025-12-31 span plan"),
        ),
        ("十五个", "一五一十", "十五期", "第十五期间"),
    ),
)
