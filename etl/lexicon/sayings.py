"""Verbs of saying: who stands before one tells a figure and does not own it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from etl.lexicon.cells import Cells
from etl.lexicon.terms import read_rows

FILE: Final = "sayings.csv"


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb; ``closes`` tells that a clause that ends in it only says who says so."""

    word: str
    closes: bool
    example: str


def _saying(cells: Cells) -> Saying:
    return Saying(cells.filled("word"), cells.flag("closes"), cells.filled("example"))


SAYINGS: Final[tuple[Saying, ...]] = tuple(
    _saying(Cells(FILE, line, row)) for line, row in enumerate(read_rows(FILE), start=2)
)
"""Every verb, in the order of the file."""
