"""Source bytes and decoded texts, kept unchanged under the SHA-256 of what they hold."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from threading import get_ident
from typing import Protocol

from etl.store.durable import make_folder, put_file
from etl.store.fault import StoreDamagedError

_PARTS = ".parts"


class Contents(Protocol):
    """What keeps content under its SHA-256, wherever it lies; ``root`` names the place."""

    @property
    def root(self) -> Path | str:
        """The folder, or the URL."""

    def path(self, digest: str) -> Path:
        """Where content with this SHA-256 lies."""

    def put(self, content: bytes) -> str:
        """Keeps the content, durably, and returns its SHA-256."""

    def get(self, digest: str) -> bytes:
        """The content; raises ``StoreDamagedError`` when it is missing or has changed."""


class Archive:
    """Content-addressed files: ``<root>/ab/abcdef...``; the same content is kept once.

    Any number of processes may put content at the same time.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, digest: str) -> Path:
        """Where content with this SHA-256 lies."""
        return self.root / digest[:2] / digest

    def put(self, content: bytes) -> str:
        """Keeps the content, durably, and returns its SHA-256."""
        digest = sha256(content).hexdigest()
        path = self.path(digest)
        if not (path.exists() and path.read_bytes() == content):  # a damaged file is healed
            make_folder(path.parent)
            make_folder(self.root / _PARTS)
            put_file(path, self.root / _PARTS / f"{digest}.{os.getpid()}.{get_ident()}", content)
        return digest

    def get(self, digest: str) -> bytes:
        """The content; raises ``StoreDamagedError`` when it is missing or has changed."""
        path = self.path(digest)
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            raise StoreDamagedError(f"{path}: 存档文件缺失 · the archived file is missing") from None
        if sha256(content).hexdigest() != digest:
            raise StoreDamagedError(f"{path}: 存档文件已损坏 · the archived file is damaged")
        return content

    def damaged(self) -> Iterator[Path]:
        """Every file whose content is not what its name says."""
        for path in sorted(self.root.glob("[0-9a-f][0-9a-f]/*")):
            if sha256(path.read_bytes()).hexdigest() != path.name:
                yield path

    def sweep(self) -> None:
        """Removes what a crash left half written; the caller holds the store's lock and nobody else is writing."""
        for part in (self.root / _PARTS).glob("*"):
            part.unlink(missing_ok=True)
