"""The archive of sources and texts in an object store: what `etl.store.archive` is on a disk."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from etl.backfill.place import is_url, place_of
from etl.store.archive import Archive, Contents
from etl.store.fault import StoreDamagedError


class ObjectArchive:
    """Content-addressed objects below a URL: ``ab/abcdef...``; the same content is kept once."""

    def __init__(self, url: str) -> None:
        self.root = url
        self._place = place_of(url)

    def path(self, digest: str) -> Path:
        """Where content with this SHA-256 lies, from the archive's root."""
        return Path(digest[:2]) / digest

    def put(self, content: bytes) -> str:
        """Keeps the content and returns its SHA-256."""
        digest = sha256(content).hexdigest()
        name = self.path(digest).as_posix()
        if not self._place.has(name):
            self._place.put(name, content)
        return digest

    def get(self, digest: str) -> bytes:
        """The content; raises ``StoreDamagedError`` when it is missing or has changed."""
        where = f"{self.root}/{self.path(digest).as_posix()}"
        try:
            content: bytes = self._place.get(self.path(digest).as_posix()).to_pybytes()
        except FileNotFoundError:
            raise StoreDamagedError(f"{where}: 存档文件缺失 · the archived file is missing") from None
        if sha256(content).hexdigest() != digest:
            raise StoreDamagedError(f"{where}: 存档文件已损坏 · the archived file is damaged")
        return content


def archive_of(root: str) -> Contents:
    """The archive at a folder or a URL."""
    return ObjectArchive(root) if is_url(root) else Archive(Path(root))
