"""Lexicon tables as CSV files, and the automaton that finds their terms in a text."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Generic, TypeVar

import ahocorasick_rs

Entry = TypeVar("Entry")


class Found(Generic[Entry]):
    """A term in a text: its half-open span in characters, what is printed, and the entry it stands for."""

    __slots__ = ("end", "entry", "start", "text")

    def __init__(self, start: int, end: int, text: str, entry: Entry) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.entry = entry


class TermFinder(Generic[Entry]):
    """Finds the terms of a lexicon in a text, leftmost-longest, in linear time."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._surfaces = list(entries)
        self._entries = list(entries.values())
        self._automaton = ahocorasick_rs.AhoCorasick(
            self._surfaces, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=False
        )

    def find(self, text: str) -> list[Found[Entry]]:
        """Every term of the text from left to right; terms do not overlap."""
        return [
            Found(start, end, text[start:end], self._entries[number])
            for number, start, end in self._automaton.find_matches_as_indexes(text)
        ]


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
