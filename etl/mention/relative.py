"""Times counted from the day of issue: 目前, 近3年, 今后5年, 5年来, 半年前, 上周, 日前."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from etl.grammar import Rule
from etl.mention.time_fragment import COUNT, count
from etl.mention.timeline import (
    ONE_DAY,
    Days,
    Reading,
    Timeline,
    instant,
    months,
    shift_months,
    shift_years,
    whole_years,
)

_EITHER: Final = "(?:[一二两三四五六七八](?=[二两三四五六七八九]个?[年月]))?"  # 两三年: the longer of the two
_LENGTH: Final = (
    rf"{_EITHER}(?P<count>{COUNT}|几|多|数|若干)(?:个|多)?"
    r"(?P<unit>年半?|(?<=[个两数几])月|(?<=个)季度|周|星期|天)(?![二三四五六期])"
)
_SPELLED: Final = rf"(?:{COUNT}|几|多|数)个?多?(?:年半?|月|季度|周|天)"
_VAGUE: Final = frozenset("几多数若干")
_REVIEWS: Final = 3
"""The last month in which 过去一年 or 近三年 are the calendar years that just ended, as in government reports."""

_TERM: Final = (3, 4, 5)


def _shifted(day: date, length: int, unit: str) -> date:
    if unit.startswith("年"):
        shifted = shift_years(day, length)
        return shift_months(shifted, 6 if length > 0 else -6) if unit.endswith("半") else shifted
    if unit in ("月", "季度"):
        return shift_months(day, length * (3 if unit == "季度" else 1))
    return day + timedelta(days=length * (1 if unit == "天" else 7))


def _past(match: re.Match[str]) -> Reading:
    text, unit = match["count"], match["unit"]

    def resolve(timeline: Timeline) -> Days | None:
        if text[0] in _VAGUE:
            return Days(None, timeline.ref_date, "span")
        if match["these"] and unit == "天":  # today is one of them
            return Days(timeline.ref_date - timedelta(days=count(text) - 1), timeline.ref_date, "span")
        start = _shifted(timeline.ref_date, -count(text), unit)
        if match["since"] and unit in ("周", "星期", "天"):  # today is the last of them
            return Days(start + ONE_DAY, timeline.ref_date, "span")
        these = match["these"] and count(text) in _TERM  # 这五年 of a report; 这20年 is any
        reviewed = match["over"] or ((match["near"] or these) and not match["since"])
        if reviewed and unit == "年" and timeline.ref_date.month <= _REVIEWS:
            last = timeline.ref_date.year - 1
            return whole_years(last - count(text) + 1, last)
        return Days(start, timeline.ref_date - ONE_DAY, "span")

    return Reading(resolve, governs=False)


def _future(match: re.Match[str]) -> Reading:
    text, unit = match["count"], match["unit"]

    def resolve(timeline: Timeline) -> Days | None:
        if text[0] in _VAGUE:
            return Days(timeline.ref_date, None, "span")
        return Days(timeline.ref_date, _shifted(timeline.ref_date, count(text), unit), "span")

    return Reading(resolve, governs=False)


def _up_to_now(match: re.Match[str]) -> Reading:
    text, unit = match["count"], match["unit"]

    def resolve(timeline: Timeline) -> Days | None:
        context, last = timeline.context, date(timeline.ref_date.year - 1, 12, 31)
        if text in ("一", "1") and unit == "年" and context == last and timeline.governing is None:
            return whole_years(last.year, last.year)  # of the year that is reported on
        if (
            timeline.headed is not None
            and unit == "年"
            and text[0] not in _VAGUE
            and timeline.ref_date.month <= _REVIEWS
        ):
            return whole_years(last.year - count(text) + 1, last.year)  # 五年来 of a report on the year that is over
        start = None if text[0] in _VAGUE else _shifted(timeline.ref_date, -count(text), unit)
        if start is not None and unit.endswith("半"):
            start = start.replace(day=1)
        return Days(start, timeline.ref_date, "span")

    return Reading(resolve, role="since", governs=False)


def _recent(_: re.Match[str]) -> Reading:
    return Reading(lambda timeline: Days(None, timeline.ref_date, "span"), governs=False)


def _ago(match: re.Match[str]) -> Reading | None:
    text, unit = match["count"], match["unit"]
    if text[0] in _VAGUE:
        return None

    def resolve(timeline: Timeline) -> Days | None:
        return instant(_shifted(timeline.ref_date, -count(text), unit))

    return Reading(resolve, governs=False)


def _half_year(_: re.Match[str]) -> Reading:
    def resolve(timeline: Timeline) -> Days | None:
        return Days(shift_months(timeline.ref_date, -6), timeline.ref_date, "span")

    return Reading(resolve, role="since", governs=False)


def _half_year_ago(_: re.Match[str]) -> Reading:
    return Reading(lambda timeline: instant(shift_months(timeline.ref_date, -6)), governs=False)


def _years_on(match: re.Match[str]) -> Reading:
    def resolve(timeline: Timeline) -> Days | None:
        if match["half"]:
            there = shift_months(timeline.ref_date, count(match["count"]) * 12 + 6)
            return months(there.year, there.month, there.month)
        year = timeline.ref_date.year + count(match["count"])
        return whole_years(year, year)

    return Reading(resolve, governs=False)


def _now(_: re.Match[str]) -> Reading:
    return Reading(lambda timeline: instant(timeline.ref_date), governs=False)


def _week(match: re.Match[str]) -> Reading:
    shift = {"上": -7, "下": 7}.get(match["word"], 0)

    def resolve(timeline: Timeline) -> Days | None:
        monday = timeline.ref_date + timedelta(days=shift - timeline.ref_date.weekday())
        return Days(monday, monday + timedelta(days=6), "span")

    return Reading(resolve, governs=False)


def _undated(_: re.Match[str]) -> Reading:
    return Reading(lambda _: Days(None, None, "span"), governs=False)


RELATIVE_RULES: Final[tuple[Rule[Reading], ...]] = (
    Rule(
        "past_length",
        re.compile(
            rf"(?:最近|(?P<near>(?<![^，。；：、…(“” 在为是从国省市球])近)|近(?={_SPELLED}(?:以?来|[间最首新]))"
            rf"|(?P<over>(?:刚刚)?过去的?近?)|(?P<these>这)(?!一))这?{_LENGTH}(?![级前后度薪龄])(?:(?P<since>以?来)|[间里内]|时间)?"
        ),
        _past,
        (
            ("过去十年", "2015-07-01 2025-06-30 span"),
            ("近3年", "2022-07-01 2025-06-30 span"),
            ("近两年来", "2023-07-01 2025-06-30 span"),
            ("近几年", "None 2025-07-01 span"),
            ("过去的近10天时间", "2025-06-21 2025-06-30 span"),
            ("近一周以来", "2025-06-25 2025-07-01 span"),
            ("这5年", "2020-07-01 2025-06-30 span"),
            ("这两天", "2025-06-30 2025-07-01 span"),
        ),
        ("这一步", "这一天", "工作近20年", "过去的二季度", "近5年级", "过去的年"),
    ),
    Rule(
        "future_length",
        re.compile(rf"(?:今后|未来|接下来|往后)的?这?(?:{COUNT}个?[年月]?(?:至|到|[—-]))?{_LENGTH}(?:[间里内]|时间)?"),
        _future,
        (
            ("今后5年", "2025-07-01 2030-07-01 span"),
            ("未来三年", "2025-07-01 2028-07-01 span"),
            ("未来两三年内", "2025-07-01 2028-07-01 span"),
            ("未来1年至2年", "2025-07-01 2027-07-01 span"),
            ("今后3到5年内", "2025-07-01 2030-07-01 span"),
            ("未来几年", "2025-07-01 None span"),
        ),
        ("未来的年", "今后的道路"),
    ),
    Rule(
        "up_to_now",
        re.compile(
            rf"(?<![0-9.第零一二三四五六七八九十百千几])(?P<count>几十|(?<![指人系分])数十|{COUNT}|多|几)个?多?(?P<unit>年半?|月|天)多?(?:以来|来)(?![自看说讲到])"
        ),
        _up_to_now,
        (
            ("5年来", "2020-07-01 2025-07-01 span since"),
            ("多年来", "None 2025-07-01 span since"),
            ("几十年来", "None 2025-07-01 span since"),
            ("3年半以来", "2022-01-01 2025-07-01 span since"),
            ("3个多月来", "2025-04-01 2025-07-01 span since"),
            ("20多天来", "2025-06-11 2025-07-01 span since"),
        ),
        ("2005年来", "100年来", "5年来自"),
    ),
    Rule(
        "recent_years",
        re.compile(
            "近年来?(?![度级底末])|近(?:些|[十几数]{1,3}|几?十多?)年来?|这(?:些|十几|几十|数十)年[来里间]|近期以来|长期以来|一段时间以来"
        ),
        _recent,
        (
            ("近年来", "None 2025-07-01 span"),
            ("近十几年来", "None 2025-07-01 span"),
            ("这十几年里", "None 2025-07-01 span"),
        ),
        ("近年度",),
    ),
    Rule(
        "ago",
        re.compile(
            rf"(?<![0-9.第零一二三四五六七八九十百千几])(?P<count>{COUNT})(?:个(?=月|季))?(?P<unit>年半?|月|季度|天)(?:以|之)?前(?![0-9一二两三四五六七八九十几半后列期])"
        ),
        _ago,
        (("5年前", "2020-07-01 2020-07-01 instant"), ("三个月前", "2025-04-01 2025-04-01 instant")),
        ("2015年前", "5年前三季度", "几十年前"),
    ),
    Rule(
        "half_year_long",
        re.compile("(?<![上下前后年个大小])半年多?(?:的?时间)?(?:以来|来(?![自看说讲到年]))"),
        _half_year,
        (("半年来", "2025-01-01 2025-07-01 span since"), ("半年时间以来", "2025-01-01 2025-07-01 span since")),
        ("上半年来看", "下半年以来", "半年来自"),
    ),
    Rule(
        "half_year_ago",
        re.compile("(?<![上下前后年个大小])半年(?:以|之)?前(?![后列期])"),
        _half_year_ago,
        (("半年前", "2025-01-01 2025-01-01 instant"),),
        ("上半年前", "两年半前"),
    ),
    Rule(
        "years_on",
        re.compile(
            rf"(?<![0-9.第零一二三四五六七八九十百千两])(?P<count>{COUNT})年(?P<half>半)?(?:以|之)?[后後](?![期续半备])"
        ),
        _years_on,
        (("三年后", "2028-01-01 2028-12-31 year"),),
        ("2005年后", "三年后续"),
    ),
    Rule(
        "now",
        re.compile(
            r"(?:(?:截[至止]|到|至|迄)(?:到|于)?)?(?:(?<![项节题栏科数])目前|(?<![体表出展呈实发涌])现在(?!初步)|眼下|今天(?=为止)|如今|(?<![然从])而今(?![年天晚日后]))(?:为止)?(?!的[形情])|(?:截至|截止)(?:今天|今日|当前|昨天|昨日|发稿|记者发稿)|(?:(?<=[，。；：])|(?<![\s\S]))当前(?!的|[要急亟]|[^，。；0-9]{0,8}(?:形势|阶段|任务|工作|问题|情况|挑战|要|重点))|(?<=[^，。；：])迄今(?:为止)?(?!以?来?[^，。；0-9]{0,12}(?:最|首|唯一))|到今天为止"
        ),
        _now,
        (
            ("截至目前", "2025-07-01 2025-07-01 instant"),
            ("目前", "2025-07-01 2025-07-01 instant"),
            ("眼下", "2025-07-01 2025-07-01 instant"),
            ("当前，", "2025-07-01 2025-07-01 instant"),
            ("当前全省有", "2025-07-01 2025-07-01 instant"),
            ("而今", "2025-07-01 2025-07-01 instant"),
        ),
        ("截至去年", "在当前", "当前要抓好5件事", "当前的5项任务", "项目前三名", "体现在产量上", "而今后三年"),
    ),
    Rule(
        "until_now",
        re.compile(
            r"(?:(?<=[，。；：])|(?<![\s\S]))[至迄]今(?:为止)?(?![天年日晚早明]|[^，。；0-9]{0,12}(?:最|首|唯一))|(?<![截年月日来号起时])至今(?=仍|还|未|没|尚|依然)"
        ),
        _now,
        (
            ("至今已有6500名", "2025-07-01 2025-07-01 instant"),
            ("迄今已有6500名", "2025-07-01 2025-07-01 instant"),
            ("百余人至今仍失踪", "2025-07-01 2025-07-01 instant"),
        ),
        ("截至今天", "流传至今", "推迟至今年", "迄今规模最大"),
    ),
    Rule(
        "from_today",
        re.compile("即日[起至]"),
        _now,
        (("即日起发行", "2025-07-01 2025-07-01 instant"),),
        ("今日起",),
    ),
    Rule(
        "week",
        re.compile(
            "(?P<word>(?<![以之赶])[上下]|(?<![成基])本|这)一?个?(?:周|星期)(?![期年岁边围长刊转末一二三四五六日天到全报身])"
        ),
        _week,
        (("本周", "2025-06-30 2025-07-06 span"), ("上周", "2025-06-23 2025-06-29 span")),
        ("上周年", "本周刊", "一周"),
    ),
    Rule(
        "undated",
        re.compile(
            "日前(?!后)|近日|近来|不久前|前不久|最近(?![0-9一二两三四五六七八九十几数的这]|一)|连日来?|这几天|这些天|(?<!除)前夕|(?:(?<![十百千指人系分])[几多数]|(?<![指人系分])[几数][十百]|十[几多]|[0-9]多)个?多?(?:天|年|月|周)(?:之|以)?前(?![后列期])"
            "|(?:(?<=[，。；：])|(?<![\\s\\S]))(?:以往|以前(?![总任首副述期])|从前(?![0-9一二两三四五六七八九十几天年月半]))(?!的?任何)|最近这段时间|可预见的[未将]来|近期(?!以来)|(?:疫情|抗战|[二一]战|战争|内战)期间"
        ),
        _undated,
        (
            ("日前", "None None span"),
            ("最近对", "None None span"),
            ("连日来", "None None span"),
            ("几天前", "None None span"),
            ("几十年前", "None None span"),
            ("十几天前", "None None span"),
            ("以往，", "None None span"),
            ("可预见的未来", "None None span"),
            ("疫情期间", "None None span"),
        ),
        ("日前后", "比以往多", "十年前", "从前三季度看", "以前总理的名义"),
    ),
)
