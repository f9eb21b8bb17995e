"""The last touches to a topic: whose region, which sector, and who is meant when nobody is named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.characters import normalise
from etl.claim.discourse import Discourse
from etl.claim.markup import Clause, Markup
from etl.claim.topic import Topic, within
from etl.lexicon.regions import find_regions
from etl.model import Sentence

CHINA = "中国"
VALUE_ADDED = "增加值"
_NATIONAL = re.compile(
    "我国|全国|国家统计局|海关总署|央行|中国人民银行|财政部|商务部|工信部|工业和信息化部|国务院|国家发展改革委|国家发改委|农业部|人社部"
)
# 居全国第一, 占全国的 name the field of a ranking or a denominator, not the place of the figure.
_RANKED = re.compile(r"(?:前|第|首|平均|各地|排名|的[0-9])")
_OWN = re.compile(r"(?:全|我)(?:省|市|区|县|州)")
_ALL_PROVINCES = re.compile(r"3[01]个省")
_SAME_INDUSTRY = frozenset({"全行业", "该行业", "行业", "整个行业", "本行业"})
CONSUMER_PRICES = "居民消费价格指数"
_DEFLATED = frozenset({"services", "trade", "living", "investment"})  # value added and GDP grow in real terms anyway
_REAL = re.compile(r"实际(?:同比)?(?:增长|下降)|扣除价格因素")
_PART = re.compile(r"(?!全国|我国|居民)[一-鿿、]{1,14}")
_PARTNER = re.compile(r"(?:对|与|同|和|向|自|从)$")
_TRADE = re.compile(r"进出口|出口|进口|贸易|顺差|逆差|投资")


def region_of_article(sentences: Sequence[Sentence], publication: str) -> str | None:
    """The place an article is about by default: named in the publication's or its own headline, or the country."""
    for text in (publication, *(s.text for s in sentences[:1])):
        found = find_regions(normalise(text))
        named = [f.entry.name for f in found if f.entry.level in ("province", "prefecture", "county", "country")]
        if named and "政府工作报告" in text:
            return named[0]
    opening = normalise("".join(s.text for s in sentences[:2]))
    provinces = {f.entry.name for f in find_regions(opening) if f.entry.level != "bloc"}
    if len(provinces) == 1 and CHINA not in provinces and not _NATIONAL.search(opening):
        return provinces.pop()
    headline = find_regions(normalise(sentences[0].text)) if sentences else []
    foreign = {f.entry.name for f in headline if f.entry.level == "country"}
    if len(foreign) == 1 and len({f.entry.name for f in headline}) == 1 and CHINA not in foreign:
        return foreign.pop()
    opening = normalise("".join(s.text for s in sentences[:6]))
    if _NATIONAL.search(opening):
        return CHINA
    found = find_regions(normalise(sentences[0].text)) if sentences else []
    return found[0].entry.name if len({f.entry.name for f in found}) == 1 else None


def settled(markup: Markup, clause: Clause, topic: Topic, measure: str, discourse: Discourse) -> Topic:
    """The topic with its region, its sector, and a subject for totals that print none.

    The growth of an industry that names no statistic is that of its value added.
    """
    if topic.indicator is None and topic.sector and measure in ("growth", "gap"):
        topic = topic._replace(indicator=VALUE_ADDED, category="industry")
    topic = _qualified(markup, clause, topic, measure)
    spoken = discourse.article_topic if discourse.topic.sector is None else discourse.topic
    if topic.subject in _SAME_INDUSTRY and spoken is not None and spoken.sector:
        topic = topic._replace(subject=spoken.subject, sector=spoken.sector)
    topic = topic._replace(region=_region(markup, clause, topic, discourse))
    sector = topic.sector or _sector(topic)
    if topic.nature == "price" and not topic.implied_sector:
        sector = None  # a price index of pork is no figure of its producers
    subject = topic.subject or _subject(topic)
    return topic._replace(sector=sector, subject=subject)


def _qualified(markup: Markup, clause: Clause, topic: Topic, measure: str) -> Topic:
    """The name of a statistic that is not the plain one: deflated growth, the consumer prices of a part.

    社会消费品零售总额实际增长8.1% is no other reading of its nominal growth, 农村上涨1.5% none of the CPI.
    """
    deflated = measure == "growth" and topic.unit == "元" and topic.category in _DEFLATED
    if deflated and _REAL.search(markup.text, clause.start, clause.end):
        return topic._replace(indicator=f"{topic.indicator}（实际）")
    part = topic.subject or ""
    if topic.indicator == CONSUMER_PRICES and not topic.own_indicator and _PART.fullmatch(part):
        return topic._replace(indicator=f"{part.removesuffix('价格')}居民消费价格")
    return topic


def _sector(topic: Topic) -> str | None:
    return topic.implied_sector if topic.own_subject is False or topic.sector is None else topic.sector


def _subject(topic: Topic) -> str | None:
    if topic.region is None or topic.nature in ("index", "price"):
        return topic.indicator_text or topic.indicator
    if topic.region != CHINA:
        return topic.region
    if topic.scope == "subject" and not topic.generic and topic.own_indicator:
        return topic.indicator_text
    return "全国"


def _region(markup: Markup, clause: Clause, topic: Topic, discourse: Discourse) -> str | None:
    """The region of the subject, of the clause, of the paragraph, or of the article."""
    if topic.region and _is_partner(markup, clause, topic):
        return discourse.region or CHINA
    if _ALL_PROVINCES.search(markup.text, clause.start, clause.end):
        return CHINA
    if topic.region:
        return topic.region
    bloc = _bloc(markup, clause)
    if bloc is not None:
        return bloc
    here = [f for f in within(markup.regions, clause.start, clause.end) if f.entry.level != "bloc"]
    here = [f for f in here if not _RANKED.match(markup.text, f.end) and not markup.text[: f.start].endswith("占")]
    if here:
        return str(here[0].entry.name)
    if not topic.own_subject and discourse.topics and discourse.topic.region:
        return discourse.topic.region
    return _default(topic, discourse)


def _bloc(markup: Markup, clause: Clause) -> str | None:
    """全球制造业采购经理指数: the part of the world that a statistic or an industry has in its name."""
    named = {term.start for terms in (markup.indicators, markup.sectors) for term in terms}
    found = [f for f in within(markup.regions, clause.start, clause.end) if f.entry.level == "bloc" and f.end in named]
    return str(found[0].entry.name) if found else None


def _default(topic: Topic, discourse: Discourse) -> str | None:
    """The article's place; a statistic of the whole economy or of an industry is the country's if nothing else is said.

    What a company or a product does is not the country's for being printed in its news.
    """
    statistic = topic.known and (topic.scope == "national" or bool(topic.sector or topic.classes))
    if discourse.region in (None, CHINA):
        return CHINA if statistic else None if not topic.known else discourse.region
    return discourse.region


def _is_partner(markup: Markup, clause: Clause, topic: Topic) -> bool:
    if topic.region == CHINA or topic.indicator is None or not _TRADE.search(topic.indicator):
        return False
    hits = [f for f in within(markup.regions, clause.start, clause.end) if f.entry.name == topic.region]
    return any(_PARTNER.search(markup.text[max(clause.start, f.start - 2) : f.start]) for f in hits)
