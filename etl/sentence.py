"""A sentence and the way of its characters back to the source: what reading makes most of.

Compiled, they are made and read at the price of a few words, and sent to other processes as they say themselves.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(init=False, slots=True, unsafe_hash=True)
class OffsetMap:
    """Maps positions in a rejoined text to positions in the decoded source document. Nobody changes one.

    ``text_starts[i]`` and ``source_starts[i]`` open the i-th run of characters that stand side by
    side in both texts; both tuples ascend and have one entry a run.
    """

    text_starts: tuple[int, ...]
    source_starts: tuple[int, ...]

    def __init__(self, text_starts: tuple[int, ...], source_starts: tuple[int, ...]) -> None:
        self.text_starts = text_starts
        self.source_starts = source_starts

    def __reduce__(self) -> tuple[type[OffsetMap], tuple[object, ...]]:
        return OffsetMap, (self.text_starts, self.source_starts)

    def source(self, position: int) -> int:
        """The source offset of the character at ``position`` of the text, in characters."""
        run = max(bisect_right(self.text_starts, position) - 1, 0) if len(self.text_starts) > 1 else 0
        return self.source_starts[run] + position - self.text_starts[run]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open source span that covers the half-open, non-empty text span."""
        return self.source(start), self.source(end - 1) + 1


@dataclass(init=False, slots=True, unsafe_hash=True)
class Sentence:
    """One sentence as a reader reads it: breaks made by the layout are closed. Nobody changes one: there are many.

    ``text`` has the printed characters; ``offsets`` leads each of them back to the source.
    ``paragraph`` numbers the paragraphs of the article from 0 (the headline is -1), ``role`` is one
    of ``headline``, ``subhead``, ``lead``, ``body``.
    """

    sentence_id: str
    text: str
    offsets: OffsetMap
    paragraph: int
    role: str

    def __init__(self, sentence_id: str, text: str, offsets: OffsetMap, paragraph: int, role: str = "body") -> None:
        self.sentence_id = sentence_id
        self.text = text
        self.offsets = offsets
        self.paragraph = paragraph
        self.role = role

    def __reduce__(self) -> tuple[type[Sentence], tuple[object, ...]]:
        return Sentence, (self.sentence_id, self.text, self.offsets, self.paragraph, self.role)
