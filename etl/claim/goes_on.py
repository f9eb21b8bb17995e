"""Counts of what was counted before: those of one level of them, places by which their rank moves."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.discourse import Discourse
from etl.claim.place import Place
from etl.claim.topic import OF_THINGS, Topic, with_indicator, with_subject
from etl.lexicon.indicators import Indicator
from etl.lexicon.terms import Found
from etl.model import NumberMention
from etl.sieve import Sieved

_OF_LEVEL: Final = "(?:国家|世界|部|省|自治区|市|市州|州|区|县|乡镇|村)级(?:以上)?的?"
_LEVEL: Final = Sieved(f"[，、]?(?:其中)?[:：，]?({_OF_LEVEL})")
_LEVEL_BEFORE: Final = re.compile(f"(?:全[国省市区县州]|我[国省市区县州])?(?:{_OF_LEVEL})?")
_PLACES: Final = "位"
_MOVED: Final = Sieved("(?:[前后]移|前进|后退|[上提]升|下[降滑]|攀升|跃升|提高|晋升|进|退)了?(?:近|约)?$")


def going_on(place: Place, hit: Found[Indicator] | None, number: NumberMention, discourse: Discourse) -> Topic | None:
    """The topic of a count that goes on with the clause before; None where it counts something of its own."""
    industry = _of_industry(place, number, discourse) if hit is None else None
    if industry is not None or not discourse.topics:
        return industry
    if number.unit == _PLACES:
        moved = hit is None and _MOVED.search(place.markup.text, place.start, place.head)
        return discourse.topics[-1].inherited() if moved else None
    others = _of_other_people(place, number, discourse) if hit is None else None
    return _of_level(place, number, discourse) or others


_AMONG: Final = Sieved("(?:其中)?[，、:：]?(?:有|仅|新增)?")


def _of_industry(place: Place, number: NumberMention, discourse: Discourse) -> Topic | None:
    """新增单位147家，其中|工业|4家、|建筑业|56家: those of an industry of what was counted before."""
    last = discourse.topics[-1] if discourse.topics else discourse.topic if discourse.parted else None
    if last is None or number.dimension != "count" or last.nature not in OF_THINGS:
        return None
    units = (last.unit, discourse.unit) if discourse.topics else (last.unit or number.unit, None)
    if number.unit not in units:
        return None
    for sector in place.markup.sectors:
        if sector.end == place.head and _AMONG.fullmatch(place.markup.text, place.start, sector.start):
            return with_subject(place.markup, last.inherited(), sector.start, sector.end)
    return None


_TRIPS: Final = "人次"
_PEOPLE: Final = Sieved("(?:居民|外国人|旅客|游客|华侨|同胞|人员|学生|农民|儿童|老人)$")


def _of_other_people(place: Place, number: NumberMention, discourse: Discourse) -> Topic | None:
    """内地居民出入境700万人次；港澳居民|500万人次: others do the same, where the statistic is known."""
    last = discourse.topics[-1]
    if number.unit != _TRIPS or last.unit != _TRIPS or not last.known or last.nature != "flow":
        return None
    text = place.markup.text
    if place.start != place.clause.start or _PEOPLE.search(text, place.start, place.head) is None:
        return None
    base = last.inherited()._replace(subject=None, region=None)
    named = with_subject(place.markup, base, place.start, place.head)
    return named if named.own_subject and (named.subject or "")[-2:] == text[place.head - 2 : place.head] else None


def _of_level(place: Place, number: NumberMention, discourse: Discourse) -> Topic | None:
    """龙头企业3639家，其中|国家级|62家、|省级|803家: those of one level of what was counted before."""
    last = discourse.topics[-1]
    if discourse.unit != number.unit or last.nature not in OF_THINGS or not of_one_level(place):
        return None
    level = _LEVEL.fullmatch(place.markup.text, place.start, place.head)
    if level is None:
        return None
    opened = _LEVEL_BEFORE.match(last.indicator_text or "")
    things = (last.indicator_text or "")[opened.end() if opened is not None else 0 :]
    whose = level.group(1) + things
    return last.inherited()._replace(indicator_text=things or None, subject=whose, own_subject=True, known=True)


_BY_SHARE: Final = Sieved(
    "的?(?:全球|国内|全国|全省)?(?:市场)?(?:份额|占有率|市占率|占比|比例|比重)(?:位居|位列|稳居|排名|名列|居|列|排在|排|占据|登顶)?"
    "(?:全球|全国|国内|行业|市场|业内|世界)?(?P<of>[一-鿿]{1,4}[量额])?(?:排名|排行)?(?:榜)?"
)


def ranked_by_share(
    place: Place, hit: Found[Indicator] | None, number: NumberMention, discourse: Discourse
) -> Topic | None:
    """甲公司以20%的|份额|排名第二, 乙以15%的|市场份额位居出货量|第一: who has the share has the rank."""
    if number.form != "rank" or discourse.measure != "share" or not discourse.topics:
        return None
    printed = _BY_SHARE.fullmatch(place.markup.text, place.start, place.head)
    if printed is None:
        return None
    topic = discourse.topics[-1].inherited()
    return with_indicator(place.markup, topic, hit) if printed.group("of") and hit is not None else topic


def of_one_level(place: Place) -> bool:
    """Whether the name of a level stands right before a number."""
    return place.markup.text.startswith("级", place.head - 1)
