"""The last touches to a topic: which statistic and sector, whose region, and who is meant when nobody is named."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from etl.claim.base import BasePhrase
from etl.claim.discourse import Discourse
from etl.claim.markup import Clause, Markup
from etl.claim.region import CHINA, region_of, whole_of
from etl.claim.society import of_society
from etl.claim.statistic import QUALIFIES
from etl.claim.topic import Topic, within
from etl.claim.traded import TRADED_AT
from etl.lexicon.classes import find_classes
from etl.lexicon.regions import WHOLE

VALUE_ADDED: Final = "增加值"
_ENTERPRISES: Final = "enterprises"
_PRODUCTS: Final = frozenset({"国内生产总值", "地区生产总值"})
_SAID_AGAIN: Final = frozenset({"公司", "集团", "该公司", "该集团", "该企业", "该行", "这家公司", "这家企业"})
_SAME_INDUSTRY: Final = frozenset({"全行业", "该行业", "行业", "整个行业", "本行业"})
CONSUMER_PRICES: Final = "居民消费价格指数"
_CONSUMER: Final = "居民消费价格"  # of a part: 城市居民消费价格
_DEFLATED = frozenset({"services", "trade", "living", "investment"})  # value added and GDP grow in real terms anyway
_REAL: Final = re.compile(r"实际(?:同比)?(?:增长|下降)|扣除价格因素")
_PART: Final = re.compile(r"(?!全国|我国|居民)[一-鿿、]{1,14}")


def settled(markup: Markup, clause: Clause, topic: Topic, measure: str, discourse: Discourse) -> Topic:
    """The topic with its statistic and its sector.

    The growth of an industry that names no statistic is that of its value added.
    """
    if topic.indicator is None and topic.sector and measure in ("growth", "gap"):
        # 第一产业新设企业增长24%。第二产业|增长5%: of the firms that were counted
        last = discourse.topic
        of_firms = last.category == _ENTERPRISES and bool(last.sector) and last.indicator is not None
        name, category = (last.indicator, _ENTERPRISES) if of_firms else (VALUE_ADDED, "industry")
        topic = topic._replace(indicator=name, category=category)
    topic = _qualified(markup, clause, _of_class(topic), measure)
    spoken = discourse.article_topic if discourse.topic.sector is None else discourse.topic
    if topic.subject in _SAME_INDUSTRY and spoken is not None and spoken.sector:
        topic = topic._replace(subject=spoken.subject, sector=spoken.sector)
    sector = topic.sector or _sector(topic)
    if topic.nature == "price" and not topic.implied_sector:
        # 猪肉价格上涨3% in an index is no figure of its producers; what a barrel of crude oil costs is
        sector = topic.sector if measure == "level" or topic.indicator in TRADED_AT else None
    return topic if sector == topic.sector else topic._replace(sector=sector)


def _of_class(topic: Topic) -> Topic:
    """The topic with the class of firms that its own statistic counts: 新设个体工商户."""
    counts = topic.category == _ENTERPRISES and topic.own_indicator and not (topic.own_subject and topic.classes)
    named = find_classes(topic.indicator_text or "") if counts else ()
    return topic._replace(classes=tuple(found.entry.name for found in named)) if named else topic


_MEAN: Final = "水平"


def set_apart(markup: Markup, topic: Topic, base: BasePhrase | None) -> Topic:
    """民间投资|比全部固定资产投资快0.8个百分点: a statistic held against another is itself what is compared."""
    whole = topic.subject in (None, "全国", topic.region) and not topic.own_subject
    held = within(markup.indicators, base.start, base.end) if base is not None and whole else []
    if all(hit.text.endswith(_MEAN) for hit in held):
        return topic  # 高于全国平均水平
    return topic._replace(subject=topic.indicator_text)


def located(markup: Markup, clause: Clause, topic: Topic, kind: str, discourse: Discourse) -> Topic:
    """The topic with its region, and a subject for totals that print none.

    A product's parameter is no figure of the industry that makes it.
    """
    if topic.subject in _SAID_AGAIN and discourse.organisation is not None:
        topic = topic._replace(subject=discourse.organisation)
    topic = _of_that_country(markup, clause, topic, discourse)
    region = region_of(markup, clause, topic, kind, discourse)
    topic = topic._replace(region=region, sector=None if kind == "technical" else topic.sector)
    part = _part_of(markup, clause, topic, discourse)
    subject = part or topic.subject or whole_of(markup, clause, topic, discourse) or _subject(topic)
    subject = _body_of(markup, clause, topic) or subject if subject == WHOLE and topic.nature in _DONE else subject
    return topic if subject == topic.subject else topic._replace(subject=subject)


_SUFFIX: Final = 3  # characters: 博物馆
_DONE: Final = frozenset({"flow", "count", "stock"})
_BODY: Final = re.compile(
    "(?:^|[，：、]|[年月日度间来前底])(全国(?:各级)?[一-鿿]{0,6}?(?:机关|法院|检察院|海关|博物馆|图书馆|消防救援队伍|工会))(?![的等、和与])"
)


def _body_of(markup: Markup, clause: Clause, topic: Topic) -> str | None:
    """全国检察机关惩治犯罪，批准逮捕|16.8万人: the body that the sentence names for what all of them did."""
    begin = markup.text.rfind("；", 0, clause.start) + 1
    named = [found.group(1) for found in _BODY.finditer(markup.text, begin, clause.end)]
    counted = named and (topic.indicator or "").startswith(named[-1][-_SUFFIX:])  # 博物馆|总数7046家 is of the country
    return named[-1] if named and not counted else None


def of_country(topic: Topic) -> Topic:
    """The topic with its country for 全国, where that is another than China."""
    abroad = topic.subject == WHOLE and topic.region not in (None, CHINA)
    return topic._replace(subject=topic.region) if abroad else topic


_THAT_COUNTRY: Final = "该国"


def _of_that_country(markup: Markup, clause: Clause, topic: Topic, discourse: Discourse) -> Topic:
    """德国联邦统计局公布，|该国|生产总值下降: the country that was spoken of last."""
    if "该" not in markup.text or topic.subject not in (None, _THAT_COUNTRY):
        return topic
    country = discourse.places.get("country")
    if country is None or markup.text.find(_THAT_COUNTRY, clause.start, clause.end) < 0:
        return topic
    return topic._replace(subject=country, region=country)


def _part_of(markup: Markup, clause: Clause, topic: Topic, discourse: Discourse) -> str | None:
    """现有输入病例90例，其中|重症病例|5例: a part of those just counted is theirs, if nobody is named."""
    whole = discourse.whole
    if whole is None or topic.own_subject or topic.unit != "例" or not markup.text.startswith("其中", clause.start):
        return None
    counted = whole.unit == topic.unit and whole.indicator != topic.indicator
    return (whole.subject if whole.own_subject else whole.indicator_text) if counted else None


def _qualified(markup: Markup, clause: Clause, topic: Topic, measure: str) -> Topic:
    """The name of a statistic that is not the plain one: deflated growth, the consumer prices of a part.

    社会消费品零售总额实际增长8.1% is no other reading of its nominal growth, 农村上涨1.5% none of the CPI.
    """
    deflated = measure == "growth" and topic.unit == "元" and topic.category in _DEFLATED
    if (
        deflated
        and not (topic.indicator or "").endswith("（实际）")
        and _REAL.search(markup.text, clause.start, clause.end)
    ):
        return topic._replace(indicator=f"{topic.indicator}（实际）")
    if topic.indicator in _PRODUCTS and not topic.own_indicator and (topic.sector or topic.classes):
        return topic._replace(indicator=VALUE_ADDED)  # of an industry, the gross product is value added
    part = topic.subject or ""
    spoken = topic.indicator or ""
    consumer = spoken == CONSUMER_PRICES or spoken.endswith(_CONSUMER)
    placed = any(region.text == part for region in markup.regions)  # 德国: its prices are no part of the index
    if consumer and not topic.own_indicator and not placed and _PART.fullmatch(part):
        return topic._replace(indicator=f"{part.removesuffix('价格')}{_CONSUMER}")
    return topic


_MODES: Final[Mapping[str, str]] = {
    "铁路": "铁路运输业",
    "国家铁路": "铁路运输业",
    "高铁": "铁路运输业",
    "民航": "航空运输业",
    "公路": "道路运输业",
    "水路": "水上运输业",
}
"""全国铁路|发送旅客: who carries is of an industry, though a railway that is built is not."""


def _sector(topic: Topic) -> str | None:
    carrier = (topic.subject or "").removeprefix("全国")
    if topic.category == "transport" and topic.nature == "flow" and topic.sector is None and carrier in _MODES:
        return _MODES[carrier]
    return topic.implied_sector if topic.own_subject is False or topic.sector is None else topic.sector


def _owner_inside(topic: Topic) -> str | None:
    """大桥|全长: what stands in the printed name before the bare head is whose it is."""
    printed, head = topic.indicator_text or "", topic.indicator or ""
    owner = printed.removesuffix(head)
    if QUALIFIES.fullmatch(owner):
        return None
    return owner if topic.generic and head and printed != owner and len(owner) > 1 else None


def _subject(topic: Topic) -> str | None:
    if topic.region is None or topic.nature in ("index", "price"):
        return _owner_inside(topic) or (topic.indicator_text or "").removeprefix("实现") or topic.indicator
    if topic.region != CHINA:
        return topic.region
    if topic.scope == "subject" and not topic.generic and topic.own_indicator and not of_society(topic):
        return topic.indicator_text or topic.indicator
    return WHOLE
