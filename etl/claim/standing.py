"""How a possible owner stands to its number: how far, what is said between them, whether it is what is measured."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from etl.claim.feature import (
    BEGINS_AT,
    FARTHEST,
    FROM_START,
    GAP_AFTER,
    GAP_BEFORE,
    MANY,
    NOUNS,
    NOUNS_BETWEEN,
    NUMBERS_BETWEEN,
    STEP,
    VERBS_OF_KIND,
    Features,
    back_for,
    figure_for,
    holds_measured,
    in_measured,
    measured,
    measured_in,
    unit_for,
    verbs_for,
)
from etl.claim.phrase import Word, words_of
from etl.claim.place import Place
from etl.claim.topic import Topic
from etl.lexicon.predicates import PREDICATES
from etl.model import NumberMention

_COUNTS: Final = [str(number) for number in range(MANY + 1)]


class Figure:
    """The number whose owner is looked for, with all that does not depend on who that is.

    ``group`` is its sort (``people``, ``money`` …), ``known`` whether a lexicon knows its statistic or it is a count,
    ``source`` where the rules have their choice from, ``here`` its clause's place in the sentence. ``starts`` are
    where the words of its clause before it begin, ``verbs`` and ``nouns`` how many of them follow from each on,
    ``numbers`` where the numbers of the sentence begin.
    """

    __slots__ = (
        *("group", "here", "known", "nouns", "number", "numbers", "place", "source", "starts", "topic", "unit"),
        *("verbs", "_by_back", "_by_kind", "_by_unit", "_by_verbs"),
    )

    def __init__(self, place: Place, number: NumberMention, topic: Topic, group: str, source: str) -> None:
        clause, markup = place.clause, place.markup
        self.place, self.number, self.topic = place, number, topic
        self.group, self.source = group, source
        self.known = "known" if topic.known else "counted" if topic.counted else "unknown"
        self.unit = number.unit or "none"
        self.here: int = markup.clause_at(clause.start)
        self.numbers = [each.start for each in markup.numbers]
        words = words_of(markup.text, clause.start, clause.end, markup.terms)
        words = [word for word in words if word.end <= place.head]
        self.starts = [word.start for word in words]
        self.verbs, self.nouns = [0], [0]
        for word in reversed(words):
            self.verbs.append(self.verbs[-1] + is_verb(word))
            self.nouns.append(self.nouns[-1] + word.tag.startswith("n"))
        self.verbs.reverse()
        self.nouns.reverse()
        self._by_back, self._by_verbs = back_for(source, self.known), verbs_for(self.known)
        self._by_kind, self._by_unit = figure_for(group, self.known), unit_for(self.unit)

    def standing(self, text: str, kind: str, start: int) -> list[Features]:
        """The features of a possible owner that is printed at ``start`` of the sentence, -1 for one that is not."""
        told = [self._by_kind.of(kind), self._by_unit.of(kind), *_measured(self, text)]
        start = _printed_at(self.place, text) if start < 0 else start
        if start >= 0:
            self._place(told, kind, start, start + len(text))
        return told

    def _place(self, told: list[Features], kind: str, start: int, end: int) -> None:
        """Adds how far from the number it stands, in characters, clauses, verbs, nouns and numbers."""
        place, markup = self.place, self.place.markup
        before = end <= place.head
        distance = place.head - end if before else start - self.number.end
        steps = min(max(distance, 0), FARTHEST) // STEP
        clause = markup.clause_at(start)
        told.append(GAP_BEFORE[steps] if before else GAP_AFTER[steps])
        told.append(self._by_back.of(str(self.here - clause)))
        told.append(BEGINS_AT[min(start - markup.clauses[clause].start, FROM_START)])
        told.append(NUMBERS_BETWEEN[min(_between(self.numbers, end, place.head), MANY)])
        if place.clause.start <= start and before:
            first = bisect_left(self.starts, end)
            verbs = min(self.verbs[first], MANY)
            told.append(self._by_verbs[verbs])
            told.append(VERBS_OF_KIND.of(_COUNTS[verbs], kind))
            told.append(NOUNS_BETWEEN[min(self.nouns[first], NOUNS)])


def is_verb(word: Word) -> bool:
    """Whether a word says what is done, terms of a lexicon and nouns made of verbs apart."""
    return not word.is_term and ((word.tag.startswith("v") and word.tag != "vn") or word.text in PREDICATES)


def _printed_at(place: Place, text: str) -> int:
    """Where a name stands in the sentence: last before the number, else after it; -1 if nowhere."""
    if not text:
        return -1
    sentence = place.markup.text
    found = sentence.rfind(text, 0, place.head)
    return found if found >= 0 else sentence.find(text, place.head)


def _measured(figure: Figure, text: str) -> tuple[Features, ...]:
    """Whether it is what is counted or measured itself, or a part of its name."""
    printed = figure.topic.indicator_text
    if not text:
        return ()
    if text in (printed, figure.topic.indicator):
        return measured(figure.group, figure.known, figure.source), measured_in(figure.unit)
    if printed and text in printed:
        return (in_measured(figure.known, figure.group),)
    return (holds_measured(figure.known),) if printed and printed in text else ()


def _between(starts: list[int], start: int, end: int) -> int:
    """How many of ascending offsets lie between two."""
    return bisect_left(starts, end) - bisect_left(starts, start) if start < end else 0
