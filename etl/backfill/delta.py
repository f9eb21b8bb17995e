"""The table in an object store: Delta tables ``claims``, ``sentences`` and ``issues`` below one URL, with the archive.

    <url>/claims/  sentences/  issues/   Delta tables, each committed once by a run
    <url>/archive/ab/abcd...             sources and decoded texts by their SHA-256
    <url>/ledger.sqlite                  the ledger, as on a disk

A commit of several Delta tables is none of Delta's promises: ``issues`` comes last and says what the table has. A run
that was lost between two of them is finished by the next, which leaves out what it finds done and replaces what does
not belong to any issue. Two runs at a time exclude each other by a transaction of Delta, so that the later one fails.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import pyarrow as pa
import pyarrow.compute as pc
from deltalake import CommitProperties, DeltaTable, Transaction, WriterProperties, write_deltalake
from deltalake.exceptions import DeltaError
from pyarrow.fs import FSSpecHandler, PyFileSystem, SubTreeFileSystem

import etl
from etl.backfill.archive import ObjectArchive
from etl.backfill.place import file_system, place_of
from etl.store import DATASETS, IssueRows, KnownIssue, KnownIssues, StoreError
from etl.store.bucket import BucketKey, conformed
from etl.store.fault import StoreBusyError
from etl.store.ledger import LEDGER

_ORDER = ("sentences", "claims", "issues")
_APP, _RUN = "baoshu-backfill", "baoshu.run"
_KNOWN = ("issue_id", "publication", "issue_date", "source_uri", "origin", "sha256", "text_sha256")
_VERSIONS = ("extractor_version", "places_sha256")


@dataclass(frozen=True, slots=True)
class Committed:
    """A state of the table: ``serial`` is the version of the Delta table ``claims``."""

    serial: int


@dataclass(frozen=True, slots=True)
class Change:
    """What a run commits: rows that come, ids of issues that go or are replaced, ids of those that stay."""

    rows: list[IssueRows]
    stay: frozenset[str]
    run: str
    number: int


class DeltaStore:
    """The table and the archive below ``url``, for one run at a time (`etl.refresh.target.Target`)."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self.archive = ObjectArchive(f"{self.url}/archive")
        self._place = place_of(self.url)
        self._folder: Path | None = None
        self._options = storage_options()

    @property
    def path(self) -> Path:
        """The folder with the ledger, while the store is being written."""
        if self._folder is None:
            raise StoreError(f"{self.url}: the ledger is here only while the store is being written")
        return self._folder

    @contextmanager
    def writing(self, wait: bool = True) -> Iterator[None]:  # noqa: ARG002
        """Has the ledger at hand, and puts it back. Other writers are not kept out: their commits fail (``wait``)."""
        if self._folder is not None:
            try:
                yield
            finally:
                self._put_ledger()
            return
        with TemporaryDirectory(prefix="baoshu-") as folder:
            self._folder = Path(folder)
            try:
                self._get_ledger()
                yield
            finally:
                self._folder = None

    def _get_ledger(self) -> None:
        try:
            if self._place.has(LEDGER):
                (self.path / LEDGER).write_bytes(self._place.get(LEDGER).to_pybytes())
        except Exception as error:  # each store has errors of its own
            raise _unreachable(self.url, error) from error

    def _put_ledger(self) -> None:
        try:
            if (self.path / LEDGER).exists():
                self._place.put(LEDGER, (self.path / LEDGER).read_bytes())
        except Exception as error:
            raise _unreachable(self.url, error) from error

    def known(self) -> KnownIssues:
        """Every issue of the table by its id; empty where there is no table."""
        table = self._table("issues")
        if table is None:
            return KnownIssues.of()
        found = table.to_pyarrow_table(columns=[*_KNOWN, *_VERSIONS])
        columns = (found[name].to_pylist() for name in (*_KNOWN, *_VERSIONS))
        return KnownIssues.of(
            KnownIssue(issue_id, BucketKey(publication, day.year), *rest)
            for issue_id, publication, day, *rest in zip(*columns, strict=True)
        )

    def publish(self, replace: Iterable[IssueRows] = (), remove: Iterable[str] = ()) -> Committed | None:
        """One commit of each Delta table with all changes; None if nothing changes. Raises ``StoreError``."""
        rows, known = list(replace), set(self.known())
        gone = (known & set(remove)) - {each.issue_id for each in rows}
        if not rows and not gone:
            return None
        issues = self._table("issues")
        number = issues.version() + 1 if issues else 0
        stay = frozenset(known - gone - {each.issue_id for each in rows})
        change = Change(rows, stay, _name(rows, gone, number), number)
        try:
            for name in _ORDER:
                self._commit(name, change)
        except DeltaError as error:
            raise _refusal(self.url, error) from error
        claims = self._table("claims")
        return Committed(claims.version() if claims else 0)

    def _commit(self, name: str, change: Change) -> None:
        """Adds the rows; where rows of the table have to go, its next version is what stays and what comes."""
        table, schema = self._table(name), DATASETS[name]
        mode: Literal["append", "overwrite"] = "append"
        batches = _coming(name, change.rows)
        if table is not None:
            if table.history(1)[0].get(_RUN) == change.run:
                return  # an earlier try of this run came as far as this
            if not _ids(table) <= change.stay:
                mode, batches = "overwrite", chain(self._staying(table, name, change.stay), batches)
        write_deltalake(
            table if table is not None else f"{self.url}/{name}",
            pa.RecordBatchReader.from_batches(schema, batches),
            mode=mode,
            storage_options=self._options,
            writer_properties=WriterProperties(compression="ZSTD"),
            commit_properties=CommitProperties(
                custom_metadata={_RUN: change.run}, app_transactions=[Transaction(_APP, change.number)]
            ),
        )

    def _staying(self, table: DeltaTable, name: str, stay: frozenset[str]) -> Iterator[pa.RecordBatch]:
        """The table's rows of these issues. fsspec reads them: Delta's own reader cannot run within its writer."""
        system, root = file_system(f"{self.url}/{name}")
        files = SubTreeFileSystem(root, PyFileSystem(FSSpecHandler(system)))
        kept = pc.field("issue_id").isin(pa.array(sorted(stay), pa.string()))
        batches = table.to_pyarrow_dataset(filesystem=files).to_batches(filter=kept)
        return (
            each for batch in batches for each in conformed(pa.Table.from_batches([batch]), DATASETS[name]).to_batches()
        )

    def _table(self, name: str) -> DeltaTable | None:
        url = f"{self.url}/{name}"
        try:
            if not DeltaTable.is_deltatable(url, storage_options=self._options):
                return None
            return DeltaTable(url, storage_options=self._options)
        except (DeltaError, OSError) as error:
            raise _unreachable(url, error) from error


def _name(rows: Iterable[IssueRows], gone: set[str], number: int) -> str:
    """The run's name: the same changes of the same state by the same extractor have the same."""
    parts = sorted(f"{each.issue_id} {each.tables['issues']['sha256'][0].as_py()}" for each in rows)
    return sha256("\n".join([etl.EXTRACTOR_VERSION, str(number), *sorted(gone), "", *parts]).encode()).hexdigest()


def _coming(name: str, rows: Iterable[IssueRows]) -> Iterator[pa.RecordBatch]:
    for each in rows:
        yield from conformed(each.tables[name], DATASETS[name]).to_batches()


def _ids(table: DeltaTable) -> set[str]:
    column = table.to_pyarrow_table(columns=["issue_id"])["issue_id"]
    return set(pc.unique(column).to_pylist())


def storage_options() -> dict[str, str]:
    """Everything is taken from the environment, as fsspec does; plain HTTP where the endpoint says so."""
    endpoint = os.environ.get("AWS_ENDPOINT_URL", "")
    return {"AWS_ALLOW_HTTP": "true"} if endpoint.startswith("http://") else {}


def _unreachable(url: str, error: Exception) -> StoreError:
    reason = " ".join(str(error).split()) or type(error).__name__
    return StoreError(f"{url}: 无法读写，请核对网址与凭据 · cannot be used, check URL and credentials ({reason})")


def _refusal(url: str, error: DeltaError) -> StoreError:
    reason = " ".join(str(error).split())
    if "ransaction" in reason or "conflict" in reason.lower():
        return StoreBusyError(
            f"{url}: 另一次回填同时写入了此表，请再运行一次 · "
            f"another backfill wrote to the table meanwhile, run again ({reason})"
        )
    return StoreError(f"{url}: 无法写入 · cannot be written: {reason}")
