"""A share that names no statistic (占比, 比重): of the one spoken of, for a new subject if the clause has one."""

from __future__ import annotations

from typing import Final

from etl.claim.place import Place, subject_spans
from etl.claim.topic import Topic, denominators, with_subject
from etl.lexicon.indicators import Indicator
from etl.lexicon.terms import Found

_LONGEST: Final = 8  # characters of a subject that no lexicon knows


def share_of(place: Place, hit: Found[Indicator], last: Topic) -> Topic:
    """占比, 比重 go on with the statistic spoken of; 在出口总值中|占比: the whole is nobody's name."""
    wholes = [start for start, _ in denominators(place.markup, place.start, place.head) if start < hit.end]
    for start, end in subject_spans(place, min([hit.start, *wholes])):
        named = with_subject(place.markup, last._replace(subject=None, sector=None, classes=()), start, end)
        if named.own_subject and (named.sector or named.classes or len(named.subject or "") <= _LONGEST):
            return named
    return last
