"""How a possible owner stands to its number: how far, what is said between them, whether it is what is measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from etl.claim.markup import Markup
from etl.claim.phrase import Word, words_of
from etl.claim.place import Place
from etl.claim.topic import Topic
from etl.lexicon.predicates import PREDICATES
from etl.model import NumberMention

_STEP = 3  # characters of a distance that are told as one
_FARTHEST = 40
_FROM_START = 10
_MANY = 3
_NOUNS = 4


class Figure(NamedTuple):
    """The number whose owner is looked for, with all that does not depend on who that is.

    ``group`` is its sort (``people``, ``money`` …), ``known`` whether a lexicon knows its statistic or it is a count,
    ``source`` where the rules have their choice from. ``words`` are those of its clause before it.
    """

    place: Place
    number: NumberMention
    topic: Topic
    group: str
    known: str
    source: str
    words: Sequence[Word]


def figure_of(place: Place, number: NumberMention, topic: Topic, group: str, source: str) -> Figure:
    """A number among the words of its clause."""
    clause = place.clause
    words = words_of(place.markup.text, clause.start, clause.end, place.markup.terms)
    before = [word for word in words if word.end <= place.head]
    known = "known" if topic.known else "counted" if topic.counted else "unknown"
    return Figure(place, number, topic, group, known, source, before)


def is_verb(word: Word) -> bool:
    """Whether a word says what is done, terms of a lexicon and nouns made of verbs apart."""
    return not word.is_term and ((word.tag.startswith("v") and word.tag != "vn") or word.text in PREDICATES)


def standing(figure: Figure, text: str, kind: str, start: int) -> Iterator[str]:
    """The features of a possible owner that is printed at ``start`` of the sentence, -1 for one that is not."""
    number, group, known = figure.number, figure.group, figure.known
    yield f"of:{kind}:{group}:{known}"
    yield f"of:{kind}:{number.unit or 'none'}"
    yield from _measured(figure, text)
    start = _printed_at(figure.place, text) if start < 0 else start
    if start >= 0:
        yield from _placed(figure, kind, start, start + len(text))


def _printed_at(place: Place, text: str) -> int:
    """Where a name stands in the sentence: last before the number, else after it; -1 if nowhere."""
    if not text:
        return -1
    sentence = place.markup.text
    found = sentence.rfind(text, 0, place.head)
    return found if found >= 0 else sentence.find(text, place.head)


def _measured(figure: Figure, text: str) -> Iterator[str]:
    """Whether it is what is counted or measured itself, or a part of its name."""
    topic, printed = figure.topic, figure.topic.indicator_text
    if not text:
        return
    if text in (printed, topic.indicator):
        yield "measured"
        for more in (figure.group, figure.known, figure.source, figure.number.unit or "none"):
            yield f"measured:{more}"
    elif printed and text in printed:
        yield "in_measured"
        yield f"in_measured:{figure.known}"
        yield f"in_measured:{figure.group}"
    elif printed and printed in text:
        yield "holds_measured"
        yield f"holds_measured:{figure.known}"


def _placed(figure: Figure, kind: str, start: int, end: int) -> Iterator[str]:
    """How far from the number it stands, in characters, clauses, verbs, nouns and numbers."""
    place, markup = figure.place, figure.place.markup
    before = end <= place.head
    gap = place.head - end if before else start - figure.number.end
    yield f"gap:{'before' if before else 'after'}:{min(max(gap, 0), _FARTHEST) // _STEP}"
    clause = markup.clause_at(start)
    back = markup.clause_at(place.clause.start) - clause
    for feature in (f"back:{back}", f"back:{back}:{figure.source}", f"back:{back}:{figure.known}"):
        yield feature
    yield f"from_start:{min(start - markup.clauses[clause].start, _FROM_START)}"
    yield f"numbers:{min(_numbers_between(markup, end, place.head), _MANY)}"
    if place.clause.start <= start and before:
        between = [word for word in figure.words if word.start >= end]
        verbs = min(sum(map(is_verb, between)), _MANY)
        for feature in (f"verbs:{verbs}", f"verbs:{verbs}:{figure.known}", f"verbs:{verbs}:{kind}"):
            yield feature
        yield f"nouns:{min(sum(word.tag.startswith('n') for word in between), _NOUNS)}"


def _numbers_between(markup: Markup, start: int, end: int) -> int:
    return sum(start <= number.start < end for number in markup.numbers)
