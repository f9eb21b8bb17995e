"""What of the amount just told falls on each day, month, head or household: 发送旅客320万人次，|日均|40万人次."""

from __future__ import annotations

from typing import Final

from etl.claim.discourse import Discourse
from etl.claim.place import Place
from etl.claim.topic import Topic
from etl.model import NumberMention
from etl.sieve import Sieved

_ADDS_UP: Final = frozenset({"flow", "stock", "capacity", "count", ""})
_APIECE: Final = Sieved(
    "[，、]?(?:其中|折合|平均)?(日均|周均|月均|人均|户均|亩均|平均每[天日月人户亩]|每[天日月]平均)(?:达到?|为|是|则|也|约|近|超过?|计){0,2}"
    "(?P<done>加工|生产|发电|接待|发送|运送|运输|销售|处理|消费|成交|投递|揽收)?(?:约|近|超过?|达到?|[客旅]{1,2}){0,2}"
)
_EVERY: Final = {"天": "日均", "日": "日均", "月": "月均", "人": "人均", "户": "户均", "亩": "亩均"}


def apiece(place: Place, number: NumberMention, discourse: Discourse) -> Topic | None:
    """The topic of a number that only 日均 stands before: the statistic told last, so divided; None for all others.

    Its unit has to be that of what was told last: 茶叶总产值12亿元，|户均|6万元.
    """
    if not discourse.topics or number.form != "quantity" or discourse.unit != number.unit:
        return None
    printed = _APIECE.fullmatch(place.markup.text, place.start, place.head)
    last = discourse.topics[-1]
    if printed is None or last.indicator is None or last.nature not in _ADDS_UP:
        return None
    done = printed.group("done")
    if done is not None and done not in f"{last.indicator}{last.indicator_text}":
        return None
    words = printed.group(1)
    share = words if words.endswith("均") and len(words) == len("日均") else _EVERY[words.strip("平均每")]
    return last.inherited()._replace(indicator=_divided(share, last.indicator), indicator_text=None)


def _divided(share: str, name: str) -> str:
    """The name of the figure of one part: 日均|客运量, 人均|产值 of 总产值."""
    return name if name.startswith(share) else f"{share}{name.removeprefix('总')}"
