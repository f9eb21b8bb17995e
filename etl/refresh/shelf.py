"""What was fetched from the web: every body in the archive with its URL and time, and the state of every issue."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from etl.source.kept import KeptPage, WebIssue
from etl.store.archive import Contents
from etl.store.bookkeeping import Bookkeeping, now
from etl.store.fault import StoreDamagedError

TABLES = """
CREATE TABLE IF NOT EXISTS fetch (
  id INTEGER PRIMARY KEY, url TEXT NOT NULL, fetched TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
  content_type TEXT NOT NULL, etag TEXT NOT NULL, modified TEXT NOT NULL, good INTEGER NOT NULL, checked TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS fetch_url ON fetch (url, good, id);
CREATE TABLE IF NOT EXISTS web_issue (
  origin TEXT NOT NULL, day TEXT NOT NULL, url TEXT NOT NULL, state TEXT NOT NULL, sha256 TEXT NOT NULL,
  tries INTEGER NOT NULL, reason TEXT NOT NULL, missing TEXT NOT NULL, checked TEXT NOT NULL,
  PRIMARY KEY (origin, day));
"""


class Shelf:
    """The fetched pages and issues of one origin."""

    def __init__(self, book: Bookkeeping, archive: Contents, origin: str) -> None:
        self._book, self._archive, self._origin = book, archive, origin
        book.run(TABLES)

    def put(self, body: bytes) -> tuple[str, Path]:
        """Keeps the bytes in the archive; their SHA-256 and where they lie."""
        digest = self._archive.put(body)
        return digest, self._archive.path(digest)

    def path(self, digest: str) -> Path:
        """Where bytes with this SHA-256 lie in the archive."""
        return self._archive.path(digest)

    def body(self, digest: str) -> bytes:
        """The bytes; raises ``StoreDamagedError``."""
        return self._archive.get(digest)

    # ------------------------------------------------------------------ pages

    def fetched(self, url: str, body: bytes, content_type: str, etag: str, modified: str) -> int:
        """Archives what the server sent, before anyone has looked at it; ``good`` says later what it was."""
        digest = self._archive.put(body)
        moment = now()
        values = (url, moment, digest, len(body), content_type, etag, modified, 0, moment)
        columns = "url, fetched, sha256, size, content_type, etag, modified, good, checked"
        return self._book.insert(f"INSERT INTO fetch ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)

    def good(self, fetch: int) -> None:
        """What was fetched is a page of the paper."""
        self._book.execute("UPDATE fetch SET good = 1 WHERE id = ?", (fetch,))

    def page(self, url: str) -> KeptPage | None:
        """The page as it was last fetched well, if the archive still has it."""
        query = (
            "SELECT url, sha256, content_type, etag, modified, checked FROM fetch WHERE url = ? AND good = 1"
            " ORDER BY id DESC LIMIT 1"
        )
        for found, sha256, content_type, etag, modified, checked in self._book.select(query, (url,)):
            if self._is_sound(sha256):
                return KeptPage(found, sha256, content_type, etag, modified, datetime.fromisoformat(checked))
        return None

    def _is_sound(self, digest: str) -> bool:
        try:
            self._archive.get(digest)
        except StoreDamagedError:
            return False
        return True

    def unchanged(self, url: str) -> None:
        """The server says that the page is as it was."""
        query = "UPDATE fetch SET checked = ? WHERE id = (SELECT max(id) FROM fetch WHERE url = ? AND good = 1)"
        self._book.execute(query, (now(), url))

    # ------------------------------------------------------------------ issues

    def issues(self) -> dict[date, WebIssue]:
        """Every issue of the site that was ever asked for, by day."""
        columns = "day, url, state, sha256, tries, reason, missing, checked"
        query = f"SELECT {columns} FROM web_issue WHERE origin = ? ORDER BY day"
        return {date.fromisoformat(row[0]): _issue(row) for row in self._book.select(query, (self._origin,))}

    def note(self, issue: WebIssue) -> WebIssue:
        """Notes the state of an issue, as of now."""
        moment = now()
        values = (
            self._origin, issue.day.isoformat(), issue.url, issue.state, issue.sha256, issue.tries, issue.reason,
            json.dumps(issue.missing), moment,
        )  # fmt: skip
        self._book.execute("INSERT OR REPLACE INTO web_issue VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        return replace(issue, checked=datetime.fromisoformat(moment))


def _issue(row: sqlite3.Row) -> WebIssue:
    day, url, state, sha256, tries, reason, missing, checked = row
    return WebIssue(
        date.fromisoformat(day), url, state, sha256, tries, reason, tuple(json.loads(missing)),
        datetime.fromisoformat(checked),
    )  # fmt: skip
