"""Makes the sources of a configuration: each gets what it needs of the run's ledger and store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from etl.configuration import Configuration, EPaperSource
from etl.reading.bundle import Fetched, write_bundle
from etl.refresh.run import Opening, of_folder
from etl.refresh.shelf import Shelf
from etl.refresh.target import Target
from etl.source.epaper import EPaper, Part, Site
from etl.source.layout import LAYOUTS, root_of
from etl.source.source import Source
from etl.source.web.address import Gate
from etl.source.web.client import USER_AGENT, Client, Manners
from etl.source.web.reader import Reader
from etl.source.web.robots import Robots
from etl.store.bookkeeping import Bookkeeping
from etl.store.history import day_of

_MB = 1024 * 1024


def openings(configuration: Configuration) -> list[Opening]:
    """One for every source of the file, in its order, folders first."""
    folders = [of_folder(Path(each.path), each.name) for each in configuration.folder]
    return [*folders, *map(of_epaper, configuration.epaper)]


def of_epaper(source: EPaperSource) -> Opening:
    """Opens the site of an e-paper as a source."""

    def opened(book: Bookkeeping, store: Target) -> Source:
        agent = source.user_agent or USER_AGENT
        manners = Manners(
            user_agent=agent,
            delay=source.delay,
            attempts=source.attempts,
            backoff=source.backoff,
            timeout=source.timeout,
            longest_page=4 * source.timeout,
            max_page=source.max_page_mb * _MB,
            max_total=source.max_total_mb * _MB,
        )
        client = Client(Gate(source.all_hosts, source.ports, source.private_addresses), manners)
        shelf = Shelf(book, store.archive, root_of(source.url))
        reader = Reader(client, Robots(client, agent), shelf, source.whole_pages)
        return EPaper(_site(source), reader, shelf, partial(_bundled, publication=source.name), _today)

    return opened


def _site(source: EPaperSource) -> Site:
    return Site(
        name=source.name,
        url=source.url,
        layout=LAYOUTS[source.layout],
        first=source.first,
        last=source.last,
        recheck_days=source.recheck_days,
        recheck_after=timedelta(hours=source.recheck_hours),
        retry_after=timedelta(minutes=source.retry_minutes),
        max_pages=source.max_pages,
        max_issues=source.max_issues,
    )


def _bundled(parts: Sequence[Part], day: date, publication: str) -> bytes:
    fetched = (Fetched(part.page.url, part.role, part.page.content_type, part.page.body) for part in parts)
    return write_bundle(fetched, publication, day)


def _today() -> date:
    return day_of(datetime.now(UTC))
