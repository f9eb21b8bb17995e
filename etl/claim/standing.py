"""How a possible owner stands to its number: how far, what is said between them, whether it is what is measured."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from etl.claim.feature import back, counted, gap, of_figure, verbs
from etl.claim.markup import Markup
from etl.claim.phrase import Word, words_of
from etl.claim.place import Place
from etl.claim.topic import Topic
from etl.lexicon.predicates import PREDICATES
from etl.model import NumberMention

_STEP: Final = 3  # characters of a distance that are told as one
_FARTHEST: Final = 40
_FROM_START: Final = 10
_MANY: Final = 3
_NOUNS: Final = 4


class Figure(NamedTuple):
    """The number whose owner is looked for, with all that does not depend on who that is.

    ``group`` is its sort (``people``, ``money`` …), ``known`` whether a lexicon knows its statistic or it is a count,
    ``source`` where the rules have their choice from. ``words`` are those of its clause before it, ``here`` that
    clause's place in the sentence.
    """

    place: Place
    number: NumberMention
    topic: Topic
    group: str
    known: str
    source: str
    words: Sequence[Word]
    here: int


def figure_of(place: Place, number: NumberMention, topic: Topic, group: str, source: str) -> Figure:
    """A number among the words of its clause."""
    clause = place.clause
    words = words_of(place.markup.text, clause.start, clause.end, place.markup.terms)
    before = [word for word in words if word.end <= place.head]
    known = "known" if topic.known else "counted" if topic.counted else "unknown"
    return Figure(place, number, topic, group, known, source, before, place.markup.clause_at(clause.start))


def is_verb(word: Word) -> bool:
    """Whether a word says what is done, terms of a lexicon and nouns made of verbs apart."""
    return not word.is_term and ((word.tag.startswith("v") and word.tag != "vn") or word.text in PREDICATES)


def standing(figure: Figure, text: str, kind: str, start: int) -> list[str]:
    """The features of a possible owner that is printed at ``start`` of the sentence, -1 for one that is not."""
    features = [*of_figure(kind, figure.group, figure.known, figure.number.unit or "none")]
    features += _measured(figure, text)
    start = _printed_at(figure.place, text) if start < 0 else start
    if start >= 0:
        features += _placed(figure, kind, start, start + len(text))
    return features


def _printed_at(place: Place, text: str) -> int:
    """Where a name stands in the sentence: last before the number, else after it; -1 if nowhere."""
    if not text:
        return -1
    sentence = place.markup.text
    found = sentence.rfind(text, 0, place.head)
    return found if found >= 0 else sentence.find(text, place.head)


def _measured(figure: Figure, text: str) -> Iterable[str]:
    """Whether it is what is counted or measured itself, or a part of its name."""
    topic, printed = figure.topic, figure.topic.indicator_text
    if not text:
        return ()
    if text in (printed, topic.indicator):
        of = (figure.group, figure.known, figure.source, figure.number.unit or "none")
        return ("measured", *(f"measured:{more}" for more in of))
    if printed and text in printed:
        return ("in_measured", f"in_measured:{figure.known}", f"in_measured:{figure.group}")
    if printed and printed in text:
        return ("holds_measured", f"holds_measured:{figure.known}")
    return ()


def _placed(figure: Figure, kind: str, start: int, end: int) -> list[str]:
    """How far from the number it stands, in characters, clauses, verbs, nouns and numbers."""
    place, markup = figure.place, figure.place.markup
    before = end <= place.head
    distance = place.head - end if before else start - figure.number.end
    clause = markup.clause_at(start)
    features = [
        gap("before" if before else "after", min(max(distance, 0), _FARTHEST) // _STEP),
        *back(figure.here - clause, figure.source, figure.known),
        counted("from_start", min(start - markup.clauses[clause].start, _FROM_START)),
        counted("numbers", min(_numbers_between(markup, end, place.head), _MANY)),
    ]
    if place.clause.start <= start and before:
        between = [word for word in figure.words if word.start >= end]
        features += verbs(min(sum(map(is_verb, between)), _MANY), figure.known, kind)
        features.append(counted("nouns", min(sum(word.tag.startswith("n") for word in between), _NOUNS)))
    return features


def _numbers_between(markup: Markup, start: int, end: int) -> int:
    return sum(start <= number.start < end for number in markup.numbers) if start < end else 0
