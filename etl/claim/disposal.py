"""将 in the sense of 把: what something is done to is no more to come than anything else that is told.

国家将新建188座 is to come; 洪水将4层楼房冲毁, 消防人员将三人救出 are done.
"""

from __future__ import annotations

import re
from typing import Final

from etl.claim.phrase import words_of
from etl.lexicon.predicates import PREDICATES
from etl.model import NumberMention

# 将312万名职工纳入统筹: 将 is 把.
_HANDLED: Final = re.compile(
    r"[^。；]{0,32}(?:架到|吊到|运到|运往|运抵|转化为|纳入|列入|列为|作为|下拨|拨付|划拨|发放|汇入|存入|划入|划定|划归|吊装|旋转|整合|归并|合并|用于|转移|送往|送到|交给|改造|分为|调整为|评为|认定为|转化)"
)


# 近日将3万套影片送到30个县: 将 is 把 and its verb is done with.
_HANDED: Final = re.compile(
    r"(?:近日|日前|已经?|昨[天日]|先后)(?:(?!预计|计划)[^。；]){0,24}将[^，。；将]{2,24}(?:送到|送往|送给|运往|运到|运抵|转移[到至]|分发给|捐给|交给|分为|改为|[列纳]入|移交)[^，。；]{0,10}$"
)
# 成功将搭载的7颗卫星送入轨道
_PUT_WELL: Final = re.compile("(?:成功|顺利|及时|一举)将[^，。；将]{0,16}$")
# 汹涌的洪水将当地一户村民的4层楼房冲毁, 飞行员只好将四枚炸弹投向海里: a noun right behind 将 is what its verb is done
# to; 将人工移栽450万株, 将各派5名 tell what is to be, and what is brought to a number (将税率降至15%) is to come.
_PUT: Final = re.compile("将(?!近)([^，。；将]{2,30})$")
_PUT_TO: Final = re.compile("[到至为于达]|[增减缩延升降]|[提调]高|[上下]调|[扩加]大|压缩")
_THINGS: Final = frozenset({"n", "ns", "nr", "nt", "nz", "r", "s", "m", "x", "j"})
_NO_THINGS: Final = re.compile(
    "各派|各[自设有]|每[年月天周日]|首次|再次|多次|第[一二三]次|重点|人工|惠及|新建|高达|沿|全面|全部|分别|[先前]后|一共|一并|奉|[耗历用]时|持续|助力|试点|替代|[“《]?十[三四五]五"
)


def _is_put(left: str, right: str) -> bool:
    """Whether 将 before the number is 把, and the number stands in what something is done to."""
    put = _PUT.search(left) if "将" in left else None
    if put is None or _PUT_TO.search(put[1]) or _NO_THINGS.match(put[1]):
        return False
    first = words_of(put[1] + right[:4], 0, len(put[1]) + 4, ())[0]
    return first.tag in _THINGS and first.text not in PREDICATES


# 消防人员将三人救出: right behind 将 a number of things can only be what the verb after it does something to. What is
# decided or counted on, and what is brought to another number, may still be to come.
_PUT_NUMBER: Final = re.compile("(?<!即)将(?:这|该|约|其中的?|部分|全部|原有的?|现有的?)?$")
_PLANNED: Final = re.compile(
    "决定|计划|宣布|建议|拟|打算|力争|争取|要求|同意|提请|投产|建成|下调后|届时|明[年天]|未来|今后|可(?:以)?将|[一二三四五六七]是将"
)
_MOVED_TO: Final = re.compile("[^，。；]{0,12}(?:[增减缩延升降调]|提高|扩大|压缩)[^，。；]{0,4}[到至为]")
_GOODS: Final = frozenset({"count", "money", "mass", "area", "volume", "length"})
_TIMES: Final = frozenset({"次", "场", "遍", "届", "轮", "度", "倍"})
_PUT_FIRST: Final = re.compile(r"将(?:全[国省市县区]|部分|全部|其中的?|共|约|近)?$|将一[^，。；将]{0,12}$")


def _is_of_things(number: NumberMention) -> bool:
    """Whether the number counts or weighs things, and no 超过 or 突破 stands between it and 将."""
    return number.dimension in _GOODS and number.unit not in _TIMES and number.start == number.outer_start


# 将交货周期缩短了17天: 了 tells that it is done.
_BROUGHT: Final = re.compile(
    "(?<!即)将[^，。；将]{2,24}(?:缩短|提[高升]|降低|减少|增加|扩大|压缩|提前|拉长|延长|节约|节省|削减)了(?:约|近|超过?|整整)?$"
)


_ALREADY: Final = re.compile("已(?:经)?将[^，。；]{0,36}$")  # 已将做法推广到4个县


def is_object(number: NumberMention, left: str, right: str, future: bool) -> bool:
    """Whether 将 right before the number only puts it in front of its verb."""
    if _BROUGHT.search(left) is not None or _ALREADY.search(left) is not None:
        return True
    if _HANDED.search(left) is not None or _PUT_WELL.search(left) is not None or _is_put(left, right):
        return True
    if not future and _is_of_things(number) and _PUT_NUMBER.search(left) is not None:
        return not _PLANNED.search(left) and not _MOVED_TO.match(right)
    return _PUT_FIRST.search(left) is not None and _HANDLED.match(right) is not None
