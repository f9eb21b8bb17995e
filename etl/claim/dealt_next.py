"""Further products of one verb: 生产粗钢2240万吨、|生铁|2019万吨, 进口大豆715万吨、|玉米|165万吨."""

from __future__ import annotations

from typing import Final

from etl.claim.discourse import Discourse
from etl.claim.place import Place
from etl.claim.topic import Topic, described, within
from etl.lexicon.dealings import find_dealings
from etl.lexicon.indicators import INDICATORS
from etl.model import NumberMention
from etl.sieve import Sieved

_NEXT: Final = Sieved("[、和及与](?:以及)?([一-鿿A-Za-z0-9“”]{2,10}?)(?:约|近|超过?|逾|共|达到?){0,2}")
_REACH: Final = 60  # characters
_MONEY: Final = "money"


def dealt_next(place: Place, number: NumberMention, discourse: Discourse) -> Topic | None:
    """The topic of a product that a list goes on with after the verb and the first amount; None for other numbers."""
    markup, clause = place.markup, place.clause
    if place.start == clause.start or number.form != "quantity" or not discourse.topics:
        return None
    listed = _NEXT.fullmatch(markup.text, place.start, place.head)
    last = discourse.topics[-1]
    if listed is None or not last.own_indicator:
        return None
    begin = max(clause.start, place.start - _REACH)
    verbs = [each for each in find_dealings(markup.text[begin : place.start]) if each.text == last.indicator_text]
    verbs = [each for each in verbs if last.indicator in (each.entry.quantity, each.entry.amount)]
    start, end = listed.span(1)
    known = bool(within(markup.products, start, end)) or bool(within(markup.sectors, start, end))
    if not verbs and known and discourse.last_unit == number.unit and _is_bare(last):
        return described(markup, _of_next(last, markup.sentence.text[start:end]), start, end)
    if not verbs or not (known or discourse.last_unit == number.unit):
        return None
    verb = verbs[-1]
    name = verb.entry.amount if number.dimension == _MONEY else verb.entry.quantity
    entry = INDICATORS.get(name)
    topic = last._replace(indicator=name, unit=entry.unit if entry else number.unit or "", sector=None, classes=())
    text = markup.sentence.text[start:end]
    owner = markup.text.find(last.subject or text, clause.start, begin + verb.start)
    if owner >= 0:  # 该集团|生产原煤1.2亿吨、焦炭300万吨
        return described(markup, topic, start, end)._replace(region=last.region)
    return described(markup, topic._replace(subject=text, own_subject=True), start, end)


_SHUT: Final = "去产能"


def _is_bare(last: Topic) -> bool:
    """Whether a statistic is of one product after another: 淘汰炼铁|产能|1300万吨、炼钢1700万吨."""
    entry = INDICATORS.get(last.indicator or "")
    return entry is not None and (entry.generic or entry.name == _SHUT) and not last.counted


def _of_next(last: Topic, product: str) -> Topic:
    return last._replace(subject=product, sector=None, classes=(), own_subject=True)
