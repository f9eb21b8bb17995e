"""The client: GET with limits, redirects that are checked, one request at a time with a pause, patient retries."""

from __future__ import annotations

import random
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import certifi
import urllib3
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from etl.source.web.address import Gate, Target
from etl.source.web.fault import FetchError, ObstacleError, PageMissingError, TransientError

USER_AGENT = "baoshu/0.1 (newspaper statistics)"

_REDIRECTS = {301, 302, 303, 307, 308}
_MOST_REDIRECTS = 5
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Manners:
    """How a site is asked: pauses and times in seconds, sizes in bytes.

    ``delay`` lies between two requests; ``attempts`` is how often a page is asked for before it is given up, after
    ``backoff``, twice that, and so on, or what ``Retry-After`` says up to ``longest_wait``.
    """

    user_agent: str = USER_AGENT
    delay: float = 1.0
    attempts: int = 4
    backoff: float = 2.0
    longest_wait: float = 120.0
    timeout: float = 30.0
    longest_page: float = 120.0
    max_page: int = 20 * 1024 * 1024
    max_total: int = 2 * 1024**3


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said: ``body`` after its transfer and content coding were undone, else unchanged."""

    url: str
    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def content_type(self) -> str:
        """The header as it came, or ""."""
        return self.headers.get("content-type", "")


class Client:
    """Asks one site; every method raises ``FetchError``."""

    def __init__(
        self,
        gate: Gate,
        manners: Manners | None = None,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._gate, self._manners = gate, manners or Manners()
        self._sleep, self._clock = sleep, clock
        self._delay = self._manners.delay
        self._last: float | None = None
        self._pools: dict[tuple[str, str, int, str], HTTPConnectionPool] = {}
        self.requests = self.bytes = 0

    def slow_down(self, delay: float | None) -> None:
        """At least so many seconds between requests, as the site wishes."""
        self._delay = max(self._delay, delay or 0.0)

    def get(
        self, url: str, etag: str = "", modified: str = "", take: Callable[[Answer], None] = lambda _answer: None
    ) -> Answer:
        """The page, after redirects, or an answer with status 304 and no body if it has not changed.

        ``take`` gets the page and may refuse it by a ``FetchError``. Retries what may pass.

        Raises ``PageMissingError`` for 404 and 410, ``AddressRefusedError``, and ``FetchError`` for
        everything else that is no success.
        """
        headers = {"If-None-Match": etag} if etag else {}
        headers |= {"If-Modified-Since": modified} if modified else {}
        for attempt in range(1, self._manners.attempts + 1):
            try:
                answer = self._followed(url, headers)
                if answer.status == 200:
                    take(answer)
                return answer
            except TransientError as fault:
                wait = max(fault.wait, self._manners.backoff * 2 ** (attempt - 1) * random.uniform(0.75, 1.25))
                if attempt == self._manners.attempts or wait > self._manners.longest_wait:
                    raise
                self._sleep(wait)
        raise AssertionError("unreachable")

    def _followed(self, url: str, headers: Mapping[str, str]) -> Answer:
        target = self._gate.target(url)
        for _ in range(_MOST_REDIRECTS + 1):
            answer = self._asked(target, headers)
            if answer.status not in _REDIRECTS:
                return _judged(url, answer)
            target = self._gate.target(answer.headers.get("location", ""), base=target.url)
        raise FetchError(url, "重定向太多", "too many redirects")

    def _asked(self, target: Target, headers: Mapping[str, str]) -> Answer:
        pool = self._pool(target, self._gate.address(target))
        self._pause()
        self.requests += 1
        asked = {
            "Host": target.host_header,
            "User-Agent": self._manners.user_agent,
            "Accept-Encoding": "gzip",
            **headers,
        }
        try:
            response = pool.urlopen(
                "GET", target.path, headers=asked, redirect=False, retries=False, preload_content=False,
                assert_same_host=False,
            )  # fmt: skip
            try:
                body = self._body(target.url, response)
            finally:
                response.close()
        except urllib3.exceptions.SSLError as error:
            raise FetchError(target.url, "证书不可信", f"the certificate cannot be trusted ({error})") from error
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            reason = " ".join(str(error).split())[:200]
            raise TransientError(target.url, "连接中断", f"the connection failed ({reason})") from error
        finally:
            self._last = self._clock()
        return Answer(
            target.url, response.status, body, {name.lower(): value for name, value in response.headers.items()}
        )

    def _body(self, url: str, response: urllib3.BaseHTTPResponse) -> bytes:
        """The body within the limits of size and time; raises when it is shorter than announced."""
        deadline = self._clock() + self._manners.longest_page
        parts: list[bytes] = []
        size = 0
        while part := response.read1(_CHUNK, decode_content=True):
            parts.append(part)
            size += len(part)
            self.bytes += len(part)
            if size > self._manners.max_page:
                limit = self._manners.max_page // 1024
                raise FetchError(url, f"页面超过 {limit} KB", f"the page is larger than {limit} KB")
            if self.bytes > self._manners.max_total:
                raise FetchError(url, "本次抓取总量已到上限", "the limit of bytes for one run is reached")
            if self._clock() > deadline:
                raise TransientError(url, "太慢", f"not complete after {self._manners.longest_page:g} seconds")
        return b"".join(parts)

    def _pool(self, target: Target, address: str) -> HTTPConnectionPool:
        key = (target.scheme, target.host, target.port, address)
        if key not in self._pools:
            timeout = urllib3.Timeout(connect=self._manners.timeout, read=self._manners.timeout)
            if target.scheme == "http":
                self._pools[key] = HTTPConnectionPool(address, target.port, timeout=timeout, maxsize=1)
            else:
                self._pools[key] = HTTPSConnectionPool(
                    address, target.port, timeout=timeout, maxsize=1, ssl_context=_tls(),
                    server_hostname=target.host, assert_hostname=target.host,
                )  # fmt: skip
        return self._pools[key]

    def _pause(self) -> None:
        if self._last is not None:
            left = self._last + self._delay - self._clock()
            if left > 0:
                self._sleep(left)


def _tls() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())  # where the system has none of its own
    return context


def _judged(url: str, answer: Answer) -> Answer:
    status = answer.status
    if status in (200, 304):
        return answer
    if status in (404, 410):
        raise PageMissingError(url, f"HTTP {status}，没有这一页", "no such page")
    if status in (429, 500, 502, 503, 504):
        wait = _retry_after(answer.headers.get("retry-after", ""))
        raise TransientError(
            url, f"HTTP {status}", f"the server asks for {wait:.0f} s of patience" if wait else "failed", wait
        )
    if status in (401, 403, 412, 451):
        raise ObstacleError(url, f"HTTP {status}，网站拒绝访问", "the site refuses")
    raise FetchError(url, f"HTTP {status}", "not what was asked for")


def _retry_after(value: str) -> float:
    """Seconds that the header asks for; it holds a number of seconds or a date."""
    try:
        return max(float(value), 0.0) if value else 0.0
    except ValueError:
        pass
    try:
        return max((parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds(), 0.0)
    except (ValueError, TypeError):
        return 0.0
