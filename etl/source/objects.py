"""An object store as a source: every object below a prefix is a document.

A listing says what has changed since it was last asked (size, time, ETag); only that is fetched, into the archive,
to know its SHA-256. Who fetches, and how many at a time, is not this module's business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

from etl.model import Document, SetAside
from etl.source.folder import FileStamp, StampBook
from etl.source.source import SourceError


@dataclass(frozen=True, slots=True)
class Listed:
    """An object as a listing has it: its URL, its size in bytes, and all that would tell that it was changed."""

    url: str
    size: int
    state: str

    @property
    def stamp(self) -> FileStamp:
        """What the book remembers of it."""
        return FileStamp(self.size, 0, int(sha256(self.state.encode()).hexdigest()[:15], 16), 0)


Fetch: TypeAlias = Callable[[Sequence[Listed]], Iterable[Document | SetAside]]
"""Brings objects into the archive: for each, in order, a document with its SHA-256, or why it could not be had."""


class ObjectStore:
    """The objects below ``url``; hidden ones (a name that begins with a dot) are no documents."""

    kind, whole = "objects", True

    def __init__(self, url: str, book: StampBook, fetch: Fetch, placed: Callable[[str], Path], name: str = "") -> None:
        self.origin = url.rstrip("/")
        self.name = name or self.origin.rpartition("/")[2]
        self._book, self._fetch, self._placed = book, fetch, placed

    def found(self) -> Iterator[Document | SetAside]:
        """Every object, sorted by URL; raises ``SourceError`` where the store cannot be asked."""
        before = {url: known for url, known in self._book.stamps().items() if url.startswith(f"{self.origin}/")}
        listed = listing(self.origin)
        fresh = [each for each in listed if before.get(each.url, ((), ""))[0] != each.stamp]
        fetched = {each.source_uri: each for each in self._fetch(fresh)}
        self._book.stamp(
            {
                each.url: (each.stamp, found.sha256)
                for each in fresh
                if isinstance(found := fetched[each.url], Document)
            },
            gone=[url for url in before if url not in {each.url for each in listed}],
        )
        for each in listed:
            yield fetched.get(each.url) or self._known(each.url, before[each.url][1])

    def _known(self, url: str, digest: str) -> Document:
        return Document(url, self.origin, self._placed(digest), digest)


def listing(url: str) -> list[Listed]:
    """Every object below the URL, sorted; raises ``SourceError``."""
    import fsspec

    try:
        system, root = fsspec.core.url_to_fs(url, use_listings_cache=False)
        found = system.find(root, detail=True)
        there = bool(found) or system.exists(root)
    except Exception as error:  # each store has errors of its own
        reason = " ".join(str(error).split()) or type(error).__name__
        raise SourceError(
            f"{url}: 无法列出（{reason}），请核对网址、凭据与 AWS_ENDPOINT_URL 等环境变量 · "
            "cannot be listed: check the URL, the credentials and the environment (AWS_ENDPOINT_URL)"
        ) from error
    if not there:
        raise SourceError(f"{url}: 没有这个存储桶或前缀 · no such bucket or prefix")
    names = {str(path).removeprefix(str(root).rstrip("/")).lstrip("/"): info for path, info in found.items()}
    return [
        Listed(f"{url.rstrip('/')}/{name}", int(info.get("size") or 0), _state(info))
        for name, info in sorted(names.items())
        if info.get("type") != "directory" and name and not any(part.startswith(".") for part in name.split("/"))
    ]


def _state(info: dict[str, Any]) -> str:
    """What the listing has that changes with the object, whatever the store calls it."""
    names = (
        "ETag",
        "etag",
        "md5Hash",
        "content_md5",
        "generation",
        "LastModified",
        "last_modified",
        "mtime",
        "created",
    )
    values = (info.get(name) for name in names)
    return "|".join(each.isoformat() if isinstance(each, datetime) else str(each) for each in values)
