"""The run ledger: what every refresh did, what it set aside and why, how fresh each publication is.

``<store>/ledger.sqlite`` is written by the refresh, which holds the store's lock, and read by anyone::

    runs(store)        the latest runs, newest first
    set_aside(store)   every document that is not in the table in its present state, with its reason
    freshness(store)   the newest issue of every publication, and when it was loaded
    sources(store)     when each source was last asked, and what it said

All four are cheap, need no lock, and give an empty list for a store without a ledger. Times are aware
and in UTC. They raise ``StoreDamagedError`` for a ledger that is no SQLite file; the table does not
need it: without it a refresh forgets its history and its tries, never a claim.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Literal, TypeAlias

from etl.store.fault import StoreDamagedError, StoreEmptyError
from etl.store.lock import is_locked
from etl.store.store import LOCK, Store

LEDGER = "ledger.sqlite"
MAX_TRIES = 3
"""So often a document is tried in the same state before it is set aside for good."""

RunState: TypeAlias = Literal["running", "done", "failed", "interrupted"]
Trigger: TypeAlias = Literal["command", "watch", "schedule"]

TABLES = """
CREATE TABLE IF NOT EXISTS run (
  id INTEGER PRIMARY KEY, started TEXT NOT NULL, ended TEXT, state TEXT NOT NULL, trigger TEXT NOT NULL,
  pid INTEGER NOT NULL, extractor TEXT NOT NULL, found INTEGER NOT NULL DEFAULT 0, new INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0, unchanged INTEGER NOT NULL DEFAULT 0, removed INTEGER NOT NULL DEFAULT 0,
  set_aside INTEGER NOT NULL DEFAULT 0, claims INTEGER NOT NULL DEFAULT 0, snapshot INTEGER,
  message TEXT NOT NULL DEFAULT '');
CREATE TABLE IF NOT EXISTS set_aside (
  origin TEXT NOT NULL, source_uri TEXT NOT NULL, sha256 TEXT NOT NULL, extractor TEXT NOT NULL,
  reason TEXT NOT NULL, tries INTEGER NOT NULL, duplicate_of TEXT, kept TEXT,
  first TEXT NOT NULL, last TEXT NOT NULL, PRIMARY KEY (origin, source_uri));
CREATE TABLE IF NOT EXISTS publication (name TEXT PRIMARY KEY, loaded TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS source (
  origin TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, asked TEXT NOT NULL, answered TEXT,
  message TEXT NOT NULL DEFAULT '');
CREATE TABLE IF NOT EXISTS file (
  path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL,
  inode INTEGER NOT NULL, sha256 TEXT NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One refresh. ``found`` = ``new`` + ``changed`` + ``unchanged`` + ``set_aside``, always, once it is done.

    ``state``: ``running``; ``done``, whatever was set aside; ``failed`` with the reason in ``message``;
    ``interrupted`` when its process died. ``claims`` were extracted in this run, ``snapshot`` is the last one that
    it published, None if the table did not change. ``extractor_version`` is that of the program that ran.
    """

    run_id: int
    started: datetime
    ended: datetime | None
    state: RunState
    trigger: Trigger
    pid: int
    extractor_version: str
    found: int
    new: int
    changed: int
    unchanged: int
    removed: int
    set_aside: int
    claims: int
    snapshot: int | None
    message: str

    @property
    def loaded(self) -> int:
        """How many of the documents found are in the table in their present state."""
        return self.new + self.changed + self.unchanged

    @property
    def seconds(self) -> float | None:
        """How long it took; None while it runs, and for one that was interrupted."""
        return (self.ended - self.started).total_seconds() if self.ended else None


@dataclass(frozen=True, slots=True)
class SetAsideDocument:
    """A document that is not in the table in its present state, and why.

    ``given_up`` after ``MAX_TRIES``: it is not tried again until its bytes or the extractor change, or with
    ``baoshu refresh --retry``. ``duplicate_of`` names the issue whose bytes it repeats: no fault.
    ``kept_issue`` names the issue whose rows of an earlier, good state are still in the table.
    """

    source_uri: str
    origin: str
    reason: str
    tries: int
    first: datetime
    last: datetime
    sha256: str
    duplicate_of: str | None
    kept_issue: str | None

    @property
    def given_up(self) -> bool:
        """Whether it was tried as often as it may be."""
        return self.duplicate_of is None and self.tries >= MAX_TRIES


@dataclass(frozen=True, slots=True)
class Freshness:
    """One publication: its newest issue in the table, how many it has, when rows of it last changed."""

    publication: str
    newest_issue: date
    issues: int
    claims: int
    loaded: datetime | None

    def days_behind(self, today: date) -> int:
        """Days since the newest issue; an issue dated ahead of today counts as 0."""
        return max((today - self.newest_issue).days, 0)


@dataclass(frozen=True, slots=True)
class SourceState:
    """A source: ``kind`` is ``folder`` or ``epaper``, ``message`` what was wrong when it was last asked, or empty."""

    origin: str
    name: str
    kind: str
    asked: datetime
    answered: datetime | None
    message: str


def runs(store: Store | Path, limit: int = 50) -> list[Run]:
    """The latest runs, newest first. A run whose process is gone is ``interrupted``."""
    path = _folder(store)
    found = [_run(row) for row in _rows(path, "SELECT * FROM run ORDER BY id DESC LIMIT ?", limit)]
    alive = any(run.state == "running" for run in found) and is_locked(path / LOCK)
    return [_settled(run, alive and number == 0) for number, run in enumerate(found)]


def set_aside(store: Store | Path) -> list[SetAsideDocument]:
    """Every document that is set aside now: faults first, the latest first; duplicates last."""
    query = (
        "SELECT source_uri, origin, reason, tries, first, last, sha256, duplicate_of, kept FROM set_aside"
        " ORDER BY duplicate_of IS NOT NULL, last DESC, source_uri"
    )
    return [
        SetAsideDocument(uri, origin, reason, tries, _time(first), _time(last), sha256, duplicate, kept)
        for uri, origin, reason, tries, first, last, sha256, duplicate, kept in _rows(_folder(store), query)
    ]


def freshness(store: Store | Path) -> list[Freshness]:
    """Every publication of the current snapshot, the one with the newest issue first."""
    opened = store if isinstance(store, Store) else Store(store)
    loaded = {name: _time(moment) for name, moment in _rows(opened.path, "SELECT name, loaded FROM publication")}
    try:
        counts = opened.current().publications()
    except StoreEmptyError:
        return []
    found = [Freshness(*each, loaded.get(each.publication)) for each in counts]
    return sorted(found, key=lambda each: (-each.newest_issue.toordinal(), each.publication))


def sources(store: Store | Path) -> list[SourceState]:
    """Every source that was ever asked, by name."""
    query = "SELECT origin, name, kind, asked, answered, message FROM source ORDER BY name, origin"
    return [
        SourceState(origin, name, kind, _time(asked), _time(answered) if answered else None, message)
        for origin, name, kind, asked, answered, message in _rows(_folder(store), query)
    ]


# --------------------------------------------------------------------------- reading


def _folder(store: Store | Path) -> Path:
    return store.path if isinstance(store, Store) else store


def _rows(folder: Path, query: str, *values: object) -> list[tuple]:  # type: ignore[type-arg]
    path = folder / LEDGER
    if not path.exists():
        return []
    with guarded(path), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=10)) as book:
        try:
            return book.execute(query, values).fetchall()
        except sqlite3.OperationalError as error:
            if "no such table" in str(error):  # made, but nothing written yet
                return []
            raise


@contextmanager
def guarded(path: Path) -> Iterator[None]:
    """Turns what SQLite says of a damaged or unreachable ledger into ``StoreDamagedError`` with its remedy."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise StoreDamagedError(
            f"{path}: 运行台账无法读写（{error}）；可移走它，表不受影响 · the run ledger cannot be used ({error}); "
            "move it away, the table does not need it"
        ) from error


def _run(row: tuple) -> Run:  # type: ignore[type-arg]
    run_id, started, ended, *rest = row
    return Run(run_id, _time(started), _time(ended) if ended else None, *rest)


def _settled(run: Run, alive: bool) -> Run:
    """The run as it is: one that says it runs, while nobody holds the lock, has died."""
    if run.state != "running" or alive:
        return run
    values = {name: getattr(run, name) for name in run.__dataclass_fields__}
    return Run(**values | {"state": "interrupted"})


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)
