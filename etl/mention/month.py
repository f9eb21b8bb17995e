"""Months and cumulative months: 5月份, 1—5月, 前5个月, 上月, 7月上旬."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from etl.grammar import Rule
from etl.mention.time_fragment import COUNT, MAYBE_YEAR, MONTH, NO_NUMBER_BEFORE, TO, count, read_year
from etl.mention.timeline import Days, Reading, Timeline, month_end, months, shift_months

_TENTHS: Final = {"上": (1, 10), "中": (11, 20), "下": (21, 31), "上中": (1, 20), "中下": (11, 31)}
_BACK: Final = {"上": -1, "前": -1, "本": 0, "当": 0, "这": 0, "同": 0, "该": 0, "下": 1, "次": 1}
_FRESH: Final = frozenset("本这")
_THAT: Final = frozenset("当同该")


def _year(text: str | None, timeline: Timeline, first: int, last: int | None = None) -> int:
    if text:
        return read_year(text, timeline)
    return timeline.year_of(first, last, cumulative=first == 1 and last is not None)


def _range(match: re.Match[str]) -> Reading | None:
    year, first, last = match["year"], count(match["first"]), count(match["last"])

    def resolve(timeline: Timeline) -> Days | None:
        return months(_year(year, timeline, first, last), first, last)

    near = match["near"] is None or first + 1 == last  # 7、8月; but 3月和8月 are two months
    return Reading(resolve, dated=bool(year)) if first != last and near else None


def _first_months(match: re.Match[str]) -> Reading | None:
    year, last = match["year"], count(match["count"])

    def resolve(timeline: Timeline) -> Days | None:
        return months(_year(year, timeline, 1, last), 1, last, "ytd" if 1 < last < 12 else None)

    return Reading(resolve, dated=bool(year)) if 2 <= last <= 12 else None


def _last_months(match: re.Match[str]) -> Reading | None:
    year, length = match["year"], count(match["count"])

    def resolve(timeline: Timeline) -> Days | None:
        return months(_year(year, timeline, 12), 13 - length, 12)

    return Reading(resolve, dated=True) if 1 <= length <= 11 else None


def _first_month(match: re.Match[str]) -> Reading:
    return Reading(lambda timeline: months(_year(match["year"], timeline, 1), 1, 1), dated=True)


def _month(match: re.Match[str]) -> Reading:
    year, month = match["year"], count(match["month"])
    return Reading(lambda timeline: months(_year(year, timeline, month), month, month), dated=bool(year))


def _listed_month(match: re.Match[str]) -> Reading:
    year, month = match["year"], count(match["month"] or match["last"])
    return Reading(lambda timeline: months(_year(year, timeline, month), month, month), dated=bool(year))


def _tenth(match: re.Match[str]) -> Reading:
    year, month, tenth = match["year"], match["month"], _TENTHS[match["tenth"] or "上"]

    def resolve(timeline: Timeline) -> Days | None:
        number = count(month) if month else timeline.ref_date.month
        in_year = _year(year, timeline, number) if month else timeline.ref_date.year
        last = month_end(in_year, number).day
        return Days(date(in_year, number, tenth[0]), date(in_year, number, min(tenth[1], last)), "span")

    return Reading(resolve, dated=bool(year))


def _week(match: re.Match[str]) -> Reading:
    year, month, first = match["year"], count(match["month"]), 7 * count(match["nth"] or "一") - 6

    def resolve(timeline: Timeline) -> Days | None:
        in_year = _year(year, timeline, month)
        return Days(date(in_year, month, first), date(in_year, month, first + 6), "span")

    return Reading(resolve, dated=bool(year))


_COUNTED: Final = ("新增", "无新", "环比", "同比")


def _just_over(timeline: Timeline) -> date | None:
    """2月份，客运量24亿人次。|本月|新增1条, in a paper of 10 March: the month that is reported on."""
    told, today = timeline.context, timeline.ref_date
    last = today.replace(day=1) - timedelta(days=1)
    return told if told == last and today.day <= _REPORTED else None


_REPORTED: Final = 20  # the day of the month by which the last one has been reported on


def _relative(match: re.Match[str]) -> Reading:
    word, year = match["word"], match["year"]

    def resolve(timeline: Timeline) -> Days | None:
        by_issue = word in _FRESH or (word in "上下" and not timeline.compared)
        day = timeline.ref_date if by_issue else timeline.month_spoken_of() if word in _THAT else timeline.anchor()
        if word == "本" and match.string.startswith(_COUNTED, match.end()):
            day = _just_over(timeline) or day
        there = shift_months(day.replace(day=1), _BACK[word])
        return months(read_year(year, timeline) if year else there.year, there.month, there.month)

    return Reading(resolve, dated=bool(year))


def _whole_months(match: re.Match[str]) -> Reading:
    length = count(match["count"])

    def resolve(timeline: Timeline) -> Days | None:
        day = timeline.ref_date.replace(day=1)
        last = shift_months(day, -1)
        return Days(shift_months(day, -length), month_end(last.year, last.month), "span")

    return Reading(resolve)


MONTH_RULES: Final[tuple[Rule[Reading], ...]] = (
    Rule(
        "month_range",
        re.compile(
            rf"{MAYBE_YEAR}{NO_NUMBER_BEFORE}(?P<first>{MONTH})(?:(?:月份?)?{TO}|(?P<near>[、和]))"
            rf"(?P<last>{MONTH}) ?月份?(?!{COUNT}[日号])"
        ),
        _range,
        (
            ("1—5月份利润下降", "2025-01-01 2025-05-31 ytd"),
            ("2013年1到10月份", "2013-01-01 2013-10-31 ytd"),
            ("1月—2月份", "2025-01-01 2025-02-28 ytd"),
            ("去年1-12月", "2024-01-01 2024-12-31 year"),
            ("4至6月", "2025-04-01 2025-06-30 quarter"),
            ("3—8月", "2025-03-01 2025-08-31 span"),
            ("1、2月份", "2025-01-01 2025-02-28 ytd"),
        ),
        ("5-5月", "3.1-5月", "1—5个月", "2月28日-3月1日", "3月和8月", "3、8月"),
    ),
    Rule(
        "listed_month",
        re.compile(
            rf"{MAYBE_YEAR}{NO_NUMBER_BEFORE}(?:(?P<month>{MONTH})"
            rf"(?=[、和]{MONTH}(?:[、和]{MONTH}){{0,9}} ?(?:[两三四五六]个月|月))"
            rf"|(?<=[、和])(?P<last>{MONTH})[两三四五六]个月)"
        ),
        _listed_month,
        (("4、5、6三个月", "2025-04-01 2025-04-30 month"), ("今年7、8、9月", "2025-07-01 2025-07-31 month")),
        ("4、5、6个行业", "4、5个月", "和三个月"),
    ),
    Rule(
        "first_months",
        re.compile(
            rf"{MAYBE_YEAR}(?:(?<![此之以年月日天])|(?<=[0-9今去前]年))[前头首](?P<count>{COUNT})(?:个月|月份?)(?!{COUNT}[日号])"
        ),
        _first_months,
        (
            ("今年前5个月", "2025-01-01 2025-05-31 ytd"),
            ("前八月", "2024-01-01 2024-08-31 ytd"),
            ("头两个月", "2025-01-01 2025-02-28 ytd"),
            ("1967年前两月", "1967-01-01 1967-02-28 ytd"),
            ("2022年前十一个月", "2022-01-01 2022-11-30 ytd"),
        ),
        ("此前5个月", "前一个月", "前15个月", "前5个百分点"),
    ),
    Rule(
        "last_months",
        re.compile(rf"{MAYBE_YEAR}(?<=年)[后末](?P<count>{COUNT})个?月"),
        _last_months,
        (("2021年后三月", "2021-10-01 2021-12-31 quarter"), ("去年后4个月", "2024-09-01 2024-12-31 span")),
        ("后三月", "今后4个月"),
    ),
    Rule(
        "tenth_of_month",
        re.compile(
            rf"{MAYBE_YEAR}{NO_NUMBER_BEFORE}(?:(?P<month>{MONTH})月份?|本月)(?:(?P<tenth>上中|中下|[上中下])旬|(?<!本月)初(?!{COUNT}))"
        ),
        _tenth,
        (
            ("1999年7月下旬", "1999-07-21 1999-07-31 span"),
            ("11月上中旬", "2024-11-01 2024-11-20 span"),
            ("本月中旬", "2025-07-11 2025-07-20 span"),
            ("2月初", "2025-02-01 2025-02-10 span"),
        ),
        ("上旬", "60月上旬", "五月初五"),
    ),
    Rule(
        "week_of_month",
        re.compile(rf"{MAYBE_YEAR}{NO_NUMBER_BEFORE}(?P<month>{MONTH})月份?的?(?:第(?P<nth>[一二三四])|首)个?周"),
        _week,
        (("3月首周", "2025-03-01 2025-03-07 span"), ("去年6月第二周", "2024-06-08 2024-06-14 span")),
        ("首周", "3月第五周", "3月周末"),
    ),
    Rule(
        "first_month",
        re.compile(rf"{MAYBE_YEAR}(?<=年)的?(?P<month>首)个?月(?!份?度)"),
        _first_month,
        (("2005年首月", "2005-01-01 2005-01-31 month"),),
        ("首月",),
    ),
    Rule(
        "nth_month",
        re.compile(rf"{MAYBE_YEAR}(?<=年)的?第(?P<month>{MONTH})个月"),
        _month,
        (("明年第九个月", "2026-09-01 2026-09-30 month"),),
        ("第九个月",),
    ),
    Rule(
        "month",
        re.compile(
            rf"{MAYBE_YEAR}{NO_NUMBER_BEFORE}(?<!近)(?P<month>{MONTH}) ?月(?:份?当月|份|(?![光亮球牙票饼租薪嫂初季]))"
        ),
        _month,
        (
            ("5月份", "2025-05-01 2025-05-31 month"),
            ("5月当月", "2025-05-01 2025-05-31 month"),
            ("12月份", "2024-12-01 2024-12-31 month"),
            ("去年十二月", "2024-12-01 2024-12-31 month"),
            ("二零一四年元月", "2014-01-01 2014-01-31 month"),
            ("91年5月", "1991-05-01 1991-05-31 month"),
        ),
        ("13月", "提早近一月", "第5月", "3.5月", "1月球", "5个月"),
    ),
    Rule(
        "whole_months",
        re.compile(rf"(?<![以至同])上(?P<count>{COUNT})个月"),
        _whole_months,
        (("上两个月", "2025-05-01 2025-06-30 span"),),
        ("上个月", "以上两个月"),
    ),
    Rule(
        "relative_month",
        re.compile(
            rf"{MAYBE_YEAR}(?:(?P<word>(?<![以之史向])上|(?<![成资基根版文])本|当|这|(?<![不合共])同|该|(?<![以之])下|次|(?<![此以])前(?=一))一?个?月)份?(?![经来饼亮球])"
        ),
        _relative,
        (
            ("上月", "2025-06-01 2025-06-30 month"),
            ("上个月", "2025-06-01 2025-06-30 month"),
            ("本月", "2025-07-01 2025-07-31 month"),
            ("去年同月", "2024-07-01 2024-07-31 month"),
        ),
        ("基本月", "不同月份", "每月"),
    ),
)
