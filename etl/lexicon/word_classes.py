"""Parts of speech that the segmenter has wrong: 全面, 专门 before a verb are no nouns, 村 after a name is one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from etl.lexicon.cells import Cells
from etl.lexicon.terms import read_rows

FILE: Final = "word_classes.csv"
TAGS: Final[Mapping[str, str]] = {"d": "副词", "v": "动词", "n": "名词", "p": "介词", "t": "时间词"}
PLACES: Final[Mapping[str, str]] = {"": "任何", "verb": "动词之前", "name": "名称之后"}
"""Where a word is of that class: anywhere, before a verb, a preposition, an adverb or the end, after a name."""

_VERBAL: Final = frozenset({"v", "vd", "vi", "vq", "p", "d", ""})
_NAMES: Final = frozenset({"ns", "n", "nr", "nz", "nt", "nrt", "nrfg", "j"})


@dataclass(frozen=True, slots=True)
class WordClass:
    """A word, the part of speech that it is of, and where."""

    word: str
    tag: str
    where: str
    example: str

    def holds(self, before: str, after: str) -> bool:
        """Whether the word is of that class between words of these parts of speech."""
        if self.where == "verb":
            return after in _VERBAL
        return before in _NAMES if self.where == "name" else True


def _word_class(cells: Cells) -> WordClass:
    return WordClass(
        word=cells.filled("word"),
        tag=cells.choice("tag", TAGS),
        where=cells.choice("where", PLACES),
        example=cells.filled("example"),
    )


WORD_CLASSES: Final[dict[str, WordClass]] = {
    row.word: row
    for row in (_word_class(Cells(FILE, line, cells)) for line, cells in enumerate(read_rows(FILE), start=2))
}
"""Every row by its word."""


def corrected(tagged: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Words with their parts of speech, those of the file put right; the list is changed in place.

    >>> corrected([("企业", "n"), ("专门", "n"), ("设立", "v")])
    [('企业', 'n'), ('专门', 'd'), ('设立', 'v')]
    >>> corrected([("专门", "n"), ("委员会", "n")])
    [('专门', 'n'), ('委员会', 'n')]
    """
    for place, (word, _) in enumerate(tagged):
        known = WORD_CLASSES.get(word)
        if known is not None:
            before = tagged[place - 1][1] if place else ""
            after = tagged[place + 1][1] if place + 1 < len(tagged) else ""
            if known.holds(before, after):
                tagged[place] = (word, known.tag)
    return tagged
