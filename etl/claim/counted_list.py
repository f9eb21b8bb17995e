"""Things that are counted one by one: 地区总部、研发中心|分别新设60家和30家; firms of several kinds, too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from etl.claim.coordination import Part
from etl.claim.counted_head import ENTERPRISE
from etl.claim.place import Place
from etl.claim.statistic import ENTERPRISES
from etl.claim.topic import Topic, with_subject, within
from etl.lexicon.indicators import Indicator
from etl.lexicon.terms import Found

_HOW_MANY: Final = ("数", "量", "额")
_FIRM_UNITS: Final = frozenset({"家", "户"})


def each_counted(place: Place, parts: Sequence[Part], last: Found[Indicator] | None) -> list[Topic] | None:
    """A topic for each member of a list of things with a number each; ``last`` is what the lexicon knows of the last.

    None where they have no such numbers, or where the last alone is counted: 北京、上海|高新技术企业.
    """
    markup, number = place.markup, place.numbers.numbers[0]
    if number.dimension != "count" or _is_of_places(place, parts):
        return None
    names = [markup.sentence.text[part.start : part.end].strip(" “”、的") for part in parts]
    if number.unit in _FIRM_UNITS and all(ENTERPRISE.search(name) for name in names):
        firms = Topic(ENTERPRISES, None, "stock", "家", "subject", own_indicator=True, known=True)
        return [with_subject(markup, firms, part.start, part.end) for part in parts]
    if last is None or last.entry.nature != "stock" or last.text.endswith(_HOW_MANY):
        return None
    return [
        Topic(name, name, "count", "", "subject", subject=name, own_indicator=True, own_subject=True, counted=True)
        for name in names
    ]


def _is_of_places(place: Place, parts: Sequence[Part]) -> bool:
    """Whether a member is a place: it owns what is counted and is none of the things."""
    ends = any(
        region.end == part.end for part in parts for region in within(place.markup.regions, part.start, part.end)
    )
    return ends or bool(within(place.markup.regions, parts[-1].start, parts[-1].end))
