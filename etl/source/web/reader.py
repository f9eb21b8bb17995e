"""One page at a time: from the shelf while it is fresh, else from the site, archived before anyone looks at it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from etl.source.kept import Shelf
from etl.source.web.client import Answer, Client
from etl.source.web.obstacle import refuse_fragment, refuse_obstacle
from etl.source.web.robots import Robots


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the paper: its body unchanged."""

    url: str
    content_type: str
    body: bytes


class Reader:
    """Reads pages of one site; ``whole_pages`` refuses HTML without its end."""

    def __init__(
        self,
        client: Client,
        robots: Robots,
        shelf: Shelf,
        whole_pages: bool = True,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._client, self._robots, self._shelf = client, robots, shelf
        self._whole_pages, self._now = whole_pages, now

    def page(self, url: str, fresh: timedelta) -> Page:
        """The page, asked for again if the site was last asked longer than ``fresh`` ago; raises ``FetchError``."""
        kept = self._shelf.page(url)
        if kept and self._now() - kept.checked < fresh:
            return Page(url, kept.content_type, self._shelf.body(kept.sha256))
        self._robots.refuse(url)
        answer = self._client.get(url, kept.etag if kept else "", kept.modified if kept else "", self._taken(url))
        if answer.status == 304 and kept:
            self._shelf.unchanged(url)
            return Page(url, kept.content_type, self._shelf.body(kept.sha256))
        return Page(url, answer.content_type, answer.body)

    def _taken(self, url: str) -> Callable[[Answer], None]:
        """Archives an answer, then looks whether it is a page of the paper; raises ``FetchError`` if not."""

        def taken(answer: Answer) -> None:
            headers = answer.headers
            fetch = self._shelf.fetched(
                url, answer.body, answer.content_type, headers.get("etag", ""), headers.get("last-modified", "")
            )
            refuse_obstacle(url, answer.body)
            if self._whole_pages:
                refuse_fragment(url, answer.body)
            self._shelf.good(fetch)

        return taken
