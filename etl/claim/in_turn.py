"""Numbers that 分别 tells one by one, some of which rise and some fall: 铁路、水路客运量|分别增长6%、下降2%."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from etl.claim.alignment import aligned
from etl.claim.coordination import NumberList
from etl.claim.discourse import Discourse
from etl.claim.place import Place
from etl.claim.respective import WORD
from etl.claim.topic import Topic, excluded_spans, indicator_before
from etl.model import NumberMention
from etl.sieve import Sieved

_TURN: Final = Sieved(
    "[、和及]?(?:同比|环比)?(?:实际)?(?:增长|下降|上升|回落|上涨|下跌|减少|提高|增加|降低)(?:了|约|近|超过?){0,2}"
)


def in_turn(place: Place, discourse: Discourse) -> Topic | None:
    """The topic of a single number of such a list; None where it is none."""
    markup, clause, number = place.markup, place.clause, place.numbers.numbers[0]
    at = markup.text.rfind(WORD, clause.start, number.start)
    if at < 0:
        return None
    told = [n for n in markup.numbers if at < n.start < clause.end and n.claimable]
    if len(told) < 2 or number not in told or not _turns(place, told):
        return None
    whole = Place(markup, clause, clause.start, NumberList(tuple(told)), place.bases)
    hit = indicator_before(markup, clause.start, whole.head, excluded_spans(markup, clause.start, whole.head, ()))
    topics = aligned(whole, hit, None, len(told), discourse)
    return topics[told.index(number)] if topics is not None else None


def _turns(place: Place, told: list[NumberMention]) -> bool:
    """Whether nothing but a verb of rise or fall stands between the numbers."""
    text = place.markup.text
    return all(
        left.form == right.form and _TURN.fullmatch(text, left.outer_end, right.outer_start) is not None
        for left, right in pairwise(told)
    )
