"""The current site of 中国电子报, and others of its making: ``/pc/layout/…/node_01.html``, ``/pc/content/…``."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from etl.reading.epaper.structure import (
    Listing,
    WebArticle,
    date_in,
    first,
    line_at,
    lines_at,
    links_at,
    once,
    paper_in_title,
)
from etl.reading.markup import paragraphs


class Cena:
    """``div.detail-art`` holds an article, ``ul#articlelist`` a page's list."""

    def article(self, root: LexborNode) -> WebArticle | None:
        """See `Structure.article`."""
        whole = root.css_first("div.detail-art")
        body = first(whole, "#ozoom founder-content", "#ozoom") if whole is not None else None
        if whole is None or body is None:
            return None
        return WebArticle(
            headlines=lines_at(whole, ("#PreTitle", "#Title", "#SubTitle")),
            paragraphs=once(paragraphs(body)),
            byline=line_at(whole, "#Author"),
            publication=paper_in_title(root),
            issue_date=date_in(line_at(root, "#paperdate")),
            page_line=line_at(root, "#layout"),
        )

    def listing(self, root: LexborNode) -> Listing | None:
        """See `Structure.listing`."""
        if root.css_first("ul#articlelist") is None and root.css_first("ul#list") is None:
            return None
        return Listing(
            page_line=line_at(root, "#layout"),
            articles=links_at(root, "ul#articlelist li a"),
            pages=links_at(root, "ul#list li a"),
            publication=paper_in_title(root),
            issue_date=date_in(line_at(root, "#paperdate")),
        )


STRUCTURE = Cena()
