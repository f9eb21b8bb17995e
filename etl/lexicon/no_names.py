"""Words that look like a noun phrase beside a number and name nobody and nothing: 同期, 水平, …以来."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from etl.lexicon.cells import Cells
from etl.lexicon.terms import read_rows

FILE: Final = "no_names.csv"
USES: Final[Mapping[str, str]] = {"phrase": "名词短语", "actor": "主语"}
"""Of what it is said: of any noun phrase, or of who acts in a clause."""
PLACES: Final[Mapping[str, str]] = {"whole": "全部", "opens": "开头", "ends": "结尾"}
"""Where in a phrase the word stands that makes it no name."""


@dataclass(frozen=True, slots=True)
class NoName:
    """A word; ``longest`` is how many characters the phrase may have at most, 0 for any number."""

    word: str
    of: str
    where: str
    longest: int
    example: str


def _no_name(cells: Cells) -> NoName:
    return NoName(
        word=cells.filled("word"),
        of=cells.choice("of", USES),
        where=cells.choice("where", PLACES),
        longest=int(cells.text("longest") or 0),
        example=cells.filled("example"),
    )


NO_NAMES: Final[tuple[NoName, ...]] = tuple(
    _no_name(Cells(FILE, line, row)) for line, row in enumerate(read_rows(FILE), start=2)
)
"""Every row, in the order of the file."""


class _Sieve:
    """The rows of one use, ready to be asked."""

    def __init__(self, of: str) -> None:
        rows = [row for row in NO_NAMES if row.of == of]
        self.whole = frozenset(row.word for row in rows if row.where == "whole")
        self._opens = tuple((row.word, row.longest) for row in rows if row.where == "opens")
        self._ends = tuple(row.word for row in rows if row.where == "ends")

    def holds(self, text: str) -> bool:
        """Whether a phrase is no name."""
        if text in self.whole or text.endswith(self._ends):
            return True
        return any(text.startswith(word) and (not longest or len(text) <= longest) for word, longest in self._opens)


_SIEVES: Final[dict[str, _Sieve]] = {of: _Sieve(of) for of in USES}


def is_no_name(text: str, of: str) -> bool:
    """Whether a phrase names nothing that can be ``of`` (a key of ``USES``).

    >>> is_no_name("同期", "phrase"), is_no_name("钢铁", "phrase")
    (True, False)
    """
    return _SIEVES[of].holds(text)


_NOTHING: Final = _SIEVES["phrase"].whole & _SIEVES["actor"].whole


def is_nothing(text: str) -> bool:
    """Whether a phrase as a whole is neither a noun phrase nor somebody who acts.

    >>> is_nothing("今天下午"), is_nothing("今天下午的会议"), is_nothing("双方")
    (True, False, False)
    """
    return text in _NOTHING
