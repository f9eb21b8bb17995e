"""Words that contain a lexicon's term without meaning it: 农业农村部 is no farming, 日照时数 is no city."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar, cast

from etl.characters import normalise
from etl.lexicon.scanner import TERMS
from etl.lexicon.terms import Found, TermFinder, read_rows, split_cell

Entry = TypeVar("Entry")


def lookalikes(lexicon: str) -> tuple[str, ...]:
    """The words of ``lookalikes.csv`` in which the finder of ``lexicon`` (``sectors`` ...) reads nothing."""
    return tuple(row["term"] for row in read_rows("lookalikes.csv") if lexicon in split_cell(row["lexicon"]))


class GuardedFinder(Generic[Entry]):
    """A finder whose lookalikes take part in the leftmost-longest search and are then left out."""

    def __init__(self, entries: Mapping[str, Entry], lexicon: str) -> None:
        guarded: dict[str, Entry | None] = {normalise(surface): entry for surface, entry in entries.items()}
        for term in lookalikes(lexicon):
            if term in guarded:
                raise ValueError(f"lookalikes.csv: {term!r} is a term of {lexicon} too; take it out of one of them")
            guarded[term] = None
        self._finder = TermFinder(guarded, TERMS)

    def find(self, text: str) -> list[Found[Entry]]:
        """Every term of the normalised text from left to right, lookalikes left out; terms do not overlap."""
        return [
            cast("Found[Entry]", found)
            for found in self._finder.find(text)
            if found.entry is not None and not _inside_word(text, found.start, found.end)
        ]


def _inside_word(text: str, start: int, end: int) -> bool:
    """Whether the span cuts a run of letters or digits: PX in UPX, G20 in G208."""
    if not (text[end - 1].isascii() or text[start].isascii()):
        return False
    return (_is_latin(text[end - 1]) and _is_latin(text[end : end + 1])) or (
        _is_latin(text[start]) and start > 0 and _is_latin(text[start - 1])
    )


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
