"""Days that a sentence names beside the one that it tells of: when a disaster struck, when a record was set."""

from __future__ import annotations

import re
from typing import Final

from etl.model import PeriodMention
from etl.sieve import Sieved

_BEFALLEN: Final = re.compile(
    "[^，。；0-9]{0,4}?(?:发生|爆发|登陆)[^，。；]{0,24}"
    "(?:地震|强震|事故|火灾|山火|洪水|洪灾|爆炸|袭击|台风|泥石流|滑坡|灾害|坠机)"
)
# 列1998年有资料统计以来第1位, 自1951年我国有气象记录以来最高: since when it is known.
_ON_RECORD: Final = re.compile(
    r"[^，。；0-9]{0,6}?有[^，。；0-9]{0,12}(?:记录|记载|统计|资料|监测|观测|数据|测量)[^，。；0-9]{0,4}以来"
)
_RECORD_BROKEN: Final = Sieved("(?:打破|刷新|改写|超过|超越|平)了?[^，。；]{0,40}$")
_RECORD: Final = Sieved("[^，。；]{0,40}(?:[纪记]录|极值|峰值)")


def is_of_disaster(text: str, period: PeriodMention) -> bool:
    """截至16日，|9月30日|发生在该省的地震导致76人死亡: of the day to which they were counted, not of the disaster's."""
    if period.kind != "day" or text.find("截", 0, period.start) < 0:
        return False
    return _BEFALLEN.match(text, period.end) is not None


def is_of_record(text: str, period: PeriodMention) -> bool:
    """打破了|1963年8月4日|创下的纪录: when a record was set dates no later sentence."""
    return _RECORD.match(text, period.end) is not None and _RECORD_BROKEN.search(text, 0, period.start) is not None


def is_on_record(text: str, period: PeriodMention) -> bool:
    """Whether the mention is the year since which things are recorded: 1998年有资料统计以来."""
    return period.kind == "year" and _ON_RECORD.match(text, period.end) is not None
