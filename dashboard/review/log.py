"""Every judgement and every undoing, in order, for good: one table of SQLite beside the store.

Nothing is ever changed or removed: a new judgement stands above the one before, undoing takes the top one off, and the
history shows both. Any number of processes may read and write.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dashboard.review.judgement import Judgement, Value

FILE = "reviews.sqlite"
UNDONE = "undone"
_TABLE = """CREATE TABLE IF NOT EXISTS review (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  claim_id TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('right', 'wrong', 'corrected', 'undone')),
  fields TEXT NOT NULL,
  reason TEXT NOT NULL,
  undoes INTEGER REFERENCES review (id),
  place TEXT NOT NULL,
  extracted TEXT NOT NULL
)"""
_COLUMNS = "at, author, claim_id, verdict, fields, reason, undoes, place, extracted"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the judged number is printed: what finds it again after a new extraction."""

    issue_id: str
    source_uri: str
    source_start: int
    source_end: int
    value_text: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Review:
    """One line of the log; ``at`` is UTC, ISO 8601. ``verdict`` is ``undone`` where ``undoes`` names another line.

    ``extracted`` is the claim as it was when it was judged, by the fields that can be corrected.
    """

    id: int
    at: str
    author: str
    claim_id: str
    verdict: str
    fields: Mapping[str, Value]
    reason: str
    undoes: int | None
    place: Place
    extracted: Mapping[str, Value]


class NothingToUndoError(ValueError):
    """The claim has no judgement that stands."""


class ReviewLog:
    """The log in the file ``path``, which is made with the first judgement.

    Writing raises ``sqlite3.Error`` where the file cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._known: tuple[Review, ...] = ()

    def append(self, claim_id: str, said: Judgement, place: Place, extracted: Mapping[str, Value]) -> Review:
        """Adds a judgement, on the disk when this returns."""
        with self._lock, self._writing() as database:
            parts = (said.author, claim_id, said.verdict, said.fields, said.reason, None, place, extracted)
            return _insert(database, parts)

    def undo(self, review: Review, author: str, reason: str) -> Review:
        """Takes a judgement off; raises ``NothingToUndoError`` if it no longer stands on top."""
        with self._lock, self._writing() as database:
            if standing(self._read(database)).get(review.claim_id) != review:
                raise NothingToUndoError(f"{review.claim_id}: 没有可撤销的判定 · there is no judgement to undo")
            same = (review.id, review.place, review.extracted)
            return _insert(database, (author, review.claim_id, UNDONE, {}, reason, *same))

    def lines(self) -> tuple[Review, ...]:
        """The whole log, the oldest first."""
        with self._lock:
            if not self.path.exists():
                return ()
            with self._open() as database:
                return self._read(database)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.path, timeout=10, isolation_level=None)) as database:
            yield database

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that no other process writes into; undone when anything fails."""
        with self._open() as database:
            database.execute("PRAGMA synchronous=FULL")
            database.execute("BEGIN IMMEDIATE")
            database.execute(_TABLE)
            try:
                yield database
            except BaseException:
                database.execute("ROLLBACK")
                raise
            database.execute("COMMIT")

    def _read(self, database: sqlite3.Connection) -> tuple[Review, ...]:
        """What was read before and what came since."""
        if database.execute("SELECT 1 FROM sqlite_master WHERE name = 'review'").fetchone():
            last = self._known[-1].id if self._known else 0
            rows = database.execute(f"SELECT id, {_COLUMNS} FROM review WHERE id > ? ORDER BY id", (last,)).fetchall()
            self._known = (*self._known, *map(_review, rows))
        return self._known


def standing(lines: Sequence[Review]) -> dict[str, Review]:
    """The judgement that stands for each judged claim id, after everything that was undone."""
    undone = {line.undoes for line in lines if line.undoes is not None}
    return {line.claim_id: line for line in lines if line.undoes is None and line.id not in undone}


def _insert(database: sqlite3.Connection, parts: tuple[Any, ...]) -> Review:
    author, claim_id, verdict, fields, reason, undoes, place, extracted = parts
    at = datetime.now(UTC).isoformat(timespec="seconds")
    row = (at, author, claim_id, verdict, _json(fields), reason, undoes, _json(asdict(place)), _json(extracted))
    cursor = database.execute(f"INSERT INTO review ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    return _review((cursor.lastrowid, *row))


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _review(row: tuple[Any, ...]) -> Review:
    number, at, author, claim_id, verdict, fields, reason, undoes, place, extracted = row
    said, was, where = json.loads(fields), json.loads(extracted), Place(**json.loads(place))
    return Review(number, at, author, claim_id, verdict, said, reason, undoes, where, was)
