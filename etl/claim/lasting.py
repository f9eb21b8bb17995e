"""Which of a sentence's times go on to govern the next sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from etl.characters import normalise
from etl.claim.announcement import is_occasion
from etl.claim.base import BasePhrase
from etl.claim.discourse import Discourse
from etl.claim.eligible import is_founding, is_of_age, is_surpassed
from etl.claim.markup import Markup
from etl.claim.old_days import is_of_record
from etl.model import PeriodMention

PASSING = frozenset({"ago", "half_year_ago", "decade", "decades", "within_length", "within_year", "years_after"})
"""Rules whose times date their own sentence alone: 三个月前, 上世纪80年代, 力争三年内."""
# 市长在今年全国两会上说, 做好今年各项工作, 今年是决胜之年: a year that is spoken of dates no later sentence.
_MEETING: Final = re.compile(
    "(?:的)?(?:全国)?(?:两会|人代会)|的?各?项?工作(?![^，。；]{0,2}报告)|[《]?政府工作报告|中央一号文件|的?(?:高考|春晚)"
    "|又?是[^，。；]{0,24}(?:之年|元年|最后一年|第[一二三四五六七八九十]年)"
)
OPENING: Final = 12  # characters: a plan named farther in is spoken of, it dates nothing after its sentence
SINCE_YEAR: Final = re.compile("[0-9]{4}年起")
_PART: Final = ("其中", "其中，")
_ERA: Final = 12 * 365  # days


def lasting_of(
    markup: Markup,
    periods: Sequence[PeriodMention],
    bases: Sequence[BasePhrase],
    discourse: Discourse,
    issue_date: date,
) -> list[PeriodMention]:
    """Those of the governing times of a sentence that its next sentence may take over."""
    return [
        p
        for p in periods
        if not any(base.goes_on_to(markup.text, p) for base in bases)
        and _lasts(markup, p, discourse, issue_date)
        and not (p.rule in _SEASONS and _holds_day_before(p, periods))
        and not _opens_streak(p, markup)
    ]


def _opens_streak(period: PeriodMention, markup: Markup) -> bool:
    """从7月份开始，增幅连续3个月保持在1.8%: with what a streak begins dates the streak alone."""
    opens = period.text.startswith(("从", "自"))
    return opens and any(p.role == "streak" and p.start >= period.end for p in markup.periods)


_SEASONS: Final = frozenset({"spring_rush", "holiday"})


def _holds_day_before(season: PeriodMention, periods: Sequence[PeriodMention]) -> bool:
    """2月13日，客运量1293万人次，今年春运单日首次超…: a day of the season was told, and goes on."""
    first, last = season.date_start, season.date_end
    if first is None or last is None or first == last:
        return False
    days = (p.date_start for p in periods if p.kind == "day" and p.end <= season.start)
    return any(day is not None and first <= day <= last for day in days)


def _lasts(markup: Markup, period: PeriodMention, discourse: Discourse, issue_date: date) -> bool:
    """Whether a time goes on to govern the next sentence.

    目前 and 2022年以来 do not, 今年以来 does; nor does 8月 in 高于7月1%和8月2.7%的增速.
    """
    text = markup.text
    if is_era(period) or period.rule in PASSING or is_of_age(text, period):
        return False
    if text.endswith(_PART, 0, period.start) or is_surpassed(text, period) or is_of_record(text, period):
        return False  # 一季度增长9%，其中3月份增长8%; 已超2020年的1503亿元
    if SINCE_YEAR.fullmatch(normalise(period.text)):
        return False
    if (period.role == "deadline" or period.rule == "future_length") and _is_of_this_year(discourse, issue_date):
        return False
    if (
        period.opens_change(text)
        or is_occasion(markup, period)
        or is_founding(markup, period)
        or (period.kind == "year" and _MEETING.match(text, period.end))
    ):
        return False
    if period.role == "plan" and period.start > OPENING and not discourse.topics:
        return False
    new_year = period.date_start == date(issue_date.year, 1, 1)
    return new_year or (not is_now(period, issue_date) and period.role != "since")


def is_era(period: PeriodMention) -> bool:
    """21世纪, 改革开放以来: too long to date anything but its own sentence."""
    start, end = period.date_start, period.date_end
    return start is not None and end is not None and (end - start).days > _ERA


def is_now(period: PeriodMention, issue_date: date) -> bool:
    """目前, 至今: the day of issue; not 截至目前, which goes on."""
    return period.kind == "instant" and period.date_end == issue_date and "截" not in period.text


def _is_of_this_year(discourse: Discourse, issue_date: date) -> bool:
    """Whether the section is about the year of the issue: 今后三年再支持5000所 is an item of its list."""
    section = discourse.section_timing
    return section is not None and section.kind == "year" and section.end.year == issue_date.year
