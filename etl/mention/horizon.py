"""Lengths of time that end where their words say: 年内, 力争三年内, 五年间, 此后的十年里."""

from __future__ import annotations

import re
from datetime import date
from itertools import product
from typing import Final

from etl.grammar import Rule
from etl.mention.time_fragment import COUNT, TO, count
from etl.mention.timeline import Days, Reading, Timeline, shift_months, shift_years, whole_years

_NO_NUMBER: Final = "(?<![0-9.第零一二三四五六七八九十百千数几])"
_AIMS: Final = (
    "力争",
    "争取",
    "计划",
    "将",
    "要",
    "拟",
    "规定",
    "承诺",
    "希望",
    "确保",
    "目标",
    "提出",
    "打算",
    "预计",
    "有望",
)
_WITH: Final = ("", "在", "用", "利用", "是在")
_AIMED: Final = "(?:" + "|".join(f"(?<={aim}{word})" for aim, word in product(_AIMS, _WITH)) + ")"
_REVIEWS: Final = 3
"""The last month in which 五年间 are the calendar years that just ended, as in the reports of governments."""


def _within(match: re.Match[str]) -> Reading:
    length = count(match["count"]) * (12 if match["unit"] == "年" else 1)

    def resolve(timeline: Timeline) -> Days | None:
        governing = timeline.governing
        begun = governing is not None and governing.end is not None and governing.end < timeline.ref_date
        if begun and governing is not None and governing.start is not None and governing.end is not None:
            return Days(governing.start, shift_months(governing.end, length), "span")
        return Days(timeline.ref_date, shift_months(timeline.ref_date, length), "span")

    return Reading(resolve, role="deadline", governs=False)


_COMING: Final = re.compile("[^，。；]{0,8}?(?:可能|将|有望|预计|拟|计划|力争|要|或|会|争取|完成)")


def _this_year(match: re.Match[str]) -> Reading:
    coming = _COMING.match(match.string, match.end()) is not None

    def resolve(timeline: Timeline) -> Days | None:
        """年内 in January, after what was told of the year that is over, is of that one."""
        now, context = timeline.ref_date, timeline.context
        over = (
            now.month == 1 and not (timeline.ahead or coming) and context is not None and context.year == now.year - 1
        )
        return whole_years(now.year - over, now.year - over)

    return Reading(resolve, governs=False)


def _years_long(match: re.Match[str]) -> Reading:
    length = count(match["count"] or match["effort"])

    def resolve(timeline: Timeline) -> Days | None:
        ref = timeline.ref_date
        if match["many"]:
            return Days(None, ref, "span")
        if match["unit"] == "月":
            return Days(shift_months(ref, -length), ref, "span")
        if ref.month <= _REVIEWS:
            return whole_years(ref.year - length, ref.year - 1)
        return Days(shift_years(ref, -length), ref, "span")

    return Reading(resolve, role="since", governs=False)


def _years_after(match: re.Match[str]) -> Reading:
    length = count(match["count"])

    def resolve(timeline: Timeline) -> Days | None:
        if timeline.governing is None and timeline.context is None:
            return Days(None, None, "span")
        first = timeline.anchor().year
        return Days(date(first, 1, 1), min(date(first + length - 1, 12, 31), timeline.ref_date), "span")

    return Reading(resolve, governs=False)


def _years_with(match: re.Match[str]) -> Reading:
    def resolve(timeline: Timeline) -> Days | None:
        return Days(shift_years(timeline.ref_date, -count(match["count"])), timeline.ref_date, "span")

    return Reading(resolve, role="since", governs=False)


HORIZON_RULES: Final[tuple[Rule[Reading], ...]] = (
    Rule(
        "within_length",
        re.compile(
            rf"(?=[0-9一二两三四五六七八九十]){_AIMED}(?<!需要)(?<!主要)(?:{COUNT}(?:年|个月)?{TO}|[一二两三四五六七八](?=[二两三四五六七八九十]个?[年月]))?"
            rf"(?P<count>{COUNT})个?(?P<unit>年|(?<=个)月)(?:左右)?的?(?:时间(?:之?内)?|之?内)"
        ),
        _within,
        (
            ("力争用3到5年的时间", "2025-07-01 2030-07-01 span deadline"),
            ("争取两年内", "2025-07-01 2027-07-01 span deadline"),
            ("计划在6个月内", "2025-07-01 2026-01-01 span deadline"),
            ("力争两三年内", "2025-07-01 2028-07-01 span deadline"),
            ("预计3年内", "2025-07-01 2028-07-01 span deadline"),
        ),
        ("他用三年时间", "近两年内", "2017年内", "计划三年", "平均需要十年左右的时间"),
    ),
    Rule(
        "within_length_ahead",
        re.compile(
            rf"(?<![^，。；：])在?(?P<count>{COUNT})个?(?P<unit>年|(?<=个)月)之?内"
            "(?=[^，。；0-9]{0,10}?(?:[要拟]|将(?!近)|力争|计划|争取|可望|有望|确保|实现|完成|基本))"
        ),
        _within,
        (
            ("按照规划，五年内全市要留住", "2025-07-01 2030-07-01 span deadline"),
            ("3年内实现全覆盖", "2025-07-01 2028-07-01 span deadline"),
        ),
        ("自注册之日起3年内免征", "两年之内创作了", "近5年内将"),
    ),
    Rule(
        "within_year",
        re.compile(
            r"(?<![0-9零一二三四五六七八九十百两几多数半个今去明前后当本同该全来上下近这])年内(?![新最外部在容])"
        ),
        _this_year,
        (("企业年内将建成", "2025-01-01 2025-12-31 year"), ("年内全面施工", "2025-01-01 2025-12-31 year")),
        ("三年内", "半年内", "创年内新高", "数年内"),
    ),
    Rule(
        "years_with_times",
        re.compile(
            rf"{_NO_NUMBER}(?<![0-9])(?<!将在)(?<!争)(?<!未来)(?P<count>[2-9]|[两三四五六七八九])年[内间里](?=[0-9一二三四五六七八九十两]{{1,2}}(?:次|度))"
        ),
        _years_with,
        (("4年内3次访问", "2021-07-01 2025-07-01 span since"), ("两年间三次登顶", "2023-07-01 2025-07-01 span since")),
        ("2014年内3次", "4年内访问", "力争4年内3家"),
    ),
    Rule(
        "years_after",
        re.compile(rf"(?:[这此其]?之[后後]的?|此[后後]的?|其[后後]的?)(?P<count>{COUNT})年(?:[间里内]|时间)"),
        _years_after,
        (("之后的十年里", "None None span"),),
        ("此后十年", "之后的三个月里"),
    ),
    Rule(
        "years_long",
        re.compile(
            rf"(?:(?<=[，。；：、“])|(?<=短短)|(?<![\s\S]))(?P<count>{COUNT})(?P<many>[多余])?"
            r"个?多?(?P<unit>年|(?<=[个多])月)(?:间|(?<!一年)里(?!程)|的?时间里)(?!谍)"
            rf"|经过近?(?P<effort>{COUNT})年的?[^，。；0-9]{{0,6}}(?:努力|奋斗)"
        ),
        _years_long,
        (
            ("五年间，", "2020-07-01 2025-07-01 span since"),
            ("两年的时间里，", "2023-07-01 2025-07-01 span since"),
            ("10年里他", "2015-07-01 2025-07-01 span since"),
            ("20多年间，", "None 2025-07-01 span since"),
            ("两个月间，", "2025-05-01 2025-07-01 span since"),
            ("三个月的时间里，", "2025-04-01 2025-07-01 span since"),
            ("经过五年的努力", "2020-07-01 2025-07-01 span since"),
        ),
        ("2005年间", "这五年间", "三年里程", "经过五年", "一年里有7个月", "12月间", "用两个月时间"),
    ),
)
