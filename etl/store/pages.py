"""The printed page behind a claim: where its characters stand, and the picture to frame them in.

    frames(store, issue_id, source_start, source_end)   -> [Frame(page, x0, y0, x1, y1), ...]
    page_picture(store, issue_id, page, width)          -> PNG bytes
    source_url(store, issue_id, source_start)           -> "https://..." or None

``page`` counts from 0, edges are fractions of the page from its top left, so a frame fits a picture of any
size. Issues that came as text have no pages: ``frames`` is empty and ``page_picture`` raises ``NoPictureError``.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from etl.isolation import StoppedError, Worker
from etl.picture import NoPictureError, page_png
from etl.places import Frame, Places
from etl.store.store import Store

__all__ = ["Frame", "NoPictureError", "frames", "page_picture", "source_url"]

WIDEST = 4_000  # pixels

_WORKER = Worker()


def frames(store: Store, issue_id: str, source_start: int, source_end: int) -> list[Frame]:
    """The frames of the half-open span of the issue's text, one for each line it stands in.

    Raises ``KeyError`` for an unknown issue, ``StoreDamagedError`` when the archive has lost its places.
    """
    places = _places(store, issue_id)
    return places.frames(source_start, source_end) if places else []


def source_url(store: Store, issue_id: str, offset: int) -> str | None:
    """The web page that the character at ``offset`` was fetched from; None for other sources."""
    places = _places(store, issue_id)
    url = places.url(offset) if places else None
    return url if url and url.startswith(("http://", "https://")) else None


def page_picture(store: Store, issue_id: str, page: int, width: int = 1_200) -> bytes:
    """The picture of a page as a PNG file ``width`` pixels wide, drawn in a process of its own.

    Raises ``KeyError`` for an unknown issue, ``NoPictureError`` when there is no such page or it cannot be drawn.
    """
    known = store.known()[issue_id]
    if known.places_sha256 is None:
        raise NoPictureError(f"{issue_id}: 来源没有页面图像 · the source has no pictures of pages")
    return _drawn(store.archive.path(known.sha256), page, max(1, min(width, WIDEST)))


@lru_cache(maxsize=32)
def _drawn(path: Path, page: int, width: int) -> bytes:
    """Archived sources never change: their pictures may be kept."""
    try:
        return _WORKER.call(page_png, path.read_bytes(), page, width)
    except (StoppedError, OSError, RuntimeError) as error:
        raise NoPictureError(f"{path.name}: 无法绘出页面 · the page cannot be drawn: {error}") from error


def _places(store: Store, issue_id: str) -> Places | None:
    digest = store.known()[issue_id].places_sha256
    return _unpacked(store.archive.get(digest)) if digest else None


@lru_cache(maxsize=8)
def _unpacked(content: bytes) -> Places:
    return Places.from_bytes(content)
