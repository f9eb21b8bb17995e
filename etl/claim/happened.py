"""The time of what is told as a fact: none that is still to come, and no more of a time under way than is over."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from etl.claim.timing import Timing
from etl.model import NumberMention

_YEARS_ON: Final = re.compile("年半?(?:之|以)?[后後]$")
# 3月26日至29日举行。本届年会共设置73场活动: the event that was told of.
_THIS_EVENT: Final = re.compile("(?:本|此|这)[届次](?!性)")
# 今年安排100亿元, 今年，省里决定投入30亿元: what is set apart or resolved is for the whole year.
_BUDGETED: Final = re.compile(
    "今年，?(?:(?!已|以来|前|上半年|[0-9])[^，。；]){0,14}"
    "(?:安排|预算|(?<![按比成现原])计划(?![外内单列生])|谋划|拟(?!合)|需要?|决定)(?:(?!已|累计)[^。；]){0,40}$"
)
# 今年有765万高校毕业生, 今年高校毕业生727万: a year has one lot of them.
_GRADUATES: Final = re.compile("今年[^。；]{0,40}毕业生[^，。；]{0,8}$")
_OF_GRADUATES: Final = re.compile("(?:全国|普通|高校|大学|中职|高职|应届|本科|专科|大专){1,3}毕业生")
# 今年早稻总产量2729万吨, 今年的粮食总产稳定在6亿吨: so has it one crop.
_CROP: Final = re.compile(
    "今年[^。；]{0,12}(?:粮|稻|麦|玉米|棉花?|油菜籽?|大豆|薯类?|甘蔗|糖料|水果|苹果|茶叶)(?:食|作物)?[^，。；0-9]{0,6}(?:产量|总产|单产|亩产|增产|播种面积|种植面积|丰收)"
    "(?:(?!上半年)[^。；])*$"
)
_EXISTING: Final = ("现有", "现有的")  # “十五五”时期，管理好现有|4个试验区: so many there are now
_EVENT_DAYS: Final = 40
_NEAR: Final = 16  # characters
_REACH: Final = 300  # characters: what a longer sentence says before is of other numbers


def said_around(text: str, number: NumberMention) -> tuple[str, str]:
    """What a sentence says before a number, and what stands right behind it."""
    return text[max(0, number.start - _REACH) : number.start], text[number.outer_end : number.outer_end + _NEAR]


def _is_of_the_year(text: str, after: str) -> bool:
    """Whether what is told of 今年 is of all of it, though the year is not over."""
    if _BUDGETED.search(text) or _GRADUATES.search(text) or _CROP.search(text):
        return True
    return "今年" in text and _OF_GRADUATES.match(after) is not None


def as_fact(timing: Timing, printed: bool, text: str, after: str, issue_date: date) -> Timing | None:
    """The time of a figure that is told as a fact; None where its words leave it without one.

    ``printed`` tells that the time stands in the sentence itself, ``text`` is what the sentence says before it,
    ``after`` what stands right behind it.

    今年 runs to the day of issue, but what is budgeted or planned for it has all of it, and so have its crops;
    截至9月下旬 runs no farther, either.
    12月10日将通水。干线全长1467公里: what an earlier sentence told of a day to come does not date what is so.
    一年后，电影上映，2亿人观看 is counted from a day that nobody can tell.
    """
    if timing.text.startswith("今年"):
        return timing if _is_of_the_year(text, after) else timing.until(issue_date)
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
