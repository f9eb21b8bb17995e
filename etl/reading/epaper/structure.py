"""What the web pages of an e-paper have in common: a page of the issue lists articles, an article has its own page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from selectolax.lexbor import LexborNode

from etl.reading.markup import comments, text_of

_DATE = re.compile(r"((?:19|20)[0-9]{2})[年-]([0-9]{1,2})[月-]([0-9]{1,2})")
_PAPER = re.compile(r"[一-龥]{2,16}(?:报|周刊|新闻)(?![一-龥])")
_PAGE_LINE = re.compile(r"第\s?[A-Z]?[0-9]{1,3}\s?版(?:\s?[:：]\s?[一-龥·]{1,12})?")


@dataclass(frozen=True, slots=True)
class WebArticle:
    """An article as its page shows it: headline lines from top to bottom, byline, paragraphs in order."""

    headlines: tuple[str, ...]
    paragraphs: tuple[str, ...]
    byline: str | None = None
    publication: str | None = None
    issue_date: date | None = None
    page_line: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of an issue: its name (第01版：要闻), the addresses of its articles as they are linked, in order.

    ``pages`` are the addresses of the issue's other pages where they are listed too.
    """

    page_line: str | None
    articles: tuple[str, ...]
    pages: tuple[str, ...] = ()
    publication: str | None = None
    issue_date: date | None = None


class Structure(Protocol):
    """How one kind of site builds its pages. No two structures know the same page."""

    def article(self, root: LexborNode) -> WebArticle | None:
        """The article that the page shows; None when this is none of the structure's articles."""

    def listing(self, root: LexborNode) -> Listing | None:
        """What the page lists; None when this is none of the structure's pages."""


def first(root: LexborNode, *selectors: str) -> LexborNode | None:
    """The first node that the first fitting selector finds."""
    return next((node for selector in selectors if (node := root.css_first(selector)) is not None), None)


def line_at(root: LexborNode, *selectors: str) -> str | None:
    """The text at the first selector that finds some, in one line."""
    return next((text for each in selectors if (node := root.css_first(each)) and (text := text_of(node))), None)


def lines_at(root: LexborNode, selectors: Iterable[str]) -> tuple[str, ...]:
    """One line of text for each selector that finds some."""
    return tuple(text for each in selectors if (text := line_at(root, each)))


def links_at(root: LexborNode, *selectors: str) -> tuple[str, ...]:
    """The distinct addresses that the links at the selectors lead to, in order."""
    found = (node.attributes.get("href") for selector in selectors for node in root.css(selector))
    return tuple(
        dict.fromkeys(address.strip() for address in found if address and not address.startswith(("#", "java")))
    )


def date_in(text: str | None) -> date | None:
    """The first date that the text prints: 2025年07月02日, 2025-07-02."""
    match = _DATE.search(text or "")
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def page_line_in(text: str | None) -> str | None:
    """The page that the text names: 第 01 版."""
    match = _PAGE_LINE.search(text or "")
    return match.group() if match else None


def paper_in_title(root: LexborNode) -> str | None:
    """The newspaper that the page's title names last: 标题-样例工业报."""
    title = root.css_first("title")
    child = title.child if title is not None else None
    names: list[str] = _PAPER.findall((child.text_content or "") if child is not None else "")
    return names[-1] if names else None


def property_of(root: LexborNode, name: str) -> str | None:
    """A property that the publishing system left in a comment: ``<founder-papername>样例报</founder-papername>``."""
    for comment in comments(root):
        if "enpproperty" in comment:
            match = re.search(rf"<{name}>([^<]{{1,200}})</{name}>", comment)
            if match and match[1].strip():
                return match[1].strip()
    return None


def once(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs of a body; one that is printed twice over is taken once.

    >>> once(["甲。", "乙。", "甲。", "乙。"])
    ('甲。', '乙。')
    """
    half, odd = divmod(len(paragraphs), 2)
    if half and not odd and list(paragraphs[:half]) == list(paragraphs[half:]):
        return tuple(paragraphs[:half])
    return tuple(paragraphs)
