"""Clauses without a statistic of their own: a new subject for the one spoken of, or nothing new."""

from __future__ import annotations

import re

from etl.claim import phrase
from etl.claim.counting import may_be_subject, of_unit
from etl.claim.cue import Cue
from etl.claim.discourse import Discourse
from etl.claim.markup import Markup
from etl.claim.place import Place, before_rank, subject_spans
from etl.claim.topic import Topic, excluded_spans, of_place, with_indicator, with_subject
from etl.lexicon.indicators import INDICATORS
from etl.lexicon.terms import Found
from etl.model import NumberMention

_STATISTIC = re.compile(
    r"(?:率|指数|金额|额|数量|量|面积|里程|强度|密度|费用|成本|能耗|资金|产值|总数|人数|(?<![方全])面)$"
)
_ORDINAL = re.compile("第[一二三]产业")  # what grows of them, where nothing is said, is their value added
_SHORTEST_HEAD, _WHOLE_HEAD, _HEAD_WORDS = 3, 6, 2  # characters, characters, words
# 经济保持5%左右的增速: the whole economy, whose growth is that of the gross domestic product.
_ECONOMY = re.compile(
    "(?<![数字民营国有实体县域夜间绿色循环平台低空海洋银发]{2})经济(?=(?:运行|总体|继续|仍|又|也|将|预计|有望|平均|年均|实际|[0-9年季度月全—]){0,4}(?:保持|实现|增长|增速|增幅|下滑|萎缩|衰退))"
)
GDP = "国内生产总值"
_MONEY = frozenset({"元", "美元", "欧元", "日元", "英镑", "港元"})


def elliptic(place: Place, cue: Cue | None, number: NumberMention, discourse: Discourse) -> Topic:
    """A clause without an indicator: a new subject for the statistic spoken of, or nothing new at all."""
    markup, last = place.markup, discourse.topic
    economy = _ECONOMY.search(markup.text, place.start, place.head) if number.form == "percent" else None
    if economy is not None:
        hit = Found(economy.start(), economy.end(), economy.group(), INDICATORS[GDP])
        named = with_indicator(markup, Topic(), hit)
        for start, stop in subject_spans(place, hit.start):
            named = named if named.own_subject else with_subject(markup, named, start, stop)
        return named if named.own_subject else named._replace(region=last.region if discourse.topics else None)
    end = min(cue.start, place.head) if cue and cue.start >= place.start else place.head
    if cue and cue.start < place.start:
        end = place.head
    if number.form == "quantity" and discourse.topics and discourse.unit == number.unit:
        last = discourse.topics[-1]
    if number.form == "rank":
        end = before_rank(markup, place.start, end)
    base = last.inherited()._replace(subject=None, sector=None, classes=())
    if not discourse.topics and number.form == "percent":
        base = base._replace(indicator=None) if _ORDINAL.search(markup.text, place.start, end) else base
    wholes = [first for first, _ in excluded_spans(markup, place.start, end, ())]  # 占固定资产投资比重|提高到
    bases = wholes + [b.start for b in place.bases if place.start <= b.start < end]
    end = min([end, *bases])
    for start, stop in subject_spans(place, end):
        unknown = _unknown_statistic(markup, start, stop) if number.form != "rank" else None
        if unknown is not None:
            return _of_unknown(markup, unknown, discourse)
        topic = with_subject(markup, base, start, stop)
        if topic.own_subject and topic.subject and (may_be_subject(topic, last) or _lists(markup, topic.subject)):
            if last.indicator is None and (topic.sector or topic.classes):
                return _of_article(topic, discourse)
            if last.indicator is None or _STATISTIC.search(topic.subject) or _other_statistic(number, last, discourse):
                return _headed_by(topic, discourse)
            return of_place(markup, topic, last)
    if _conflicts(number, last) or (not discourse.topics and not _agrees(number, last)):
        return of_unit(place, number, discourse)
    return _spoken_of(number, last, base, discourse)


def _spoken_of(number: NumberMention, last: Topic, base: Topic, discourse: Discourse) -> Topic:
    """What the paragraph speaks of, or else the article, if a number can be of it; ``base`` if neither."""
    bare = last.indicator is None and last.subject is None
    spoken = discourse.article_topic
    if bare and spoken is not None and number.form != "rank" and _agrees(number, spoken):
        return spoken.inherited()._replace(region=last.region or spoken.region)
    return base if bare else last.inherited()


def _lists(markup: Markup, subject: str) -> bool:
    """Whether a subject lists industries or products: 铁路船舶航空航天、有色、钢铁三个行业."""
    named = [t.text for t in markup.sectors] + [t.text for t in markup.products]
    return "、" in subject and any(name in subject for name in named)


def _unknown_statistic(markup: Markup, start: int, stop: int) -> tuple[phrase.Phrase, int] | None:
    """A noun phrase that ends like a statistic, though no lexicon has it, and where its head begins: 儿童的|在校率."""
    found = phrase.before(markup.text, start, stop, markup.terms)
    if found is None or not _STATISTIC.search(found.text) or len(found.text) < _SHORTEST_HEAD:
        return None
    owner = markup.text.rfind("的", found.start, found.end - 1)
    if owner > found.start:
        return found, owner + 1
    if len(found.text) <= _WHOLE_HEAD:
        return found, found.start
    return found, phrase.last_words(markup.text, found, _HEAD_WORDS)


def _of_unknown(markup: Markup, found: tuple[phrase.Phrase, int], discourse: Discourse) -> Topic:
    words, begin = found
    head = markup.sentence.text[begin : words.end]
    last = discourse.topic
    base = Topic(head, head, "rate" if head.endswith("率") else "flow", "", "subject", own_indicator=True)
    if begin > words.start:
        return with_subject(markup, base._replace(region=last.region), words.start, begin)
    near = bool(discourse.topics) or discourse.fresh
    if not near or last.subject is None or last.counted:
        return base._replace(region=last.region if near else None)
    return base._replace(subject=last.subject, sector=last.sector, classes=last.classes, region=last.region)


def _of_article(topic: Topic, discourse: Discourse) -> Topic:
    """A new paragraph that goes on listing industries or classes goes on with the article's statistic."""
    spoken = discourse.article_topic
    if spoken is None or spoken.scope != "subject":
        return topic
    return spoken.inherited()._replace(
        subject=topic.subject,
        sector=topic.sector,
        classes=topic.classes,
        region=topic.region or spoken.region,
        own_subject=True,
    )


def _other_statistic(number: NumberMention, last: Topic, discourse: Discourse) -> bool:
    """Whether an amount in another unit than the last amount's must be of a statistic of its own."""
    other = number.form == "quantity" and discourse.unit is not None and number.unit != discourse.unit
    return other or _conflicts(number, last)


def _conflicts(number: NumberMention, last: Topic) -> bool:
    """Whether an amount is of money and the statistic spoken of is not, or the other way round (投资: 30万公顷)."""
    if number.form != "quantity" or not last.indicator or not last.unit:
        return False
    return (number.dimension == "money") != (last.unit in _MONEY)


def _agrees(number: NumberMention, last: Topic) -> bool:
    """Whether a number that opens a sentence can be of the statistic the sentence before spoke of."""
    if number.form != "quantity" or not last.indicator:
        return True
    return last.unit in ("", number.unit) or (number.dimension == "money" and last.unit in _MONEY)


def _headed_by(topic: Topic, discourse: Discourse) -> Topic:
    """With no statistic spoken of, the printed head noun is the indicator; of A的B, A is the subject."""
    owner, mark, head = (topic.subject or "").rpartition("的")
    if not mark:
        owner = topic.subject or ""
    return topic._replace(
        indicator=head, indicator_text=head, subject=owner or discourse.topic.subject, own_indicator=True
    )
