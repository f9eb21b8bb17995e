"""Years, ranges of years and the ends of a year printed without it: 2024年, 去年, 2006年到2009年, 年末, 全年."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from etl.grammar import Rule
from etl.mention.time_fragment import MAYBE_YEAR, PRINTED_YEAR, TO, WORD_YEAR, YEAR, read_year, year_number
from etl.mention.timeline import Days, Reading, Timeline, instant, months, whole_years

_FIGURES: Final = "(?<![0-9.,])(?:1[5-9]|20|21)[0-9]{2}"

_STRIVES: Final = "(?:(?<=夺取)|(?<=冲刺)|(?<=决战)|(?<=决胜)|(?<=奋战)|(?<=跑赢)|(?<=赢得)|(?<=[为以]))"
_REPORTS: Final = 3
"""The last month in which the year that has ended is reported of."""
_OF_THEN: Final = frozenset(("当年", "同年", "次年", "翌年", "第二年", "该年", "前一年"))


def _range(match: re.Match[str]) -> Reading | None:
    first, last = year_number(match["first"]), year_number(match["last"])
    return Reading(lambda _: whole_years(first, last), dated=True) if first < last <= first + 200 else None


def _words(match: re.Match[str]) -> Reading:
    first, last = {"今明": (0, 1), "去今": (-1, 0), "前两": (-2, -1), "明后": (1, 2)}[match["pair"]]
    return Reading(lambda t: whole_years(t.ref_date.year + first, t.ref_date.year + last), dated=True)


def _whole(match: re.Match[str]) -> Reading:
    year = match["year"]

    def resolve(timeline: Timeline) -> Days | None:
        number = read_year(year, timeline) if year else timeline.whole_year(reckoned=True)
        return whole_years(number, number)

    return Reading(resolve, dated=bool(year))


def _striven(_: re.Match[str]) -> Reading:
    return Reading(lambda t: whole_years(t.ref_date.year, t.ref_date.year), role="aim", governs=False)


def _end(match: re.Match[str]) -> Reading:
    year, first = match["year"], (match["edge"] or match["bare"]) == "初"
    due = match.string.startswith("前", match.end())  # 年底前 in January is of the year begun

    def resolve(timeline: Timeline) -> Days | None:
        if year:
            number = read_year(year, timeline)
        elif first:
            number = timeline.anchor().year
        elif due and timeline.governing is None:
            number = timeline.ref_date.year
        else:
            number = timeline.whole_year()
        return instant(date(number, 1, 1) if first else date(number, 12, 31))

    return Reading(resolve, dated=bool(year))


def _opening(match: re.Match[str]) -> Reading:
    text = match["year"]
    return Reading(lambda timeline: months(read_year(text, timeline), 1, 1), dated=True)


def _middle(match: re.Match[str]) -> Reading:
    year = match["year"]

    def resolve(timeline: Timeline) -> Days | None:
        number = read_year(year, timeline) if year else timeline.anchor().year
        return instant(date(number, 6, 30))

    return Reading(resolve, dated=bool(year))


def _year(match: re.Match[str]) -> Reading:
    text = match["year"]

    def resolve(timeline: Timeline) -> Days | None:
        if text in _OF_THEN and timeline.governing is None and timeline.context is None:
            return Days(None, None, "year")  # 不亚于当年: nothing says which
        number = read_year(text, timeline)
        if text == "这一年" and timeline.governing is None and timeline.context is None:
            return _year_told_of(timeline.ref_date)
        if text == "当年" and timeline.governing is None and number == timeline.ref_date.year:
            return Days(None, None, "year")  # this year would be 今年
        return whole_years(number, number)

    return Reading(resolve, dated=True)


def _year_told_of(day: date) -> Days:
    """这一年 with nothing before it: in the reports of January to March the year that is over, else this one."""
    number = day.year - (day.month <= _REPORTS)
    return whole_years(number, number)


def _bare(match: re.Match[str]) -> Reading:
    number = int(match["year"])
    return Reading(lambda _: whole_years(number, number), dated=True)


YEAR_RULES: Final[tuple[Rule[Reading], ...]] = (
    Rule(
        "year_range",
        re.compile(
            rf"(?P<first>{_FIGURES}|(?<![0-9.]){PRINTED_YEAR})(?: ?年)?(?:{TO}|、)(?P<last>{PRINTED_YEAR})度?"
            rf"(?!{TO}?[0-9一二三四五六七八九十]{{1,2}}月)"
        ),
        _range,
        (
            ("2006年到2009年", "2006-01-01 2009-12-31 span"),
            ("2012—2020年", "2012-01-01 2020-12-31 span"),
            ("二零一六年至二零一八年", "2016-01-01 2018-12-31 span"),
            ("2008年——2018年", "2008-01-01 2018-12-31 span"),
        ),
        ("2009年到2006年", "2006年到2009年3月", "2000—3000家"),
    ),
    Rule(
        "years_between",
        re.compile(rf"(?P<first>{PRINTED_YEAR})[和与](?P<last>{PRINTED_YEAR})之间"),
        _range,
        (("2015年和2018年之间", "2015-01-01 2018-12-31 span"),),
        ("2015年和2018年",),
    ),
    Rule(
        "year_range_of_figures",
        re.compile(
            rf"(?<=[从自由])(?P<first>{_FIGURES}){TO}(?P<last>(?:1[5-9]|20|21)[0-9]{{2}})(?![0-9.%,万亿家户个余多])"
        ),
        _range,
        (("从2016-2018", "2016-01-01 2018-12-31 span"),),
        ("从2000—3000家", "2016-2018", "从1500到1800万"),
    ),
    Rule(
        "two_years",
        re.compile("(?P<pair>今明|去今|明后)[两2二]年"),
        _words,
        (("今明两年", "2025-01-01 2026-12-31 span"),),
        ("两年",),
    ),
    Rule(
        "striven_year",
        re.compile(
            rf"{_STRIVES}全年(?=[“‘]|[^，。；0-9]{{0,14}}(?:开[好了]|打[下好牢]|奠定|夯实|赢得|争取|创造|主动|胜利|红|基础|积蓄))"
        ),
        _striven,
        (
            ("夺取全年“满堂红”", "2025-01-01 2025-12-31 year aim"),
            ("为全年发展打下基础", "2025-01-01 2025-12-31 year aim"),
        ),
        ("全年打下基础", "夺取全年产量5万吨", "为全年增长5%"),
    ),
    Rule(
        "whole_year",
        re.compile(rf"{MAYBE_YEAR}(?<!安)全年(?![龄制])"),
        _whole,
        (("2013年全年", "2013-01-01 2013-12-31 year"), ("全年", "2025-01-01 2025-12-31 year")),
        ("安全年", "全年龄"),
    ),
    Rule(
        "year_edge",
        re.compile(
            rf"(?:{YEAR}的?年?(?P<edge>[末底初]|(?<=年)终)|(?<![0-9零一二三四五六七八九十几多数两每去今明前])年(?P<bare>[末底初])(?![一二三四五六七八]))"
        ),
        _end,
        (
            ("2024年末", "2024-12-31 2024-12-31 instant"),
            ("今年年底", "2025-12-31 2025-12-31 instant"),
            ("年初", "2025-01-01 2025-01-01 instant"),
            ("年末", "2025-12-31 2025-12-31 instant"),
        ),
        ("十年末", "每年初", "大年初一"),
    ),
    Rule(
        "year_opening",
        re.compile(rf"{YEAR}伊始"),
        _opening,
        (("2022年伊始", "2022-01-01 2022-01-31 month"),),
        ("伊始",),
    ),
    Rule(
        "year_middle",
        re.compile(
            rf"(?:{YEAR}年|(?<![0-9零一二三四五六七八九十几多数两每今去明少青周])年)中(?![国央东西南北部期心学小医共药外间高低级国的])"
        ),
        _middle,
        (("2024年年中", "2024-06-30 2024-06-30 instant"),),
        ("一年中", "2024年中国", "今年中墨建交", "10年中"),
    ),
    Rule(
        "bulletin_year",
        re.compile(r"(?<![0-9.,])(?P<year>(?:19|20)[0-9]{2})(?=[中全]国[^《》，。；]{2,30}公报|(?:经济|发展)?成绩单)"),
        _bare,
        (
            ("2024中国水资源公报", "2024-01-01 2024-12-31 year"),
            ("2024成绩单出炉", "2024-01-01 2024-12-31 year"),
        ),
        ("2024中国水资源论坛", "2024中国公报"),
    ),
    Rule(
        "year",
        re.compile(rf"(?<![0-9.,])(?P<year>{PRINTED_YEAR}|{WORD_YEAR})(?:度|(?<=[0-9] 年)间|期间)?(?!刑期|有期|徒刑)"),
        _year,
        (
            ("2024年", "2024-01-01 2024-12-31 year"),
            ("二零一四年", "2014-01-01 2014-12-31 year"),
            ("去年", "2024-01-01 2024-12-31 year"),
            ("明年", "2026-01-01 2026-12-31 year"),
            ("上一年度", "2024-01-01 2024-12-31 year"),
            ("08年", "2008-01-01 2008-12-31 year"),
            ("比2016年多增5万人", "2016-01-01 2016-12-31 year"),
        ),
        (
            "27204.3亿元",
            "2000家",
            "历时3年",
            "15年老店",
            "2014年轻人",
            "有1500年",
            "1900年多的历史",
            "过去年份",
            "文明年",
            "外加1000年刑期",
        ),
    ),
    Rule(
        "year_of_figures",
        re.compile(r"(?<=[从自由])(?P<year>(?:19|20)[0-9]{2})(?=的|以来|起|开始)"),
        _bare,
        (("从2009的年出口", "2009-01-01 2009-12-31 year"),),
        ("从2009家", "2009的", "从3009的"),
    ),
)
