"""What is traded: 进口|消费品|增长12.7%, 出口|机电产品|增长8%."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.place import Place
from etl.claim.society import of_society
from etl.claim.topic import COUNTRY, Topic, described, within
from etl.lexicon.indicators import Indicator
from etl.lexicon.regions import find_regions
from etl.lexicon.terms import Found

_GOODS: Final = re.compile(
    "[一-鿿]{1,9}?(?P<kind>产品|商品|消费品|设备|元器件|原材料|)(?=(?:同比|环比)?(?:实际)?(?:增长|下降|上升|下滑|增加|减少))"
)

TRADED_AT: Final = frozenset({"进口价格", "出口价格"})
"""What goods are traded at; that of the clause after 铁矿砂进口2.1亿吨 is of the same goods."""


_PRICES: Final = frozenset({"价格", "平均价格"})
_MADE: Final = frozenset({"产量", "销量", "销售量", "播种面积", "种植面积", "单产", "产值", "销售额", "成交量"})


def sold_at(topic: Topic, last: Topic) -> bool:
    """进口2亿吨，|均价|2元, 大蒜产量3万吨，|售价|8元: whether a bare price is of what was told to be traded or made."""
    made = topic.indicator in _PRICES and last.indicator in _MADE and not (last.subject or "全").startswith("全")
    return made or (topic.indicator in TRADED_AT and last.category == "trade")


def of_goods(place: Place, topic: Topic, hit: Found[Indicator]) -> Topic:
    """进口|消费品|增长12.7%, 我国出口|机电产品|增长8%: what is traded, unless a firm or a place trades it."""
    markup = place.markup
    goods = _GOODS.match(markup.text, hit.end, place.head) if hit.text in ("进口", "出口") else None
    if goods is None or (topic.own_subject and topic.subject not in COUNTRY):
        return topic
    named = bool(within(markup.sectors, *goods.span())) or bool(within(markup.products, *goods.span()))
    if not goods.group("kind") and not named:
        return topic
    text = markup.sentence.text[goods.start() : goods.end()]
    return described(markup, topic._replace(subject=text, own_subject=True), *goods.span())


_SERVICES: Final = "服务"
_TOWNS: Final = "城镇"
_PARTNERS: Final = ("国家", "地区", "经济体")


def is_of_all(topic: Topic, last: Topic) -> bool:
    """机电产品出口增长3%，|服务贸易|增长7%; 失业率5%，|全社会研发投入|增长9%: of none whose figure went before."""
    printed, before = topic.indicator_text or "", last.subject or ""
    if of_society(topic):
        return True
    if printed.startswith(_SERVICES) and topic.category == "trade":
        partner = before.endswith(_PARTNERS) or any(place.end == len(before) for place in find_regions(before))
        return _SERVICES not in before and not partner
    named = before == _TOWNS and (last.indicator or "").startswith(_TOWNS)
    return named and topic.category != last.category


_TELL_OF_FIRMS: Final = frozenset({"industry", "enterprises", "general", "trade"})


def is_trade_of(topic: Topic, last: Topic) -> bool:
    """家电行业营业收入1万亿元。出口额|412亿美元: an industry whose turnover is told has its own trade."""
    plain = topic.category == "trade" and not (topic.indicator_text or "").startswith(("货物", "外贸", "对外"))
    return (
        plain
        and last.category in _TELL_OF_FIRMS
        and bool(last.sector)
        and (last.subject or "").endswith(("行业", "产业"))
    )
