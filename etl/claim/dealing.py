"""So much of a product sold, made, shipped: 出口|钢材|9000万吨, 累计收购|7000万吨|粮食."""

from __future__ import annotations

import re
from typing import Final

from etl.claim import counted_noun, phrase
from etl.claim.actor import actor_of
from etl.claim.discourse import Discourse
from etl.claim.markup import Markup
from etl.claim.ownership import acted
from etl.claim.place import Place, subject_spans
from etl.claim.topic import Topic, described, with_subject, within
from etl.lexicon.dealings import DEALINGS, Dealing, find_dealings
from etl.lexicon.indicators import INDICATORS
from etl.lexicon.terms import Found
from etl.model import NumberMention
from etl.sieve import Sieved

_FILL: Final = re.compile(r"(?:等|约|近|超|共|达到?|超过|突破|合计|累计|总计|了|为|[:：]){0,4}$")
_REACH: Final = 24
_LONGEST: Final = 16
_NOT_OBJECTS: Final = re.compile(
    "管网|管道|线路|窝点|兵团|量|额|值|能力|规模|金额|收入|价|率|指数|面积|合同|企业|基地|项目"
)
_NO_GOODS: Final = frozenset({"人", "名", "位", "起", "宗", "桩", "例"})  # 处理|党员干部|147人
_SORTED: Final = frozenset({"mass", "volume", "area", "energy", "length", "money", "count"})

_SENT: Final = "发送"
_WRITTEN: Final = frozenset({"条", "份", "封", "篇", "张"})  # 发送短信36亿条 carries no goods


def dealt(place: Place, number: NumberMention, discourse: Discourse) -> Topic | None:
    """The topic of an amount of a product that is dealt with; None where no product stands by the verb and the number.

    The subject is who deals, if a firm or an industry does, else the product.
    """
    if number.form != "quantity" or number.dimension not in _SORTED or number.unit in _NO_GOODS:
        return None
    verb = _verb(place.markup, place.start, place.head)
    if verb is None or (verb.text == _YEARLY and number.dimension == "length"):
        return None  # 年产|6英寸|晶圆
    product = _product(place, verb, number)
    if product is None and number.dimension == "money":
        return _sold_for(place, verb, number, discourse)
    if product is None or (number.dimension == "count" and _counts_another(place, product, number)):
        return None
    markup = place.markup
    name = verb.entry.amount if number.dimension == "money" else verb.entry.quantity
    name = (
        CAPACITY if verb.text == _YEARLY and number.dimension != "money" and _is_planned(place, verb, number) else name
    )
    if name.endswith("面积") and number.dimension != "area":
        name = f"{verb.entry.verb}量"  # 种植黑木耳300万袋
    if verb.text == _SENT and number.unit in _WRITTEN:
        name = f"{_SENT}量"
    entry = INDICATORS.get(name)
    text = markup.sentence.text[product.start : product.end]
    topic = Topic(
        name,
        verb.text,
        entry.nature if entry else "flow",
        number.unit or "",
        "subject",
        entry.category if entry else "general",
        known=entry is not None,
        own_indicator=True,
        own_subject=True,
    )
    topic = described(markup, topic._replace(subject=text), product.start, product.end)
    return _by_owner(place, topic, verb, discourse)


_PIECES: Final = frozenset({"辆", "台", "部", "吨"})
_SALES: Final = {"销售": "销量", "零售": "零售量", "批发": "批发量"}
_SOLD: Final = Sieved("(销售|零售|批发)(?:累计|合计|共|约|近|超过?|突破|达到?|为|了){0,3}$")


def sold_itself(place: Place, number: NumberMention, discourse: Discourse) -> Topic | None:
    """乘用车市场|零售|201万辆, 多晶硅|销售|16万吨: how much was sold of the thing before the verb."""
    markup = place.markup
    verb = _SOLD.search(markup.text, place.start, place.head) if number.unit in _PIECES else None
    if verb is None or any(hit.start <= verb.start() < hit.end for hit in markup.indicators):
        return None
    entry = INDICATORS[_SALES[verb.group(1)]]
    topic = Topic(
        entry.name, verb.group(1), entry.nature, number.unit or "", "subject", entry.category, known=True,
        own_indicator=True, region=discourse.topic.region,
    )  # fmt: skip
    for start, end in subject_spans(place, verb.start()):
        sold = with_subject(markup, topic, start, end)
        if sold.own_subject:
            return sold
    last = discourse.topics[-1] if discourse.topics else discourse.topic
    return last.inherited() if last.indicator == entry.name else None


CAPACITY: Final = "产能"
_YEARLY: Final = "年产"
_MADE_OF_IT: Final = tuple("生业出品权房")
_PLANNED: Final = Sieved("(?:可|能|能够|达产后?|投产后|建成后|将|设计|规划|预计|形成)(?:实现|达到|可)?$")
_PLANT: Final = re.compile("的?[^，。；]{0,18}(?:生产线|产线|项目|能力|基地|工程|装置|工厂|规模)")


def _is_planned(place: Place, verb: Found[Dealing], number: NumberMention) -> bool:
    """可|年产24万片, 年产10万吨的|生产线: what can be made in a year is no output."""
    text = place.markup.text
    return (
        _PLANNED.search(text, place.start, verb.start) is not None or _PLANT.match(text, number.outer_end) is not None
    )


_LEAST: Final = 10_000  # of money that is no price


def _sold_for(place: Place, verb: Found[Dealing], number: NumberMention, discourse: Discourse) -> Topic | None:
    """家电累计|销售|9423万元: for how much the thing before the verb was sold in all."""
    markup = place.markup
    entry = INDICATORS.get(verb.entry.amount)
    named = any(hit.start <= verb.start < hit.end for hit in markup.indicators)
    if entry is None or named or number.value < _LEAST or _FILL.fullmatch(markup.text, verb.end, place.head) is None:
        return None
    topic = Topic(
        entry.name, verb.text, entry.nature, entry.unit, "subject", entry.category, known=True, own_indicator=True
    )
    for start, end in subject_spans(place, verb.start):
        sold = with_subject(markup, topic._replace(region=discourse.topic.region), start, end)
        if sold.own_subject:
            return sold
    return None


def _verb(markup: Markup, start: int, end: int) -> Found[Dealing] | None:
    begin = max(start, end - _REACH)
    for last in reversed(find_dealings(markup.text[begin:end])):
        first, stop = begin + last.start, begin + last.end
        if any(t.start <= first and stop < t.end for t in within(markup.products, begin, end)):
            continue  # 加工|水果 is a product
        if last.text == _YEARLY and markup.text[stop : stop + 1] in _MADE_OF_IT:
            continue  # 每年产生
        return Found(first, stop, last.text, last.entry)
    return None


def _product(place: Place, verb: Found[Dealing], number: NumberMention) -> phrase.Phrase | None:
    """What is dealt with: between verb and number, or after a number that follows the verb at once."""
    markup = place.markup
    between = markup.text[verb.end : place.head]
    stop = place.head - len(_FILL.search(between).group())  # type: ignore[union-attr]
    if stop <= verb.end:
        if number.dimension == "count":
            return None  # 销售3000台机床: a count names what it counts
        begin = number.outer_end + (markup.text[number.outer_end : number.outer_end + 1] == "的")
        return counted_noun.after(markup.text, begin, place.clause.end, markup.terms, ())
    if stop - verb.end > _LONGEST or _NOT_OBJECTS.search(markup.text, verb.end, stop):
        return None
    named = [*within(markup.products, verb.end, stop), *within(markup.sectors, verb.end, stop)]
    found = phrase.before(markup.text, verb.end, stop, markup.terms)
    if found is None or found.end != stop or not (named or found.start == verb.end):
        return None
    return found


def _counts_another(place: Place, product: phrase.Phrase, number: NumberMention) -> bool:
    """修改安全生产法等|五部|法律: what a count counts stands after it, and is not what stands before."""
    noun = counted_noun.after(place.markup.text, number.outer_end, place.clause.end, place.markup.terms, ())
    return product.end <= place.head and noun is not None


def _by_owner(place: Place, topic: Topic, verb: Found[Dealing], discourse: Discourse) -> Topic:
    """The topic with the firm or the industry that deals as its subject; a place or nobody leaves the product."""
    markup = place.markup
    for start, end in subject_spans(place, verb.start):
        owner = with_subject(markup, Topic(region=discourse.topic.region), start, end)
        if not owner.own_subject:
            continue
        place_only = any(found.text == owner.subject for found in markup.regions)
        if place_only:
            return topic._replace(region=topic.region or owner.region)
        if len(owner.subject or "") <= _LONGEST:
            return owner._replace(
                indicator=topic.indicator,
                indicator_text=topic.indicator_text,
                nature=topic.nature,
                unit=topic.unit,
                scope=topic.scope,
                category=topic.category,
                known=topic.known,
                own_indicator=True,
                sector=owner.sector or topic.sector,
            )
    return topic


def dealt_before(place: Place, noun: phrase.Phrase, number: NumberMention, discourse: Discourse) -> Topic | None:
    """汽车|销售|1364万辆, 已|销售|6.8万套: how much is sold, of the thing before the verb or by who acts."""
    verb = next((entry for name, entry in DEALINGS.items() if noun.text.endswith(name)), None)
    if verb is None:
        return None
    topic = Topic(verb.quantity, verb.verb, "flow", number.unit or "", "subject", own_indicator=True)
    topic = topic._replace(known=verb.quantity in INDICATORS, region=discourse.topic.region)
    stop = noun.end - len(verb.verb)
    if stop - noun.start > 1:
        text = place.markup.sentence.text[noun.start : stop].strip(" “、的")
        return described(place.markup, topic._replace(subject=text, own_subject=True), noun.start, stop)
    actor = actor_of(place.markup, place.clause, stop, discourse)
    if actor is None:
        last = discourse.topic
        return topic._replace(subject=last.subject, sector=last.sector, classes=last.classes)
    return acted(place, topic, actor)
