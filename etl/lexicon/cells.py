"""Checks of lexicon cells: every complaint names the file, the row, the column and the cell."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from etl.characters import normalise
from etl.lexicon.terms import split_cell

_ASCII_WORD: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_WORD_OR_DIGIT: Final = _ASCII_WORD | frozenset("0123456789")


class Cells:
    """The cells of one row of a lexicon file, read with checks.

    ``where`` names file and line, as ``indicators.csv row 12``; every error begins with it.
    """

    def __init__(self, file: str, line: int, row: Mapping[str, str]) -> None:
        self.where = f"{file} row {line}"
        self._row = row

    def text(self, column: str) -> str:
        """The cell, on the normalised view; ValueError if the column is missing."""
        if column not in self._row:
            raise ValueError(f"{self.where}: column {column!r} is missing; the header must name it")
        return normalise(self._row[column])

    def filled(self, column: str) -> str:
        """The cell, which must not be empty."""
        cell = self.text(column)
        if not cell:
            raise ValueError(f"{self.where}, column {column}: the cell is empty; fill it in or delete the row")
        return cell

    def choice(self, column: str, allowed: Collection[str]) -> str:
        """The cell, which must be one of ``allowed``."""
        cell = self.text(column)
        if cell not in allowed:
            raise ValueError(f"{self.where}, column {column}: {cell!r} is none of {', '.join(sorted(allowed))}")
        return cell

    def flag(self, column: str) -> bool:
        """True for ``yes``, False for an empty cell."""
        return self.choice(column, ("yes", "")) == "yes"

    def several(self, column: str) -> tuple[str, ...]:
        """The parts of a cell separated by ``|``; a part given twice is an error."""
        parts = split_cell(self.text(column))
        if len(set(parts)) < len(parts):
            twice = next(part for part in parts if parts.count(part) > 1)
            raise ValueError(f"{self.where}, column {column}: {twice!r} is given twice")
        return parts


def stands_alone(text: str, start: int, end: int) -> bool:
    """False where a Latin term is only a piece of a longer Latin word, as ``PPI`` in ``SHIPPING``.

    A term that ends in a digit (``M2``) must not run on into another digit either.
    """
    if start and text[start] in _WORD_OR_DIGIT and text[start - 1] in _ASCII_WORD:
        return False
    if end == len(text):
        return True
    barred = _ASCII_WORD if text[end - 1] in _ASCII_WORD else _WORD_OR_DIGIT
    return text[end - 1] not in _WORD_OR_DIGIT or text[end] not in barred
