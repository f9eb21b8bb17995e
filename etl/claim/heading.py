"""What a heading says of the section below it: its time, and whether all of it is still to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from etl.claim.following import TONIGHT
from etl.claim.markup import Markup
from etl.claim.timing import Timing, governing, nearest, timing_of
from etl.model import PeriodMention
from etl.sieve import Sieved

# The heads of a report's parts; those of its sections, （一）…, leave it as it is.
_TOP_HEAD: Final = re.compile(r"(?:第?[一二三四五六七八九十]{1,3}(?:、|部分))")
_TO_DO: Final = re.compile(
    r"工作(?:安排|部署|打算|重点|建议|思路|任务)|重点(?:工作|任务)|(?:主要|目标|发展|预期)(?:目标|任务)|(?:下一步|今后|明年|今年)[^，。]{0,6}工作|总体要求"
)
_LOOKS_BACK: Final = re.compile("回顾|总结|成就|完成情况|进展")
_OUTLINE: Final = re.compile("纲要|[^，。；]{0,6}(?:规划|纲要|主要目标)")  # 第十二个五年规划纲要 is all to come
# （2011年9月6日）, the day of a speech.
_CLOSES: Final = re.compile(r"[^()]{0,12}[)]|$")
# 某国的对外贸易　国务院新闻办公室（2011年12月）: a white paper is of many years, and when it came out dates nothing.
_IMPRINT: Final = re.compile("国务院新闻办公室")
_ALSO: Final = re.compile("[及和与、]")
_REPORT: Final = Sieved("[0-9]年[^，。]{0,16}工作报告")
_UNDATED: Final = re.compile(
    "(?:[一-鿿]{0,4}版)?(?:[一-鿿]{1,8}[省市县区州盟旗])?(?:人民)?政府工作报告(?:[—(（]|(?:摘要|摘登|全文|解读)|$)"
)
# ——2025年1月15日|在市人民代表大会会议上: the day of a speech
_SPOKEN: Final = Sieved("在[^，。；]{2,40}(?:会议|大会|论坛|仪式|座谈会|全会)上")
REPORTS: Final = 4
"""The last month in which such reports are printed."""


def heads_report(text: str) -> bool:
    """Whether a heading is that of a government's yearly report and prints no year.

    >>> heads_report("极简版政府工作报告"), heads_report("代表热议政府工作报告")
    (True, False)
    """
    return _UNDATED.match(text) is not None


def heads_what_is_ahead(text: str) -> bool | None:
    """Whether a heading says that what stands below it is to be done; None where it says nothing of that.

    >>> heads_what_is_ahead("二、2026年工作安排"), heads_what_is_ahead("一、工作回顾"), heads_what_is_ahead("增收有道")
    (True, False, None)
    """
    if not (_TOP_HEAD.match(text) or _TO_DO.search(text)):
        return None
    return _TO_DO.search(text) is not None and _LOOKS_BACK.search(text) is None


def times_of_head(markup: Markup) -> list[PeriodMention]:
    """The times of a heading that may govern its section, left to right; not the day of a speech, not tonight's."""
    found = governing(markup, (), (), named=True)
    return [p for p in found if p.kind != "day" or not (_is_of_speech(markup.text, p) or p.text in TONIGHT)]


def _is_of_speech(text: str, period: PeriodMention) -> bool:
    return _CLOSES.match(text, period.end) is not None or _SPOKEN.match(text, period.end) is not None


def governs_section(markup: Markup, periods: Sequence[PeriodMention], issue_date: date) -> tuple[Timing, bool] | None:
    """The time of the section below a heading that prints ``periods``, and whether it is an outline of what is to come.

    A plan goes before a year, unless the year is named first: 2025年及“十四五”时期工作回顾. None where nothing governs.
    """
    text = markup.text
    if _IMPRINT.search(text):
        return None
    plans = [period for period in periods if period.role == "plan"]
    found = plans[0] if plans else nearest(markup, periods, len(text))
    if plans and periods[0].kind == "year" and _ALSO.fullmatch(text, periods[0].end, plans[0].start):
        found = periods[0]
    timing = timing_of(found) if found else None
    if timing is None and issue_date.month <= REPORTS and heads_report(text):
        year = issue_date.year - 1
        return Timing(date(year, 1, 1), date(year, 12, 31), "year", ""), False
    if timing is not None and timing.kind == "year" and _is_report_of_year(text, timing, issue_date):
        timing = timing.in_year(timing.start.year - 1)
    if timing is None or timing.start > issue_date:
        return None
    return timing, bool(plans) and timing.end > issue_date and _OUTLINE.match(text, plans[0].end - 2) is not None


def _is_report_of_year(text: str, timing: Timing, issue_date: date) -> bool:
    """2025年政府工作报告, read in January to April, tells first of the year that is over."""
    named = timing.start.year == issue_date.year and issue_date.month <= REPORTS
    return named and _REPORT.search(text) is not None and _TO_DO.search(text) is None


# 2025年主要预期目标：…, 今年要建设…: from here on the report tells what is to be done.
_PLANS: Final = re.compile("目标|预期|将|要(?!素|求)|力争|计划|安排|拟(?!合)|重点|部署|确保")
_DONE: Final = re.compile("已|同比|以来|[0-9]月|截至")


def turns_to_plans(text: str, found: PeriodMention, spoken: Timing | None, issue_date: date) -> bool:
    """Whether a sentence turns a report from the year that is over, ``spoken`` of so far, to what this one is to bring.

    ``found`` is the time that the sentence leaves to those after it.
    """
    begun = found.kind == "year" and found.start == 0 and found.date_start == date(issue_date.year, 1, 1)
    if not begun or issue_date.month > REPORTS or spoken is None or spoken.kind != "year":
        return False
    return spoken.end.year == issue_date.year - 1 and _PLANS.search(text) is not None and _DONE.search(text) is None
