"""Firms that go by a short name or none: those that the sentence spoke of."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.discourse import Discourse
from etl.claim.phrase import Phrase
from etl.claim.place import Place
from etl.claim.topic import Topic
from etl.lexicon.indicators import Indicator
from etl.lexicon.terms import Found
from etl.model import NumberMention

_EACH: Final = re.compile("[，、]?(?:且|并|其)?(?:平均|户均|企均|平均每[家户])(?:拥有|投入|每[家户])?")


def of_each(place: Place, topic: Topic, hit: Found[Indicator], discourse: Discourse) -> Topic:
    """“小巨人”企业设立研发机构1万家，平均|研发强度|达8%: the mean is that of the firms that the sentence spoke of."""
    last = discourse.topics[-1] if discourse.topics else None
    if last is None or not last.classes or not _EACH.fullmatch(place.markup.text, place.start, hit.start):
        return topic
    return topic._replace(
        subject=last.subject, sector=last.sector, classes=last.classes, region=last.region, own_subject=True
    )


_FIRMS: Final = frozenset({"企业", "公司"})
_MEANS: Final = frozenset({"户均", "企均", "平均每户", "平均每家"})
_GOODS: Final = "产品"
_PRODUCTS: Final = frozenset({"产品", "全国", "我国"})
_FIRM: Final = re.compile("(?:企业|公司)$")


def of_those(topic: Topic, discourse: Discourse) -> Topic:
    """规模以上工业企业营业收入增长8%，|企业利润|下降2%: 企业 alone are those that the sentence spoke of."""
    staged = discourse.topic if discourse.fresh else None
    if topic.subject in _PRODUCTS and topic.generic and staged is not None and staged.sector and not staged.classes:
        return topic._replace(subject=staged.subject, sector=staged.sector)  # 硅片环节，|全国产量
    last = discourse.topics[-1] if discourse.topics else None
    if last is not None and topic.subject in _MEANS:
        return topic._replace(subject=last.subject, sector=last.sector, classes=last.classes)  # 户均|营业收入
    if last is not None and topic.subject == _GOODS and last.sector and last.nature == "flow":
        return topic._replace(subject=last.subject, sector=last.sector)  # 硅片产量3吉瓦，|产品出口|2吉瓦
    if last is None or topic.subject not in _FIRMS or _FIRM.search(last.subject or "") is None or last.counted:
        return topic
    return topic._replace(subject=last.subject, sector=last.sector, classes=last.classes, region=last.region)


_FIGURES: Final = frozenset({"flow", "rate", "price", "index", "share"})
_HOUSES: Final = frozenset({"家", "户"})


def of_some(place: Place, number: NumberMention, following: Phrase, discourse: Discourse) -> Topic | None:
    """上市公司研发投入1万亿元，363家|研发投入|增速逾50%: so many of those that were spoken of, whose figure follows."""
    markup = place.markup
    figure = next((hit for hit in markup.indicators if hit.start == following.start), None)
    if number.unit not in _HOUSES or figure is None or figure.entry.nature not in _FIGURES:
        return None
    if not any(n.claimable and figure.end <= n.start < place.clause.end for n in markup.numbers):
        return None
    last = discourse.topics[-1] if discourse.topics else discourse.topic
    whose = last.subject if last.classes or _FIRM.search(last.subject or "") else None
    topic = Topic("企业数量", None, "stock", number.unit, "subject", own_indicator=True, known=True)
    return topic._replace(
        subject=whose or "企业", sector=last.sector, classes=last.classes, region=last.region, own_subject=True
    )


_FIRST: Final = re.compile(
    "(?:首[家个座条款次]|第一[家个座]|唯一)[^，。；]{0,4}(?:突破|超过?|达到?|迈上|跨过|拥有|超越)?了?$"
)
_WHO: Final = re.compile("的(?:国家|省份|城市|地级市|区县|县|企业|公司|机场|港口|平台|品牌)")


def of_first(place: Place, number: NumberMention, discourse: Discourse) -> Topic | None:
    """有效发明专利475万件，成为首个|突破400万件|的国家: what was told is counted, not those who came to it first."""
    text, told = place.markup.text, discourse.topics[-1] if discourse.topics else None
    if told is None or _WHO.match(text, number.outer_end) is None:
        return None
    return told.inherited() if _FIRST.search(text, place.clause.start, place.head) else None
