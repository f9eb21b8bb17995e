"""A fetched e-paper issue: a bundle (`etl.reading.bundle`) of pages and articles in one of the known structures."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

from etl.model import Masthead
from etl.places import Places
from etl.reading.account import Account, chinese, total
from etl.reading.block import page_number, view_of
from etl.reading.bundle import Bundle, Entry, is_bundle, read_bundle
from etl.reading.document import Document
from etl.reading.epaper import article_of, listing_of
from etl.reading.epaper.structure import Listing, WebArticle
from etl.reading.error import ReadingError
from etl.reading.markup import chinese_below, chinese_shown, decode_markup, is_markup, tree_of
from etl.reading.writer import Writer

_DAY = re.compile(r"((?:19|20)[0-9]{2})-?([01][0-9])[/-]([0-3][0-9])(?![0-9])")


class EpaperBundle:
    """The pages of an issue with the articles of each behind it."""

    name = "epaper"

    def recognises(self, data: bytes) -> bool:
        """Whether the bytes are a bundle."""
        return is_bundle(data)

    def read(self, data: bytes, source_uri: str) -> Document:
        """The document; raises ReadingError for a page of no known structure, and naming the file in the bundle."""
        reader = _BundleReader(read_bundle(data, source_uri), source_uri)
        reader.read()
        writer = reader.writer
        return Document(
            text=writer.text,
            lines=writer.lines,
            form=self.name,
            encoding="+".join(sorted(reader.encodings)) or "binary",
            marked=True,
            masthead=Masthead(publication=reader.publication, issue_date=reader.issue_date or reader.day_of_urls),
            places=Places(origins=tuple(writer.origins)),
            account=total(reader.accounts),
        )


class _BundleReader:
    def __init__(self, bundle: Bundle, source_uri: str) -> None:
        self._bundle, self._source_uri = bundle, source_uri
        self.writer = Writer()
        self.accounts: list[Account] = []
        self.encodings: set[str] = set()
        self.publication = bundle.publication
        self.issue_date = bundle.issue_date
        self.day_of_urls: date | None = None
        self._page: int | None = None

    def read(self) -> None:
        for entry in self._bundle.entries:
            if entry.role != "picture":
                self._read_entry(entry, self._bundle.bodies[entry.name])
        if not self.writer.origins:
            raise self._refused("article", "没有一篇文章", "no article in it")

    def _read_entry(self, entry: Entry, body: bytes) -> None:
        place = f"{self._source_uri}!{entry.name}"
        if not is_markup(body):
            raise self._refused(entry.name, "不是网页", "not an HTML page")
        decoded = decode_markup(body, place, entry.content_type)
        self.encodings.add(decoded.encoding)
        root = tree_of(decoded.text, place)
        before = chinese(self.writer.text)
        if entry.role == "article":
            self._read_article(article_of(root), entry)
        else:
            self._read_listing(listing_of(root), entry)
        written = chinese(self.writer.text) - before
        self.accounts.append(Account(chinese_shown(decoded.text), chinese_below(root) - written))

    def _read_listing(self, listing: Listing | None, entry: Entry) -> None:
        if listing is None:
            if entry.role == "page":
                raise self._unknown(entry)
            return
        self._identify(listing.publication, listing.issue_date, entry)
        if entry.role == "page" and listing.page_line:
            self._turn_to(listing.page_line)

    def _read_article(self, article: WebArticle | None, entry: Entry) -> None:
        if article is None:
            raise self._unknown(entry)
        if not (article.headlines or article.paragraphs):
            raise self._refused(entry.name, "文章没有文字", "an article without text")
        self._identify(article.publication, article.issue_date, entry)
        if article.page_line:
            self._turn_to(article.page_line)
        self.writer.write_from(article, entry.url)

    def _turn_to(self, page_line: str) -> None:
        """Writes the line that names the page, once for each page."""
        number = page_number(view_of(page_line))
        if number != self._page:
            self._page = number
            self.writer.write(page_line)

    def _identify(self, publication: str | None, day: date | None, entry: Entry) -> None:
        """What a page says of the issue; a page of another day is no part of it."""
        self.publication = self.publication or publication
        self.issue_date = self.issue_date or day
        self.day_of_urls = self.day_of_urls or _day_of(entry.url)
        if day is not None and day != self.issue_date:
            raise self._refused(
                entry.name, f"日期 {day} 与本期 {self.issue_date} 不符", f"dated {day}, the issue {self.issue_date}"
            )

    def _unknown(self, entry: Entry) -> ReadingError:
        return self._refused(entry.name, f"不是已知的电子报版式（{entry.url}）", f"no known structure ({entry.url})")

    def _refused(self, place: str, problem: str, english: str) -> ReadingError:
        remedy = "请重新抓取本期，或在浏览器中查看该页"
        return ReadingError(
            self._source_uri,
            place,
            problem,
            remedy,
            f"{place}: {english}; fetch the issue again, or look at the page in a browser",
        )


def _day_of(url: str) -> date | None:
    match = _DAY.search(urlsplit(url).path)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


FORM = EpaperBundle()
