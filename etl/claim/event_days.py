"""The days of an event whose length its sentence prints: 为期7天的书展今天闭幕，进场140万人次."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from etl.claim.markup import Markup
from etl.claim.timing import Timing
from etl.model import NumberMention, PeriodMention

_LASTS: Final = ("为期", "历时", "持续", "会期", "展期", "赛期")
_CLOSED: Final = re.compile("闭幕|落幕|收官|落下帷幕|圆满结束")
_OPENED: Final = re.compile("开幕|启幕|揭幕|开赛|拉开帷幕|拉开大幕|开展|启动|开始")
_RESULTS: Final = re.compile(
    "累计|(?<!公)共(?![同和享建产])|总|成交|签约|签订|签署|进场|接待|吸引|销售|决出|产生|举[办行]|达成"
)
_TO_COME: Final = re.compile("将(?:会|陆续|先后)?(?:举|有|展|开展|推|组织|吸引|邀请|安排|进行|集中|围绕)|预计|有望")
_LONGEST: Final = 40  # days


def days_of_event(markup: Markup, found: PeriodMention, number: NumberMention) -> Timing | None:
    """The days from the first of an event to its last, where ``number`` is of all of them; None else.

    ``found`` is the day that governs the number: of a closing, with what came of the event, or of an opening, with
    what is still to come of it. What is there on the day of the opening is of that day.
    """
    day = found.date_end
    length = _length(markup, number)
    if day is None or found.kind != "day" or length is None:
        return None
    more = timedelta(days=length - 1)
    head = markup.text[found.end : number.outer_start]
    if _CLOSED.search(markup.text, found.end) and _RESULTS.search(head):
        return Timing(day - more, day, "span", found.text, found.role)
    if _OPENED.search(markup.text, found.end, number.start) and _TO_COME.search(head):
        return Timing(day, day + more, "span", found.text, found.role)
    return None


def _length(markup: Markup, number: NumberMention) -> int | None:
    """How many days the event of the sentence lasts, by another number of it."""
    for each in markup.numbers:
        if each is not number and each.unit == "天" and markup.text.endswith(_LASTS, 0, each.outer_start):
            return int(each.value) if 1 < each.value <= _LONGEST else None
    return None
