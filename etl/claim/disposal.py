"""将 in the sense of 把: what something is done to is no more to come than anything else that is told.

国家将新建188座 is to come; 洪水将4层楼房冲毁, 消防人员将三人救出 are done.
"""

from __future__ import annotations

import re
from typing import Final

from etl.claim.phrase import words_of
from etl.lexicon.predicates import PREDICATES
from etl.model import NumberMention
from etl.sieve import Sieved

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

# 央行将基准利率由10%上调至17%, 医院将病床增加到500张: what somebody brings to a number is there, unless it is decided,
# planned, or in force from a day on; 将利率降至5%, where nobody is said to do it, is an item of what was decided.
_BRINGS: Final = (
    "(?:缩短|提[高升]|降低?|减少?|[增追]加|增|[扩加]大|[扩拓]展|扩[充容]|压[缩减]|延长|[上下]调|调[高低整]?|升级?|缩减?|分割?|划分|细分|分解|定)"
    "[^，。；0-9将]{0,4}[到至为成]了?(?:每[^，。；0-9]{1,3})?(?:约|近|超过?|至少)?$"
)
_BROUGHT_TO: Final = re.compile(
    f"(?<=[^，。；：:是])(?<!即)(?<!必)将(?P<put>(?![0-9])[^，。；将把使让]{{2,40}}?){_BRINGS}"
    f"|，将(?P<then>(?![0-9])[^，。；将把使让]{{2,24}}[由从][^，。；将]{{1,24}}?){_BRINGS}"
)
_MEANT: Final = Sieved(
    "决定|确定|明确|宣布|计划|规[划定]|拟(?!合)|力争|争取|目标|提[出议]|承诺|同意|商定|约定|达成|协[议定]|致力|坚持|应|须|需|要(?!素|闻|塞)|方案"
    "|草案|法[案律]|条例|办法|意见|通知|措施|举措|政策|标准|建议|呼吁|未来|今后|[明后]年|届时|将[于在]|希望|打算|准备|考虑|可|能|预[计测期]|有望|愿"
    "|[一二三四五六七八九]是|[日月天号]起|今起|[日月年天]开始|后，?[^，。；]{0,4}$|会议|政府工作报告|一旦|如果"
)
_DECREED: Final = Sieved("税|费率")  # 有关部门将关税税率下调至5%: in force from a day to come
_MEANS: Final = ("平均", "最高", "最低")
_BRINGING: Final = 48  # characters
_SAID: Final = 120


def is_brought(text: str, opening: int, start: int) -> bool:
    """Whether 将 between ``opening`` and ``start`` puts before its verb what has been brought to the number there."""
    brought = _BROUGHT_TO.search(text, max(opening, start - _BRINGING), start)
    if brought is None or _MEANT.search(text, max(0, brought.start() - _SAID), brought.start()):
        return False
    put = brought["put"] or brought["then"]
    if _DECREED.search(put):
        return False
    first = words_of(put, 0, len(put), ())[0]
    thing = first.tag in _THINGS and first.text not in PREDICATES and not _NO_THINGS.match(put)
    return thing or put.startswith(_MEANS)


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
