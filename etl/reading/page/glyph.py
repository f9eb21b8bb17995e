"""Glyphs: the characters of a page with their places, before anything is known of lines and columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median_low

_SAME = 0.35  # of the size: two prints of one character that lie closer are one, set bold by printing it twice


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in units of the page; y grows downwards."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """From the left to the right edge."""
        return self.x1 - self.x0

    @property
    def middle(self) -> float:
        """The horizontal middle."""
        return (self.x0 + self.x1) / 2

    def covers(self, x: float) -> bool:
        """Whether the vertical line at ``x`` goes through the box."""
        return self.x0 <= x <= self.x1

    def beside(self, other: Box) -> bool:
        """Whether some horizontal line goes through both boxes."""
        return min(self.y1, other.y1) > max(self.y0, other.y0)


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed character: its box, the size of its font, the line it stands on, the recogniser's certainty.

    ``seen`` is where the picture of the page shows it, when that is elsewhere because the page lies askew.
    ``part`` numbers the lines that the recogniser found; it is 0 where nobody did.
    """

    text: str
    box: Box
    size: float
    baseline: float
    certainty: float = 1.0
    seen: Box | None = None
    part: int = 0


@dataclass(slots=True)
class PrintedPage:
    """One page: its size, its glyphs, and the boxes of its pictures; ``number`` counts from 0."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    pictures: list[Box] = field(default_factory=list)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them."""
    several = list(boxes)
    return Box(
        min(box.x0 for box in several),
        min(box.y0 for box in several),
        max(box.x1 for box in several),
        max(box.y1 for box in several),
    )


def body_size(glyphs: Sequence[Glyph]) -> float:
    """The size that most characters are set in."""
    return median_low([glyph.size for glyph in glyphs]) if glyphs else 0.0


def printed_once(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """The glyphs without those that are printed a second time at the same place."""
    kept: list[Glyph] = []
    seen: defaultdict[tuple[str, int, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        step = max(glyph.size, 1.0)
        column, row = int(glyph.box.x0 / step), int(glyph.baseline / step)
        near = (other for i in (-1, 0, 1) for j in (-1, 0, 1) for other in seen[glyph.text, column + i, row + j])
        if not any(_is_same(glyph, other) for other in near):
            kept.append(glyph)
            seen[glyph.text, column, row].append(glyph)
    return kept


def _is_same(one: Glyph, other: Glyph) -> bool:
    near = _SAME * one.size
    if one.text.isascii():
        near /= 3  # 11 is two ones side by side
    return abs(one.box.x0 - other.box.x0) < near and abs(one.baseline - other.baseline) < near
