"""Public holidays that fix days: 春节假期, 国庆黄金周, 五一假期, 元旦, 清明, 端午, 中秋, 双11."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from etl.grammar import Rule
from etl.mention.lunar import lunar_day
from etl.mention.time_fragment import COUNT, MAYBE_YEAR, count, read_year
from etl.mention.timeline import Days, Reading, Timeline

_LUNAR: Final = {"春节": (1, 1), "元宵": (1, 15), "端午": (5, 5), "中秋": (8, 15)}  # month and day
_FIXED = {
    "元旦": (1, 1),
    "五一": (5, 1),
    "国庆": (10, 1),
    "十一": (10, 1),
    "双11": (11, 11),
    "双十一": (11, 11),
    "双12": (12, 12),
}
_FIXED |= {"劳动节": (5, 1), "618": (6, 18), "双十二": (12, 12)}
_SHOPPING: Final = frozenset(("双11", "双十一", "双12", "双十二", "618"))
_SAME: Final = {"十一": "国庆", "劳动节": "五一"}
# Arrangements of the State Council that no rule gives: the first day and the number of days.
_ARRANGED: Final = {
    ("春节", 2020): ((1, 24), 10),
    ("春节", 2024): ((2, 10), 8),
    ("春节", 2026): ((2, 15), 9),
    ("国庆", 2009): ((10, 1), 8),
    ("国庆", 2012): ((9, 30), 8),
    ("国庆", 2017): ((10, 1), 8),
    ("国庆", 2020): ((10, 1), 8),
    ("国庆", 2023): ((9, 29), 8),
    ("国庆", 2025): ((10, 1), 8),
    ("五一", 2019): ((5, 1), 4),
    ("五一", 2022): ((4, 30), 5),
    ("五一", 2023): ((4, 29), 5),
    ("元旦", 2013): ((1, 1), 3),
}


def festival(name: str, year: int) -> date | None:
    """The day of a festival in a year; None for a lunar one outside 2000 to 2040.

    >>> festival("中秋", 2025), festival("清明", 2024)
    (datetime.date(2025, 10, 6), datetime.date(2024, 4, 4))
    """
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name == "清明":  # the solar term moves by 0.2422 days a year and back at leap years
        past = year % 100
        return date(year, 4, int(past * 0.2422 + 4.81) - past // 4)
    return lunar_day(year, *_LUNAR[name])


_RUSH_BEFORE, _RUSH_AFTER = timedelta(days=15), timedelta(days=24)
"""春运: forty days around the new year, from 正月初一 less the first to 正月初一 and the second."""


def _rush(match: re.Match[str]) -> Reading:
    text = match["year"]

    def resolve(timeline: Timeline) -> Days | None:
        year = read_year(text, timeline) if text else _nearest("春节", timeline)
        day = festival("春节", year) if year else None
        if day is None:
            return None
        first, last = day - _RUSH_BEFORE, day + _RUSH_AFTER
        if not match["since"]:
            return _days_of(match, Days(first, last, "span"))
        begun = match["since"] and first <= timeline.ref_date <= last
        return Days(first, timeline.ref_date if begun else last, "span")

    return Reading(resolve, role="since" if match["since"] else "period", dated=bool(text))


def _week_off(name: str, year: int, day: date) -> Days:
    first, length = _arranged(name, year, day)
    return Days(first, first + timedelta(days=length - 1), "span")


_DAYS_OFF: Final = (
    rf"的?(?:前(?P<first>{COUNT})[天日]|第(?P<nth>{COUNT})[天日]|(?P<opens>首[天日])|(?P<ends>最后一[天日]))"
)


def _days_of(match: re.Match[str], week: Days) -> Days:
    """前五天, 第三天, 首日, 最后一天 of a holiday, else all of it; a day that it does not have leaves it whole."""
    first, last = week.start, week.end
    if first is None or last is None:
        return week
    if match["first"]:
        end = first + timedelta(days=count(match["first"]) - 1)
        return Days(first, end, "span") if end <= last else week
    if match["nth"] or match["opens"]:
        day = first + timedelta(days=count(match["nth"] or "一") - 1)
        return Days(day, day, "day") if day <= last else week
    return Days(last, last, "day") if match["ends"] else week


def _arranged(name: str, year: int, day: date) -> tuple[date, int]:
    """First day and length of the days off: a golden week, or three days with the weekend."""
    key = (_SAME.get(name, name), year)
    if key in _ARRANGED:
        (month, number), length = _ARRANGED[key]
        return date(year, month, number), length
    if key[0] == "国庆":
        return day, 7
    if key[0] == "春节":
        eve = 2008 <= year <= 2013 or year >= 2015
        return day - timedelta(days=int(eve)), 8 if year >= 2025 else 7
    if key[0] == "五一" and (year <= 2007 or year >= 2020):
        return day, 7 if year <= 2007 else 5
    # Monday to Sunday: with the weekend before, after, or a single day in mid-week
    before, length = ((2, 3), (2, 3), (0, 1), (0, 3), (0, 3), (0, 3), (1, 3))[day.weekday()]
    return day - timedelta(days=before), length


def _nearest(name: str, timeline: Timeline) -> int | None:
    """The year of a holiday printed without one: the nearest to the issue."""
    years = (timeline.ref_date.year + shift for shift in (0, -1, 1))
    days = [(abs((day - timeline.ref_date).days), year) for year in years if (day := festival(name, year))]
    return min(days)[1] if days else None


def _holiday(match: re.Match[str]) -> Reading | None:
    text, name = match["year"], match["name"]
    single = (not match["off"] and match["tour"] is None) or name in _SHOPPING or name == "元宵"
    if single and not (text or match["on"] or name in _SHOPPING):
        return None

    def resolve(timeline: Timeline) -> Days | None:
        year = read_year(text, timeline) if text else _nearest(name, timeline)
        day = festival(name, year) if year else None
        if year is None or day is None:
            return None
        return Days(day, day, "day") if single else _days_of(match, _week_off(name, year, day))

    return Reading(resolve, dated=bool(text))


_NAMED: Final = ("春节", "清明", "五一", "端午", "国庆", "元旦", "中秋")
_JUST_OVER: Final = timedelta(days=30)


def _length(week: Days) -> timedelta:
    return week.end - week.start if week.start and week.end else timedelta(0)


def _days_off(match: re.Match[str]) -> Reading:
    """假期前三天, 假期第四天: of the holiday that the paper comes out in or just after."""

    def resolve(timeline: Timeline) -> Days | None:
        today = timeline.ref_date
        weeks = [_week_off(name, today.year, day) for name in _NAMED if (day := festival(name, today.year)) is not None]
        lately = [w for w in weeks if w.start and w.end and w.start <= today <= w.end + _JUST_OVER]
        week = max(lately, key=_length, default=None)  # not 中秋 within 国庆
        return _days_of(match, week) if week is not None else None

    return Reading(resolve)


HOLIDAY_RULES: Final[tuple[Rule[Reading], ...]] = (
    Rule(
        "holiday",
        re.compile(
            rf"{MAYBE_YEAR}[“\"]?(?:中秋节?[、·和]?(?=国庆))?(?P<name>春节|元宵|端午|中秋|清明|元旦|国庆|劳动节|(?<![0-9三五八六五])五一(?!五)|(?<=[“\"])十一|双十[一二]|双1[12](?![0-9])|(?<=[“\"])618)(?:(?<=国庆)节?[、·]?中秋)?节?[”\"]?节?"
            "(?:(?P<off>(?:[0-9三五七八九]天)?(?:小?长假|假期|假日|黄金周|放假|7天长假|七天长假|期间)(?:期间)?)"
            rf"(?:{_DAYS_OFF})?"
            "|(?P<on>当[天日]|这天|这一天)|(?P<tour>(?=旅游(?:总?收入|总?人[次数])|接待游客|揽客|出游)))?(?!联欢|晚会|团拜|档|(?<!假[期日])文化|前|后|将至|临近|过后)"
        ),
        _holiday,
        (
            ("2016年春节假期", "2016-02-07 2016-02-13 span"),
            ("2020年国庆中秋假期", "2020-10-01 2020-10-08 span"),
            ("2026年春节9天假期", "2026-02-15 2026-02-23 span"),
            ("2024年中秋假期", "2024-09-15 2024-09-17 span"),
            ("国庆黄金周", "2025-10-01 2025-10-08 span"),
            ("“五一”假期", "2025-05-01 2025-05-05 span"),
            ("2023年“五一”假期文化市场", "2023-04-29 2023-05-03 span"),
            ("去年“双11”", "2024-11-11 2024-11-11 day"),
            ("2013年春节黄金周", "2013-02-09 2013-02-15 span"),
            ("今年元旦", "2025-01-01 2025-01-01 day"),
            ("“五一”旅游收入", "2025-05-01 2025-05-05 span"),
            ("2023年中秋国庆假期", "2023-09-29 2023-10-06 span"),
            ("2023年中秋、国庆假期前五天", "2023-09-29 2023-10-03 span"),
            ("2026年春节假期第五天", "2026-02-19 2026-02-19 day"),
            ("春节假期首日", "2025-01-28 2025-01-28 day"),
            ("“五一”假期最后一天", "2025-05-05 2025-05-05 day"),
        ),
        ("春节联欢晚会", "春节", "五一五"),
    ),
    Rule(
        "days_off",
        re.compile(rf"(?<![假暑寒春年国庆五一明午秋旦节长”\"天])假期(?:{_DAYS_OFF})"),
        _days_off,
        (
            ("假期前4天", "2025-05-31 2025-06-02 span"),
            ("假期第二天", "2025-06-01 2025-06-01 day"),
        ),
        ("暑假假期第一天", "假期出行"),
    ),
    Rule(
        "spring_rush",
        re.compile(
            rf"{MAYBE_YEAR}春运(?:期间|40天|四十天|全程|(?P<since>(?:开始|启动)?以来)|{_DAYS_OFF}"
            "|(?<=[0-9今去明前]年春运)(?=[，：:是共将预已过]|的?(?:旅客|客流)|全国|全社会|铁路|公路|水路|民航|客运|发送|单日|累计))"
        ),
        _rush,
        (
            ("2019年春运期间", "2019-01-21 2019-03-01 span"),
            ("春运期间", "2025-01-14 2025-02-22 span"),
            ("今年春运以来", "2025-01-14 2025-02-22 span since"),
            ("今年春运单日", "2025-01-14 2025-02-22 span"),
            ("2026年春运，", "2026-02-02 2026-03-13 span"),
            ("2026年春运前20天", "2026-02-02 2026-02-21 span"),
            ("春运首日", "2025-01-14 2025-01-14 day"),
        ),
        ("春运启动", "今年春运工作", "春运高峰期间"),
    ),
)
