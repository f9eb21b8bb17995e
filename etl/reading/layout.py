"""The layout's breaks are closed: a paragraph that a column, a page or a photograph cut is one again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from etl.reading.block import Block, Kind, view_of
from etl.reading.break_odds import goes_on, is_fragment
from etl.reading.passage import Passage
from etl.reading.stop import FINAL

_CAPTIONS = 3  # a photograph in the middle of a sentence brings no more lines than these
_SUBHEAD = 26.0  # ems; a subhead of more than one clause is no longer
_LONGEST_HEADLINE = 60.0  # ems
_REPEATED = 12  # characters
_HEADING = 40.0  # ems: what is wider cannot be one, unless a byline or 本报讯 follows
_NO_OPENING = "，。、；：！？,.;)）”’」』》〉】%％‰…"
_NO_CLOSING = "的和与及在对将把被从向以并或、"
_OPEN_END = re.compile(
    r"(?:[，、,(《“‘「『0-9]|[的和与及在对将把被从向以并或]|同比|环比|增长|下降|达到?|超过?|约为?|其中|以及)$"
)
_COUNT = re.compile(
    r"(?:[0-9]+(?:\.[0-9]+)?[%亿万倍个]|[十百千]|年|月|日|号|亿|万|个|家|元|吨|%|人|户|项|件|台|辆|笔|份|成|倍|多|余|届)"
)
_PAIRS = (("“", "”"), ("(", ")"), ("《", "》"), ("「", "」"))
_EXCERPT = 100_000  # characters
_MEMORY = 400  # characters of a broken paragraph that its continuation is compared with
_TAIL = 80  # characters; a bracket or quotation that opened longer ago says nothing of a break


def is_spaced(blocks: Sequence[Block]) -> bool:
    """Whether the document sets paragraphs, not only articles, apart by blank lines.

    Where no paragraph follows another, a page is known by its 本报讯 below the headlines.
    """
    neighbours = [(first, second) for first, second in pairwise(blocks) if not second.glued]
    pairs = [second for first, second in neighbours if first.kind is second.kind is Kind.TEXT]
    if pairs:
        return sum(block.gap > 0 for block in pairs) * 2 > len(pairs)
    headed = [second.opens for first, second in neighbours if first.kind is Kind.SHORT and second.kind is Kind.TEXT]
    return all(second.gap > 0 for _, second in neighbours) and any(headed) and sum(headed) * 2 >= len(headed)


def mark_headlines(blocks: Sequence[Block], spaced: bool) -> None:
    """Makes headings of the lines whose own looks say text, when the text of an article opens right below.

    So are read the headlines with a comma, a question and an answer, or more than one clause.
    """
    for before, block, after in zip([None, *blocks], blocks, blocks[1:], strict=False):
        if (
            block.kind in (Kind.TEXT, Kind.CAPTION)
            and block.gap
            and after.gap
            and not spaced
            and _repeats(block, after)
        ):
            block.kind = Kind.SHORT
        if block.kind is not Kind.TEXT or after.kind is not Kind.TEXT or not after.opens or after.glued:
            continue
        apart = (block.gap > 0 or before is None) and (after.gap > 0 or spaced)
        alone = not spaced or (block.width <= _LONGEST_HEADLINE and (before is None or before.closed))
        if apart and alone and "。" not in block.view and not block.opens:
            block.kind = Kind.SHORT


def _repeats(title: Block, below: Block) -> bool:
    """Whether an archive printed the title, which it may have cut short, once more below."""
    return len(title.view) > _REPEATED and below.view.startswith(title.view[:_REPEATED])


def close_breaks(blocks: Sequence[Block], spaced: bool, source: str) -> list[Block]:
    """The blocks with every broken paragraph made one; captions that stood in a break follow it.

    ``source`` is the document, in which a word that a break may have cut is looked for.
    """
    excerpt = source[:_EXCERPT]
    result: list[Block] = []
    index = 0
    while index < len(blocks):
        first = current = blocks[index]
        parts = [first.passage]
        asides: list[Block] = []
        while (found := _continuation(current, blocks, index, spaced, excerpt)) is not None:
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


def _continuation(current: Block, blocks: Sequence[Block], index: int, spaced: bool, source: str) -> int | None:
    """The index of the block that goes on where ``current``, which ends at ``index``, breaks off."""
    if current.kind not in (Kind.TEXT, Kind.SHORT):
        return None
    following = index + 1
    while following < len(blocks) and following <= index + _CAPTIONS and blocks[following].kind is Kind.CAPTION:
        following += 1
    if following >= len(blocks):
        return None
    block = blocks[following]
    if block.kind not in (Kind.TEXT, Kind.SHORT) or block.glued or blocks[index + 1].glued:
        return None
    after = blocks[following + 1] if following + 1 < len(blocks) else None
    return following if _goes_on(current, block, after, spaced, source) else None


def _goes_on(current: Block, block: Block, after: Block | None, spaced: bool, source: str) -> bool:
    if block.text[0] in _NO_OPENING:
        return True
    if current.kind is Kind.TEXT and current.closed:
        return False
    if block.opens or block.numbered:
        return False
    if block.kind is Kind.SHORT and after is not None and (after.opens or after.kind is Kind.BYLINE):
        return False
    if current.kind is Kind.SHORT:
        return _begins_text(current, block, spaced, source)
    if block.kind is Kind.SHORT:
        return ((spaced or block.gap > 0) and _breaks_off(current.view, block.view)) or (spaced and goes_on(block.view))
    if _breaks_off(current.view, block.view) or is_fragment(current.view[-1], block.view, source):
        return True
    if not current.opens and not any(mark in current.view for mark in "，。；："):
        return False
    return spaced or (block.gap > 0 and current.gap == 0)  # what stands alone above a text is its summary


def _begins_text(current: Block, block: Block, spaced: bool, source: str) -> bool:
    """Whether a short line is the beginning of what stands below it, not a heading over it."""
    if current.numbered or not (spaced or block.gap == 0):
        return False
    if _closes(current.view, block.view) or _counts_on(current.view, block.view):
        return True
    if not spaced:
        return False
    if current.view[-1] in _NO_CLOSING or is_fragment(current.view, block.view, source):
        return True
    return block.kind is Kind.TEXT and _is_text(current)


def _breaks_off(head: str, tail: str) -> bool:
    """Whether two texts show by themselves that one sentence stands in both."""
    if len(head) > 4 and _OPEN_END.search(head, len(head) - 4):
        return True
    if _counts_on(head, tail):
        return True
    stop = max(head.rfind(mark) for mark in FINAL)
    sentence = head[max(stop, len(head) - _TAIL) :] if stop >= 0 else head[-_TAIL:]
    return any(sentence.count(opening) > sentence.count(closing) for opening, closing in _PAIRS)


def _counts_on(head: str, tail: str) -> bool:
    """Whether the break parts a number from its unit, a month from its day, or a word in Latin letters."""
    if head[-1] in "零一二三四五六七八九十百千万亿两几数第0123456789" and _COUNT.match(tail):
        return True
    if head[-1] in "年月第约超逾近达为至到增降" and tail[0] in "0123456789":
        return True
    return head[-1].isascii() and head[-1].isalnum() and tail[0].isascii() and tail[0].isalnum()


def _closes(head: str, tail: str) -> bool:
    """Whether the tail closes, before it opens another, a bracket or quotation that the head left open."""
    for opening, closing in _PAIRS:
        if head.count(opening) > head.count(closing):
            before, closed, _ = tail[:_TAIL].partition(closing)
            if closed and opening not in before:
                return True
    return False


def _is_text(block: Block) -> bool:
    """Whether a line without a stop is too long, or has too many clauses, to be a subhead."""
    return block.width > _HEADING or (block.width > _SUBHEAD and block.view.count("，") > 1)
