"""One automaton for the terms of several lexicons: a text is gone through once for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias

import ahocorasick_rs

Hit: TypeAlias = tuple[int, int, str]
"""A term in a text: its half-open span in characters, and the term."""
_KEPT: Final = 1_000
"""So many texts that nobody announced."""


class Scanner:
    """Finds the terms of all its lexicons in a text, of each lexicon leftmost-longest, in linear time.

    The automaton tells every term at every place; what each lexicon would have found alone is chosen from that, which
    takes an eighth of the time of an automaton for each. It is made when the first text is scanned, and anew should a
    lexicon be added later. What was found is kept, for one lexicon after the other asks of the same text.

    >>> scanner = Scanner()
    >>> industries, statistics = scanner.add(["工业", "工业企业"]), scanner.add(["利润", "企业利润"])
    >>> scanner.hits("工业企业利润", industries), scanner.hits("工业企业利润", statistics)
    ([(0, 4, '工业企业')], [(2, 6, '企业利润')])
    """

    def __init__(self) -> None:
        self._lexicons: list[list[str]] = []
        self._terms: list[str] = []
        self._of: list[list[int]] = []
        self._automaton: ahocorasick_rs.AhoCorasick | None = None
        self._known: dict[str, list[list[Hit]]] = {}

    def add(self, terms: Iterable[str]) -> int:
        """The number of a new lexicon with these terms."""
        self._lexicons.append(list(terms))
        self._automaton, self._known = None, {}
        return len(self._lexicons) - 1

    def look_through(self, texts: Iterable[str]) -> None:
        """Scans texts of which will be asked soon; what was found in others is forgotten.

        The automaton takes some megabytes: so it is fetched into the processor's cache once and not for every text.
        """
        self._known = {text: self._scanned(text) for text in texts}

    def hits(self, text: str, lexicon: int) -> list[Hit]:
        """What a lexicon has in a text, from left to right; terms do not overlap."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known = {}
            known = self._known[text] = self._scanned(text)
        return known[lexicon]

    def _scanned(self, text: str) -> list[list[Hit]]:
        """For every lexicon its terms in a text."""
        every: list[list[tuple[int, int, int]]] = [[] for _ in self._lexicons]
        for number, start, end in self._made().find_matches_as_indexes(text, overlapping=True):
            for lexicon in self._of[number]:
                every[lexicon].append((start, -end, number))
        return [self._leftmost_longest(found) for found in every]

    def _leftmost_longest(self, found: list[tuple[int, int, int]]) -> list[Hit]:
        """Of terms as start, end below zero, number: the first, of those that begin there the longest, and so on."""
        chosen: list[Hit] = []
        reach = 0
        if len(found) > 1:
            found.sort()
        for start, below, number in found:
            if start >= reach:
                reach = -below
                chosen.append((start, reach, self._terms[number]))
        return chosen

    def _made(self) -> ahocorasick_rs.AhoCorasick:
        automaton = self._automaton
        if automaton is None:
            bearers: dict[str, list[int]] = {}
            for number, terms in enumerate(self._lexicons):
                for term in terms:
                    bearers.setdefault(term, []).append(number)
            self._terms, self._of = list(bearers), list(bearers.values())
            automaton = self._automaton = ahocorasick_rs.AhoCorasick(
                self._terms, matchkind=ahocorasick_rs.MatchKind.Standard, store_patterns=False
            )
        return automaton


TERMS: Final = Scanner()
"""Of the lexicons that every sentence with a number is looked through by."""
