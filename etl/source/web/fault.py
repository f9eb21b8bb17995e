"""Why a page could not be fetched."""

from __future__ import annotations


class FetchError(Exception):
    """The page could not be had; ``str()`` is one line that begins with its URL."""

    def __init__(self, url: str, chinese: str, english: str) -> None:
        super().__init__(f"{url}: {chinese} · {english}")
        self.url = url


class PageMissingError(FetchError):
    """The server says that there is no such page (404, 410)."""


class AddressRefusedError(FetchError):
    """The address is not one that may be asked: wrong scheme, host, port, or a private network."""


class ObstacleError(FetchError):
    """The server answers with a page for humans to pass, not with the paper."""


class TransientError(FetchError):
    """It may be had at another time; ``wait`` is the number of seconds that the server asks for."""

    def __init__(self, url: str, chinese: str, english: str, wait: float = 0.0) -> None:
        super().__init__(url, chinese, english)
        self.wait = wait
