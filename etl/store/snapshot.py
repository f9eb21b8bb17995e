"""A snapshot: an immutable folder with the whole table as it was published once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from hashlib import file_digest, sha256
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from etl.store.bucket import DATASETS, BucketKey
from etl.store.fault import StoreDamagedError
from etl.store.manifest import FileEntry, Manifest, created_of
from etl.store.parquet import parquet_bytes, parquet_pieces, read_parquet

MANIFEST = "manifest.json"
_NO_ROWS = "none.parquet"  # an empty dataset still has a file, so that readers find its columns


class PublicationCount(NamedTuple):
    """How much of a publication a snapshot has."""

    publication: str
    newest_issue: date
    issues: int
    claims: int


@dataclass(frozen=True)
class Snapshot:
    """One published state; ``path`` is never changed once it has its name, so it can be read at leisure."""

    path: Path

    @cached_property
    def manifest(self) -> Manifest:
        """What it is made of; raises ``StoreDamagedError``."""
        path = self.path / MANIFEST
        try:
            return Manifest.from_json(path.read_bytes(), str(path))
        except FileNotFoundError:
            raise StoreDamagedError(f"{path}: 清单缺失 · the manifest is missing") from None

    @property
    def serial(self) -> int:
        """Its number: 1 for the first snapshot of the store, ascending."""
        return int(self.path.name)

    @property
    def created(self) -> str:
        """When it was published, UTC, ISO 8601."""
        return self.manifest.created

    def moment(self) -> datetime:
        """When it was published; of the manifest only the beginning is read, unchecked."""
        with suppress(OSError), (self.path / MANIFEST).open("rb") as file:
            if created := created_of(file.read(500)):
                return datetime.fromisoformat(created)
        return datetime.fromisoformat(self.created)

    def dataset(self, name: str) -> Path:
        """The folder of Parquet files of ``claims``, ``sentences`` or ``issues``."""
        return self.path / name

    def rows(self, dataset: str) -> int:
        """How many rows the dataset has."""
        return self.manifest.rows(dataset)

    def publications(self) -> list[PublicationCount]:
        """Every publication that has an issue, with its newest; only the newest year of each is read."""
        newest: dict[str, FileEntry] = {}
        for entry in self.manifest.files:
            known = newest.get(entry.publication)
            if entry.dataset == "issues" and entry.rows and (known is None or known.year < entry.year):
                newest[entry.publication] = entry
        return [
            PublicationCount(
                publication,
                pc.max(self.read(entry, ["issue_date"])["issue_date"]).as_py(),
                *(
                    sum(
                        each.rows
                        for each in self.manifest.files
                        if (each.dataset, each.publication) == (name, publication)
                    )
                    for name in ("issues", "claims")
                ),
            )
            for publication, entry in newest.items()
        ]

    def entries(self) -> dict[tuple[str, BucketKey], FileEntry]:
        """The files that have rows, by dataset and bucket."""
        return {(entry.dataset, entry.bucket): entry for entry in self.manifest.files if entry.rows}

    def read(self, entry: FileEntry, columns: list[str] | None = None) -> pa.Table:
        """The rows of one file, checked against its SHA-256; raises ``StoreDamagedError`` naming it."""
        return read_parquet(self._content(entry), columns)

    def pieces(self, entry: FileEntry) -> Iterator[pa.Table]:
        """The rows of one file in order, a few thousand at a time, checked as ``read`` does before the first."""
        path = self.dataset(entry.dataset) / entry.name
        try:
            with path.open("rb") as file:
                found = file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise _unreadable(path, error) from error
        if found != entry.sha256:
            raise _damaged(path)
        yield from parquet_pieces(path)

    def damage(self, sound: set[int]) -> Iterator[str]:
        """One line for every file that is missing or not what the manifest says.

        ``sound`` holds the inodes that need no second look, since snapshots share files; it grows.
        """
        for entry in self.manifest.files:
            path = self.dataset(entry.dataset) / entry.name
            if path.exists() and path.stat().st_ino in sound:
                continue
            try:
                self._content(entry)
                sound.add(path.stat().st_ino)
            except StoreDamagedError as error:
                yield str(error)

    def _content(self, entry: FileEntry) -> bytes:
        path = self.dataset(entry.dataset) / entry.name
        try:
            content = path.read_bytes()
        except OSError as error:
            raise _unreadable(path, error) from error
        if sha256(content).hexdigest() != entry.sha256:
            raise _damaged(path)
        return content


def _unreadable(path: Path, error: OSError) -> StoreDamagedError:
    return StoreDamagedError(f"{path}: 无法读取 · cannot be read ({error.strerror})")


def _damaged(path: Path) -> StoreDamagedError:
    return StoreDamagedError(f"{path}: 内容与清单不符，已损坏 · damaged: not what the manifest says")


def empty_files(present: set[str]) -> Iterator[tuple[str, str, pa.Buffer]]:
    """(dataset, file name, content) for every dataset that has no rows."""
    for dataset, schema in DATASETS.items():
        if dataset not in present:
            yield dataset, _NO_ROWS, parquet_bytes(schema.empty_table())
