"""A list whose members have their figures in brackets: 故宫(5万人次)、天坛(3万人次), 汽车(12%)、电子(11%)."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.discourse import Discourse
from etl.claim.named_owner import subject_inside
from etl.claim.place import Place
from etl.claim.topic import Topic, described, with_indicator, with_subject
from etl.lexicon.units import SURFACES
from etl.model import NumberMention
from etl.sieve import Sieved

_MEMBER: Final = re.compile("[一-鿿A-Za-z0-9·“”]{2,16}$")
# 数量最多的分别为|江苏(21家), 集中在|广东(5件)和|山东(3件)
_CUT: Final = Sieved("分别[为是]|依次[为是]|[为是在和及与有](?=[一-鿿]{2})(?![色限机])")
_NEXT: Final = re.compile(r"\)(?:、|和|及|与|以及)")
_LAST: Final = re.compile(r"\)(?:、|和|及|与|以及)[^，。；：:()]{2,16}$")


def in_brackets(place: Place, discourse: Discourse) -> Topic | None:
    """The topic of a member's figure: of the statistic spoken of, the member its subject; None for other numbers."""
    markup, clause, number = place.markup, place.clause, place.numbers.numbers[0]
    alone = clause.opener == "(" and place.head == clause.start and number.outer_end == clause.end
    printed = _printed(place, clause.start - 1) if alone and discourse.topics else None
    if printed is not None:
        return printed
    told = (_statistic(number, discourse) or _counted(number)) if alone else None
    if told is None:
        return None
    opening = clause.start - 1
    listed = _NEXT.match(markup.text, clause.end) or _LAST.search(markup.text, max(0, opening - 24), opening)
    member = _MEMBER.search(markup.text, max(0, opening - 17), opening) if listed else None
    if member is None or any(hit.end == opening for hit in markup.indicators):
        return None
    start = max(member.start(), *(cut.end() for cut in _CUT.finditer(markup.text, member.start(), opening - 1)), 0)
    text = markup.sentence.text[start:opening]
    topic = told.inherited()._replace(subject=text, sector=None, classes=(), own_subject=True)
    return described(markup, topic, start, opening)


_FROM: Final = Sieved("[，。；、)]|以及|超过了?|高于|低于|和|与|及")


def _printed(place: Place, opening: int) -> Topic | None:
    """超过煤电装机(11亿千瓦)和居民|用电量(1亿千瓦时): what stands right before a bracket."""
    markup, number = place.markup, place.numbers.numbers[0]
    hit = next((hit for hit in markup.indicators if hit.end == opening), None)
    unit, own = SURFACES.get(hit.entry.unit) if hit is not None else None, SURFACES.get(number.unit or "")
    if hit is None or unit is None or own is None or unit.unit.dimension != own.unit.dimension:
        return None
    edges = [cut.end() for cut in _FROM.finditer(markup.text, max(0, hit.start - _REACH), hit.start)]
    topic = with_indicator(markup, Topic(), hit)
    named = with_subject(markup, topic, max(edges, default=max(0, hit.start - _REACH)), hit.start)
    return named if named.own_subject else subject_inside(markup, topic, hit)


_REACH: Final = 24  # characters
_NAMES: Final = {"家": "企业数量", "件": "件数", "人": "人数", "名": "人数", "例": "病例"}


def _counted(number: NumberMention) -> Topic | None:
    """What a count in a bracket counts where nothing was spoken of that it may be: 江苏(21家)、广东(15家)."""
    name = _NAMES.get(number.unit or "") if number.form == "quantity" else None
    if name is None:
        return None
    return Topic(name, None, "count", number.unit or "", "subject", own_indicator=True, known=True)


def _statistic(number: NumberMention, discourse: Discourse) -> Topic | None:
    """What was spoken of last in the sentence that a number of this unit may be of."""
    if number.form == "percent":
        return discourse.topics[-1] if discourse.topics and discourse.form == "percent" else None
    return next((topic for topic in reversed(discourse.topics) if topic.known and topic.unit == number.unit), None)
