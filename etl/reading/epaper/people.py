"""人民日报 since December 2024: ``/rmrb/pc/layout/…/node_01.html``, ``/rmrb/pc/content/…``."""

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
    page_line_in,
    paper_in_title,
)
from etl.reading.markup import paragraphs

NAME = "人民日报"


class People:
    """``div.article`` holds an article, ``.news-list`` a page's list, ``.paper-box`` its picture with the areas."""

    def article(self, root: LexborNode) -> WebArticle | None:
        """See `Structure.article`."""
        whole = root.css_first("div.article")
        body = first(whole, "#ozoom founder-content", "#ozoom") if whole is not None else None
        if whole is None or body is None:
            return None
        printed = line_at(whole, ".sec .date", ".sec", ".date") or line_at(root, ".date-box", ".paperdate")
        return WebArticle(
            headlines=lines_at(whole, ("h3", "h1", "h2")),
            paragraphs=once(paragraphs(body)),
            byline=line_at(whole, "h4", ".author"),
            publication=paper_in_title(root) or (NAME if printed and NAME in printed else None),
            issue_date=date_in(printed),
            page_line=page_line_in(printed),
        )

    def listing(self, root: LexborNode) -> Listing | None:
        """See `Structure.listing`."""
        if root.css_first(".news-list") is None and root.css_first(".paper-box") is None:
            return None
        listed = links_at(root, ".news-list a")
        return Listing(
            page_line=line_at(root, ".paper-bot .ban", "#layout", ".ban"),
            articles=listed or links_at(root, ".paper-box map area"),
            pages=links_at(root, ".swiper-slide a", "a#pageLink", ".right_title-name a"),
            publication=paper_in_title(root),
            issue_date=date_in(line_at(root, ".date-box", ".paperdate", ".date")),
        )


STRUCTURE = People()
