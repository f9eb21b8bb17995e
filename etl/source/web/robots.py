"""What a site asks robots to leave alone (RFC 9309)."""

from __future__ import annotations

from urllib.parse import urlsplit

from protego import Protego

from etl.source.source import SourceError
from etl.source.web.client import Client
from etl.source.web.fault import FetchError, ObstacleError, PageMissingError, TransientError


class Robots:
    """The robots.txt of every host that is asked, fetched when it is first needed."""

    def __init__(self, client: Client, user_agent: str) -> None:
        self._client, self._user_agent = client, user_agent
        self._rules: dict[str, Protego] = {}

    def refuse(self, url: str) -> None:
        """Raises ``FetchError`` for a page that the site asks to leave alone."""
        if not self._of(url).can_fetch(url, self._user_agent):
            raise FetchError(url, "robots.txt 不许抓取", "disallowed by robots.txt")

    def _of(self, url: str) -> Protego:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = rules = Protego.parse(self._text(f"{site}/robots.txt"))
            delay = rules.crawl_delay(self._user_agent)
            self._client.slow_down(float(delay) if delay else None)
        return self._rules[site]

    def _text(self, url: str) -> str:
        """The rules; none where there is no such file. A server that fails may have rules: nothing is asked of it."""
        try:
            return self._client.get(url).body.decode("utf-8", "replace")
        except (PageMissingError, ObstacleError):
            return ""
        except TransientError as fault:
            raise SourceError(f"{fault}；未抓取 · nothing was fetched: its rules are not known") from fault
