"""What is kept of a site between two runs: its pages, and how far each of its issues has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page as it was last fetched; ``checked`` is when the server last said that it is still so."""

    url: str
    sha256: str
    content_type: str
    etag: str
    modified: str
    checked: datetime


@dataclass(frozen=True, slots=True)
class WebIssue:
    """What is known of one day's issue of one site.

    ``state``: ``whole`` (``sha256`` is its bundle's), ``absent`` (no paper that day), ``failed`` (``reason``,
    ``tries``). A whole issue that could not be checked again is whole and has a reason. ``missing`` are its
    articles that the server no longer has.
    """

    day: date
    url: str
    state: str
    sha256: str = ""
    tries: int = 0
    reason: str = ""
    missing: tuple[str, ...] = ()
    checked: datetime | None = None


class Shelf(Protocol):
    """Where fetched pages and issues are kept."""

    def put(self, body: bytes) -> tuple[str, Path]:
        """Keeps bytes; their SHA-256 and where they lie."""

    def path(self, digest: str) -> Path:
        """Where bytes with this SHA-256 lie."""

    def body(self, digest: str) -> bytes:
        """The bytes with this SHA-256."""

    def fetched(self, url: str, body: bytes, content_type: str, etag: str, modified: str) -> int:
        """Archives what the server sent, before anyone has looked at it."""

    def good(self, fetch: int) -> None:
        """What was fetched is a page of the paper."""

    def page(self, url: str) -> KeptPage | None:
        """The page as it was last fetched well."""

    def unchanged(self, url: str) -> None:
        """The server says that the page is as it was."""

    def issues(self) -> dict[date, WebIssue]:
        """Every issue that was ever asked for, by day."""

    def note(self, issue: WebIssue) -> WebIssue:
        """Notes the state of an issue, as of now."""
