"""Writes the run ledger (``etl.store.ledger`` reads it); whoever does holds the store's lock."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from etl.store.fault import StoreError
from etl.store.ledger import LEDGER, TABLES, RunState, Trigger, guarded

_ASKED = """
INSERT INTO source VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (origin) DO UPDATE SET
  name = excluded.name, asked = excluded.asked, answered = coalesce(excluded.answered, answered),
  message = excluded.message
"""
_SET_ASIDE = """
INSERT INTO set_aside VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (origin, source_uri) DO UPDATE SET
  sha256 = excluded.sha256, extractor = excluded.extractor, reason = excluded.reason, tries = excluded.tries,
  duplicate_of = excluded.duplicate_of, kept = excluded.kept, last = excluded.last
"""


class Tries(NamedTuple):
    """How often a document was tried in this very state, and why it failed."""

    number: int
    reason: str
    duplicate_of: str | None


class Bookkeeping:
    """The ledger, open for writing. Every method is one durable transaction; use it as a context manager."""

    def __init__(self, store_path: Path) -> None:
        self.path = store_path / LEDGER
        store_path.mkdir(parents=True, exist_ok=True)
        with guarded(self.path):
            self._book = sqlite3.connect(self.path, timeout=30, isolation_level=None)
            self._book.executescript(TABLES)

    def __enter__(self) -> Bookkeeping:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._book.close()

    # ------------------------------------------------------------------ runs

    def begin(self, trigger: Trigger, extractor: str) -> int:
        """Opens a run and returns its id; runs that a crash left open are closed as interrupted."""
        self._write([("UPDATE run SET state = 'interrupted' WHERE state = 'running'", ())])
        with guarded(self.path):
            cursor = self._book.execute(
                "INSERT INTO run (started, state, trigger, pid, extractor) VALUES (?, 'running', ?, ?, ?)",
                (now(), trigger, os.getpid(), extractor),
            )
        return int(cursor.lastrowid or 0)

    def count(self, run: int, counts: Mapping[str, int | None]) -> None:
        """Notes the counts that the run has reached, by the names of the columns."""
        assignments = ", ".join(f"{name} = ?" for name in counts)
        self._write([(f"UPDATE run SET {assignments} WHERE id = ?", (*counts.values(), run))])

    def end(self, run: int | None, state: RunState, message: str = "") -> None:
        """Closes the run; None is the one that is open, which was stopped before its id was known."""
        closing = "UPDATE run SET state = ?, ended = ?, message = ? WHERE "
        which, values = ("state = 'running'", ()) if run is None else ("id = ?", (run,))
        self._write([(closing + which, (state, now(), message, *values))])

    def loaded(self, publications: Iterable[str]) -> None:
        """Notes that rows of these publications have just changed."""
        moment = now()
        self._write(("INSERT OR REPLACE INTO publication VALUES (?, ?)", (name, moment)) for name in publications)

    def asked(self, origin: str, name: str, kind: str, message: str = "") -> None:
        """Notes that a source was asked, and what was wrong with it, if anything."""
        moment = now()
        self._write([(_ASKED, (origin, name, kind, moment, None if message else moment, message))])

    # ------------------------------------------------------------------ what is set aside

    def tries(self, extractor: str) -> dict[tuple[str, str, str], Tries]:
        """What failed under this version of the extractor, by origin, source and SHA-256 of its bytes."""
        query = "SELECT origin, source_uri, sha256, tries, reason, duplicate_of FROM set_aside WHERE extractor = ?"
        with guarded(self.path):
            rows = self._book.execute(query, (extractor,)).fetchall()
        return {(origin, uri, sha256): Tries(*rest) for origin, uri, sha256, *rest in rows}

    def set_aside(
        self, origin: str, source_uri: str, sha256: str, extractor: str, reason: str, tries: int,
        duplicate_of: str | None = None, kept: str | None = None,
    ) -> None:  # fmt: skip
        """Notes that a document is not in the table in its present state."""
        moment = now()
        values = (origin, source_uri, sha256, extractor, reason, tries, duplicate_of, kept, moment, moment)
        self._write([(_SET_ASIDE, values)])

    def cleared(self, origin: str, source_uris: Iterable[str]) -> None:
        """Notes that these documents are set aside no longer."""
        self._write(("DELETE FROM set_aside WHERE origin = ? AND source_uri = ?", (origin, uri)) for uri in source_uris)

    def keep_aside(self, origin: str, source_uris: Iterable[str]) -> None:
        """Notes that of this origin only these documents are set aside."""
        with guarded(self.path):
            rows = self._book.execute("SELECT source_uri FROM set_aside WHERE origin = ?", (origin,)).fetchall()
        self.cleared(origin, {uri for (uri,) in rows} - set(source_uris))

    def retry(self) -> None:
        """Forgets every try, so that the next run tries everything again."""
        self._write([("UPDATE set_aside SET tries = 0 WHERE duplicate_of IS NULL", ())])
        if self.select("SELECT 1 FROM sqlite_master WHERE name = 'web_issue'"):
            self._write([("UPDATE web_issue SET tries = 0", ())])

    # ------------------------------------------------------------------ files

    def stamps(self) -> dict[str, tuple[tuple[int, ...], str]]:
        """What is known of files: their stamp when they were read, and the SHA-256 that they then had."""
        with guarded(self.path):
            rows = self._book.execute("SELECT path, size, modified, changed, inode, sha256 FROM file").fetchall()
        return {path: (tuple(stamp), sha256) for path, *stamp, sha256 in rows}

    def stamp(self, stamps: Mapping[str, tuple[tuple[int, ...], str]], gone: Iterable[str] = ()) -> None:
        """Notes the stamps of files, and forgets those that are gone."""
        self._write(
            [
                *(("DELETE FROM file WHERE path = ?", (path,)) for path in gone),
                *(
                    ("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?)", (path, *stamp, sha256))
                    for path, (stamp, sha256) in stamps.items()
                ),
            ]
        )

    # ------------------------------------------------------------------ for the shelf of fetched pages

    def run(self, script: str) -> None:
        """Runs a script of definitions."""
        with guarded(self.path):
            self._book.executescript(script)

    def select(self, query: str, values: tuple[object, ...] = ()) -> list[sqlite3.Row]:
        """The rows of a query."""
        with guarded(self.path):
            return self._book.execute(query, values).fetchall()

    def execute(self, statement: str, values: tuple[object, ...]) -> None:
        """One durable change."""
        self._write([(statement, values)])

    def insert(self, statement: str, values: tuple[object, ...]) -> int:
        """One durable insertion; the id of the new row."""
        with guarded(self.path):
            return int(self._book.execute(statement, values).lastrowid or 0)

    def _write(self, statements: Iterable[tuple[str, tuple[object, ...]]]) -> None:
        statements = list(statements)
        if not statements:
            return
        with guarded(self.path):
            try:
                self._book.execute("BEGIN IMMEDIATE")
                for statement, values in statements:
                    self._book.execute(statement, values)
                self._book.execute("COMMIT")
            except sqlite3.OperationalError as error:
                if self._book.in_transaction:
                    self._book.execute("ROLLBACK")
                raise StoreError(f"{self.path}: 无法写入 · cannot be written ({error})") from error


def now() -> str:
    """The moment, UTC, ISO 8601 to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
