"""A plain-text document becomes an issue: masthead, blocks, articles, sentences."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from etl.model import Article, Issue, Masthead, Sentence
from etl.reading.article import Draft, read_articles, spans_of
from etl.reading.block import blocks_of, page_number, view_of
from etl.reading.column import unwrapped
from etl.reading.decode import Decoded
from etl.reading.error import ReadingError
from etl.reading.layout import close_breaks, mark_headlines
from etl.reading.line import lines_of
from etl.reading.masthead import masthead_length, read_masthead
from etl.reading.sentence import sentences_of
from etl.reading.style import style_of

_HEAD = 60  # lines that are asked for a masthead, a date and a source


def read_plain(decoded: Decoded, data: bytes, source_uri: str) -> Issue:
    """The issue that a decoded text holds; raises ReadingError without a date or a publication."""
    text = decoded.text
    lines = lines_of(text)
    printed = [line.passage.text for line in lines[:_HEAD]]
    head = [view_of(line) for line in printed]
    length = masthead_length(head)
    masthead = _identified(read_masthead(head, printed, length, source_uri), source_uri)
    day = f"{masthead.issue_date:%Y%m%d}"
    blocks = [block for line in unwrapped(lines[length:]) for block in blocks_of(line, day)]
    style = style_of(blocks)
    mark_headlines(blocks, style)
    drafts, furniture = read_articles(close_breaks(blocks, style, text), style, _front_page(masthead, head[:length]))
    issue_id = f"{masthead.publication}-{masthead.issue_date}"
    return Issue(
        issue_id=issue_id,
        masthead=masthead,
        articles=tuple(_articles(drafts, issue_id)),
        source_uri=source_uri,
        text=text,
        encoding=decoded.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        furniture=spans_of([line.passage for line in lines[:length]] + furniture),
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
            yield Sentence(f"{article_id}-s{number:03d}", sentence.text, sentence.offsets, place, role)
        paragraph += role != "headline"
