"""What is told of a year that is not over: what is out or has happened all the same, and what is set for it."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.timing import Timing
from etl.model import NumberMention
from etl.sieve import Sieved

# 财政部近日下达2020年补助资金80亿元: what is handed out, whatever year it is for, is out.
_HANDED_OUT: Final = Sieved("(?:(?<!提前)下达|拨付|下拨|预拨|(?:近日|日前|已|昨天|昨日)安排)[^。；]{0,40}$")
# 补助标准由2015年的380元增长到2020年的|550元|: as much it is by now.
_BY_THIS_YEAR: Final = Sieved("(?:从|由)[^。；]{2,40}(?:到|至)(?:20[0-9]{2}年|今年)的(?:人均|每人)?$")
# 2020年服贸会举行5场发布仪式, 2018年春联征集活动落下帷幕，220副入选: an event of the year that has been.
_HAPPENED: Final = re.compile(
    "落下?帷幕|落幕|拉开[^，。；]{0,4}帷幕|[开闭]幕|举行|举办|召开|开[班赛]|当选|获得|获奖|荣获|授予|获此|揭晓|推选|评选出|入选|入围|中标"
    "|毕业生|考生|参加|参赛|参展|来自|吸引|迎来|破获|查[处获]|抓获|显示|排名|[位名]列|走进|到场|先后|累计|(?<!公)共(?![同和享建产])|达成|打破"
)
_SET: Final = Sieved(
    "将(?!近|20[0-9]{2}年)|今后|未来(?=[0-9一二两三五十几])|会议决定|名额|计划|拟(?!合)|(?<![需主重必只都就若如不还])要(?![求闻点素么是])|力争|争取|目标|任务|提出|规划|方案|通知|明确|预算|限额|预[计期]"
    "|草案|安排|招[募聘收]|增选|部署|确定"
)
_BUDGET: Final = re.compile("预算|安排|补[助贴]|资金|经费|支出|预期|目标|^其中|^另外")
_SEEN: Final = frozenset({"家", "户", "所", "支", "名", "位", "座", "项", "个"})
_THINGS: Final = frozenset({"count", "duration", "age", "length", "speed", "temperature"})


def is_out(text: str, number: NumberMention, timing: Timing, printed: bool, early: bool) -> bool:
    """Whether a number that nothing but an unfinished year dates is told of as a fact.

    ``printed`` tells that the sentence prints the year, ``early`` that it has only just begun.
    """
    start = number.outer_start
    if _HANDED_OUT.search(text, 0, start) or _BY_THIS_YEAR.search(text, 0, start):
        return True
    if timing.kind != "year":
        return False
    if not printed:  # a year that another sentence named is no plan of what people do and things are like
        return not is_set(text, start) and (number.dimension in _THINGS or _BUDGET.search(text) is None)
    if number.dimension not in _THINGS or is_set(text, start):
        return False
    counted = number.dimension != "count" or number.unit in _SEEN  # but 市场规模达到3000万辆 in August
    return (counted and not early) or _HAPPENED.search(text) is not None


def is_set(text: str, start: int) -> bool:
    """Whether the sentence says before ``start`` that something is planned, ordered or counted on."""
    return _SET.search(text, 0, start) is not None
