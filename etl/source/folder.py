"""A folder as a source: every file in it is a document, known by its SHA-256."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from hashlib import file_digest
from pathlib import Path
from typing import NamedTuple, Protocol

from etl.model import Document, SetAside
from etl.source.source import SourceError

_SETTLED = 2_000_000_000  # ns: a file that was written so short a time ago may be written again at the same stamp


class FileStamp(NamedTuple):
    """What the file system says of a file without reading it: size in bytes, times in ns."""

    size: int
    modified: int
    changed: int
    inode: int


class StampBook(Protocol):
    """Remembers files by their stamps, so that an unchanged file is not read again to know its SHA-256."""

    def stamps(self) -> Mapping[str, tuple[tuple[int, ...], str]]:
        """Path -> stamp and SHA-256."""

    def stamp(self, stamps: Mapping[str, tuple[tuple[int, ...], str]], gone: list[str]) -> None:
        """Remembers these, forgets those."""


class Folder:
    """The files under ``path``; hidden files and folders, and what lies outside behind a link, are no documents."""

    kind, whole = "folder", True

    def __init__(self, path: Path, book: StampBook, name: str = "") -> None:
        self._path, self._book = path.resolve(), book
        self.name = name or self._path.name
        self.origin = str(self._path)

    def found(self) -> Iterator[Document | SetAside]:
        """Every file, sorted by path; raises ``SourceError`` where there is no such folder."""
        if not self._path.is_dir():
            raise SourceError(f"{self._path}: 没有这个文件夹 · no such folder")
        before = {path: known for path, known in self._book.stamps().items() if path.startswith(f"{self._path}/")}
        fresh: dict[str, tuple[tuple[int, ...], str]] = {}
        listed: set[str] = set()
        for path in source_files(self._path):
            listed.add(str(path))
            yield self._document(path, before.get(str(path)), fresh)
        self._book.stamp(fresh, gone=[path for path in before if path not in listed])

    def _document(
        self, path: Path, known: tuple[tuple[int, ...], str] | None, fresh: dict[str, tuple[tuple[int, ...], str]]
    ) -> Document | SetAside:
        uri = f"{self._path.name}/{path.relative_to(self._path).as_posix()}"
        try:
            if path.is_symlink() and not path.resolve().is_relative_to(
                self._path
            ):  # of folders, links are not followed
                return SetAside(uri, "链接指向文件夹之外，未读 · a link that leads out of the folder, not followed")
            stamp = _stamp(path)
            if known and known[0] == stamp:
                return Document(uri, self.origin, path, known[1])
            with path.open("rb") as file:
                digest = file_digest(file, "sha256").hexdigest()
            if _stamp(path) == stamp and time.time_ns() - max(stamp.modified, stamp.changed) > _SETTLED:
                fresh[str(path)] = (stamp, digest)
        except OSError as error:
            return SetAside(uri, " ".join(str(error).split()))
        return Document(uri, self.origin, path, digest)


def _stamp(path: Path) -> FileStamp:
    status = path.stat()
    return FileStamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def source_files(folder: Path) -> list[Path]:
    """Every file under the folder, sorted; hidden files and folders are no issues."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() or path.is_symlink())
    return [path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
