"""The style a document is set in: what stands apart by blank lines, and whether paragraphs are indented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from etl.reading.block import Block, Kind

_EVIDENCE = 4  # paragraphs
_INDENT = (1.0, 5.0)  # ems, from and below; a centred line begins further in


@dataclass(frozen=True, slots=True)
class Style:
    """``spaced``: blank lines part paragraphs, not only articles; ``indented``: paragraphs begin further in.

    ``marked``: the form's structure says where articles begin, so no other line may be a headline.
    """

    spaced: bool
    indented: bool
    marked: bool = False


MARKED = Style(spaced=True, indented=False, marked=True)
"""The style of a document whose form has paragraphs and headlines of its own."""


def is_indented(block: Block) -> bool:
    """Whether a block begins as far in as paragraphs do."""
    return _INDENT[0] <= block.indent < _INDENT[1]


def style_of(blocks: Sequence[Block]) -> Style:
    """The style that most paragraphs of the document follow."""
    whole = [block for block in blocks if block.kind is Kind.TEXT and block.closed and not block.glued]
    indented = sum(map(is_indented, whole))
    return Style(_is_spaced(blocks), len(whole) >= _EVIDENCE and indented * 10 >= len(whole) * 6)


def _is_spaced(blocks: Sequence[Block]) -> bool:
    """Where no paragraph follows another, a page is known by its 本报讯 below the headlines."""
    neighbours = [(first, second) for first, second in pairwise(blocks) if not second.glued]
    pairs = [second for first, second in neighbours if first.kind is second.kind is Kind.TEXT]
    if pairs:
        return sum(block.gap > 0 for block in pairs) * 2 > len(pairs)
    headed = [second.opens for first, second in neighbours if first.kind is Kind.SHORT and second.kind is Kind.TEXT]
    return all(second.gap > 0 for _, second in neighbours) and any(headed) and sum(headed) * 2 >= len(headed)
