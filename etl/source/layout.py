"""How the sites of e-papers are laid out: where an issue begins, and which links are its pages and its articles.

A layout reads no articles: it only says what to fetch. A new one is a new entry of ``LAYOUTS``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urldefrag, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

_REFRESH = re.compile(r"url\s*=\s*['\"]?([^'\"\s>]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Structure:
    """One structure of a site.

    ``first`` is the path of the issue's first page below the paper's root, by ``strftime``; ``page`` and ``article``
    match paths, their groups ``ym`` and ``d`` are the day; ``lists`` select the links in printed order, others follow.
    ``numbered`` says that the number in a page's name is the number of the page.
    """

    first: str
    page: re.Pattern[str]
    article: re.Pattern[str]
    lists: tuple[str, ...]
    numbered: bool

    def pages(self, body: bytes, url: str, day: date) -> list[str]:
        """The issue's pages that a page links to, by their numbers."""
        found = dict.fromkeys(each for each in self._links(body, url) if _is_of(self.page, each, day))
        return sorted(found, key=lambda each: self.number(each) or 0)

    def articles(self, body: bytes, url: str, day: date) -> list[str]:
        """The articles that a page links to, in printed order."""
        return list(dict.fromkeys(each for each in self._links(body, url) if _is_of(self.article, each, day)))

    def number(self, url: str) -> int | None:
        """The number in the name of a page."""
        match = self.page.search(urlsplit(url).path)
        return int(match["n"]) if match else None

    def days(self, body: bytes, url: str) -> dict[date, str]:
        """The days whose pages a page links to, refreshes to, or is itself, each with the first such page."""
        found: dict[date, str] = {}
        for each in [url, *self._links(body, url), *_refreshes(body, url)]:
            day = _day(self.page, each)
            if day and (day not in found or (self.number(each) or 0) < (self.number(found[day]) or 0)):
                found[day] = each
        return found

    def _links(self, body: bytes, url: str) -> Iterator[str]:
        tree = LexborHTMLParser(body)
        for selector in (*self.lists, "a[href], area[href]"):
            for node in tree.css(selector):
                href = node.attributes.get("href")
                if href:
                    yield _joined(url, href)


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of site: its structures, each from its first day on, the present one first."""

    structures: tuple[tuple[date, Structure], ...]

    def structure(self, day: date) -> Structure:
        """The structure that the site had on the day."""
        return next((each for first, each in self.structures if day >= first), self.structures[-1][1])

    def days(self, body: bytes, url: str) -> dict[date, str]:
        """The days that the entry page leads to, each with its first page."""
        found = [each.days(body, url) for _, each in self.structures]
        return {day: first for days in found for day, first in days.items()}


def _joined(url: str, href: str) -> str:
    try:
        return urldefrag(urljoin(url, href.strip()))[0]
    except ValueError:
        return ""


def _refreshes(body: bytes, url: str) -> Iterator[str]:
    """Where the page sends a browser by itself."""
    for node in LexborHTMLParser(body).css("meta[content]"):
        if (node.attributes.get("http-equiv") or "").lower() == "refresh":
            match = _REFRESH.search(node.attributes["content"] or "")
            if match:
                yield _joined(url, match.group(1))


def _day(pattern: re.Pattern[str], url: str) -> date | None:
    match = pattern.search(urlsplit(url).path)
    if match is None:
        return None
    digits = re.sub(r"\D", "", match["ym"] + match["d"])
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None


def _is_of(pattern: re.Pattern[str], url: str, day: date) -> bool:
    return _day(pattern, url) == day


_FOUNDER_DAY = r"/html/(?P<ym>[0-9]{4}-[0-9]{2})/(?P<d>[0-9]{2})"

PC = Structure(
    first="pc/layout/%Y%m/%d/node_01.html",
    page=re.compile(r"/layout/(?P<ym>[0-9]{6})/(?P<d>[0-9]{2})/node_(?P<n>[0-9]{1,4})\.html$"),
    article=re.compile(r"/content/(?P<ym>[0-9]{6})/(?P<d>[0-9]{2})/content_\w+\.html$"),
    lists=("ul#list a[href]", "ul#articlelist a[href]", ".news-list a[href]", ".swiper-slide a[href]"),
    numbered=True,
)
"""The present structure of 中国电子报, and of 人民日报 since December 2024."""

NBS = Structure(
    first="html/%Y-%m/%d/nbs.D110000renmrb_01.htm",
    page=re.compile(_FOUNDER_DAY + r"/nbs\.\w+_(?P<n>[0-9]{1,4})\.htm$"),
    article=re.compile(_FOUNDER_DAY + r"/nw\.\w+(-[0-9]+)?\.htm$"),
    lists=("#pageList a[href]", "#titleList a[href]"),
    numbered=True,
)
"""The structure of 人民日报 until November 2024."""

FOUNDER = Structure(
    first="html/%Y-%m/%d/node_2.htm",
    page=re.compile(_FOUNDER_DAY + r"/node_(?P<n>[0-9]{1,9})\.html?$"),
    article=re.compile(_FOUNDER_DAY + r"/content_[0-9]{1,12}\.html?$"),
    lists=("a#pageLink[href]", "div#mpID a[href]", "area[href]"),
    numbered=False,
)
"""The classic structure of Founder e-papers."""

LAYOUTS = {
    "cena": Layout(((date.min, PC),)),
    "people": Layout(((date(2024, 12, 1), PC), (date.min, NBS))),
    "founder": Layout(((date.min, FOUNDER),)),
}
"""The layouts by the names that the configuration gives them."""


def root_of(url: str) -> str:
    """The paper's root: what comes before ``pc/layout/``, ``html/`` or the name of the entry page."""
    head = re.split(r"(?:pc/)?(?:layout|html|content)/", url, maxsplit=1)[0]
    return head if head.endswith("/") else head.rpartition("/")[0] + "/"


def missing_numbers(numbers: list[int]) -> list[int]:
    """The pages between the first and the last that are not there."""
    return sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers))
