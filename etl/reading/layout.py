"""The layout's breaks are closed: a paragraph that a column, a page or a photograph cut is one again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.reading.block import Block, Kind, view_of
from etl.reading.break_odds import Words, goes_on, is_fragment
from etl.reading.junction import NO_CLOSING, NO_OPENING, breaks_off, closes, parts_number
from etl.reading.passage import Passage
from etl.reading.style import Style, is_indented

_CAPTIONS = 3  # a photograph in the middle of a sentence brings no more lines than these
_SUBHEAD = 26.0  # ems; a subhead of more than one clause is no longer
_LONGEST_HEADLINE = 60.0  # ems
_REPEATED = 12  # characters
_HEADING = 40.0  # ems: what is wider cannot be one, unless a byline or 本报讯 follows
_EXCERPT = 100_000  # characters
_MEMORY = 400  # characters of a broken paragraph that its continuation is compared with


def mark_headlines(blocks: Sequence[Block], style: Style) -> None:
    """Makes headings of the lines whose own looks say text, when the text of an article opens right below.

    So are read the headlines with a comma, a question and an answer, or more than one clause.
    """
    if style.marked:
        return
    for before, block, after in zip([None, *blocks], blocks, blocks[1:], strict=False):
        if block.kind in (Kind.TEXT, Kind.CAPTION) and block.gap and after.gap and not style.spaced:
            block.kind = Kind.SHORT if _repeats(block, after) else block.kind
        if block.kind is not Kind.TEXT or after.kind is not Kind.TEXT or not after.opens or after.glued:
            continue
        apart = (block.gap > 0 or before is None) and (after.gap > 0 or style.spaced)
        alone = not style.spaced or (block.width <= _LONGEST_HEADLINE and (before is None or before.closed))
        if apart and alone and "。" not in block.view and not block.opens:
            block.kind = Kind.SHORT


def _repeats(title: Block, below: Block) -> bool:
    """Whether an archive printed the title, which it may have cut short, once more below."""
    return len(title.view) > _REPEATED and below.view.startswith(title.view[:_REPEATED])


def close_breaks(blocks: Sequence[Block], style: Style, source: str) -> list[Block]:
    """The blocks with every broken paragraph made one; captions that stood in a break follow it.

    ``source`` is the document, in which a word that a break may have cut is looked for.
    """
    words = Words(source[:_EXCERPT])
    result: list[Block] = []
    index = 0
    while index < len(blocks):
        first = current = blocks[index]
        parts = [first.passage]
        asides: list[Block] = []
        while (found := _continuation(current, blocks, index, style, words)) is not None:
            asides += blocks[index + 1 : found]
            parts.append(blocks[found].passage)
            current = replace(first, kind=Kind.TEXT, view=(current.view + blocks[found].view)[-_MEMORY:])
            index = found
        if len(parts) > 1:
            passage = Passage.joined(parts)
            first = replace(first, kind=Kind.TEXT, passage=passage, view=view_of(passage.text))
        result += [first, *asides]
        index += 1
    return result


def _continuation(current: Block, blocks: Sequence[Block], index: int, style: Style, words: Words) -> int | None:
    """The index of the block that goes on where ``current``, which ends at ``index``, breaks off."""
    if current.kind not in (Kind.TEXT, Kind.SHORT):
        return None
    following = index + 1
    while following < len(blocks) and following <= index + _CAPTIONS and blocks[following].kind is Kind.CAPTION:
        following += 1
    if following >= len(blocks):
        return None
    block = blocks[following]
    if block.kind not in (Kind.TEXT, Kind.SHORT) or block.starts or block.glued or blocks[index + 1].glued:
        return None
    after = blocks[following + 1] if following + 1 < len(blocks) else None
    return following if _goes_on(current, block, after, style, words) else None


def _goes_on(current: Block, block: Block, after: Block | None, style: Style, words: Words) -> bool:
    """Whether ``block``, before ``after``, goes on with the sentence that ``current`` ends in."""
    if block.text[0] in NO_OPENING:
        return True
    if (current.kind is Kind.TEXT and current.closed) or block.opens or block.numbered:
        return False
    if block.kind is Kind.SHORT and after is not None and (after.opens or after.kind is Kind.BYLINE):
        return False
    if current.kind is Kind.SHORT:
        return _begins_text(current, block, style, words)
    if block.kind is Kind.SHORT:
        room = style.spaced or block.gap > 0
        return room and (breaks_off(current.view, block.view) or (_sets_on(block, style) and goes_on(block.view)))
    if breaks_off(current.view, block.view) or is_fragment(current.view[-1], block.view, words):
        return True
    if style.indented:
        return not is_indented(block)
    if not current.opens and not any(mark in current.view for mark in "，。；："):
        return False
    return style.spaced or (block.gap > 0 and current.gap == 0)  # what stands alone above a text is its summary


def _sets_on(block: Block, style: Style) -> bool:
    """Whether the page sets the block where the rest of a paragraph may stand."""
    return not is_indented(block) if style.indented else style.spaced


def _begins_text(current: Block, block: Block, style: Style, words: Words) -> bool:
    """Whether a short line is the beginning of what stands below it, not a heading over it."""
    if current.numbered or not (style.spaced or style.indented or block.gap == 0):
        return False
    if closes(current.view, block.view) or parts_number(current.view, block.view):
        return True
    if style.indented:
        return is_indented(current) and not is_indented(block)
    if not style.spaced:
        return False
    if current.view[-1] in NO_CLOSING or is_fragment(current.view, block.view, words):
        return True
    return block.kind is Kind.TEXT and _is_text(current)


def _is_text(block: Block) -> bool:
    """Whether a line without a stop is too long, or has too many clauses, to be a subhead."""
    return block.width > _HEADING or (block.width > _SUBHEAD and block.view.count("，") > 1)
