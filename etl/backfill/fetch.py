"""Objects into the archive, batch by batch: known by the SHA-256 of their bytes before anyone has looked at them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

import pyarrow as pa

from etl.backfill.archive import archive_of
from etl.backfill.batch import Out
from etl.backfill.place import file_system
from etl.backfill.staging import Staging
from etl.model import Document, SetAside
from etl.source.objects import Listed
from etl.store.archive import Contents

_THREADS = 16  # fetches wait for the net far more than for a processor
_SCHEMA = pa.schema([("url", pa.string()), ("sha256", pa.string()), ("reason", pa.string())])


def fetch_id(listed: Iterable[Listed]) -> str:
    """The batch's name: which objects, in which state."""
    known = [(each.url, each.size, each.state) for each in listed]
    return sha256(json.dumps(["fetch", known]).encode()).hexdigest()[:20]


def batch_fetch(listed: Sequence[Listed], out: Out, batch: str) -> str:
    """Archives the objects and writes the batch's file: the SHA-256 of each, or why it cannot be had."""
    archive = archive_of(out.archive)
    with ThreadPoolExecutor(_THREADS) as threads:
        rows = list(threads.map(lambda each: _fetched(each, archive), listed))
    table = pa.Table.from_pylist([dict(zip(_SCHEMA.names, row, strict=True)) for row in rows], schema=_SCHEMA)
    return Staging(out.staging).write(batch, table)


def _fetched(each: Listed, archive: Contents) -> tuple[str, str | None, str | None]:
    from etl.extraction import MAX_DOCUMENT

    if each.size > MAX_DOCUMENT:
        limit = MAX_DOCUMENT // (1024 * 1024)
        return each.url, None, f"超过 {limit} MB，请按期拆分 · larger than {limit} MB, split it into issues"
    system, path = file_system(each.url)
    try:
        content = system.cat_file(path)
    except OSError as error:
        return each.url, None, " ".join(str(error).split()) or type(error).__name__
    return each.url, archive.put(content), None


def fetched(table: pa.Table, origin: str, archive: Contents) -> Iterator[Document | SetAside]:
    """What a batch's file says, in order."""
    for row in table.to_pylist():
        digest = row["sha256"]
        if digest is None:
            yield SetAside(row["url"], row["reason"])
        else:
            yield Document(row["url"], origin, archive.path(digest), digest)
