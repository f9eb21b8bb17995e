"""A snapshot prepared for questions: one read-only DuckDB file, sorted, with keys for search, that lasts.

Parquet is what the store promises to everyone; asking it takes three to five times as long. The file is made of the
snapshot alone, once, kept in the cache folder under the snapshot's number and seal, and may be deleted at any time.
The database that answers questions can read that one file and nothing else.

A small table is prepared when it is first asked for. For a large one the last snapshot goes on answering until the
next is ready, so a refresh makes nobody wait.
"""

from __future__ import annotations

import json
import logging
import os
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import duckdb

from dashboard import codes, grams, listed, plotted, row_group
from dashboard.cache_folder import cache_folder
from dashboard.country import whose_sql
from dashboard.fold import folded_sql
from etl.schema import CLAIMS, ISSUES, SENTENCES
from etl.store.snapshot import MANIFEST

LOG = logging.getLogger("baoshu.dashboard")
FORMAT = 12
"""Raise it when the prepared file changes: older files are then made anew."""
_WHO = f"coalesce(c.sector, {whose_sql('c')}, c.indicator)"
"""Whose series a claim ``c`` belongs to."""
AT_ONCE = 100_000
"""Tables of up to so many claims are prepared while the asker waits (about a second)."""
ORDER = "c.issue_date DESC, c.issue_id, coalesce(s.begins, c.source_start), s.key, c.source_start, c.claim_id"
"""The order of the table: the latest issue first, then as printed, the claims of a sentence in a row."""
KEPT = 2
_STALE_SECONDS = 3600
_FIGURE = "c.indicator, c.measure, c.comparison"
"""What the claims of one chart have in common."""
_DATED = "c.indicator IS NOT NULL AND c.period_start IS NOT NULL AND c.period_end IS NOT NULL"
"""What a claim has to have for a chart; the others have no figure."""
SEARCHED = ("sentences", "names")
"""The tables whose texts a search looks through, in the order in which their texts are numbered."""
_TABLES = {"claims": CLAIMS, "sentences": SENTENCES, "issues": ISSUES}
_THREADS = 2
_BUILDING: dict[str, str | bool | int | float | list[str]] = {
    "threads": _THREADS,
    "autoinstall_known_extensions": False,
    "memory_limit": "2GB",  # what does not fit is put down beside the file
}
_ANSWERING = "1200MB"
"""The most memory that the database takes; without it, it would keep most of a large file there."""
_REMEMBERED, _KEPT_LARGE, _SELECTED = 512, 48, 16


@dataclass(frozen=True, eq=False)
class Prepared:
    """One snapshot, ready for questions; ``serial`` is 0 for a store that has published nothing."""

    database: duckdb.DuckDBPyConnection
    snapshot: Path | None
    serial: int
    answered: Callable[..., Any] = field(default_factory=lambda: lru_cache(maxsize=_REMEMBERED)(_answer))
    """Answers a question about this snapshot, or remembers the answer: it goes when the snapshot goes."""
    kept: Callable[..., Any] = field(default_factory=lambda: lru_cache(maxsize=_KEPT_LARGE)(_answer))
    """The same for large answers, one bit a claim: few are remembered."""
    lasting: Callable[..., Any] = field(default_factory=lambda: lru_cache(maxsize=None)(_answer))
    """The same for the few large answers that every search needs."""
    selected: Callable[..., Any] = field(default_factory=lambda: lru_cache(maxsize=_SELECTED)(_answer))
    """The same for what filters leave, several bits a claim: of the last filters that were asked for."""

    @cached_property
    def codes(self) -> codes.Codes:
        """Every claim as a few small numbers."""
        return codes.Codes(self.database)


def _answer(question: Callable[..., object], *parts: object, **named: object) -> object:
    return question(*parts, **named)


class Preparation:
    """The prepared snapshot of a store that is to answer now: the current one, or always that in the folder ``at``."""

    def __init__(self, store: Path, at: Path | None = None) -> None:
        self.store = store.resolve()
        self._at = at.resolve() if at is not None else None
        self._ready: Prepared | None = None
        self._lock = threading.Lock()
        self._underway: Path | None = None

    def snapshot(self) -> Path | None:
        """The directory of the snapshot that is to answer now, or None."""
        if self._at is not None:
            return self._at
        current = self.store / "current"
        return current.resolve() if current.exists() else None

    def current(self) -> Prepared:
        """What answers now: the store's current snapshot or, while a large one is prepared, the last."""
        snapshot, ready = self.snapshot(), self._ready
        if ready is not None and ready.snapshot == snapshot:
            return ready
        with self._lock:
            ready = self._ready
            if ready is not None and ready.snapshot == snapshot:
                return ready
            if ready is None or snapshot is None or _claims(snapshot) <= AT_ONCE:
                self._ready = ready = self._prepare(snapshot)
            elif self._underway != snapshot:
                self._underway = snapshot
                threading.Thread(target=self._prepare_beside, args=(snapshot,), daemon=True).start()
            return ready

    def _prepare_beside(self, snapshot: Path) -> None:
        try:
            ready = self._prepare(snapshot)
        except (duckdb.Error, OSError):
            LOG.exception("%s: could not be prepared, the last snapshot goes on answering", snapshot)
            return
        with self._lock:
            if self._underway == snapshot:
                self._ready = ready

    def _prepare(self, snapshot: Path | None) -> Prepared:
        if snapshot is None:
            return Prepared(_empty(), None, 0)
        path = cache_folder(self.store) / _file_name(snapshot)
        with suppress(duckdb.Error, OSError):  # damaged, or of another version of DuckDB: made anew
            return _opened(path, snapshot)
        _build(snapshot, path)
        _sweep(path)
        return _opened(path, snapshot)


def claim_code(claim: str) -> str:
    """SQL for the number under which ``places`` holds a claim's place; the same in every version of DuckDB."""
    return f"md5_number_lower({claim})"


def _manifest(snapshot: Path) -> dict[str, object]:
    body: dict[str, object] = json.loads((snapshot / MANIFEST).read_bytes())
    return body


def _claims(snapshot: Path) -> int:
    files = _manifest(snapshot)["files"]
    assert isinstance(files, list)
    return sum(int(each["rows"]) for each in files if each["dataset"] == "claims")


def _file_name(snapshot: Path) -> str:
    return f"{snapshot.name}-{str(_manifest(snapshot)['seal'])[:12]}-v{FORMAT}.duckdb"


def _opened(path: Path, snapshot: Path) -> Prepared:
    if not path.is_file():
        raise FileNotFoundError(path)
    locked: dict[str, str | bool | int | float | list[str]] = {
        "enable_external_access": False,
        "lock_configuration": True,
        "threads": _THREADS,
        "memory_limit": _ANSWERING,
    }
    database = duckdb.connect(str(path), read_only=True, config=locked)
    return Prepared(database, snapshot, int(snapshot.name))


def _empty() -> duckdb.DuckDBPyConnection:
    """A database with no rows, in memory."""
    database = duckdb.connect(":memory:")
    for name, schema in _TABLES.items():
        database.register(f"printed_{name}", schema.empty_table())
    _fill(database)
    for name in _TABLES:
        database.unregister(f"printed_{name}")
    database.execute("SET enable_external_access=false")
    database.execute("SET lock_configuration=true")
    return database


def _build(snapshot: Path, path: Path) -> None:
    """Makes the file; it appears whole or not at all."""
    handle, name = tempfile.mkstemp(prefix=".prepared-", suffix=".duckdb", dir=path.parent)
    os.close(handle)
    part = Path(name)
    part.unlink()
    begun = time.perf_counter()
    try:
        with duckdb.connect(name, config=_BUILDING) as database:
            for table in _TABLES:
                files = sorted(str(file) for file in (snapshot / table).glob("*.parquet"))
                listed = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
                database.execute(f"CREATE TEMP VIEW printed_{table} AS SELECT * FROM read_parquet([{listed}])")
            _fill(database)
            database.execute("CHECKPOINT")
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        for left in path.parent.glob(f"{part.name}*"):
            with suppress(OSError):
                left.unlink()
    LOG.info("%s: prepared in %.1f s", snapshot.name, time.perf_counter() - begun)


def _fill(database: duckdb.DuckDBPyConnection) -> None:
    """Sentences with a key, those with claims first; names; claims in the table's order with their keys."""
    sentences = ", ".join(f"s.{name}" for name in SENTENCES.names)
    database.execute(
        "CREATE TABLE sentences AS SELECT CAST(row_number() OVER () AS INTEGER) AS key,"
        " CAST(row_number() OVER (ORDER BY issue_date DESC, issue_id, article_id, ordinal) AS INTEGER) AS place, *"
        " FROM ("
        f" SELECT {sentences}, coalesce(c.claims, 0) AS claims, c.begins,"
        f" {folded_sql('s.sentence || chr(10) || coalesce(s.article_title, chr(10))')} AS folded"
        " FROM printed_sentences s LEFT JOIN"
        " (SELECT sentence_id, count(*) AS claims, min(source_start) AS begins FROM printed_claims GROUP BY 1) c"
        " USING (sentence_id)"
        " ORDER BY (c.claims IS NULL), issue_date DESC, issue_id, article_id, ordinal) ORDER BY key"
    )
    named = "coalesce(subject, '') || chr(10) || coalesce(indicator, '') || chr(10) || coalesce(sector, '')"
    database.execute(
        "CREATE TABLE names AS SELECT CAST(row_number() OVER () AS INTEGER) AS key, named,"
        f" {folded_sql('named')} AS folded FROM (SELECT DISTINCT {named} AS named FROM printed_claims)"
    )
    grams.fill(database, SEARCHED)
    _fill_claims(database, named)
    listed.fill(database)
    row_group.fill(database)
    plotted.fill(database)
    codes.fill(database)
    database.execute("CREATE TABLE issues AS SELECT * FROM printed_issues ORDER BY issue_date DESC, issue_id")


def _fill_claims(database: duckdb.DuckDBPyConnection, named: str) -> None:
    """Claims in the table's order with their keys; figures, series and places by their codes."""
    columns = ", ".join(f"c.{name}" for name in CLAIMS.names)
    database.execute(
        "CREATE TABLE claims AS SELECT CAST(row_number() OVER () AS INTEGER) AS position, * FROM ("
        f" SELECT {columns}, s.key AS passage, n.key AS name,"
        f" CASE WHEN {_DATED} THEN hash({_FIGURE}) END AS figure,"
        f" hash(c.sector, {whose_sql('c')}, c.period_start, c.period_end) AS point,"
        f" hash({_FIGURE}, {_WHO}, c.unit) AS series"
        " FROM printed_claims c LEFT JOIN (SELECT sentence_id, min(key) AS key, min(begins) AS begins FROM sentences"
        f" GROUP BY sentence_id) s USING (sentence_id) LEFT JOIN names n ON n.named = {named} ORDER BY {ORDER})"
    )
    database.execute(
        "CREATE TABLE series AS SELECT CAST(row_number() OVER () AS INTEGER) AS code, * FROM (SELECT series,"
        " any_value(indicator) indicator, any_value(measure) measure, any_value(comparison) comparison,"
        f" any_value({_WHO}) who FROM claims c"
        " GROUP BY series ORDER BY count(*) DESC, series)"
    )
    database.execute(
        "CREATE TABLE figures AS SELECT CAST(row_number() OVER () AS INTEGER) AS code, *,"
        f" {folded_sql('indicator')} AS folded FROM ("
        " SELECT figure, any_value(indicator) indicator, any_value(measure) measure, any_value(comparison) comparison"
        " FROM claims WHERE figure IS NOT NULL GROUP BY figure ORDER BY count(*) DESC, figure)"
    )
    # in the order of the code, so that looking up a claim reads one piece of the table
    database.execute(
        f"CREATE TABLE places AS SELECT {claim_code('claim_id')} AS code, position FROM claims ORDER BY code"
    )


def _sweep(path: Path) -> None:
    """Removes prepared files that a newer one has replaced and what a crash left."""
    with suppress(OSError):  # another process sweeps too
        ours = sorted(path.parent.glob("[0-9]*.duckdb"), key=lambda file: file.stat().st_mtime, reverse=True)
        stale = time.time() - _STALE_SECONDS
        for file in [*ours[KEPT:], *(left for left in path.parent.glob(".prepared-*") if left.stat().st_mtime < stale)]:
            file.unlink(missing_ok=True)
