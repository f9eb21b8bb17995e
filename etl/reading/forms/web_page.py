"""A single HTML file: a saved article of an e-paper, or any page with a heading and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from etl.model import Masthead
from etl.reading.account import Account, chinese
from etl.reading.document import Document
from etl.reading.epaper import article_of
from etl.reading.epaper.structure import WebArticle, first, page_line_in, paper_in_title
from etl.reading.error import ReadingError
from etl.reading.line import Mark
from etl.reading.markup import (
    chinese_below,
    chinese_shown,
    decode_markup,
    is_markup,
    paragraphs,
    text_of,
    tree_of,
)
from etl.reading.signature import signature
from etl.reading.writer import Writer

_HEADINGS = ("h1", "h2", "h3")


class WebPage:
    """HTML: by the structure of an e-paper where one knows the page, else by its headings and paragraphs."""

    name = "html"

    def recognises(self, data: bytes) -> bool:
        """Whether the bytes open as HTML does."""
        return signature(data) is None and is_markup(data)

    def read(self, data: bytes, source_uri: str) -> Document:
        """The document; raises ReadingError for a page without a paragraph."""
        decoded = decode_markup(data, source_uri)
        root = tree_of(decoded.text, source_uri)
        article = article_of(root)
        writer = Writer()
        if article is not None:
            if article.page_line and page_line_in(article.page_line):
                writer.write(article.page_line)
            writer.write_article(article)
        else:
            _write_page(writer, root)
        if not writer.lines:
            raise ReadingError(
                source_uri, "全文", "网页没有正文", "请检查来源", "whole file: no text on the page; check its origin"
            )
        passed_over = chinese_below(root) - chinese(writer.text)
        return Document(
            text=writer.text,
            lines=writer.lines,
            form=self.name,
            encoding=decoded.encoding,
            marked=True,
            masthead=_masthead(root, article),
            account=Account(chinese_shown(decoded.text), passed_over),
        )


def _masthead(root: LexborNode, article: WebArticle | None) -> Masthead:
    if article is not None:
        return Masthead(publication=article.publication, issue_date=article.issue_date)
    return Masthead(publication=paper_in_title(root))


def _write_page(writer: Writer, root: LexborNode) -> None:
    """Writes all text of a page; its headings of the highest rank that it uses are the headlines."""
    body = first(root, "article", "main", "body") or root
    rank = next((tag for tag in _HEADINGS if body.css_first(tag) is not None), None)
    for text, is_heading in _lines(body, rank):
        writer.write(text, Mark.HEADLINE if is_heading else None)


def _lines(body: LexborNode, rank: str | None) -> Sequence[tuple[str, bool]]:
    headings = [text_of(node) for node in body.css(rank)] if rank else []
    lines: list[tuple[str, bool]] = []
    for text in paragraphs(body):
        is_heading = bool(headings) and text == headings[0]
        if is_heading:
            headings.pop(0)
        lines.append((text, is_heading))
    return lines


FORM = WebPage()
