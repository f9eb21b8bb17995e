"""The lines of a document: what stands between two line ends, with the room around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from etl.reading.passage import LAYOUT, Passage

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")


class Mark(Enum):
    """What a form's own structure says of a line, so that its looks need not be asked."""

    HEADLINE = auto()
    OPENING = auto()  # the first line of an article that has no headline
    BYLINE = auto()
    FURNITURE = auto()


@dataclass(init=False, slots=True)
class Line:
    """One printed line without the layout at its ends.

    ``gap`` counts the blank lines before it, ``indent`` is the room it begins with, in ems. Nobody changes one.
    """

    passage: Passage
    gap: int
    indent: float
    mark: Mark | None

    def __init__(self, passage: Passage, gap: int, indent: float, mark: Mark | None = None) -> None:
        self.passage = passage
        self.gap = gap
        self.indent = indent
        self.mark = mark

    @property
    def width(self) -> float:
        """The width up to its last character, in ems: what the column took of it."""
        return self.indent + width(self.passage.text)


def width(text: str) -> float:
    """The printed width in ems: an ASCII character takes half of one."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2


def lines_of(text: str) -> list[Line]:
    """The lines of the document that print something, from top to bottom."""
    lines: list[Line] = []
    previous = 0
    for match in _LINE.finditer(text):
        bare = match.group().strip(LAYOUT)
        if not bare:
            continue
        start = text.index(bare[0], match.start())
        ends = text.count("\n", previous, start) or text.count("\r", previous, start)
        gap = max(ends - 1, 0) if lines else 0
        indent = width(text[match.start() : start]) if start > match.start() else 0.0
        lines.append(Line(Passage(bare, ((start, start + len(bare)),)), gap, indent))
        previous = start + len(bare)
    return lines
