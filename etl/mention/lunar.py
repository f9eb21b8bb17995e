"""The lunar calendar, 2000 to 2040: 农历五月初五, 阴历二零二一年六月, and the days of its festivals."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from typing import Final

from etl.grammar import Rule
from etl.mention.time_fragment import MAYBE_YEAR, TO, count, read_year
from etl.mention.timeline import ONE_DAY, Days, Reading, Timeline

_NAMED_MONTHS: Final = {"正": 1, "冬": 11, "腊": 12}


@dataclass(frozen=True, slots=True)
class LunarYear:
    """A lunar year: its first solar day, the month that is doubled (0: none) and the months' lengths in days."""

    first: date
    leap: int
    lengths: tuple[int, ...]

    def month(self, number: int) -> tuple[date, date]:
        """First and last solar day of a month (of the first of a doubled one)."""
        index = number - 1 + int(0 < self.leap < number)
        start = self.first + timedelta(days=sum(self.lengths[:index]))
        return start, start + timedelta(days=self.lengths[index]) - ONE_DAY


def _years() -> dict[int, LunarYear]:
    with files(__package__).joinpath("lunar_years.csv").open(encoding="utf-8") as lines:
        return {
            int(row["year"]): LunarYear(
                date.fromisoformat(row["new_year"]),
                int(row["leap_month"]),
                tuple(map(int, row["month_lengths"].split())),
            )
            for row in csv.DictReader(lines)
        }


_YEARS: Final = _years()


def lunar_month(year: int, month: int) -> tuple[date, date] | None:
    """First and last solar day of a lunar month; None outside 2000 to 2040.

    >>> lunar_month(2021, 6)
    (datetime.date(2021, 7, 10), datetime.date(2021, 8, 7))
    """
    return _YEARS[year].month(month) if year in _YEARS else None


def lunar_day(year: int, month: int, day: int) -> date | None:
    """The solar day of a lunar one; None outside 2000 to 2040 or where the month is shorter.

    >>> lunar_day(2025, 5, 5), lunar_day(2023, 12, 30)
    (datetime.date(2025, 5, 31), datetime.date(2024, 2, 9))
    """
    found = lunar_month(year, month)
    if found is None or not 1 <= day <= (found[1] - found[0]).days + 1:
        return None
    return found[0] + timedelta(days=day - 1)


def _resolved(year: int, month: int, day: int | None) -> Days | None:
    if day is not None:
        found = lunar_day(year, month, day)
        return Days(found, found, "day") if found else None
    whole = lunar_month(year, month)
    return Days(*whole, "span") if whole else None


def _nearest(timeline: Timeline, month: int, day: int | None) -> Days | None:
    around = (_resolved(timeline.ref_date.year + shift, month, day) for shift in (-1, 0, 1))
    days = [found for found in around if found is not None and found.start is not None]
    return min(days, key=lambda found: abs((found.start or timeline.ref_date) - timeline.ref_date), default=None)


def _day_number(printed: str) -> int:
    return count(printed.removeprefix("初").replace("廿", "二十"))


def _lunar(match: re.Match[str]) -> Reading:
    text, name, printed = match["year"], match["month"], match["day"]
    month = _NAMED_MONTHS.get(name) or count(name)
    day = _day_number(printed) if printed else None

    def resolve(timeline: Timeline) -> Days | None:
        return _resolved(read_year(text, timeline), month, day) if text else _nearest(timeline, month, day)

    return Reading(resolve, dated=bool(text), governs=False)


def _in_new_year(match: re.Match[str]) -> Reading:
    """A day of the first or the last month, or from one to another: the new year falls between the two."""
    text, first, last = match["year"], match["first"], match["last"]
    since = _NAMED_MONTHS[match["from"] or "正"]
    until = _NAMED_MONTHS[match["to"] or match["from"] or "正"]

    def resolve(timeline: Timeline) -> Days | None:
        opens = _day_of_new_year(timeline, text, since, _day_number(first) if first else 1)
        if opens is not None and match["eve"]:
            opens -= ONE_DAY
        if opens is None or last is None:
            return Days(opens, opens, "day") if opens else None
        closes = _day_of_new_year(timeline, text, until, _day_number(last))
        return Days(opens, closes, "span") if closes and opens < closes else None

    return Reading(resolve, dated=bool(text), governs=False)


def _day_of_new_year(timeline: Timeline, text: str | None, month: int, day: int) -> date | None:
    """腊月二十九 is of the lunar year that ends in the printed one, 正月初一 of the one that begins in it."""
    if text:
        return lunar_day(read_year(text, timeline) - (month > 1), month, day)
    found = _nearest(timeline, month, day)
    return found.start if found else None


def _last_day(match: re.Match[str]) -> Reading:
    text = match["year"]

    def resolve(timeline: Timeline) -> Days | None:
        year = read_year(text, timeline) + 1 if text else timeline.ref_date.year + (timeline.ref_date.month > 7)
        new_year = lunar_day(year, 1, 1)
        return Days(new_year - ONE_DAY, new_year - ONE_DAY, "day") if new_year else None

    return Reading(resolve, dated=bool(text), governs=False)


_NEW_YEAR_DAY: Final = "初[一二三四五六七八九十]|[二廿]十[一二三四五六七八九]?|十[一二三四五六七八九]"

LUNAR_RULES: Final[tuple[Rule[Reading], ...]] = (
    Rule(
        "new_year_days",
        re.compile(
            rf"(?:农历的?|阴历的?)?{MAYBE_YEAR}(?:农历)?"
            rf"(?:(?P<eve>(?:除夕|大年三十)(?={TO}(?:大年|正月|初)))|(?:大年|(?P<from>[正腊])月)(?P<first>{_NEW_YEAR_DAY}))"
            rf"(?:{TO}(?:大年|(?P<to>正)月)?(?P<last>{_NEW_YEAR_DAY}))?(?!以?前|之前)"
        ),
        _in_new_year,
        (
            ("农历正月初一到初七", "2025-01-29 2025-02-04 span"),
            ("正月初一至正月十五", "2025-01-29 2025-02-12 span"),
            ("腊月二十三至正月初六", "2025-01-22 2025-02-03 span"),
            ("大年初一至初三", "2025-01-29 2025-01-31 span"),
            ("除夕至正月初六", "2025-01-28 2025-02-03 span"),
            ("2024年正月初一", "2024-02-10 2024-02-10 day"),
            ("2024年腊月二十八", "2024-02-07 2024-02-07 day"),
            ("农历腊月二十三", "2025-01-22 2025-01-22 day"),
            ("大年初二", "2025-01-30 2025-01-30 day"),
        ),
        ("初一到初三", "除夕", "正月里", "大年初七以前"),
    ),
    Rule(
        "lunar",
        re.compile(
            rf"(?:农历|阴历|夏历|旧历)的?{MAYBE_YEAR}(?P<month>十[一二]?|[一二三四五六七八九正冬腊])月"
            "(?P<day>初[一二三四五六七八九十]|三十|[二廿]?十?[一二三四五六七八九]|[二廿]?十)?"
        ),
        _lunar,
        (
            ("农历五月初五", "2025-05-31 2025-05-31 day"),
            ("阴历二零二一年六月", "2021-07-10 2021-08-07 span"),
            ("农历五月廿三", "2025-06-18 2025-06-18 day"),
        ),
        ("五月初五", "农历新年"),
    ),
    Rule(
        "last_lunar_day",
        re.compile(rf"{MAYBE_YEAR}大年三十"),
        _last_day,
        (("2023年大年三十", "2024-02-09 2024-02-09 day"),),
        ("三十", "大年初一"),
    ),
)
