"""Where a claim is from when neither its clause nor its article says: where its story goes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from etl.claim.discourse import Discourse
from etl.claim.locality import last_scene
from etl.claim.market import SHARE_PRICE
from etl.claim.place import Place
from etl.claim.region import CHINA, is_national, region_of
from etl.claim.topic import Topic
from etl.lexicon.regions import WHOLE, Region
from etl.lexicon.terms import Found
from etl.model import NumberMention

_HEADS: Final = frozenset({"headline", "subhead"})
_TECHNICAL: Final = "technical"


def placed(place: Place, number: NumberMention, topic: Topic, fields: Sequence[str], discourse: Discourse) -> Topic:
    """The topic with the place that was named last, if it has none: 在|建宁县|溪口镇，|100多名群众 被困.

    ``fields`` are the field of the claim at first sight, and its kind: what seemed to be the parameter of a product
    was given no place. The country that was only presumed gives way to a place of the sentence.
    """
    if topic.region not in (None, CHINA) or fields[1] == _TECHNICAL or topic.indicator == SHARE_PRICE:
        return topic
    markup = place.markup
    here = last_scene(markup.text, _before(markup.text, markup.regions, number.start))
    if topic.region == CHINA:
        return topic if here in (None, CHINA) or _speaks_of_china(place) else _at(topic, here)
    region = region_of(markup, place.clause, topic, fields[1], discourse) if fields[0] == _TECHNICAL else None
    region = region or here or (CHINA if is_national(markup.text) else None)
    if region is None and markup.sentence.role not in _HEADS and discourse.placed != CHINA:
        region = discourse.placed
    told = region is not None and (region != CHINA or not discourse.individual)  # of a firm 中国 tells nothing
    return topic._replace(region=region) if told else topic


def _before(text: str, regions: Sequence[Found[Region]], stop: int) -> list[Found[Region]]:
    """The places before an offset; not those of a bracket closed by then: 输入病例115例（上海49例），含|13例."""
    before = [found for found in regions if found.end <= stop]
    if text.find(")", 0, stop) < 0:
        return before
    return [
        f for f in before if text.rfind("(", 0, f.start) <= text.rfind(")", 0, f.start) or ")" not in text[f.end : stop]
    ]


def _at(topic: Topic, here: str | None) -> Topic:
    return topic._replace(region=here, subject=here if topic.subject == WHOLE else topic.subject)


def _speaks_of_china(place: Place) -> bool:
    return any(found.entry.name == CHINA for found in place.markup.regions) or is_national(place.markup.text)
