"""What a multiple or a fraction is of: another subject (是美国的3倍), another time (是2012年的1.5倍), or a thing."""

from __future__ import annotations

import re
from typing import Final

from etl.characters import normalise
from etl.claim.base import BASE, PEER, YOY, BasePhrase
from etl.claim.discourse import Discourse
from etl.claim.markup import Markup
from etl.claim.place import Place
from etl.claim.topic import Topic
from etl.sieve import Sieved

_OF: Final = Sieved(
    "(?:是|为|达到?|相当于|恢复[到至]|回升到|降[到至]|超过|超出|不[到足])(?P<whom>[^，；。是为]{1,20})的(?:将?近|约)?$"
)
_GOES_ON: Final = re.compile("[、，和]?(?P<whom>[^，；、。0-9]{2,14})的$")
# 全国平均水平, 东部地区, 传统品种: others of its kind; 一张纸, 索赔金额 are not.
_OTHERS: Final = re.compile(
    "平均(?:水平|值|数|增速|工资|价格)?$|均值$|(?:世界|国际|先进|国家)水平$"
    "|(?:[东中西]部|沿海|内陆|发达|发展中|其[他它]|周边)[^，；]{0,4}(?:地区|国家|省份|城市)$"
    "|(?:同类|同行|同型号|同尺寸|同规格|传统|普通|常规|一般|其[他它])[^，；]{1,8}$|(?:农村|城镇|城市)(?:居民|人口)?$"
)
_FORMER: Final = re.compile(
    "(?:^|[^目眼提])(?:原来|以前|过去|以往|之前|此前|当初|先前|从前)$|^[^，；]{1,8}(?:(?<![目眼])前|时)$|^“?(?:[六七八九]|十[一二三四五]?)五(?:时期|期间)?”?(?:$|[^，；]{0,4}$)"
)
_AT_THE_TIME: Final = ("目前", "当前", "现在", "如今", "当年", "当时", "同期", "同一", "当月", "当天")
_SAME_TIME: Final = re.compile("同期[一-鿿]{2,}")  # 同期全球贸易增速
_YEAR_PRINTED: Final = Sieved("[0-9]{4}年")


def multiple_of(place: Place, topic: Topic, discourse: Discourse) -> BasePhrase | None:
    """What the number of a ratio is a multiple of, where that is a time or another of its kind; None else."""
    markup = place.markup
    found = _OF.search(markup.text, place.start, place.head)
    if found is None:
        listed = discourse.measure == "ratio" and discourse.comparison == PEER
        found = _GOES_ON.match(markup.text, place.start, place.head) if listed else None
        return _phrase(found, PEER) if found is not None else None
    start, end = found.span("whom")
    named = [p for p in markup.periods if start <= p.start and p.end <= end and not p.text.startswith(_AT_THE_TIME)]
    if named:
        plain = _YEAR_PRINTED.match(normalise(named[0].text)) is None  # 2019年同期 is a base of its own
        year_before = plain and ("同" in found["whom"] or "上年" in named[0].text)
        return BasePhrase(start, end, found["whom"], named[0], YOY if year_before else BASE)
    if _FORMER.search(found["whom"]):
        return _phrase(found, BASE)
    times = place.numbers.numbers[0].form == "multiple"  # 费用为索赔金额的16.2% is of another thing
    same = [
        h for h in markup.indicators if times and start < h.start and h.end == end and h.entry.name == topic.indicator
    ]
    return _phrase(found, PEER) if same or _is_another(markup, found) else None


def _is_another(markup: Markup, found: re.Match[str]) -> bool:
    """Whether what a ratio is of is another of the same kind: a place or a river of its own, others on the average."""
    start, end = found.span("whom")
    if _OTHERS.search(found["whom"]) or _SAME_TIME.match(found["whom"]):
        return True
    placed = any(start <= r.start and (r.end == end or r.start == start) for r in markup.regions)
    return placed and not any(start < hit.start < end for hit in markup.indicators)


def _phrase(found: re.Match[str], comparison: str) -> BasePhrase:
    return BasePhrase(found.start("whom"), found.end("whom"), found["whom"], None, comparison)
