"""A document: what a form gives of its bytes, and how it becomes an issue, the same way for every form."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from etl.model import Article, Issue, Masthead, Sentence
from etl.places import Places
from etl.reading.account import Account, refuse_losses
from etl.reading.article import Draft, read_articles, spans_of
from etl.reading.block import Block, blocks_of, page_number, view_of
from etl.reading.column import unwrapped
from etl.reading.error import ReadingError
from etl.reading.layout import close_breaks, mark_headlines
from etl.reading.line import Line, Mark
from etl.reading.masthead import masthead_length, read_masthead
from etl.reading.sentence import sentences_of
from etl.reading.style import MARKED, Style, style_of

_UNKNOWN = Masthead()
_HEAD = 60  # lines that are asked for a masthead, a date and a source


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a document in reading order, with its lines.

    ``marked`` says that the lines are whole paragraphs and that headlines carry their mark; otherwise
    columns and headlines are found by the looks of the lines. ``masthead`` is what the form's structure
    knows: it goes before what the text prints. ``account`` compares what the source holds with ``text``.
    """

    text: str
    lines: Sequence[Line]
    form: str
    encoding: str
    marked: bool = False
    masthead: Masthead = _UNKNOWN
    places: Places | None = None
    account: Account | None = None


def issue_of(document: Document, data: bytes, source_uri: str) -> Issue:
    """The issue that a document holds; raises ReadingError without a date, a publication, or for a lost character."""
    lines = document.lines
    printed = [line.passage.text for line in lines[:_HEAD]]
    head = [view_of(line) for line in printed]
    headed = next((place for place, line in enumerate(lines) if line.mark is Mark.HEADLINE), len(lines))
    length = min(masthead_length(head), headed)
    masthead = _identified(_known(read_masthead(head, printed, length, source_uri), document.masthead), source_uri)
    blocks, style = _blocks(document, lines[length:], masthead)
    closed = close_breaks(blocks, style, document.text)
    drafts, furniture = read_articles(closed, style, _front_page(masthead, head[:length]))
    issue_id = f"{masthead.publication}-{masthead.issue_date}"
    issue = Issue(
        issue_id=issue_id,
        masthead=masthead,
        articles=tuple(_articles(drafts, issue_id)),
        source_uri=source_uri,
        text=document.text,
        encoding=document.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        furniture=spans_of([line.passage for line in lines[:length]] + furniture),
        form=document.form,
        places=document.places,
    )
    refuse_losses(issue, document.account)
    return issue


def _blocks(document: Document, lines: Sequence[Line], masthead: Masthead) -> tuple[list[Block], Style]:
    day = f"{masthead.issue_date:%Y%m%d}"
    if document.marked:
        return [block for line in lines for block in blocks_of(line, day)], MARKED
    blocks = [block for line in unwrapped(lines) for block in blocks_of(line, day)]
    style = style_of(blocks)
    mark_headlines(blocks, style)
    return blocks, style


def _known(printed: Masthead, structure: Masthead) -> Masthead:
    return replace(
        printed,
        publication=structure.publication or printed.publication,
        issue_date=structure.issue_date or printed.issue_date,
    )


def _identified(masthead: Masthead, source_uri: str) -> Masthead:
    """The masthead, if it says which paper of which day this is."""
    if masthead.issue_date is None:
        raise ReadingError(
            source_uri,
            "报头",
            "没有出版日期",
            "请在报头写明“2025年7月1日”，或以“报名-2025-07-01.txt”命名文件",
            "masthead: no date of issue; print it there, or name the file NAME-2025-07-01.txt",
        )
    if masthead.publication is None:
        raise ReadingError(
            source_uri,
            "报头",
            "没有报名",
            "请把报名写在第一行，或以“报名-2025-07-01.txt”命名文件",
            "masthead: no name of a publication; print it in the first line, or name the file NAME-2025-07-01.txt",
        )
    return masthead


def _front_page(masthead: Masthead, head: Iterable[str]) -> int | None:
    """A masthead that counts the day's pages is printed on the first of them."""
    if masthead.pages is not None:
        return 1
    return next((1 for line in head if line in ("头版", "第1版", "第一版", "01版") and page_number(line) == 1), None)


def _articles(drafts: Iterable[Draft], issue_id: str) -> Iterator[Article]:
    kept = (draft for draft in drafts if draft.parts)
    for number, draft in enumerate(kept, 1):
        article_id = f"{issue_id}-a{number:02d}"
        yield Article(
            article_id=article_id,
            title=draft.title,
            sentences=tuple(_sentences(draft, article_id)),
            page=draft.page,
            byline=draft.byline,
            dateline=draft.dateline,
            jump_to=draft.jump_to,
            jump_from=draft.jump_from,
        )


def _sentences(draft: Draft, article_id: str) -> Iterator[Sentence]:
    number = paragraph = 0
    for passage, role in draft.parts:
        place = -1 if role == "headline" else paragraph
        for sentence in sentences_of(passage):
            number += 1
            name = f"{article_id}-s{str(number).zfill(3)}"  # compiled, a format would be read anew for every sentence
            yield Sentence(name, sentence.text, sentence.offsets, place, role)
        paragraph += role != "headline"
