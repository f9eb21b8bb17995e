"""Verbs of dealing with a product, and the statistic that an amount of it is: 出口钢材9000万吨 is a 出口量.

The verbs were counted before products with an amount in news of 2012 to 2020.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from etl.lexicon.cells import Cells
from etl.lexicon.terms import Found, TermFinder, read_rows

FILE: Final = "dealings.csv"


@dataclass(frozen=True, slots=True)
class Dealing:
    """A verb; ``quantity`` is the statistic of so many tonnes or pieces, ``amount`` that of so much money."""

    verb: str
    quantity: str
    amount: str
    example: str


def _dealing(cells: Cells) -> Dealing:
    return Dealing(cells.filled("verb"), cells.filled("quantity"), cells.filled("amount"), cells.filled("example"))


DEALINGS: Final[dict[str, Dealing]] = {
    row["verb"]: _dealing(Cells(FILE, line, row)) for line, row in enumerate(read_rows(FILE), start=2)
}
"""Verb -> what an amount of its object is called."""

_FINDER: Final = TermFinder[Dealing](DEALINGS)


def find_dealings(text: str) -> list[Found[Dealing]]:
    """The verbs of dealing in the normalised ``text``, left to right; they do not overlap.

    >>> [found.entry.quantity for found in find_dealings("全年出口钢材9000万吨")]
    ['出口量']
    >>> find_dealings("查获进出口货物6000批")
    []
    """
    found = _FINDER.find(text)
    return [each for each in found if not _is_of_goods(text, each.start)] if found else found


def _is_of_goods(text: str, start: int) -> bool:
    """监管、查获|进出口货物: the word tells of what kind the goods are, and 出口 in it is no verb."""
    if text.startswith(_BOTH_WAYS, start):
        return text[max(0, start - 1) : start] in _SEIZES
    return text.startswith(_BOTH_WAYS, max(0, start - 1))


_BOTH_WAYS: Final = "进出口"
_SEIZES: Final = frozenset("获扣管验检放疫")
