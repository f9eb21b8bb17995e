"""The site of an e-paper as a source: every issue that it has becomes one document, a bundle of what was fetched.

An issue is fetched whole or it is set aside with its reason; what was fetched of it so far is kept and not asked
for again when it is tried the next time. A new issue is checked again for some days, for corrections and articles
that were withdrawn; after that the site is never asked for it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from etl.model import Document, SetAside
from etl.source.kept import Shelf, WebIssue
from etl.source.layout import Layout, Structure, missing_numbers, root_of
from etl.source.source import SourceError
from etl.source.web.fault import FetchError, ObstacleError, PageMissingError
from etl.source.web.reader import Page, Reader

MAX_TRIES = 3
_OBSTACLES_IN_A_ROW = 3
_NEVER_FRESH = timedelta(0)


@dataclass(frozen=True, slots=True)
class Site:
    """What to fetch: ``url`` is the entry page; without ``first`` only what is newer than what is known.

    A whole issue is asked for again ``recheck_after`` the last time, while it is not older than ``recheck_days``;
    one that failed, ``retry_after`` the last time.
    ``max_pages`` limits the pages and articles of one issue, ``max_issues`` the issues that one run asks for.
    """

    name: str
    url: str
    layout: Layout
    first: date | None = None
    last: date | None = None
    recheck_days: int = 3
    recheck_after: timedelta = timedelta(hours=12)
    retry_after: timedelta = timedelta(minutes=30)
    max_pages: int = 600
    max_issues: int = 400


@dataclass(frozen=True, slots=True)
class Part:
    """One fetched file of an issue: ``role`` is ``page`` or ``article``."""

    role: str
    page: Page


Bundle = Callable[[Sequence[Part], date], bytes]
"""Makes one document of the parts of an issue; the same parts give the same bytes."""


class EPaper:
    """One site. ``today`` is the day in the place where the paper appears."""

    kind, whole = "epaper", False

    def __init__(self, site: Site, reader: Reader, shelf: Shelf, bundle: Bundle, today: Callable[[], date]) -> None:
        self._site, self._reader, self._shelf = site, reader, shelf
        self._bundle, self._today = bundle, today
        self.name = site.name
        self.origin = root_of(site.url)
        self._obstacles = 0
        self._first_page = ""
        self._trouble = ""

    def found(self) -> Iterator[Document | SetAside]:
        """Every issue that is known or wanted, by day; raises ``SourceError`` when the site is out of reach.

        What is known already comes even then; the error comes last.
        """
        known = self._shelf.issues()
        wanted = self._wanted(known)
        asked = 0
        for day in sorted({*known, *wanted}):
            issue = known.get(day)
            if day in wanted and not self._trouble and asked < self._site.max_issues and self._is_due(issue, day):
                asked += 1
                issue = self._asked(day, issue)
            if issue:
                yield from self._of(issue)
        if self._trouble:
            raise SourceError(self._trouble)

    def _of(self, issue: WebIssue) -> Iterator[Document | SetAside]:
        if issue.sha256:
            yield Document(issue.url, self.origin, self._shelf.path(issue.sha256), issue.sha256)
            for url in issue.missing:
                yield SetAside(
                    url, "此文已从网站撤下（404） · this article is no longer on the site (404)", tries=MAX_TRIES
                )
        elif issue.state == "failed":
            yield SetAside(issue.url, issue.reason, tries=max(issue.tries, 1))

    # ------------------------------------------------------------------ which days

    def _wanted(self, known: dict[date, WebIssue]) -> set[date]:
        """The days whose issue should be here."""
        try:
            first, last = self._range(known)
        except SourceError as error:
            self._trouble, first, last = str(error), date.max, date.min
        days = {first + timedelta(days=n) for n in range((last - first).days + 1)}
        return days | {day for day, issue in known.items() if issue.state == "failed" or self._is_young(day)}

    def _range(self, known: dict[date, WebIssue]) -> tuple[date, date]:
        """The first and last day, or from the day after the last known one to the newest on the entry page."""
        if self._site.first is not None:
            return self._site.first, min(self._site.last or date.max, self._today())
        try:
            page = self._reader.page(self._site.url, _NEVER_FRESH)
        except FetchError as error:
            raise SourceError(str(error)) from error
        days = self._site.layout.days(page.body, page.url)
        if not days:
            raise SourceError(
                f"{self._site.url}: 首页没有版面链接，请检查 url 与 layout · no links to pages: check url and layout"
            )
        newest = max(days)
        self._first_page = days[newest].rpartition("/")[2]
        past = max((day for day, issue in known.items() if issue.state != "failed"), default=None)
        return (past + timedelta(days=1) if past else newest), newest

    def _is_young(self, day: date) -> bool:
        return (self._today() - day).days <= self._site.recheck_days

    def _is_due(self, issue: WebIssue | None, day: date) -> bool:
        if issue is None:
            return True
        waited = datetime.now(UTC) - issue.checked if issue.checked else timedelta.max
        if issue.state == "failed":
            return issue.tries == 0 or (issue.tries < MAX_TRIES and waited >= self._site.retry_after)
        return waited >= self._site.recheck_after and self._is_young(day)

    # ------------------------------------------------------------------ one issue

    def _asked(self, day: date, known: WebIssue | None) -> WebIssue | None:
        """The state of the day's issue after the site was asked for it."""
        structure = self._site.layout.structure(day)
        url = known.url if known else self._address(structure, day)
        before = known or WebIssue(day, url, "failed")
        try:
            issue = self._fetched(structure, day, url, fresh=before.state == "failed")
            self._obstacles = 0
        except PageMissingError as error:
            if error.url == url and not before.sha256:
                issue = WebIssue(day, url, "absent")
            else:
                issue = replace(before, reason=str(error), tries=before.tries + 1)
        except FetchError as error:
            issue = replace(before, reason=str(error), tries=before.tries + 1)
            self._count_obstacle(error)
        except SourceError as error:  # robots.txt is out of reach: nothing was asked of this issue
            self._trouble = str(error)
            return known
        return self._shelf.note(issue)

    def _address(self, structure: Structure, day: date) -> str:
        first = day.strftime(structure.first)
        if self._first_page and not structure.numbered:
            first = first.rpartition("/")[0] + "/" + self._first_page
        return self.origin + first

    def _count_obstacle(self, error: FetchError) -> None:
        self._obstacles = self._obstacles + 1 if isinstance(error, ObstacleError) else 0
        if self._obstacles >= _OBSTACLES_IN_A_ROW:
            self._trouble = f"{error}；本次不再访问此站 · the site is left alone for this run"

    def _fetched(self, structure: Structure, day: date, first_url: str, fresh: bool) -> WebIssue:
        """The whole issue as a bundle; ``fresh`` takes what the last, failed try has fetched."""
        age = self._site.recheck_after if fresh else _NEVER_FRESH
        parts: list[Part] = []
        missing: list[str] = []
        seen: set[str] = set()
        for page in self._pages(structure, day, first_url, age):
            parts.append(Part("page", page))
            for url in structure.articles(page.body, page.url, day):
                if url in seen:
                    continue
                seen.add(url)
                if len(seen) > self._site.max_pages:
                    raise FetchError(first_url, f"一期超过 {self._site.max_pages} 篇", "more articles than max_pages")
                try:
                    parts.append(Part("article", self._reader.page(url, age)))
                except PageMissingError:
                    missing.append(url)
        if not seen:
            raise FetchError(first_url, "版面上没有文章链接，请检查 layout", "no links to articles: check layout")
        sha256, _ = self._shelf.put(self._bundle(parts, day))
        return WebIssue(day, first_url, "whole", sha256, missing=tuple(missing))

    def _pages(self, structure: Structure, day: date, first_url: str, age: timedelta) -> Iterator[Page]:
        """The issue's pages in order; raises ``FetchError`` where one between them is not linked."""
        first = self._reader.page(first_url, age)
        urls = list(dict.fromkeys([*structure.pages(first.body, first_url, day), first_url]))
        urls.sort(key=lambda url: structure.number(url) or 0)
        if structure.numbered:
            gaps = missing_numbers([structure.number(url) or 0 for url in urls])
            if gaps:
                names = "、".join(map(str, gaps))
                raise FetchError(first_url, f"缺第 {names} 版", f"page {names} is not linked")
        if len(urls) > self._site.max_pages:
            raise FetchError(first_url, f"超过 {self._site.max_pages} 版", "more pages than max_pages")
        for url in urls:
            yield first if url == first_url else self._reader.page(url, age)
