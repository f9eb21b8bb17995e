"""Blocks: the lines of a page once the columns are closed, each with what kind of text it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from etl.characters import normalise
from etl.reading.byline import author_note, byline_of, closing_credit, dateline_behind, opens_article
from etl.reading.furniture import credit_start, is_furniture
from etl.reading.jump import jump_back, jump_on
from etl.reading.line import Line, Mark, width
from etl.reading.numeral import whole
from etl.reading.passage import Passage
from etl.reading.stop import FINAL, LEADING_ON, is_closed

_LONGEST_HEADING = 60.0  # ems
_LONGEST_TITLE = 130.0  # ems: archives print the whole headline group in one line
_PAGE = re.compile(
    r"(?:第 ?)?[A-Z]?(?P<number>[0-9]{1,3}|[一二三四五六七八九十]{1,3}) ?版(?: ?[:：·/ ] ?[一-龥·]{2,10})?"
    r"|头版(?: ?头条)?"
)
_STAMP = re.compile(
    r"(?:[。！？”)]|(?:设计|编辑|责编)[：:][一-龥 ]{2,12})((?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9])(?=[^ ])"
)
_CAPTION_END = re.compile(
    r"(?:(?:^|[。 /():：])[一-龥·/]{1,12}[ /]?(?:(?<!拍)摄|供图|制图|摄影报道)"
    r"|新华社发|(?:资料|人民|新华)图片|资料照片|资料图|人民视觉|视觉中国)\)?$"
    r"|[。 ](?:本报|新华社|[一-龥·]{2,10})记者 [一-龥 ]{2,12}$"
)
_CAPTION_START = re.compile(r"图为|图[①-⑩1-9一二三四]?[:：]|[上下左右]图[:：为]")
_CAPTION_TAIL = 30  # characters
_CAPTION_LENGTH = 160  # characters
_END = 100  # characters; furniture, bylines, jumps and credits are shorter
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十0-9]{1,3}\)|第[一二三四五六七八九十]{1,3}[章节编条，])"
)


class Kind(Enum):
    """What a block is by its own looks, before its neighbours are asked."""

    FURNITURE = auto()
    PAGE = auto()
    BYLINE = auto()
    JUMP = auto()
    DATELINE = auto()
    STAMP = auto()
    CAPTION = auto()
    HEADLINE = auto()  # by the form's own structure
    SHORT = auto()  # may be a headline or a subhead
    TEXT = auto()


_MARKED = {Mark.HEADLINE: Kind.HEADLINE, Mark.BYLINE: Kind.BYLINE, Mark.FURNITURE: Kind.FURNITURE}


@dataclass(slots=True)
class Block:
    """One logical line, or a part of one that means something else than the rest.

    ``gap`` counts the blank lines before it, ``indent`` is the room it begins with in ems, ``view`` is
    its normalised text, ``glued`` says that the part before it stands in the same line, ``starts`` that
    the form's structure begins an article here.
    """

    passage: Passage
    gap: int
    kind: Kind = Kind.TEXT
    view: str = ""
    glued: bool = False
    indent: float = 0.0
    starts: bool = False

    @property
    def text(self) -> str:
        """The printed text."""
        return self.passage.text

    @property
    def closed(self) -> bool:
        """Whether a paragraph may end with this block."""
        return is_closed(self.view)

    @property
    def opens(self) -> bool:
        """Whether the text of an article may begin with this block."""
        return self.kind is Kind.TEXT and opens_article(self.view)

    @property
    def width(self) -> float:
        """The printed width in ems."""
        return width(self.text)

    @property
    def numbered(self) -> bool:
        """Whether it begins as a numbered heading does: 一、 （二） 第三章."""
        return _NUMBERED.match(self.view) is not None


def view_of(text: str) -> str:
    """The normalised text; of a long one only both ends, since all that is asked of a line stands there."""
    if len(text) <= 2 * _END:
        return normalise(text)
    return normalise(text[:_END]) + text[_END:-_END] + normalise(text[-_END:])


def blocks_of(line: Line, day: str) -> list[Block]:
    """The blocks of a logical line: its text, and what is set off at its ends or inside.

    ``day`` is the day of issue as some archives stamp it between two articles: 20190315.
    """
    view = view_of(line.passage.text)
    if line.mark in _MARKED:
        return [Block(line.passage, line.gap, _MARKED[line.mark], view)]
    blocks = _looked_at(line, view, day)
    blocks[0].starts = line.mark is Mark.OPENING
    return blocks


def _looked_at(line: Line, view: str, day: str) -> list[Block]:
    stamp = _stamp(view, day)
    if stamp is None:
        return _parts(line.passage, view, line)
    start, end = stamp
    mark = line.passage.cut(start, end)
    blocks = [Block(mark, 0, Kind.STAMP, mark.text, glued=start > 0)]
    if start:
        before = line.passage.cut(0, start)
        blocks = _parts(before, view_of(before.text), line) + blocks
    behind = line.passage.cut(end, len(view))
    return blocks + (_parts(behind, view_of(behind.text), line) if behind.text else [])


def _stamp(view: str, day: str) -> tuple[int, int] | None:
    """The place of a date that an archive set between two articles: 。2009-02-06全球…, 责编：某某20180824日本…"""
    match = _STAMP.search(view) if "-" in view else None
    if match:
        return match.span(1)
    start = view.find(day)
    around = view[max(start - 1, 0) : start] + view[start + len(day) :][:1]
    if start < 0 or any(character.isdigit() or character in " -" for character in around):
        return None
    return start, start + len(day)


def _parts(passage: Passage, view: str, line: Line) -> list[Block]:
    cuts = _cuts(view)
    if len(cuts) == 1:
        return [Block(passage, line.gap, cuts[0][1] or _kind(view), view, indent=line.indent)]
    blocks: list[Block] = []
    for (start, kind), (end, _) in pairwise([*cuts, (len(view), None)]):
        part = passage.cut(start, end)
        if part.text:
            text = view_of(part.text)
            gap = 0 if blocks else line.gap
            blocks.append(Block(part, gap, kind or _kind(text), text, bool(blocks), line.indent))
    return blocks


def _cuts(view: str) -> list[tuple[int, Kind | None]]:
    """Where the parts of a line begin, and the kind of those whose kind is known; the first is 0."""
    cuts: list[tuple[int, Kind | None]] = [(0, None)]
    back, forward, note = jump_back(view), jump_on(view), author_note(view)
    if back:
        cuts = [(0, Kind.JUMP), (back.end, None)]
    if note:
        head = Kind.SHORT if "。" not in view[: note[0]] else None
        cuts = [(0, head), (note[0], Kind.BYLINE), (note[1], None)]
    end = forward.start if forward else len(view)
    body = view[:end].rstrip(" ")
    tails: list[tuple[int, Kind | None]] = [(end, Kind.JUMP)] if forward else []
    if (start := credit_start(body)) < len(body):
        tails.insert(0, (start, Kind.FURNITURE))
    elif credit := closing_credit(body):
        tails.insert(0, (credit[0], Kind.BYLINE))
    elif dateline := dateline_behind(body):
        tails.insert(0, (dateline[0], Kind.DATELINE))
    return cuts + [tail for tail in tails if tail[0] > cuts[-1][0]] if tails and tails[0][0] > 0 else cuts


def _kind(view: str) -> Kind:
    if len(view) <= 80:
        if is_furniture(view) or credit_start(view) == 0:
            return Kind.FURNITURE
        if _PAGE.fullmatch(view):
            return Kind.PAGE
        if is_jump(view):
            return Kind.JUMP
        if byline_of(view):
            return Kind.BYLINE
        if (behind := dateline_behind(view)) and behind[0] == 0:
            return Kind.DATELINE
    if len(view) <= _CAPTION_LENGTH and (
        _CAPTION_START.match(view)
        or (view[-1] != "。" and _CAPTION_END.search(view, max(len(view) - _CAPTION_TAIL, 0)))
    ):
        return Kind.CAPTION
    return Kind.SHORT if _looks_like_heading(view) and not opens_article(view) else Kind.TEXT


def is_jump(view: str) -> bool:
    """Whether the whole line is a jump."""
    forward, back = jump_on(view), jump_back(view)
    return (forward is not None and forward.start == 0) or (back is not None and back.end == len(view))


def page_number(view: str) -> int:
    """The page that a page line names; 头版 is the first."""
    match = _PAGE.fullmatch(view)
    return (whole(match["number"]) or 1) if match and match["number"] else 1


def _looks_like_heading(view: str) -> bool:
    if (
        view[0] in "●■◆★▲·"
        or len(view) > _LONGEST_TITLE
        or width(view) > _LONGEST_TITLE
        or "。" in view
        or "；" in view
        or view[-1] in "，、;,：:"
    ):
        return False
    wide = width(view)
    if view[-1] in FINAL:  # a question or an exclamation may head a text, when it is the only one
        return wide <= 30 and view[-1] in "？！?!" and not any(mark in view[:-1] for mark in "。！？，")
    return wide <= _LONGEST_HEADING or view[-1] in LEADING_ON or not any(mark in view for mark in "！？")
