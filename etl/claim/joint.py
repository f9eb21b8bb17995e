"""Statistics that a list tells together: 游客人数、旅游收入|均增长10%, 风电、太阳能发电量|合计达3亿千瓦时."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.markup import Markup
from etl.claim.phrase import before, tidy
from etl.claim.place import Place, subject_spans
from etl.claim.topic import Topic, described, with_indicator, with_subject
from etl.lexicon.indicators import SURFACES, Indicator
from etl.lexicon.terms import Found

_ALIKE: Final = re.compile("(?:年均)?(?:的?(?:增速|增幅|占比|比重|规模|总量))?(?:同比|分别)?(?:均|都|双双)")
_SUMMED: Final = re.compile("(?:合计|共计|总计|之和)")
_JOINT: Final = frozenset("、和与及")
_MOVES: Final = re.compile("(?:增速|增幅|规模|总量|数量)?[、和与及]$")
_REACH: Final = 5  # characters


def shorter(hit: Found[Indicator], bare: frozenset[str]) -> Found[Indicator] | None:
    """The statistic in which the name of another ends: 储量 of 天然气储量; none of ``bare``."""
    for cut in range(1, len(hit.text) - 1):
        entry = SURFACES.get(hit.text[cut:])
        if entry is not None and entry.name != hit.entry.name and hit.text[cut:] not in bare:
            return Found(hit.start + cut, hit.end, hit.text[cut:], entry)
    return None


def told_together(place: Place, hit: Found[Indicator]) -> Topic | None:
    """The topic of a number that several statistics or things share; None where ``hit`` stands alone."""
    markup = place.markup
    alike = _ALIKE.match(markup.text, hit.end, place.head) is not None
    if alike:
        first = _before(markup, place, hit)
        return None if first is None else _of_both(place, hit, first)
    if not _SUMMED.match(markup.text, hit.end, place.head):
        return _of_products(place, hit) or _of_one_rate(place, hit)
    head = shorter(hit, frozenset())
    listed = head is not None and markup.text.find("、", place.start, head.start) >= 0
    return _of_things(place, head) if head is not None and listed else None


def _of_products(place: Place, hit: Found[Indicator]) -> Topic | None:
    """禽肉、牛肉、|羊肉产量|达到2413万吨: one number of a list whose last member is in the name of a statistic."""
    markup = place.markup
    joined = markup.text[hit.start - 1 : hit.start] in _JOINT and hit.start > place.start
    alone = joined and len(place.numbers.numbers) == 1 and len(hit.text) > len(_OUTPUT)
    if not alone or not hit.text.endswith(_OUTPUT) or _before(markup, place, hit) is not None:
        return None
    return _of_things(place, Found(hit.end - len(_OUTPUT), hit.end, _OUTPUT, SURFACES[_OUTPUT]))


_OUTPUT: Final = "产量"


def _of_one_rate(place: Place, hit: Found[Indicator]) -> Topic | None:
    """公司|到岗率和达产率|接近100%: one number of two rates is of whoever has the first."""
    first = _before(place.markup, place, hit) if len(place.numbers.numbers) == 1 else None
    rates = first is not None and first.entry.nature == hit.entry.nature == "rate"
    return _of_both(place, hit, first) if first is not None and rates else None


def _before(markup: Markup, place: Place, hit: Found[Indicator]) -> Found[Indicator] | None:
    """The statistic that a joiner sets before another."""
    if markup.text[hit.start - 1 : hit.start] not in _JOINT:
        return None
    joined = _MOVES.search(markup.text, max(place.start, hit.start - _REACH), hit.start)
    end = joined.start() if joined else -1
    return next((each for each in markup.indicators if each.end == end and each.start >= place.start), None)


def _of_both(place: Place, hit: Found[Indicator], first: Found[Indicator]) -> Topic:
    """The topic of the last of two statistics, of whoever has the first."""
    topic = with_indicator(place.markup, Topic(), hit)
    for start, end in subject_spans(place, first.start):
        topic = with_subject(place.markup, topic, start, end)
        if topic.own_subject:
            break
    return topic


def _of_things(place: Place, head: Found[Indicator]) -> Topic | None:
    """The topic of a sum: its statistic, and the things that have it together."""
    markup = place.markup
    start = subject_spans(place, head.start)[0][0]
    things = before(markup.text, start, head.start, markup.terms)
    if things is None or _JOINT.isdisjoint(things.text) or things.end != head.start:
        return None
    topic = with_indicator(markup, Topic(), head)._replace(subject=tidy(things.text), own_subject=True)
    told = described(markup, topic, things.start, things.end)
    return told._replace(sector=told.sector or head.entry.sector or None)
