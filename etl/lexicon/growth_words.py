"""The words that say how a number is meant: grown, changed, reached, above, share of, ranked, against what.

The list was made by counting what stands before numbers in news of 2007 to 2020 and reviewed by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast

from etl.lexicon.cells import Cells
from etl.lexicon.scanner import TERMS
from etl.lexicon.terms import Found, TermFinder, by_surface, read_rows
from etl.schema import CODES

FILE: Final = "growth_words.csv"

CONTEXTS: Final[Mapping[str, str]] = {
    "verb": "增减动词",
    "flat": "持平",
    "noun": "增减名词",
    "result": "变动结果",
    "level": "水平",
    "gap": "差距",
    "contribution": "贡献",
    "share": "占比",
    "rank": "位次",
    "marker": "比较标记",
}
"""Context -> Chinese label.

``verb`` stands before the number it signs (增长7.2%); ``flat`` asserts no change without a number
(持平); ``noun`` names a change that a verb may follow (增速为, 降幅收窄: the signs multiply);
``result`` is a move whose number is where it ends (升至50.5%); ``level`` precedes an amount (达到, 为);
``gap``, ``contribution``, ``share`` and ``rank`` precede figures of that measure; ``marker`` says
against what (同比), the number following later.
"""

_MEASURES: Final = frozenset(CODES["measure"])
_COMPARISONS: Final = frozenset(CODES["comparison"]) | {""}
_SIGNS: Final = {"+": 1, "-": -1, "0": 0}


@dataclass(frozen=True, slots=True)
class GrowthWord:
    """A word of change, level, share, gap or comparison.

    ``sign`` is what it does to the number after it: 1 and -1 multiply, 0 leaves it alone.
    ``measure`` is that of a number in %, 成 or 倍 (and of 翻番), ``points`` that of one in 百分点,
    ``amount`` that of one in any other unit; ``comparison`` is '' where the word names none.
    ``not_in`` holds longer words in which it means something else (增加 in 增加值).
    """

    word: str
    aliases: tuple[str, ...]
    context: str
    sign: int
    measure: str
    points: str
    amount: str
    comparison: str
    not_in: tuple[str, ...]
    example: str

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Every printed form, the head word first."""
        return (self.word, *self.aliases)


def _growth_word(cells: Cells) -> GrowthWord:
    return GrowthWord(
        word=cells.filled("word"),
        aliases=cells.several("aliases"),
        context=cells.choice("context", CONTEXTS),
        sign=_SIGNS[cells.choice("sign", _SIGNS)],
        measure=cells.choice("measure", _MEASURES),
        points=cells.choice("points", _MEASURES),
        amount=cells.choice("amount", _MEASURES),
        comparison=cells.choice("comparison", _COMPARISONS),
        not_in=cells.several("not_in"),
        example=cells.filled("example"),
    )


GROWTH_WORDS: Final[tuple[GrowthWord, ...]] = tuple(
    _growth_word(Cells(FILE, line, row)) for line, row in enumerate(read_rows(FILE), start=2)
)
"""Every entry, in the order of the file."""

SURFACES: Final[Mapping[str, GrowthWord]] = by_surface(((entry.surfaces, entry) for entry in GROWTH_WORDS), FILE)
"""Printed form -> entry."""

_BLOCKED: Final[Mapping[str, GrowthWord | None]] = {
    longer: None for entry in GROWTH_WORDS for longer in entry.not_in if longer not in SURFACES
}
_FINDER: Final = TermFinder[GrowthWord | None]({**SURFACES, **_BLOCKED}, TERMS)


def find_growth_words(text: str) -> list[Found[GrowthWord]]:
    """The growth words of the normalised ``text``, left to right, the longest form at each place.

    >>> [(found.text, found.entry.sign) for found in find_growth_words("增加值增速回落0.2个百分点")]
    [('增速', 1), ('回落', -1)]
    """
    return [cast("Found[GrowthWord]", found) for found in _FINDER.find(text) if found.entry is not None]
