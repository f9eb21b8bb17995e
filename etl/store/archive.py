"""Source bytes and decoded texts, kept unchanged under the SHA-256 of what they hold."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from etl.store.durable import make_folder, sync_folder, write_file
from etl.store.fault import StoreDamagedError

_PART = ".part"


class Archive:
    """Content-addressed files: ``<root>/ab/abcdef...``; the same content is kept once."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def path(self, digest: str) -> Path:
        """Where content with this SHA-256 lies."""
        return self._root / digest[:2] / digest

    def put(self, content: bytes) -> str:
        """Keeps the content, durably, and returns its SHA-256."""
        digest = sha256(content).hexdigest()
        path = self.path(digest)
        if not (path.exists() and path.read_bytes() == content):  # a damaged file is healed
            make_folder(path.parent)
            part = path.with_name(f"{digest}.{os.getpid()}{_PART}")
            part.unlink(missing_ok=True)
            write_file(part, content)
            part.replace(path)
            sync_folder(path.parent)
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
        for path in sorted(self._root.glob("??/*")):
            if not path.name.endswith(_PART) and sha256(path.read_bytes()).hexdigest() != path.name:
                yield path

    def sweep(self) -> None:
        """Removes what a crash left half written; the caller holds the store's lock."""
        for part in self._root.glob(f"??/*{_PART}"):
            part.unlink(missing_ok=True)
