"""Paragraphs: the lines of a column, and of the columns that follow it, joined where one goes on in the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from etl.reading.page.glyph import Glyph
from etl.reading.page.row import Row, lines_up, space_between
from etl.reading.stop import is_closed

_INDENT = 1.0  # of the size; 2 are usual
_SHORT = 1.5  # of the size that a last line falls short by
_OTHER = 1.04  # a size so much larger or smaller is another font
_EDGE = 0.6  # of the size that the left edges of a column's lines differ by


@dataclass(slots=True)
class _Line:
    glyphs: list[Glyph]
    x0: float
    x1: float
    size: float

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)


def paragraphs_of(columns: Sequence[Sequence[Row]]) -> list[list[Glyph]]:
    """The paragraphs that these columns, one after the other, print; each as its glyphs in order."""
    paragraphs: list[list[Glyph]] = []
    before: tuple[_Line, float] | None = None  # the line before, and the right edge of its column
    for rows in columns:
        lines = [_line(each) for each in lines_up(rows)]
        left, right = _edges(lines)
        for line in lines:
            if before is None or _begins(line, left, *before):
                paragraphs.append([])
            _append(paragraphs[-1], line.glyphs)
            before = line, right
    return paragraphs


def _line(rows: Sequence[Row]) -> _Line:
    glyphs: list[Glyph] = []
    for row in rows:
        if glyphs:
            glyphs.append(space_between(glyphs[-1], row.glyphs[0]))
        glyphs += row.glyphs
    return _Line(glyphs, rows[0].box.x0, rows[-1].box.x1, median(glyph.size for glyph in glyphs))


def _edges(lines: Sequence[_Line]) -> tuple[float, float]:
    """The left edge that most lines of the column keep to, and the right edge of its widest."""
    starts = sorted(line.x0 for line in lines)
    size = median(line.size for line in lines)
    # The leftmost edge that more than one line keeps to: one line alone may stand out by a bracket or a bullet.
    left = next((a for a, b in pairwise(starts) if b - a < _EDGE * size), starts[0])
    return left, max(line.x1 for line in lines)


def _begins(line: _Line, left: float, before: _Line, before_right: float) -> bool:
    """Whether the line begins a paragraph: it is indented or set apart, or the one before ended short."""
    if max(line.size, before.size) > _OTHER * min(line.size, before.size):
        return True
    if line.x0 - left >= _INDENT * line.size:
        return True
    return before.x1 < before_right - _SHORT * before.size and is_closed(before.text)


def _append(paragraph: list[Glyph], glyphs: Sequence[Glyph]) -> None:
    """Adds a line; words in Latin letters that two lines part keep a space between them."""
    if paragraph and _is_letter(paragraph[-1].text) and _is_letter(glyphs[0].text):
        paragraph.append(space_between(paragraph[-1], paragraph[-1]))
    paragraph += glyphs


def _is_letter(text: str) -> bool:
    return text.isascii() and text.isalpha()
