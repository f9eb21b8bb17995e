"""One commit: new bucket files and hard links to the unchanged ones become the next snapshot.

The order is what makes it safe: every byte and every name of the snapshot is on the disk before the
folder gets its name, and the folder before ``current`` points to it. A crash at any point leaves
``current`` at the old snapshot or at the new one.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

import pyarrow as pa

from etl.store.bucket import DATASETS, BucketKey, conformed, digest, merged, parquet_bytes
from etl.store.durable import link_or_copy, sync_folder, write_file
from etl.store.history import day_of, withdrawn
from etl.store.manifest import FileEntry, Manifest
from etl.store.snapshot import MANIFEST, Snapshot, empty_files

STAGING = ".staging"
LIVE = ("sentences", "claims", "issues")
"""The datasets that an issue's rows are replaced in."""
_REMEMBERED = ("claims", "issues")  # what the history needs; the rest of a bucket leaves memory when it is written
Reached: TypeAlias = Callable[[str], None]
"""Told the name of each point that a commit passes, for tests that stop it there."""


@dataclass(frozen=True, slots=True)
class IssueRows:
    """What replaces an issue: its rows of every dataset, and the source they were made of.

    ``tables`` has ``claims``, ``sentences`` and ``issues`` (one row); ``source`` is the bytes as they
    came in, ``text`` their decoded form, ``places`` where its characters stand (`etl.places`). They are None
    where the archive has them already.
    """

    tables: Mapping[str, pa.Table]
    source: bytes | None = None
    text: str | None = None
    places: bytes | None = None

    @property
    def issue_id(self) -> str:
        """The issue's id."""
        issue_id: str = self.tables["issues"]["issue_id"][0].as_py()
        return issue_id

    @property
    def bucket(self) -> BucketKey:
        """The bucket that the issue belongs to."""
        row = self.tables["issues"]
        return BucketKey(row["publication"][0].as_py(), row["issue_date"][0].as_py().year)


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
        self._states: dict[str, tuple[pa.Table, pa.Table]] = {}

    def rewrite(self, dataset: str, bucket: BucketKey, changes: Changes) -> None:
        """Writes one bucket's file of one dataset with the changes made, unless they change nothing."""
        schema, old = DATASETS[dataset], self.old.get((dataset, bucket))
        before = conformed(self.base.read(old), schema) if self.base and old else schema.empty_table()
        after = merged(before, changes.drop, (rows.tables[dataset] for rows in changes.add.get(bucket, ())), schema)
        if dataset in _REMEMBERED:
            self._states[dataset] = (before, after)
        self._write(dataset, bucket, after)

    def remember(self, bucket: BucketKey, changes: Changes) -> None:
        """Adds the claims that the bucket has just lost to its history."""
        gone = withdrawn(self._states["claims"], self._states["issues"], changes.drop, self.created, self.serial)
        if gone.num_rows:
            old = self.old.get(("history", bucket))
            before = [conformed(self.base.read(old), gone.schema)] if self.base and old else []
            self._write("history", bucket, pa.concat_tables([*before, gone]))
        self._states.clear()

    def manifest(self) -> Manifest:
        """What the snapshot is made of."""
        days = dict(self.base.manifest.days) if self.base else {}
        days[day_of(self.created)] = self.serial
        created = self.created.isoformat(timespec="milliseconds")
        return Manifest(self.serial, created, tuple(self.new.values()), days)

    def _write(self, dataset: str, bucket: BucketKey, table: pa.Table) -> None:
        key = (dataset, bucket)
        if table.num_rows == 0:
            self.new.pop(key, None)
            return
        content = parquet_bytes(table)
        sha256, old = digest(content), self.old.get(key)
        if old and old.sha256 == sha256:
            return
        name = bucket.file_name
        write_file(self.staging / dataset / name, memoryview(content))
        self.new[key] = FileEntry(dataset, bucket.publication, bucket.year, name, sha256, table.num_rows, content.size)


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
