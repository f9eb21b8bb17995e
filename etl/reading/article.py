"""Blocks become articles: headlines begin them, subheads divide them, jumps and credits close them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from etl.reading.block import Block, Kind, page_number
from etl.reading.byline import (
    author_note,
    byline_of,
    closing_credit,
    dateline_behind,
    dateline_of,
    is_name,
    reporter_of,
)
from etl.reading.jump import jump_back, jump_on
from etl.reading.passage import Passage
from etl.reading.style import Style

_DIGEST = re.compile(r"快讯|简讯|短讯|简报|速览|要闻速递|一句话新闻|新闻集纳|资讯$")
_SECTION_NAME = 6  # characters; 要闻, 国内新闻 above a headline name its column
_SUBTITLE = "——"
_COLOPHON = 24  # characters of a lead's opening words that stand alone above a digest
_DIGEST_TITLE = 16  # characters


@dataclass(slots=True)
class Draft:
    """An article while it is read; ``parts`` are its paragraphs with their roles, in reading order."""

    page: int | None = None
    title: str = ""
    parts: list[tuple[Passage, str]] = field(default_factory=list)
    byline: str | None = None
    dateline: str | None = None
    jump_to: str | None = None
    jump_from: str | None = None
    has_lead: bool = False
    ended: bool = False

    @property
    def has_text(self) -> bool:
        """Whether a paragraph stands under the headline."""
        return any(role in ("lead", "body") for _, role in self.parts)

    @property
    def has_body(self) -> bool:
        """Whether anything stands under the headline."""
        return any(role != "headline" for _, role in self.parts)


class ArticleReader:
    """Reads blocks one after the other into ``drafts``; what is no text goes into ``furniture``."""

    def __init__(self, style: Style, page: int | None) -> None:
        self.spaced = style.spaced
        self.marked = style.marked
        self.page = page
        self.drafts: list[Draft] = []
        self.furniture: list[Passage] = []
        self._digest = False
        self._briefs_close = False
        self._page_turned = False
        self._jump_from: str | None = None

    def read(self, blocks: Sequence[Block]) -> None:
        """Reads all blocks of a document."""
        index = 0
        while index < len(blocks):
            block = blocks[index]
            if block.starts and self._current().parts:
                self._open()
            if block.kind in (Kind.SHORT, Kind.HEADLINE):
                index = self._read_headings(blocks, index)
                continue
            if block.kind is Kind.TEXT:
                self._read_text(block, blocks[index + 1] if index + 1 < len(blocks) else None)
            elif block.kind is Kind.CAPTION:
                self._current().parts.append((block.passage, "body"))
            else:
                self._read_mark(block)
            index += 1

    def _current(self) -> Draft:
        return self.drafts[-1] if self.drafts else self._open()

    def _open(self) -> Draft:
        self.drafts.append(Draft(page=self.page, jump_from=self._jump_from))
        self._jump_from, self._page_turned = None, False
        return self.drafts[-1]

    def _read_mark(self, block: Block) -> None:
        """A byline, a jump, a page line, a dateline, a piece of furniture."""
        self.furniture.append(block.passage)
        if block.kind is Kind.STAMP and self.drafts:
            self.drafts[-1].ended = self._page_turned = True
        elif block.kind is Kind.PAGE:
            self.page = page_number(block.view)
            if self.drafts:
                self.drafts[-1].ended = self._page_turned = True
        elif block.kind is Kind.JUMP:
            self._read_jump(block.view)
        elif block.kind is Kind.BYLINE:
            self._read_byline(block.view)
        elif block.kind is Kind.DATELINE and self.drafts and (found := dateline_behind(block.view)):
            self.drafts[-1].dateline = self.drafts[-1].dateline or found[1]
            self.drafts[-1].ended = True

    def _read_jump(self, view: str) -> None:
        if forward := jump_on(view):
            if self.drafts:
                self.drafts[-1].jump_to, self.drafts[-1].ended = forward.page, True
        elif back := jump_back(view):
            if self.drafts and not self.drafts[-1].has_body:
                self.drafts[-1].jump_from = back.page
            else:
                self._jump_from = back.page

    def _read_byline(self, view: str) -> None:
        draft = self._current()
        note, credit = author_note(view), closing_credit("。" + view)
        names = note[2] if note else credit[1] if credit else byline_of(view) or view
        draft.byline = draft.byline or names.strip("■□●▲◆★◎○▶() ")
        draft.ended = draft.has_text

    def _read_text(self, block: Block, after: Block | None) -> None:
        draft = self._current()
        if block.opens and draft.ended and not self.marked:
            draft = self._open()
        if not draft.has_body and is_name(block.view):
            self._read_mark(block)
            return
        if self._digest and _is_colophon(block) and after is not None and after.kind is Kind.SHORT:
            self.furniture.append(block.passage)
            return
        leads = not draft.has_lead and block.closed and any(mark in block.view for mark in "。！？；")
        if leads:
            draft.has_lead = True
            draft.dateline = draft.dateline or dateline_of(block.view)
            draft.byline = draft.byline or reporter_of(block.view)
        draft.parts.append((block.passage, "lead" if leads else "body"))

    def _read_headings(self, blocks: Sequence[Block], index: int) -> int:
        """Reads the short lines from ``index`` on as headline or subheads; returns the index behind them."""
        end = index + 1
        while end < len(blocks) and blocks[end].kind is blocks[index].kind and not blocks[end].starts:
            end += 1
        group = list(blocks[index:end])
        if self.marked:
            self._read_marked(group)
            return end
        after = blocks[end] if end < len(blocks) else None
        self._read_tail(group, after)
        if self._is_digest(group, after):
            self.furniture.append(group.pop(0).passage)
            self._digest, self._briefs_close = True, False
        elif self._digest and self._leaves_digest(group, after):
            self._digest = False
        if not group:
            return end
        if self._goes_with_headline(group):
            self._current().parts += [(block.passage, "headline") for block in group]
        elif self._is_headline(group, after):
            self._read_headline(group)
        else:
            self._current().parts += [(block.passage, "subhead") for block in group]
        return end

    def _read_marked(self, group: Sequence[Block]) -> None:
        """Reads a headline or subheads of a document that says itself which of them they are."""
        if group[0].kind is Kind.HEADLINE:
            self._read_headline(group)
        else:
            self._current().parts += [(block.passage, "subhead") for block in group]

    def _read_tail(self, group: list[Block], after: Block | None) -> None:
        """Moves short lines that still belong to the article above, such as a list of names, from the group to it."""
        if self.spaced or not self.drafts or not self.drafts[-1].has_body:
            return
        below = [*group[1:], after]
        for index, (block, next_block) in enumerate(zip(group, below, strict=True)):
            if block.gap and next_block is not None and next_block.gap:
                self.drafts[-1].parts += [(line.passage, "subhead") for line in group[:index]]
                del group[:index]
                return

    def _is_digest(self, group: Sequence[Block], after: Block | None) -> bool:
        """A title such as 国内联播快讯 heads several briefs, each of which has its own headline."""
        title = group[0].view
        briefs = len(group) > 1 or (after is not None and _is_colophon(after))
        return briefs and len(title) <= _DIGEST_TITLE and _DIGEST.search(title) is not None

    def _goes_with_headline(self, group: Sequence[Block]) -> bool:
        """A headline printed once more, or the subtitle below it."""
        if not self.drafts or not self.drafts[-1].parts or self.drafts[-1].has_body:
            return False
        title = self.drafts[-1].title
        return group[0].text.startswith((title, _SUBTITLE)) and len(title) >= _SECTION_NAME

    def _is_headline(self, group: Sequence[Block], after: Block | None) -> bool:
        if not self.drafts:
            return True
        if group[0].numbered:
            return False
        if self.drafts[-1].ended and (self.spaced or group[0].gap > 0 or self._page_turned):
            return True
        if after is None:
            return False
        if after.opens or after.kind is Kind.BYLINE:
            return True
        return self._digest or self._stands_apart(group, after)

    def _leaves_digest(self, group: Sequence[Block], after: Block | None) -> bool:
        """A headline ends a digest when it is set off as the digest's own were not, or when 本报讯 follows."""
        if not self._stands_apart(group, after):
            self._briefs_close = True
            return False
        return self._briefs_close or (after is not None and after.opens)

    def _stands_apart(self, group: Sequence[Block], after: Block | None) -> bool:
        """Where only articles are set apart by blank lines, what follows a blank line is a headline."""
        return not self.spaced and group[0].gap > 0 and after is not None and not after.glued

    def _read_headline(self, group: Sequence[Block]) -> None:
        draft = self.drafts[-1] if self.drafts and not self.drafts[-1].parts else self._open()
        draft.parts += [(block.passage, "headline") for block in group]
        draft.title = _title(group)


def _is_colophon(block: Block) -> bool:
    """Opening words with nothing behind them: 央视网消息(新闻联播)："""
    return block.opens and len(block.view) <= _COLOPHON and block.view[-1] in "：:"


def _title(group: Sequence[Block]) -> str:
    """The main line of a headline group: the first that is more than the name of a column, and no subtitle.

    An archive that cuts its titles short prints the headline whole once more.
    """
    lines = [block.text for block in group if not block.text.startswith(_SUBTITLE)]
    main = next((line for line in lines if len(line) > _SECTION_NAME), group[0].text)
    return next((block.text for block in group if block.text != main and block.text.startswith(main)), main)


def read_articles(blocks: Sequence[Block], style: Style, page: int | None) -> tuple[list[Draft], list[Passage]]:
    """The articles that the blocks make, and what is furniture among them."""
    reader = ArticleReader(style, page)
    reader.read(blocks)
    return reader.drafts, reader.furniture


def spans_of(passages: Iterable[Passage]) -> tuple[tuple[int, int], ...]:
    """All source spans of the passages, ascending."""
    return tuple(sorted(span for passage in passages for span in passage.spans))
