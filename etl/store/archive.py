"""Source bytes and decoded texts, kept unchanged under the SHA-256 of what they hold."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from hashlib import sha256
from itertools import count
from pathlib import Path
from threading import get_ident
from types import TracebackType
from typing import Protocol

from etl.store.durable import make_folder, put_file, sync_file, sync_folder
from etl.store.fault import StoreDamagedError, StoreError

_PARTS = ".parts"
_NUMBER = count()
_THREADS = 8  # a disk makes many writes durable in the time of one


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
        if not _holds(path, content):
            make_folder(path.parent)
            make_folder(self.root / _PARTS)
            put_file(path, self.root / _PARTS / f"{digest}.{os.getpid()}.{get_ident()}", content)
        return digest

    def stage(self, contents: Iterable[bytes]) -> tuple[str, ...]:
        """Writes contents beside the archive, without waiting for the disk, and names them for ``Settling``.

        What is kept already is passed over. What is never settled is swept.
        """
        staged = []
        for digest, content in {sha256(content).hexdigest(): content for content in contents}.items():
            if not _holds(self.path(digest), content):
                make_folder(self.root / _PARTS)
                staged.append(f"{digest}.{os.getpid()}.s{next(_NUMBER)}")
                (self.root / _PARTS / staged[-1]).write_bytes(content)
        return tuple(staged)

    def settle(self, staged: str) -> Path:
        """Gives staged content its name once it is on the disk; its folder is returned, for the caller to sync."""
        part, path = self.root / _PARTS / staged, self.path(staged.partition(".")[0])
        sync_file(part)
        make_folder(path.parent)
        part.replace(path)
        return path.parent

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


def _holds(path: Path, content: bytes) -> bool:
    """Whether the file is there and undamaged: one that is not is written again."""
    return path.exists() and path.read_bytes() == content


class Settling:
    """Settles what workers have staged while they go on; use it as a context manager."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._threads = ThreadPoolExecutor(_THREADS)
        self._under_way: list[Future[Path]] = []

    def __enter__(self) -> Settling:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown(cancel_futures=True)

    def add(self, staged: Iterable[str]) -> None:
        """Begins with what was staged."""
        self._under_way += [self._threads.submit(self._archive.settle, each) for each in staged]

    def wait(self) -> None:
        """Returns when all that was added is kept, durably; raises ``StoreError`` when the disk refuses."""
        settled, self._under_way = self._under_way, []
        try:
            for _ in self._threads.map(sync_folder, {each.result() for each in settled}):
                pass
        except OSError as error:
            raise StoreError(
                f"{self._archive.root}: 无法写入存档，表未变 · the archive cannot be written, table unchanged: {error}"
            ) from error
