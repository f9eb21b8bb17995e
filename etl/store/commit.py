"""One commit: new bucket files and hard links to the unchanged ones become the next snapshot.

The order is what makes it safe: every byte and every name of the snapshot is on the disk before the
folder gets its name, and the folder before ``current`` points to it. A crash at any point leaves
``current`` at the old snapshot or at the new one.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TypeAlias

import pyarrow as pa

from etl.store.bucket import DATASETS, BucketKey, IssueKey, conformed, digest, merged
from etl.store.durable import link_or_copy, sync_folder, write_file
from etl.store.history import day_of, withdrawn
from etl.store.manifest import FileEntry, Manifest
from etl.store.packed import Head, PackedRows
from etl.store.parquet import write_parquet
from etl.store.snapshot import MANIFEST, Snapshot, empty_files

STAGING = ".staging"
LIVE = ("sentences", "claims", "issues")
"""The datasets that an issue's rows are replaced in."""
_REMEMBERED = ("claims", "issues")  # what the history needs of that which goes; the rest leaves memory at once
Reached: TypeAlias = Callable[[str], None]
"""Told the name of each point that a commit passes, for tests that stop it there."""


@dataclass(frozen=True, slots=True)
class IssueRows:
    """What replaces an issue: its rows of every dataset, and the source they were made of.

    ``tables`` has ``claims``, ``sentences`` and ``issues`` (one row) and may unpack them when they are asked for;
    ``source`` is the bytes as they came in, ``text`` their decoded form, ``places`` where its characters stand
    (`etl.places`). They are None where the archive has them already.
    """

    tables: Mapping[str, pa.Table]
    source: bytes | None = None
    text: str | None = None
    places: bytes | None = None
    head: Head = field(init=False)

    def __post_init__(self) -> None:
        head = self.tables.head if isinstance(self.tables, PackedRows) else Head.of(self.tables)
        object.__setattr__(self, "head", head)

    @property
    def issue_id(self) -> str:
        """The issue's id."""
        return self.head.issue_id

    @property
    def bucket(self) -> BucketKey:
        """The bucket that the issue belongs to."""
        return BucketKey(self.head.publication, self.head.day.year)

    @property
    def key(self) -> IssueKey:
        """Its place in its bucket."""
        return self.head.day, self.head.issue_id


@dataclass
class Changes:
    """What a commit is to do: issues that go, and rows that come."""

    drop: set[str] = field(default_factory=set)
    add: dict[BucketKey, list[IssueRows]] = field(default_factory=dict)
    _added: set[str] = field(default_factory=set)

    def replace(self, rows: IssueRows) -> None:
        """The issue's rows replace those it had; raises ``ValueError`` when it comes twice."""
        if rows.issue_id in self._added:
            raise ValueError(f"issue {rows.issue_id} is replaced twice in one commit")
        self._added.add(rows.issue_id)
        self.drop.add(rows.issue_id)
        self.add.setdefault(rows.bucket, []).append(rows)

    def coming(self, dataset: str, bucket: BucketKey) -> Iterator[tuple[IssueKey, pa.Table]]:
        """The rows of the issues that come into the bucket, in its order."""
        for rows in sorted(self.add.get(bucket, ()), key=lambda rows: rows.key):
            yield rows.key, conformed(rows.tables[dataset], DATASETS[dataset])

    def touched(self, located: Mapping[str, BucketKey]) -> set[BucketKey]:
        """The buckets that the changes are about; ``located`` says where issues are now."""
        return {*self.add, *(located[issue_id] for issue_id in self.drop if issue_id in located)}


def commit(
    snapshots: Path, base: Snapshot | None, changes: Changes, located: Mapping[str, BucketKey], reached: Reached
) -> Snapshot | None:
    """Builds the snapshot after ``base`` in the folder ``snapshots`` and gives it its name.

    Returns None when the changes change nothing. The caller holds the lock and switches ``current``.
    """
    building = _Building(snapshots, base)
    for bucket in sorted(changes.touched(located)):
        for dataset in LIVE:
            building.rewrite(dataset, bucket, changes)
            reached("file")
        building.remember(bucket, changes)
    if base and building.new == building.old:
        shutil.rmtree(building.staging)
        return None
    _link_unchanged(building.staging, base, building.old, building.new)
    reached("linked")
    _seal(building.staging, building.manifest())
    reached("sealed")
    final = snapshots / f"{building.serial:08d}"
    building.staging.rename(final)
    sync_folder(snapshots)
    reached("named")
    return Snapshot(final)


class _Building:
    """A snapshot in the making: what the base has (``old``), what the next has (``new``), by dataset and bucket."""

    def __init__(self, snapshots: Path, base: Snapshot | None) -> None:
        self.base = base
        self.serial = base.serial + 1 if base else 1
        self.created = datetime.now(UTC)
        self.staging = snapshots / f"{STAGING}-{self.serial:08d}"
        for dataset in DATASETS:
            (self.staging / dataset).mkdir(parents=True)
        self.old = base.entries() if base else {}
        self.new = dict(self.old)
        self._gone: dict[str, list[pa.Table]] = {}

    def rewrite(self, dataset: str, bucket: BucketKey, changes: Changes) -> None:
        """Writes one bucket's file of one dataset with the changes made, unless they change nothing."""
        gone = self._gone.setdefault(dataset, [])
        remember = gone.append if dataset in _REMEMBERED else lambda _: None
        coming = changes.coming(dataset, bucket)
        self._write(dataset, bucket, merged(self._standing(dataset, bucket), changes.drop, coming, remember))

    def remember(self, bucket: BucketKey, changes: Changes) -> None:
        """Adds the claims that the bucket has just lost to its history."""
        claims, issues = (self._gone.pop(dataset) for dataset in _REMEMBERED)
        self._gone.clear()
        if claims:  # issues that are new have nothing to lose
            come = changes.add.get(bucket, ())
            gone = withdrawn((claims, issues), [rows.tables for rows in come], self.created, self.serial)
            if gone.num_rows:
                self._write("history", bucket, chain(self._standing("history", bucket), [gone]))

    def _standing(self, dataset: str, bucket: BucketKey) -> Iterator[pa.Table]:
        """The bucket's rows as the base has them, in the columns of today."""
        old = self.old.get((dataset, bucket))
        pieces = self.base.pieces(old) if self.base and old else iter(())
        return (conformed(piece, DATASETS[dataset]) for piece in pieces)

    def manifest(self) -> Manifest:
        """What the snapshot is made of."""
        days = dict(self.base.manifest.days) if self.base else {}
        days[day_of(self.created)] = self.serial
        created = self.created.isoformat(timespec="milliseconds")
        return Manifest(self.serial, created, tuple(self.new.values()), days)

    def _write(self, dataset: str, bucket: BucketKey, tables: Iterable[pa.Table]) -> None:
        key, name = (dataset, bucket), bucket.file_name
        path = self.staging / dataset / name
        written, old = write_parquet(path, tables, DATASETS[dataset]), self.old.get(key)
        if written is None:
            self.new.pop(key, None)
        elif old and old.sha256 == written.sha256:
            path.unlink()
        else:
            self.new[key] = FileEntry(dataset, bucket.publication, bucket.year, name, *written)


def _link_unchanged(
    staging: Path,
    base: Snapshot | None,
    old: Mapping[tuple[str, BucketKey], FileEntry],
    new: Mapping[tuple[str, BucketKey], FileEntry],
) -> None:
    if base is None:
        return
    # a path object for each of thousands of files would take longer than its link
    before, after = str(base.path), str(staging)
    for key, entry in new.items():
        if old.get(key) == entry:
            place = f"/{entry.dataset}/{entry.name}"
            link_or_copy(before + place, after + place)


def _seal(staging: Path, manifest: Manifest) -> None:
    """Adds the files of empty datasets and the manifest, and waits until the whole folder is on the disk."""
    empty = []
    for dataset, name, content in empty_files({entry.dataset for entry in manifest.files}):
        write_file(staging / dataset / name, memoryview(content))
        empty.append(FileEntry(dataset, "", 0, name, digest(content), 0, content.size))
    write_file(staging / MANIFEST, replace(manifest, files=(*manifest.files, *empty)).to_json())
    for dataset in DATASETS:
        sync_folder(staging / dataset)
    sync_folder(staging)
