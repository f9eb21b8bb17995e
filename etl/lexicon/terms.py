"""Lexicon tables as CSV files, and what finds their terms in a text."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Generic, TypeVar

from etl.lexicon.scanner import Scanner

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
    """Finds the terms of a lexicon in a text, leftmost-longest, in linear time.

    Lexicons that are asked of the same texts share a ``scanner``; without one, the finder has its own.
    """

    def __init__(self, entries: Mapping[str, Entry], scanner: Scanner | None = None) -> None:
        self._entries = dict(entries)
        self._scanner = Scanner() if scanner is None else scanner
        self._lexicon = self._scanner.add(self._entries)

    def find(self, text: str) -> list[Found[Entry]]:
        """Every term of the text from left to right; terms do not overlap."""
        return [
            Found(start, end, term, self._entries[term]) for start, end, term in self._scanner.hits(text, self._lexicon)
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
