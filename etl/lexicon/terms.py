"""Lexicon tables as CSV files, and the automaton that finds their terms in a text."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Generic, NamedTuple, TypeVar

import ahocorasick_rs

Entry = TypeVar("Entry")


class Found(NamedTuple, Generic[Entry]):
    """A term in a text: its half-open span in characters, what is printed, and the entry it stands for."""

    start: int
    end: int
    text: str
    entry: Entry


class TermFinder(Generic[Entry]):
    """Finds the terms of a lexicon in a text, leftmost-longest, in linear time.

    All finders share one automaton: a text that several of them are asked about is read once.
    """

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = list(entries.values())
        self._number = _SHARED.add(entries)

    def find(self, text: str) -> list[Found[Entry]]:
        """Every term of the text from left to right; terms do not overlap."""
        matches = _SHARED.matches(text).get(self._number)
        if matches is None:
            return []
        found, last = [], 0
        for start, negative_end, number in matches:
            if start >= last:
                last = -negative_end
                found.append(Found(start, last, text[start:last], self._entries[number]))
        return found


class _Shared:
    """The terms of all lexicons in one automaton."""

    def __init__(self) -> None:
        self._places: dict[str, list[tuple[int, int]]] = {}  # of a term: its lexicons, and its entry in each
        self._finders = 0
        self._owners: list[list[tuple[int, int]]] = []
        self._automaton: ahocorasick_rs.AhoCorasick | None = None
        self.matches = lru_cache(maxsize=1 << 8)(self._matches)

    def add(self, terms: Iterable[str]) -> int:
        """Takes up the terms of one more lexicon, whose number it returns."""
        lexicon, self._finders = self._finders, self._finders + 1
        for entry, term in enumerate(terms):
            self._places.setdefault(term, []).append((lexicon, entry))
        self._automaton = None
        self.matches.cache_clear()
        return lexicon

    def _matches(self, text: str) -> dict[int, list[tuple[int, int, int]]]:
        """Of each lexicon that has terms in the text: (start, -end, entry) in order, the longest at a place first."""
        if self._automaton is None:
            self._owners = list(self._places.values())
            self._automaton = ahocorasick_rs.AhoCorasick(list(self._places), store_patterns=False)
        found: dict[int, list[tuple[int, int, int]]] = {}
        for term, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            for lexicon, entry in self._owners[term]:
                found.setdefault(lexicon, []).append((start, -end, entry))
        for matches in found.values():
            if len(matches) > 1:
                matches.sort()
        return found


_SHARED = _Shared()


def read_rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of the lexicon file ``name`` beside this module, header as keys, cells stripped."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        yield {key: (value or "").strip() for key, value in row.items()}


def split_cell(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds several terms, separated by ``|``."""
    return tuple(part for part in map(str.strip, cell.split("|")) if part)


def by_surface(rows: Iterable[tuple[Iterable[str], Entry]], where: str) -> dict[str, Entry]:
    """One mapping from every surface form to its entry; a form claimed twice is an error naming both."""
    mapping: dict[str, Entry] = {}
    for surfaces, entry in rows:
        for surface in surfaces:
            if mapping.get(surface, entry) != entry:
                raise ValueError(f"{where}: {surface!r} stands for {mapping[surface]!r} and for {entry!r}")
            mapping[surface] = entry
    return mapping
