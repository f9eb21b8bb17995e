"""Whose count it is: a known kind of owner beside it, who acts, or the counted things themselves."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.actor import actor_of
from etl.claim.discourse import Discourse
from etl.claim.flaw import GRAVE, flaws_of, printed
from etl.claim.markup import Markup
from etl.claim.phrase import Phrase, tidy
from etl.claim.place import Place, subject_spans
from etl.claim.topic import Topic, described, with_subject
from etl.model import NumberMention

# 41个大类行业中有28个|行业: a part of those just counted.
_OF_THEM: Final = re.compile("(?:中|之中|其中)，?(?:已|已经|共)?有?$")
_TOWARDS: Final = frozenset("对向给与同把将被")  # 车俊对4位|督导组组长: not his
_LIST: Final = 16  # characters
_LISTED: Final = re.compile("[、和].{1,10}等$")


def owned(place: Place, topic: Topic, noun: Phrase, discourse: Discourse, end: int) -> Topic:
    """The topic with whose count it is: a known kind of owner beside it, who acts, or the noun itself."""
    markup, text = place.markup, topic.indicator_text
    whole = discourse.topics[-1] if discourse.topics else None
    if whole is not None and whole.nature == "count" and _OF_THEM.search(markup.text, place.start, place.head):
        return topic._replace(subject=whole.indicator_text or whole.subject, sector=whole.sector, region=whole.region)
    owner = topic
    for start, stop in subject_spans(place, end):
        owner = with_subject(markup, topic, start, stop)
        if owner.own_subject:
            break
    listed = _LISTED.search(markup.text, max(0, end - _LIST), end) is not None or (
        "、" in (owner.subject or "") and markup.text[max(0, end - 2) : end] == (owner.subject or "")[-2:]
    )
    if owner.own_subject and (owner.sector or owner.classes or (listed and _names_known(markup, owner.subject or ""))):
        whose = (owner.subject or "").rpartition("的")[2] if listed else owner.subject
        return owner._replace(subject=whose, sector=owner.sector or topic.sector)
    if listed:
        return topic._replace(subject=text)  # 举办论坛、大赛等|50多项|活动: what is listed are examples of them
    passive = noun.start > place.head and markup.text[place.head - 1 : place.head] in _TOWARDS
    actor = None if passive else actor_of(markup, place.clause, end, discourse)
    if actor is None or actor.text == noun.text or _is_no_name(markup, actor):
        return topic._replace(subject=text)
    return acted(place, topic, actor)


def _names_known(markup: Markup, names: str) -> bool:
    """有色、钢铁|三个行业: whether a list is of industries or products, whose figure it is."""
    return any(term.text in names for terms in (markup.sectors, markup.products) for term in terms)


def _is_no_name(markup: Markup, actor: Phrase) -> bool:
    """精心规划|和安排, 办好4个高级别对话机制: what acts is nobody, and the counted things are their own."""
    return not GRAVE.isdisjoint(flaws_of(printed(markup.text, actor.start, actor.end, markup.terms)))


def acted(place: Place, topic: Topic, actor: Phrase) -> Topic:
    """The topic with who acts as its subject."""
    who = tidy(place.markup.sentence.text[actor.start : actor.end])
    acted = described(place.markup, topic._replace(subject=who, own_subject=True), actor.start, actor.end)
    return acted._replace(sector=acted.sector or topic.sector, classes=acted.classes or topic.classes)


EACH: Final = re.compile("(?:每[一十百千万]{0,2}[个家户名位人村镇县]|户均|村均)[一-鿿]{0,8}$")
"""Who has so many each: 平均每家企业|32件."""
_SITE: Final = re.compile("(?:机场|港区?|口岸|[^车]站|景区|景点|[馆院园区线店街寺山湖]|公司|航空|航司|铁路|高铁|地铁)$")
_VISITS: Final = frozenset({"人次", "架次", "吨", "标箱", "车次"})


_MADE: Final = frozenset({"产量", "销量", "出货量", "交付量", "出口量", "进口量", "装机量", "零售量", "批发量"})
_OF_WHOLE: Final = "其中"
_PIECES: Final = frozenset({"辆", "台", "部", "艘"})


def _of_made(place: Place, noun: Phrase, number: NumberMention, last: Topic | None) -> Topic | None:
    """销量300万辆，其中|电动客车|20万辆: so many of those that were made or sold, not how many there are."""
    if last is None or last.indicator not in _MADE or noun.end != place.head:
        return None
    markup = place.markup
    opens = markup.text.rfind(_OF_WHOLE, 0, noun.start)
    whole = opens == 0 or any(n.unit == number.unit and n.end <= opens for n in markup.numbers)
    if not whole or _ANOTHER.search(markup.text, opens, noun.start):
        return None
    part = described(markup, last.inherited()._replace(subject=noun.text, own_subject=True), noun.start, noun.end)
    return part._replace(sector=part.sector or last.sector, region=part.region or last.region)


_ANOTHER: Final = re.compile("[；。]")


def of_site(place: Place, noun: Phrase, number: NumberMention, discourse: Discourse) -> Topic | None:
    """发送旅客41万人次，其中|虹桥站|24万人次: where those of the clause before are counted, not what is."""
    last = discourse.topics[-1] if discourse.topics else None
    opens = last is None and number.unit in _PIECES and place.markup.text.startswith(_OF_WHOLE)
    made = _of_made(place, noun, number, discourse.topic if opens else last)
    if made is not None:
        return made
    same = last is not None and last.known and number.unit in _VISITS and number.unit == discourse.unit
    if last is None or not same or _SITE.search(noun.text) is None:
        return None
    topic = last.inherited()._replace(subject=noun.text, sector=last.implied_sector, classes=(), own_subject=True)
    return described(place.markup, topic, noun.start, noun.end)
