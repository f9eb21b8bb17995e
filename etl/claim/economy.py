"""The growth of the whole economy, which is that of the gross domestic product."""

from __future__ import annotations

from typing import Final

from etl.claim.cue import Cue
from etl.claim.place import Place, subject_spans
from etl.claim.topic import Topic, with_indicator, with_subject
from etl.lexicon.indicators import INDICATORS, Indicator
from etl.lexicon.regions import REGIONS
from etl.lexicon.terms import Found
from etl.model import NumberMention
from etl.sieve import Sieved

GDP: Final = "国内生产总值"
_FOREIGN: Final = frozenset({"country", "bloc"})
_OF_PLACE: Final = "地区生产总值"
_HOME: Final = "中国"
_TOWNS: Final = "城镇"
_ABROAD: Final = {"城镇调查失业率": "失业率", "城镇新增就业": "新增就业"}
_LEVELS: Final = frozenset({"province", "prefecture", "county", "new_area"})
_WORD: Final = "经济"
# 经济保持5%左右的增速; 数字经济, 民营经济 are kinds of it.
_GROWS: Final = Sieved(
    "(?<![数字民营国有实体县域夜间绿色循环平台低空海洋银发]{2})经济"
    "(?=(?:运行|总体|继续|仍|又|也|将|预计|有望|平均|年均|实际|[0-9年季度月全—]){0,4}"
    "(?:保持|实现|增长|增速|增幅|下滑|萎缩|衰退))"
)


def economy_before(place: Place, cue: Cue | None) -> Found[Indicator] | None:
    """高于全年|经济|7.8%的增速: the economy right before its growth."""
    start = place.head - len(_WORD)
    grown = cue is not None and cue.measure == "growth" and start >= place.start
    return _found(start) if grown and place.markup.text.startswith(_WORD, start) else None


def whole_economy(place: Place, number: NumberMention, region: str | None) -> Topic | None:
    """今年以来|经济|保持5%左右的增速: the topic of the economy of a place, or of the ``region`` spoken of."""
    grows = _GROWS.search(place.markup.text, place.start, place.head) if number.form == "percent" else None
    if grows is None:
        return None
    topic = with_indicator(place.markup, Topic(), _found(grows.start()))
    for start, stop in subject_spans(place, grows.start()):
        topic = topic if topic.own_subject else with_subject(place.markup, topic, start, stop)
    return topic if topic.own_subject else topic._replace(region=region)


def _found(start: int) -> Found[Indicator]:
    return Found(start, start + len(_WORD), _WORD, INDICATORS[GDP])


def regional(topic: Topic) -> Topic:
    """湖北省|经济总量: the product of a division of the country; what is printed as 国内生产总值 stays so.

    美国|失业率: what is told of towns alone at home is told of the whole of another country.
    """
    if _ABROAD.get(topic.indicator or "") and topic.region != _HOME and _is_abroad(topic):
        return topic._replace(indicator=_ABROAD[topic.indicator or ""])
    name, region = topic.indicator or "", REGIONS.get(topic.region or "")
    if region is None or region.level not in _LEVELS or not name.endswith(GDP) or GDP in (topic.indicator_text or ""):
        return topic
    return topic._replace(indicator=name.replace(GDP, _OF_PLACE))


def _is_abroad(topic: Topic) -> bool:
    region = REGIONS.get(topic.region or "")
    return region is not None and region.level in _FOREIGN and _TOWNS not in (topic.indicator_text or "")
