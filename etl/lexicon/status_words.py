"""The words that make a figure a target or a forecast: 力争, 预期目标, 预计, 有望."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from etl.lexicon.cells import Cells
from etl.lexicon.terms import Found, TermFinder, by_surface, read_rows

FILE = "status_words.csv"

_STATUSES = frozenset({"target", "forecast"})
_STRENGTHS = frozenset({"strong", "weak"})


@dataclass(frozen=True, slots=True)
class StatusWord:
    """A word that takes a figure out of the actual past.

    ``status`` is ``target`` or ``forecast``. A ``strong`` word decides by itself; a ``weak`` one
    (将, 目标, 计划) only where the time of the figure lies ahead or none is printed. ``not_in`` holds
    longer words in which it means something else (将 in 将军); in each of the ``counterexamples``
    the finder finds no form of this entry.
    """

    word: str
    aliases: tuple[str, ...]
    status: str
    strength: str
    not_in: tuple[str, ...]
    example: str
    counterexamples: tuple[str, ...]

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Every printed form, the head word first."""
        return (self.word, *self.aliases)


def _status_word(cells: Cells) -> StatusWord:
    return StatusWord(
        word=cells.filled("word"),
        aliases=cells.several("aliases"),
        status=cells.choice("status", _STATUSES),
        strength=cells.choice("strength", _STRENGTHS),
        not_in=cells.several("not_in"),
        example=cells.filled("example"),
        counterexamples=cells.several("counterexamples"),
    )


STATUS_WORDS: tuple[StatusWord, ...] = tuple(
    _status_word(Cells(FILE, line, row)) for line, row in enumerate(read_rows(FILE), start=2)
)
"""Every entry, in the order of the file."""

SURFACES: Mapping[str, StatusWord] = by_surface(((entry.surfaces, entry) for entry in STATUS_WORDS), FILE)
"""Printed form -> entry."""

_BLOCKED: Mapping[str, StatusWord | None] = {
    longer: None for entry in STATUS_WORDS for longer in entry.not_in if longer not in SURFACES
}
_FINDER = TermFinder[StatusWord | None]({**SURFACES, **_BLOCKED})


def find_status_words(text: str) -> list[Found[StatusWord]]:
    """The status words of the normalised ``text``, left to right, the longest form at each place.

    >>> [(found.text, found.entry.status) for found in find_status_words("将军说，全年预计增长5%")]
    [('预计增长', 'forecast')]
    """
    return [
        Found(found.start, found.end, found.text, found.entry)
        for found in _FINDER.find(text)
        if found.entry is not None
    ]
