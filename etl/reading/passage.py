"""A passage: text that may lie in several pieces of the source, each character with its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from etl.model import OffsetMap

#: What only makes room: white space of every width, and characters that print nothing.
LAYOUT = (
    " \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u200c\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)

_LAYOUT = frozenset(LAYOUT)


@dataclass(init=False, slots=True)
class Passage:
    """``text`` and the source spans it stands in, half-open and ascending, in reading order. Nobody changes one."""

    text: str
    spans: tuple[tuple[int, int], ...]

    def __init__(self, text: str, spans: tuple[tuple[int, int], ...]) -> None:
        self.text = text
        self.spans = spans

    @classmethod
    def of(cls, source: str, start: int, end: int) -> Passage:
        """The passage that the source prints from ``start`` to ``end``."""
        return cls(source[start:end], ((start, end),))

    @classmethod
    def joined(cls, parts: Iterable[Passage]) -> Passage:
        """The passages one after the other, with nothing between them."""
        several = tuple(parts)
        spans: list[tuple[int, int]] = []
        for start, end in (span for part in several for span in part.spans):
            if spans and spans[-1][1] == start:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
        return cls("".join(part.text for part in several), tuple(spans))

    @property
    def start(self) -> int:
        """The source offset of the first character."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """The source offset behind the last character."""
        return self.spans[-1][1]

    @property
    def offsets(self) -> OffsetMap:
        """The way from each character to the source: one run for each span."""
        if len(self.spans) == 1:
            return OffsetMap((0,), (self.spans[0][0],))
        starts, length = [], 0
        for start, end in self.spans:
            starts.append(length)
            length += end - start
        return OffsetMap(tuple(starts), tuple(start for start, _ in self.spans))

    def cut(self, start: int, end: int) -> Passage:
        """The non-empty part from ``start`` to ``end`` of the text, layout at both ends left out.

        A part of nothing but layout is an empty passage without spans.
        """
        piece = self.text[start:end]
        if piece and len(self.spans) == 1 and piece[0] not in _LAYOUT and piece[-1] not in _LAYOUT:
            offset = self.spans[0][0] + start
            return Passage(piece, ((offset, offset + len(piece)),))
        bare = piece.lstrip(LAYOUT)
        start += len(piece) - len(bare)
        bare = bare.rstrip(LAYOUT)
        if not bare:
            return Passage("", ())
        if len(self.spans) == 1:
            offset = self.spans[0][0]
            return Passage(bare, ((offset + start, offset + start + len(bare)),))
        return Passage(bare, self._spans_of(start, start + len(bare)))

    def _spans_of(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        starts = self.offsets.text_starts
        spans = []
        for index in range(bisect_right(starts, start) - 1, len(self.spans)):
            if starts[index] >= end:
                break
            source, stop = self.spans[index]
            opening = source + max(start - starts[index], 0)
            spans.append((opening, min(stop, source + end - starts[index])))
        return tuple(spans)
