"""The sources that sentences name for their figures: ministries, agencies, associations, institutes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from etl.lexicon.cells import Cells, stands_alone
from etl.lexicon.scanner import TERMS
from etl.lexicon.terms import Found, TermFinder, by_surface, read_rows

FILE: Final = "attributions.csv"

KINDS: Final[Mapping[str, str]] = {
    "ministry": "国务院组成部门",
    "agency": "国家机关",
    "local": "地方部门",
    "association": "行业协会",
    "research": "研究机构",
    "company": "企业",
    "international": "国际组织",
    "foreign": "外国机构",
    "media": "媒体",
}
"""Kind -> Chinese label."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A body that publishes figures: its full name, its kind, and the names it is printed under.

    A body that was renamed stands under its present name (国土资源部 under 自然资源部).
    """

    name: str
    kind: str
    aliases: tuple[str, ...]
    example: str

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Every printed form, the full name first."""
        return (self.name, *self.aliases)


def _attribution(cells: Cells) -> Attribution:
    return Attribution(
        name=cells.filled("name"),
        kind=cells.choice("kind", KINDS),
        aliases=cells.several("aliases"),
        example=cells.filled("example"),
    )


ATTRIBUTIONS: Final[tuple[Attribution, ...]] = tuple(
    _attribution(Cells(FILE, line, row)) for line, row in enumerate(read_rows(FILE), start=2)
)
"""Every entry, in the order of the file."""

SURFACES: Final[Mapping[str, Attribution]] = by_surface(((entry.surfaces, entry) for entry in ATTRIBUTIONS), FILE)
"""Printed form -> entry."""

_FINDER: Final = TermFinder(SURFACES, TERMS)


def find_attributions(text: str) -> list[Found[Attribution]]:
    """The sources that the normalised ``text`` names, left to right, the longest form at each place.

    The name alone is no attribution: the caller asks for 据, 获悉, 公布, 数据显示 beside it.

    >>> [found.entry.name for found in find_attributions("据工信部统计")]
    ['工业和信息化部']
    """
    return [found for found in _FINDER.find(text) if stands_alone(text, found.start, found.end)]
