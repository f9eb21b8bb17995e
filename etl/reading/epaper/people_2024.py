"""人民日报 until November 2024: ``/rmrb/html/…/nbs.D110000renmrb_01.htm`` and ``nw.D110000renmrb_…htm``."""

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


class People2024:
    """``div.text_c`` holds an article, ``#titleList`` a page's list, ``#pageList`` the pages."""

    def article(self, root: LexborNode) -> WebArticle | None:
        """See `Structure.article`."""
        whole = root.css_first("div.text_c")
        body = first(whole, "#ozoom", "#articleContent") if whole is not None else None
        if whole is None or body is None:
            return None
        printed = line_at(whole, ".lai", ".sha_left") or line_at(root, ".lai")
        return WebArticle(
            headlines=lines_at(whole, ("h3", "h1", "h2")),
            paragraphs=once(paragraphs(body)),
            byline=line_at(whole, "h4"),
            publication=paper_in_title(root),
            issue_date=date_in(printed),
            page_line=page_line_in(printed),
        )

    def listing(self, root: LexborNode) -> Listing | None:
        """See `Structure.listing`."""
        if root.css_first("#titleList") is None:
            return None
        return Listing(
            page_line=line_at(root, ".l_t", ".ban_t", ".paper_num") or page_line_in(line_at(root, "#main")),
            articles=links_at(root, "#titleList li a"),
            pages=links_at(root, "#pageList a#pageLink", "#pageList a"),
            publication=paper_in_title(root),
            issue_date=date_in(line_at(root, ".date", ".riq", "#riqi_")),
        )


STRUCTURE = People2024()
