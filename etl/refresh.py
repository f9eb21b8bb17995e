"""A refresh: what is new, changed or gone in a folder becomes one snapshot of the store.

Every file that is found ends in exactly one of four ways: new, changed, unchanged, set aside. The
run is idempotent by content (SHA-256) and by ``EXTRACTOR_VERSION``; a run that changes nothing
publishes nothing. A file that can no longer be read keeps the rows of its last good state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import file_digest, sha256
from pathlib import Path

from etl import EXTRACTOR_VERSION
from etl.extraction import Extracted, IssueIds, SetAside, Steps, extract_file, one_line, source_files
from etl.progress import Advance, progress
from etl.store import IssueRows, KnownIssue, Store


class RefreshError(Exception):
    """The folder cannot be refreshed from; the message says what to do."""


@dataclass
class Outcome:
    """What became of the files: ids of issues, or the files that were set aside; ``claims`` were extracted."""

    found: int = 0
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: int = 0
    set_aside: list[SetAside] = field(default_factory=list)
    claims: int = 0
    snapshot: int | None = None

    @property
    def loaded(self) -> int:
        """How many of the files that were found are in the table in their present state."""
        return len(self.new) + len(self.changed) + self.unchanged

    @property
    def faults(self) -> list[SetAside]:
        """The files that were set aside for something else than being duplicates."""
        return [each for each in self.set_aside if each.duplicate_of is None]

    def __str__(self) -> str:
        published = f"快照 snapshot {self.snapshot}" if self.snapshot else "表未变 table unchanged"
        return (
            f"文件 files {self.found} = 新 new {len(self.new)} + 改 changed {len(self.changed)} + "
            f"未变 unchanged {self.unchanged} + 搁置 set aside {len(self.set_aside)} · "
            f"撤 removed {len(self.removed)} · 数字 claims {self.claims} · {published}"
        )


@dataclass(frozen=True, slots=True)
class _Task:
    """A file to extract; ``previous`` is the issue that its last state gave."""

    path: Path
    source_uri: str
    previous: KnownIssue | None


def refresh(folder: Path, store: Store, steps: Steps | None = None, allow_empty: bool = False) -> Outcome:
    """Brings the store up to date with the folder; progress and files set aside go to standard error.

    Raises ``RefreshError`` for a folder that is missing, or empty though issues were loaded from it
    (unless ``allow_empty``), ``StoreBusyError`` when another refresh is running, ``StoreError``.
    """
    if not folder.is_dir():
        raise RefreshError(f"{folder}: 没有这个文件夹 · no such folder")
    with store.writing(wait=False):
        return _Run(folder.resolve(), store, steps or Steps()).run(allow_empty)


class _Run:
    def __init__(self, folder: Path, store: Store, steps: Steps) -> None:
        self._folder, self._store, self._steps = folder, store, steps
        self._known = store.known()
        self._own = {each.source_uri: each for each in self._known.values() if each.origin == str(folder)}
        self._ids = IssueIds({each.issue_id: each.sha256 for each in self._known.values()})
        self._drop: list[str] = []
        self._outcome = Outcome()

    def run(self, allow_empty: bool) -> Outcome:
        files = source_files(self._folder)
        if not files and self._own and not allow_empty:
            raise RefreshError(
                f"{self._folder}: 文件夹是空的，而表中有它的 {len(self._own)} 期；若确要撤下，请加 --allow-empty · "
                f"the folder is empty, the table has {len(self._own)} issues of it; to remove them: --allow-empty"
            )
        tasks = self._plan(files)
        with progress("更新 refresh", len(tasks)) as advance:
            for each in self._outcome.set_aside:
                advance.say(str(each))
            snapshot = self._store.publish(self._extracted(tasks, advance), self._drop)
        self._outcome.snapshot = snapshot.serial if snapshot else None
        return self._outcome

    def _plan(self, files: list[Path]) -> list[_Task]:
        """The files that must be extracted; issues whose file is gone are marked to be dropped."""
        uris = {f"{self._folder.name}/{path.relative_to(self._folder).as_posix()}": path for path in files}
        left = self._left_behind(set(uris))
        tasks = []
        self._outcome.found = len(files)
        for uri, path in uris.items():
            try:
                with path.open("rb") as file:
                    digest = file_digest(file, "sha256").hexdigest()
            except OSError as error:
                self._outcome.set_aside.append(SetAside(uri, one_line(error)))
                continue
            known = self._own.get(uri)
            if known and (known.sha256, known.extractor_version) == (digest, EXTRACTOR_VERSION):
                self._outcome.unchanged += 1
            else:
                tasks.append(_Task(path, uri, known or left.pop(digest, None)))
        for issue in left.values():
            if issue.origin == str(self._folder):
                self._remove(issue)
        return tasks

    def _left_behind(self, uris: set[str]) -> dict[str, KnownIssue]:
        """Issues by SHA-256 whose file, or whose whole folder, is gone: the same bytes elsewhere are the same issue."""
        return {
            each.sha256: each
            for each in self._known.values()
            if (each.source_uri not in uris if each.origin == str(self._folder) else not Path(each.origin).is_dir())
        }

    def _remove(self, issue: KnownIssue) -> None:
        self._drop.append(issue.issue_id)
        self._ids.restore(issue.issue_id, None)
        self._outcome.removed.append(issue.issue_id)

    def _extracted(self, tasks: Iterable[_Task], advance: Advance) -> Iterator[IssueRows]:
        for task in tasks:
            previous = task.previous.issue_id if task.previous else None
            result = extract_file(
                task.path, task.source_uri, self._ids, self._steps, origin=str(self._folder), previous=previous
            )
            rows = self._with_source(result, task) if isinstance(result, Extracted) else result
            if isinstance(rows, SetAside):
                self._set_aside(rows, task, advance)
            else:
                self._count(rows, previous)
                yield rows
            advance.step(task.path.name)

    def _with_source(self, result: Extracted, task: _Task) -> IssueRows | SetAside:
        source = task.path.read_bytes()
        if sha256(source).hexdigest() == result.issue.sha256:
            places = result.issue.places
            return IssueRows(result.tables, source, result.issue.text, places.to_bytes() if places else None)
        before = task.previous.sha256 if task.previous and task.previous.issue_id == result.issue.issue_id else None
        self._ids.restore(result.issue.issue_id, before)
        return SetAside(
            task.source_uri, "读取时文件正被改动，请再运行一次 · the file changed while it was read, run again"
        )

    def _set_aside(self, rows: SetAside, task: _Task, advance: Advance) -> None:
        self._outcome.set_aside.append(rows)
        advance.say(str(rows))
        if task.previous and rows.duplicate_of:
            self._remove(task.previous)
        elif task.previous:
            advance.say(f"{task.source_uri}: 保留此前载入的 {task.previous.issue_id} · its earlier rows are kept")

    def _count(self, rows: IssueRows, previous: str | None) -> None:
        if previous is None:
            self._outcome.new.append(rows.issue_id)
        else:
            self._outcome.changed.append(rows.issue_id)
            if previous != rows.issue_id:
                self._drop.append(previous)
                self._ids.restore(previous, None)
        self._outcome.claims += rows.tables["claims"].num_rows
