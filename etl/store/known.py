"""What issues a table has, looked up one by one: an index beside the store, for a run that touches few of many.

``<store>/issues.sqlite`` is made of the files of the issues table and says which of them, by SHA-256; a file that has
changed is read again, all others are not opened. It may be deleted at any time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from etl.store.bucket import BucketKey
from etl.store.manifest import FileEntry
from etl.store.snapshot import Snapshot

INDEX = "issues.sqlite"
_FORMAT = 1
"""Raise it when the tables change: an index of another format is made anew."""
_COLUMNS = ("issue_id", "source_uri", "origin", "sha256", "text_sha256", "extractor_version", "places_sha256")
_ALL = "issue_id, publication, year, source_uri, origin, sha256, text_sha256, extractor_version, places_sha256"
_TABLES = """
CREATE TABLE file (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE);
CREATE TABLE issue (
  issue_id TEXT PRIMARY KEY, publication TEXT NOT NULL, year INTEGER NOT NULL, source_uri TEXT NOT NULL,
  origin TEXT NOT NULL, sha256 TEXT NOT NULL, text_sha256 TEXT NOT NULL, extractor_version TEXT NOT NULL,
  places_sha256 TEXT, file INTEGER NOT NULL);
CREATE INDEX issue_source ON issue (origin, source_uri);
CREATE INDEX issue_bytes ON issue (sha256);
CREATE INDEX issue_version ON issue (extractor_version);
CREATE INDEX issue_file ON issue (file);
"""

# one look into the index for each source: SQLite would read all of it to group it
_ORIGINS = """
WITH RECURSIVE next (origin) AS (
  SELECT min(origin) FROM issue
  UNION ALL SELECT (SELECT min(issue.origin) FROM issue WHERE issue.origin > next.origin) FROM next
  WHERE next.origin IS NOT NULL)
SELECT origin FROM next WHERE origin IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class KnownIssue:
    """An issue of the table: where it came from, and by which extractor it was read."""

    issue_id: str
    bucket: BucketKey
    source_uri: str
    origin: str
    sha256: str
    text_sha256: str
    extractor_version: str
    places_sha256: str | None = None


class KnownIssues(Mapping[str, KnownIssue]):
    """Every issue of a table by its id, and by source, bytes and version; for any number of threads."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._mutex = RLock()

    @classmethod
    def of(cls, issues: Iterable[KnownIssue] = ()) -> KnownIssues:
        """These issues, in memory."""
        database = sqlite3.connect(":memory:", check_same_thread=False)
        database.executescript(_TABLES)
        _insert(database, 0, issues)
        return cls(database)

    @classmethod
    def kept(cls, path: Path) -> KnownIssues:
        """Those of the file ``path``, made if it is missing, damaged or of another format; for one writer at a time."""
        try:
            return cls(_opened(path))
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
            return cls(_opened(path))

    def follow(self, snapshot: Snapshot | None) -> None:
        """Brings the index up to date with a snapshot."""
        with self._mutex:
            _follow(self._database, snapshot)

    def close(self) -> None:
        """Lets go of the file."""
        self._database.close()

    def __getitem__(self, issue_id: str) -> KnownIssue:
        for issue in self._found("issue_id = ?", issue_id):
            return issue
        raise KeyError(issue_id)

    def __iter__(self) -> Iterator[str]:
        return (issue_id for (issue_id,) in self._select("SELECT issue_id FROM issue ORDER BY rowid"))

    def __len__(self) -> int:
        return int(self._select("SELECT count(*) FROM issue")[0][0])

    def of_source(self, origin: str, source_uri: str) -> KnownIssue | None:
        """The issue that was made of a document."""
        return next(iter(self._found("origin = ? AND source_uri = ?", origin, source_uri)), None)

    def of_origin(self, origin: str) -> list[KnownIssue]:
        """Every issue of a source."""
        return self._found("origin = ?", origin)

    def origins(self) -> list[str]:
        """Every source that the table has issues of."""
        return [origin for (origin,) in self._select(_ORIGINS)]

    def outdated(self, version: str) -> list[KnownIssue]:
        """Every issue that another version of the extractor has read."""
        return self._found("extractor_version < ?", version) + self._found("extractor_version > ?", version)

    def sha256(self, issue_id: str) -> str | None:
        """The SHA-256 of the issue's source, if there is such an issue."""
        found = self._select("SELECT sha256 FROM issue WHERE issue_id = ?", issue_id)
        return str(found[0][0]) if found else None

    def holder(self, sha256: str) -> str | None:
        """The id of the issue that was made of these bytes, if there is one."""
        found = self._select("SELECT issue_id FROM issue WHERE sha256 = ? ORDER BY rowid DESC LIMIT 1", sha256)
        return str(found[0][0]) if found else None

    def _found(self, condition: str, *values: str) -> list[KnownIssue]:
        rows = self._select(f"SELECT {_ALL} FROM issue WHERE {condition} ORDER BY rowid", *values)
        return [KnownIssue(issue_id, BucketKey(paper, year), *rest) for issue_id, paper, year, *rest in rows]

    def _select(self, query: str, *values: str) -> list[tuple]:  # type: ignore[type-arg]
        with self._mutex:
            return self._database.execute(query, values).fetchall()


def _opened(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, check_same_thread=False)
    try:
        (version,) = database.execute("PRAGMA user_version").fetchone()
        (tables,) = database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if tables and version != _FORMAT:
            raise sqlite3.DatabaseError("of another format")
        if not tables:
            database.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {_FORMAT}; COMMIT;")
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database


def _follow(database: sqlite3.Connection, snapshot: Snapshot | None) -> None:
    """Forgets the files that the snapshot has no longer and reads those that are new, in one transaction."""
    entries = _entries(snapshot)
    indexed: dict[str, int] = dict(database.execute("SELECT sha256, id FROM file").fetchall())
    gone = [(indexed[sha256],) for sha256 in indexed.keys() - entries.keys()]
    fresh = [entry for sha256, entry in entries.items() if sha256 not in indexed]
    if not gone and not fresh:
        return
    with database:
        database.executemany("DELETE FROM issue WHERE file = ?", gone)
        database.executemany("DELETE FROM file WHERE id = ?", gone)
        for entry in fresh:
            assert snapshot is not None
            with closing(database.execute("INSERT INTO file (sha256) VALUES (?)", (entry.sha256,))) as inserted:
                _insert(database, inserted.lastrowid or 0, _known_of(snapshot, entry))


def _insert(database: sqlite3.Connection, file: int, issues: Iterable[KnownIssue]) -> None:
    rows = (
        (
            each.issue_id, each.bucket.publication, each.bucket.year, each.source_uri, each.origin, each.sha256,
            each.text_sha256, each.extractor_version, each.places_sha256, file,
        )
        for each in issues
    )  # fmt: skip
    database.executemany(f"INSERT INTO issue ({_ALL}, file) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _entries(snapshot: Snapshot | None) -> dict[str, FileEntry]:
    """The files of the issues table, by SHA-256."""
    files = snapshot.manifest.files if snapshot else ()
    return {entry.sha256: entry for entry in files if entry.dataset == "issues" and entry.rows}


def _known_of(snapshot: Snapshot, entry: FileEntry) -> list[KnownIssue]:
    table, bucket = snapshot.read(entry, list(_COLUMNS)), entry.bucket
    missing = [None] * table.num_rows  # a column that an earlier schema did not have
    columns = (table[name].to_pylist() if name in table.column_names else missing for name in _COLUMNS)
    return [KnownIssue(issue_id, bucket, *rest) for issue_id, *rest in zip(*columns, strict=True)]
