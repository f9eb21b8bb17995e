"""With whom is traded: of 中国与东盟贸易额, 双边贸易额 the partner is the subject, and China the place."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.discourse import Discourse
from etl.claim.place import Place
from etl.claim.quoted import bare_name
from etl.claim.topic import Topic, within
from etl.lexicon.regions import REGIONS
from etl.sieve import Sieved

_TRADED: Final = frozenset({"贸易额", "进出口总额", "出口额", "进口额", "贸易顺差", "贸易逆差", "服务进出口总额"})
_ABROAD: Final = ("country", "bloc")
_HOME: Final = frozenset({"中国", "我国", "全国", "中方", "内地", "大陆"})
# 中国与|东盟|贸易总额, 我国对|“一带一路”沿线国家|出口; 江苏与|欧盟 is of Jiangsu.
_WITH: Final = re.compile(
    "(?:我国|中国|中方|内地|大陆|我)(?:[与和同对向自从])(?P<who>[^，。；：、0-9%占比]{2,18}?)(?:之间|间)?的?年?(?:双边|双方|两国)?的?(?:货物|服务|商品|产品|经贸)?(?=贸易|进出口|出口|进口|顺差|逆差)"
)
# 全省对|东盟|进出口, 重庆对“一带一路”共建国家出口: of a part of the country, with whom it is
_OF_PART: Final = re.compile(
    "对(?P<who>[^，。；：、0-9%占比]{2,18}?)的?(?:货物|服务|商品|产品|经贸)?(?=贸易|进出口|出口|进口|顺差|逆差)"
)
_CLOSE: Final = 6  # characters
_STATES: Final = re.compile("(?:国家|地区|各国|成员国|经济体|伙伴国?)$")
_PARTS: Final = frozenset({"全省", "全市", "全区", "我省", "我市", "我区"})
_BOTH: Final = re.compile("双边|两国|双方")
_NATIONS: Final = "(?<!其)中(?:[日韩俄美英法德印澳欧非拉蒙越泰缅老柬新马菲朝哈巴阿意西葡土以埃伊]|东盟)"
_SINO: Final = re.compile(f"{_NATIONS}(?![国洲人]|班列)")
_PAIRED: Final = Sieved(f"({_NATIONS})(?:两国|双方|双边|之间|间)?的?$")  # 中美|贸易额


def with_partner(place: Place, topic: Topic, discourse: Discourse) -> Topic:
    """The topic of a trade with somebody, its partner as subject; any other topic as it is."""
    if topic.indicator not in _TRADED:
        return topic
    text = place.markup.text
    printed = topic.indicator_text or ""
    stop = text.rfind(printed, place.clause.start, place.head) if printed and topic.own_indicator else -1
    pair = _PAIRED.search(text, max(place.clause.start, stop - _CLOSE), stop) if stop > 0 else None
    if pair is not None:
        return _traded_with(topic, pair.group(1), "中国")
    whole = topic.subject in _HOME | {topic.region, topic.indicator_text}
    if stop < 0 or not (whole or _is_part(topic.subject or "", topic.region)):
        return topic
    of_home = _WITH.search(text, place.clause.start, place.head)
    of_part = _OF_PART.search(text, place.clause.start, place.head)
    if of_part is not None and not text.endswith(topic.subject or "", 0, of_part.start()):
        of_part = None  # it is somebody else's trade
    for named, home in ((of_home, "中国"), (of_part, topic.region)):
        if named is not None:
            start, end = named.span("who")
            if within(place.markup.regions, start, end) or _STATES.search(text, start, end):
                return _traded_with(topic, text[start:end], home)
    both = _BOTH.match(printed) or _BOTH.search(text, max(place.clause.start, stop - 4), stop)
    partner = _spoken_of(place, discourse) if both and topic.indicator == "贸易额" else None
    return topic if partner is None else _traded_with(topic, partner, "中国")


def _is_part(subject: str, region: str | None) -> bool:
    """Whether a subject is a province or the like, by its name or as 全省."""
    return subject in _PARTS or (len(subject) > 1 and (region or "").startswith(subject))


def _traded_with(topic: Topic, partner: str, home: str | None) -> Topic:
    return topic._replace(subject=bare_name(partner), sector=None, classes=(), region=home, own_subject=True)


def _spoken_of(place: Place, discourse: Discourse) -> str | None:
    """中欧建交之初，|双边贸易额: the pair or the country abroad that was named last, in the sentence or before it."""
    markup, story = place.markup, discourse.story
    for text in (markup.text[: place.head], story.last, story.opening, story.title):
        pairs = _SINO.findall(text)
        if pairs:
            return str(pairs[-1])
    abroad = [f for f in markup.regions if f.end <= place.head and f.entry.level in _ABROAD and f.text not in _HOME]
    if abroad:
        return abroad[-1].text
    for level in _ABROAD:
        name = discourse.places.get(level)
        if name is not None and name != "中国" and name in REGIONS:
            return name
    return None
