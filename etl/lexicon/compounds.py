"""Words that the segmenter cuts, though they are one: 港股|通, 极端|组织, 线|上线|下."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from etl.lexicon.cells import Cells
from etl.lexicon.terms import read_rows
from etl.sieve import Sieved

FILE: Final = "compounds.csv"
TAGS: Final[Mapping[str, str]] = {"n": "名词", "b": "区别词", "v": "动词", "d": "副词"}


@dataclass(frozen=True, slots=True)
class Compound:
    """A word, the part of speech that it is of, and the characters before which it is none: 加强针|对."""

    word: str
    tag: str
    not_before: str
    example: str


def _compound(cells: Cells) -> Compound:
    return Compound(cells.filled("word"), cells.choice("tag", TAGS), cells.text("not_before"), cells.filled("example"))


COMPOUNDS: Final[dict[str, Compound]] = {
    row.word: row
    for row in (_compound(Cells(FILE, line, cells)) for line, cells in enumerate(read_rows(FILE), start=2))
}
"""Every row by its word."""


def _pattern(row: Compound) -> str:
    return re.escape(row.word) + (f"(?![{row.not_before}])" if row.not_before else "")


_ANY: Final = Sieved("|".join(_pattern(row) for row in sorted(COMPOUNDS.values(), key=lambda row: -len(row.word))))


def first_compound(text: str) -> tuple[int, Compound] | None:
    """Where the first compound of the file begins in a text, and its row.

    >>> begin, row = first_compound("沪市和港股通成交") or (0, None)
    >>> begin, row.word if row else None
    (3, '港股通')
    >>> first_compound("港股通过测试")
    """
    found = _ANY.search(text)
    return (found.start(), COMPOUNDS[found.group()]) if found else None
