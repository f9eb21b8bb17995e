"""The time of what is told as a fact: none that is still to come, and no more of a time under way than is over."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from etl.claim.timing import Timing

_YEARS_ON: Final = re.compile("年半?(?:之|以)?[后後]$")
# 3月26日至29日举行。本届年会共设置73场活动: the event that was told of.
_THIS_EVENT: Final = re.compile("(?:本|此|这)[届次](?!性)")
# 今年安排100亿元: what is set apart is for the whole year.
_BUDGETED: Final = re.compile(
    "今年(?:(?!已|以来|前|上半年|[0-9])[^，。；]){0,14}(?:安排|预算|(?<![按比成现原])计划(?![外内单列生]))"
    "(?:(?!已|累计)[^。；]){0,40}$"
)
_EXISTING: Final = ("现有", "现有的")  # “十五五”时期，管理好现有|4个试验区: so many there are now
_EVENT_DAYS: Final = 40
_REACH: Final = 300  # characters: what a longer sentence says before is of other numbers


def said_before(text: str, start: int) -> str:
    """What a sentence says before a number that begins at ``start``."""
    return text[max(0, start - _REACH) : start]


def as_fact(timing: Timing, printed: bool, text: str, issue_date: date) -> Timing | None:
    """The time of a figure that is told as a fact; None where its words leave it without one.

    ``printed`` tells that the time stands in the sentence itself, ``text`` is what the sentence says before it.

    今年 runs to the day of issue, but what is budgeted or planned for it has all of it; 截至9月下旬
    runs no farther, either.
    12月10日将通水。干线全长1467公里: what an earlier sentence told of a day to come does not date what is so.
    一年后，电影上映，2亿人观看 is counted from a day that nobody can tell.
    """
    if timing.text.startswith("今年"):
        return timing if _BUDGETED.search(text) else timing.until(issue_date)
    if timing.end > issue_date and text.endswith(_EXISTING):
        return Timing(issue_date, issue_date, "instant", timing.text, timing.role)
    begun = timing.start == issue_date and (timing.end - issue_date).days < _EVENT_DAYS  # 今明两天, but not 今后五年
    if timing.start < issue_date or timing.end <= issue_date or begun:
        return timing
    if timing.text.startswith("截"):
        instant = timing.kind == "instant"
        return Timing(issue_date, issue_date, "instant", timing.text, timing.role) if instant else timing
    if printed:
        return None if _YEARS_ON.search(timing.text) else timing
    short = (timing.end - timing.start).days < _EVENT_DAYS
    return timing if short and _THIS_EVENT.search(text) else None
