"""Words that open a clause before who acts in it: 目前|全市, 但|企业."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from etl.lexicon.cells import Cells
from etl.lexicon.terms import read_rows

FILE: Final = "leads.csv"


@dataclass(frozen=True, slots=True)
class Lead:
    """A word; before one of the characters ``not_before`` it is the beginning of another (现|场, 共|产党)."""

    word: str
    not_before: str
    example: str


def _lead(cells: Cells) -> Lead:
    return Lead(cells.filled("word"), cells.text("not_before"), cells.filled("example"))


LEADS: tuple[Lead, ...] = tuple(_lead(Cells(FILE, line, row)) for line, row in enumerate(read_rows(FILE), start=2))
"""Every lead, in the order of the file."""
