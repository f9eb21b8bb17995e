"""The store: immutable snapshots of plain Parquet behind one link, and the archive of the sources.

    <store>/current -> snapshots/00000007        what readers open
    <store>/snapshots/00000007/claims/*.parquet  one file for each publication and year
    <store>/snapshots/00000007/manifest.json     SHA-256, size and rows of every file
    <store>/archive/ab/abcd...                   sources and decoded texts by their SHA-256

``pandas.read_parquet("<store>/current/claims")`` is the whole claims table. A reader that opens its
files in the very moment in which the link is switched may find some of them in the new state, each
issue whole; one that resolves the link first (``claims_path``, ``realpath``) gets one snapshot, which
stays for at least an hour after the next one is published.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from threading import RLock, get_ident

from etl.store.archive import Archive
from etl.store.commit import STAGING, Changes, IssueRows, Reached, commit
from etl.store.durable import make_folder, switch_link
from etl.store.fault import SnapshotGoneError, StoreBusyError, StoreDamagedError, StoreEmptyError, StoreError
from etl.store.history import KEPT_SNAPSHOTS, current_on, kept_serials
from etl.store.known import INDEX, KnownIssues
from etl.store.lock import locked
from etl.store.snapshot import MANIFEST, Snapshot

LOCK = ".lock"
"""The file in the store whose lock the writer holds."""

_GONE = ".gone"


class Store:
    """Reads and writes the store in the folder ``path``; any number of readers, one writer at a time."""

    def __init__(self, path: Path | str, kept: int = KEPT_SNAPSHOTS, reached: Reached = lambda _point: None) -> None:
        self.path = Path(path)
        self.archive = Archive(self.path / "archive")
        self._snapshots = self.path / "snapshots"
        self._link = self.path / "current"
        self._kept = kept
        self._reached = reached
        self._mutex = RLock()  # the file lock keeps processes apart, this one threads
        self._depth = 0
        self._opened: Snapshot | None = None  # a snapshot does not change: its manifest is read once
        self._writer: int | None = None  # the thread that is writing
        self._index: KnownIssues | None = None  # while this store is being written
        self._read = KnownIssues.of()

    # ------------------------------------------------------------------ reading

    def current(self) -> Snapshot:
        """The snapshot published last; raises ``StoreEmptyError`` when there is none."""
        path = self._link.resolve() if self._link.is_symlink() else None
        if path is None:
            raise StoreEmptyError(
                f"{self.path}: 数据仓是空的，先运行 baoshu refresh · the store is empty, run: baoshu refresh"
            )
        if not (path / MANIFEST).exists():
            raise StoreDamagedError(
                f"{self._link}: 指向不存在的快照 {path.name} · points to a snapshot that is missing"
            )
        if self._opened is None or self._opened.path != path:
            self._opened = Snapshot(path)
        return self._opened

    def as_of(self, day: date) -> Snapshot:
        """The snapshot that was current at the end of ``day`` (Beijing time): the table as it was then.

        Raises ``StoreEmptyError`` when nothing had been published by then, ``SnapshotGoneError``, which names
        the nearest days that are kept, when it has been swept.
        """
        current = self.current()
        days = current.manifest.days
        serial = current_on(day, days)
        if serial is None:
            first = min(days, default=day)
            raise StoreEmptyError(
                f"{self.path}: {day} 尚无数据，最早的是 {first} · nothing by {day}, the first is of {first}"
            )
        path = self._snapshots / f"{serial:08d}"
        if (path / MANIFEST).exists():
            return Snapshot(path)
        kept = [each for each in sorted(days) if (self._snapshots / f"{days[each]:08d}").is_dir()]
        near = [*[each for each in kept if each < day][-1:], *[each for each in kept if each > day][:1]]
        names = "、".join(map(str, near))
        raise SnapshotGoneError(
            f"{self.path}: {day} 的快照已清理，最近保留的是 {names} · the snapshot of {day} was swept, kept are {names}"
        )

    @property
    def claims_path(self) -> Path:
        """The folder with the claims of the current snapshot; it does not change while it is read."""
        return self.current().dataset("claims")

    def snapshots(self) -> list[Snapshot]:
        """Every snapshot that is kept, the oldest first: the table as it was."""
        return [Snapshot(path) for path in sorted(self._snapshots.glob("[0-9]*"))]

    def known(self) -> KnownIssues:
        """Every issue of the table by its id; empty for an empty store. It follows what is published.

        Who is writing gets the index beside the store, which lasts; readers get one in memory.
        """
        if self._writer != get_ident():
            known = self._read
        elif self._index is None:
            known = self._index = KnownIssues.kept(self.path / INDEX)
        else:
            known = self._index
        known.follow(self.current() if self._link.is_symlink() else None)
        return known

    def source_text(self, issue_id: str) -> str:
        """The decoded source of the issue: all source offsets count its characters; ``KeyError`` if unknown."""
        return self.archive.get(self.known()[issue_id].text_sha256).decode()

    def source_bytes(self, issue_id: str) -> bytes:
        """The source of the issue as it came in; ``KeyError`` if unknown."""
        return self.archive.get(self.known()[issue_id].sha256)

    def verify(self) -> list[str]:
        """One line for every damaged or missing file of the snapshots and the archive; empty when all is well."""
        lines: dict[str, None] = {}
        sound: set[int] = set()
        for snapshot in self.snapshots():
            try:
                lines |= dict.fromkeys(snapshot.damage(sound))
            except StoreDamagedError as error:
                lines[str(error)] = None
        lines |= {f"{path}: 存档文件已损坏 · the archived file is damaged": None for path in self.archive.damaged()}
        for issue in self.known().values() if not lines else ():
            for digest in (issue.sha256, issue.text_sha256, issue.places_sha256):
                if digest and not self.archive.path(digest).exists():
                    lines[f"{self.archive.path(digest)}: 存档文件缺失 · the archived file is missing"] = None
        return list(lines)

    # ------------------------------------------------------------------ writing

    @contextmanager
    def writing(self, wait: bool = True) -> Iterator[None]:
        """Holds the writer's lock and clears what a crash left; raises ``StoreBusyError`` if it must not wait."""
        if not self._mutex.acquire(blocking=wait):
            raise StoreBusyError(f"{self.path}: 本进程正在写入 · this process is writing already")
        with ExitStack() as held:
            held.callback(self._mutex.release)
            if self._depth == 0:
                make_folder(self._snapshots)
                held.enter_context(locked(self.path / LOCK, wait))
                self._sweep()
                self.archive.sweep()
            self._depth += 1
            self._writer = get_ident()
            try:
                yield
            finally:
                self._depth -= 1
                if self._depth == 0:
                    self._writer = None
                    if self._index is not None:
                        self._index.close()
                        self._index = None

    def replace_issues(self, batches: Iterable[IssueRows]) -> Snapshot | None:
        """Publishes one snapshot in which each issue's rows replace those it had; None if nothing changes."""
        return self.publish(replace=batches)

    def remove_issues(self, issue_ids: Iterable[str]) -> Snapshot | None:
        """Publishes one snapshot without these issues; None if none of them was there."""
        return self.publish(remove=issue_ids)

    def publish(self, replace: Iterable[IssueRows] = (), remove: Iterable[str] = ()) -> Snapshot | None:
        """Publishes one snapshot with all changes, durable when this returns; None if nothing changes.

        ``replace`` is read lazily under the lock, ``remove`` after it. Raises ``StoreError`` when the disk refuses; the
        table is then as it was.
        """
        with self.writing():
            try:
                return self._publish(replace, remove)
            except OSError as error:
                raise StoreError(
                    f"{self.path}: 无法写入，原表未动 · cannot write, the table is as it was: {error}"
                ) from error
            finally:
                with suppress(OSError, StoreError):  # what stays is cleared by the next write
                    self._sweep()

    def _publish(self, replace: Iterable[IssueRows], remove: Iterable[str]) -> Snapshot | None:
        changes = Changes()
        for rows in replace:
            for content in (rows.source, rows.text.encode() if rows.text is not None else None, rows.places):
                if content is not None:
                    self.archive.put(content)
            changes.replace(rows)
        changes.drop.update(remove)
        self._reached("archived")
        base = self.current() if self._link.is_symlink() else None
        known = self.known()
        located = {issue_id: known[issue_id].bucket for issue_id in changes.drop if issue_id in known}
        snapshot = commit(self._snapshots, base, changes, located, self._reached)
        if snapshot:
            switch_link(self._link, f"{self._snapshots.name}/{snapshot.path.name}")
            self._reached("switched")
            self._prune()
        return snapshot

    def _sweep(self) -> None:
        """Clears what a crash left: half-built snapshots, unacknowledged ones, half-removed ones."""
        complete = self.snapshots()
        if not self._link.is_symlink() and complete:  # the crash was between the first snapshot and its link
            switch_link(self._link, f"{self._snapshots.name}/{complete[-1].path.name}")
        if self._link.is_symlink():
            for snapshot in complete:
                if snapshot.serial > self.current().serial:
                    self._remove(snapshot)
        for prefix in (STAGING, _GONE):
            for orphan in self._snapshots.glob(f"{prefix}-*"):
                shutil.rmtree(orphan)
        self._link.with_name(f".{self._link.name}.new").unlink(missing_ok=True)

    def _prune(self) -> None:
        """Removes the snapshots that the rule no longer keeps."""
        snapshots = self.snapshots()
        moments = {each.serial: each.moment() for each in snapshots}
        kept = kept_serials(moments, self.current().manifest.days, datetime.now(UTC), self._kept)
        for snapshot in snapshots:
            if snapshot.serial not in kept:
                self._remove(snapshot)

    def _remove(self, snapshot: Snapshot) -> None:
        """Takes the snapshot's name away first, so that no reader finds half of it."""
        gone = self._snapshots / f"{_GONE}-{snapshot.path.name}"
        snapshot.path.rename(gone)
        shutil.rmtree(gone)
