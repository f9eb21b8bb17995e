"""Who adds to which total: 装备制造业拉动规模以上工业利润增长2.4个百分点."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.alignment import summed_members
from etl.claim.cue import Cue
from etl.claim.discourse import Discourse
from etl.claim.economy import GDP
from etl.claim.markup import Markup
from etl.claim.place import Place, subject_spans
from etl.claim.topic import Topic, indicator_before, with_indicator, with_subject, within
from etl.lexicon.indicators import INDICATORS, Indicator
from etl.lexicon.sectors import SECTORS
from etl.lexicon.terms import Found

_COUNTED: Final = re.compile(
    "(?:这|上述|以上|其中)?((?:[0-9]+|[两二三四五六七八九十]+)个(?:行业|产业|省份|省市|地区))(?:合计|共|共同|影响)"
)


def contributions(place: Place, cue: Cue, discourse: Discourse) -> list[Topic]:
    """One topic for each number of a list: 甲业、乙业分别增长9%和7%，|分别拉动工业增长|2个、1个百分点."""
    one, size = _contributed(place, cue, discourse), len(place.numbers.numbers)
    markup = place.markup
    if size < 2 or _EACH not in markup.text[place.start : place.head]:
        return [one] * size
    members = summed_members(markup.text[: place.head])
    if len(members) == size and (not one.own_subject or members[0].endswith(one.subject or "-")):
        return [one._replace(subject=each, sector=each if each in SECTORS else None, classes=()) for each in members]
    told = None if one.own_subject else discourse.last_topics(size)
    if told is None:
        return [one] * size
    return [one._replace(subject=t.subject, sector=t.sector, classes=t.classes, region=t.region) for t in told]


_EACH: Final = "分别"


def _contributed(place: Place, cue: Cue, discourse: Discourse) -> Topic:
    """Who contributes (the subject) to which total's growth (the indicator)."""
    markup, last = place.markup, discourse.topic
    hit = _total(markup, cue.start, place.head)
    if hit is None and "经济" in markup.text[place.start : place.head]:
        hit = _economy(markup, place.start, place.head)
    topic = with_indicator(markup, Topic(), hit) if hit else _unprinted(markup, place, last, bool(discourse.topics))
    towards = markup.text.find("对", place.start, cue.start)
    end = towards if towards >= place.start else cue.start
    if towards >= place.start and hit is None:
        total = _total(markup, towards, cue.start)
        topic = with_indicator(markup, Topic(), total) if total else topic
    counted = _COUNTED.match(markup.text, place.clause.start, end)
    if counted is not None:  # 四个行业合计|下拉: those that were named before
        return topic._replace(subject=counted.group(1), sector=None, classes=(), own_subject=True)
    for start, stop in subject_spans(place, end):
        named = with_subject(markup, topic, start, stop)
        if named.own_subject:
            return _of_total(markup, named, cue.start, hit)
    if discourse.topics:
        alike = last.indicator == topic.indicator or last.indicator is None
        text = last.indicator_text or ""
        own = _joined(last.subject or "", text)
        subject = last.subject if alike else own
        return topic._replace(subject=subject, sector=last.sector, classes=last.classes, region=last.region)
    return _of_total(markup, _from_clause_before(place, topic), cue.start, hit)


def _joined(owner: str, name: str) -> str:
    """第一产业 and 产业增加值 as printed, 第一产业增加值."""
    if owner in name:
        return name
    shared = next((size for size in range(min(len(owner), len(name)), 0, -1) if name.startswith(owner[-size:])), 0)
    return owner + name[shared:]


def _unprinted(markup: Markup, place: Place, last: Topic, near: bool) -> Topic:
    """A total that is not printed: the statistic that the sentence spoke of, else no more than 贡献率."""
    named = markup.text.rfind("贡献率", place.start, place.head)
    if near or named < 0:
        return last.inherited()._replace(subject=None)
    return Topic("贡献率", "贡献率", "share", "%", "subject", region=last.region, own_indicator=True)


def _of_total(markup: Markup, topic: Topic, start: int, hit: Found[Indicator] | None) -> Topic:
    """投资收益|下拉规模以上工业利润: what is no industry itself moves the figure of the industry it is of."""
    if topic.sector or topic.classes or hit is None:
        return topic
    whose = [t.entry.sector.name for t in within(markup.sectors, start, hit.end)]
    return topic._replace(sector=whose[0] if len(whose) == 1 else None)


def _total(markup: Markup, start: int, end: int) -> Found[Indicator] | None:
    hit = indicator_before(markup, start, end, ())
    return None if hit is None or hit.entry.nature == "share" else hit


def _economy(markup: Markup, start: int, end: int) -> Found[Indicator]:
    """经济增长 as the total to which something contributes is the gross domestic product."""
    place = markup.text.index("经济", start, end)
    stop = min(end, place + 4)
    return Found(place, stop, markup.text[place:stop], INDICATORS[GDP])


def _from_clause_before(place: Place, topic: Topic) -> Topic:
    number = place.markup.clause_at(place.clause.start)
    if number == 0:
        return topic
    previous = place.markup.clauses[number - 1]
    return with_subject(place.markup, topic, previous.start, previous.end)
