"""The classic layout of the Founder system: ``/html/2025-07/02/node_2.htm``, ``content_…htm``, HTML 4 in capitals."""

from __future__ import annotations

from collections.abc import Iterator

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
    property_of,
)
from etl.reading.markup import lines_among, nodes, paragraphs

# Newer structures use the same elements and links: what tells them apart.
_OTHERS = "div.detail-art, div.article, div.text_c, .news-list, .paper-box, #articlelist, #titleList"
_OPENS, _CLOSES = "enpcontent", "/enpcontent"


class Founder:
    """``<founder-content>`` or the comments ``enpcontent`` hold an article, the areas of a map list a page's."""

    def article(self, root: LexborNode) -> WebArticle | None:
        """See `Structure.article`."""
        if root.css_first(_OTHERS) is not None:
            return None
        body = _body(root)
        if body is None:
            return None
        return WebArticle(
            headlines=lines_at(root, ("founder-introtitle", "founder-title", "founder-subtitle")) or _titles(root),
            paragraphs=once(body),
            byline=line_at(root, "founder-author"),
            publication=property_of(root, "founder-papername") or paper_in_title(root),
            issue_date=date_in(property_of(root, "founder-date") or property_of(root, "date")),
            page_line=_page_line(root),
        )

    def listing(self, root: LexborNode) -> Listing | None:
        """See `Structure.listing`."""
        listed = links_at(root, "div#mpID a", "#mp a", "map area")
        if not listed or root.css_first(_OTHERS) is not None or _body(root) is not None:
            return None
        if not any("content_" in address for address in listed):
            return None
        return Listing(
            page_line=_page_line(root),
            articles=tuple(address for address in listed if "content_" in address),
            pages=links_at(root, "a#pageLink"),
            publication=property_of(root, "founder-papername") or paper_in_title(root),
            issue_date=date_in(property_of(root, "founder-date") or property_of(root, "date")),
        )


def _body(root: LexborNode) -> list[str] | None:
    """The paragraphs of the article: those of the first element that holds some, or those between the comments."""
    for content in root.css("founder-content"):
        if found := paragraphs(content):
            return found
    return lines_among(_between_comments(root)) or None


def _between_comments(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    inside = False
    for node, opening in nodes(root):
        if node.tag == "-comment":
            comment = (node.comment_content or "").strip()
            if inside and comment == _CLOSES:
                return
            inside = inside or comment == _OPENS
        elif inside:
            yield node, opening


def _titles(root: LexborNode) -> tuple[str, ...]:
    """The headline where no element of the system holds it: a heading, or what stands in the title's style."""
    node = first(root, "h1", "h2", ".font01", ".bt", "#title", ".title")
    return tuple(paragraphs(node)) if node is not None else ()


def _page_line(root: LexborNode) -> str | None:
    """第01版：要闻, where the page prints it, else by the property of the system."""
    for node in root.css("td, div, strong, span, b"):
        text = "".join(paragraphs(node)) if not node.css_first("td, div, table") else ""
        if text and page_line_in(text) == text:
            return text
    return None


STRUCTURE = Founder()
