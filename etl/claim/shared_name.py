"""Statistics in a list that share the end of their names: 城镇、农村|居民人均可支配收入, 新能源汽车|产|销|分别."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from etl.claim.markup import Markup
from etl.claim.place import Place, after_time
from etl.claim.topic import Topic, described, with_indicator, with_subject
from etl.lexicon.indicators import INDICATORS, SURFACES, Indicator
from etl.lexicon.terms import Found

_MEMBERS: Final = re.compile(r"(?:[一-鿿A-Za-z0-9]{1,12}(?:、|和|与|及|以及)){1,6}$")
_JOINT: Final = re.compile(r"、|以及|和|与|及")
_OWNERS: Final = re.compile("(?:城镇|农村|城市|乡村)(?:常住)?居民")
_TWO_IN_ONE: Final[Mapping[str, tuple[str, ...]]] = {"产销量": ("产量", "销量")}
"""A statistic that stands for several -> the statistics, in the order in which their values are printed."""


def shared_names(place: Place, hit: Found[Indicator] | None, size: int, topic: Topic) -> list[Topic] | None:
    """The topics of ``size`` statistics whose names end in that of ``hit``; None where there is no such list.

    ``topic`` is what the article leaves to them (a region).
    """
    if hit is None:
        return None
    parts = _TWO_IN_ONE.get(hit.entry.name, ())
    if len(parts) == size:
        return [_of(place, Found(hit.start, hit.end, part, INDICATORS[part]), topic, hit.start) for part in parts]
    members = _members(place.markup, place.start, hit, size)
    return [_of(place, member, topic, members[0].start) for member in members] if members else None


def _members(markup: Markup, floor: int, hit: Found[Indicator], size: int) -> list[Found[Indicator]] | None:
    printed = _MEMBERS.search(markup.text, max(floor, hit.start - 40), hit.start)
    if printed is None:
        return None
    cuts = list(_JOINT.finditer(markup.text, printed.start(), hit.start))[1 - size :]
    if len(cuts) != size - 1 or size < 2:
        return None
    starts = [printed.start(), *(cut.end() for cut in cuts[:-1])]
    spans = [(start, cut.start()) for start, cut in zip(starts, cuts, strict=True)]
    spans[0] = (after_time(markup, *spans[0]), spans[0][1])
    if any(named.end == end for named in markup.indicators for _, end in spans):
        return None  # 营业收入、利润总额: a member that is a statistic by itself leans on no other
    for shared in range(1, len(hit.text) - 1):
        found = [_named(markup.text, start, end, hit.text[shared:]) for start, end in spans]
        whole = [each for each in found if each is not None]
        if len(whole) == len(spans):
            return [*whole, hit]
    return None


def _named(text: str, start: int, end: int, tail: str) -> Found[Indicator] | None:
    """The statistic that a member of the list names together with the end of the last one's name."""
    for begin in range(start, end):
        entry = SURFACES.get(text[begin:end] + tail)
        if entry is not None:
            return Found(begin, end, text[begin:end] + tail, entry)
    return None


def _of(place: Place, member: Found[Indicator], topic: Topic, listed: int) -> Topic:
    """The topic of one statistic of a list that opens at ``listed``: the owner in its name, else the words before."""
    markup = place.markup
    named = with_indicator(markup, topic, member)._replace(indicator_text=member.text)
    owner = _OWNERS.match(member.text)
    if owner is not None:
        return named._replace(subject=owner.group(), own_subject=True)
    before = with_subject(markup, named, after_time(markup, place.start, listed), listed)
    return before if before.own_subject else described(markup, named, member.start, member.end)
