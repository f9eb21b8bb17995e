"""The work of a backfill, batch by batch, in a worker of any engine: this module knows none.

Delivery is at least once: whatever engine calls these functions may do so twice, at the same time or after a loss.
The file that a batch makes is a function of the batch's id, so that nothing comes of it.
"""

from __future__ import annotations

import json
import multiprocessing
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

import etl
from etl.backfill.archive import archive_of
from etl.backfill.outcome import packed
from etl.backfill.staging import Staging
from etl.isolation import Limits, StoppedError, Worker
from etl.model import Document, SetAside
from etl.pool import WHOLE, stopped
from etl.refresh.work import Ready
from etl.store.archive import Contents
from etl.store.fault import StoreDamagedError
from etl.store.packed import PackedRows

if TYPE_CHECKING:
    from etl.extraction import Steps

LEAST = 100
"""So many documents a batch has at least, where there are as many: an engine takes milliseconds for a task."""
_AHEAD = 8  # documents that are fetched while another is read
_ID = 20  # hexadecimal digits
_OWN = threading.local()
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Out:
    """Where batches write: ``staging`` and ``archive`` are folders or URLs that every worker reaches."""

    staging: str
    archive: str
    limits: Limits = WHOLE
    steps: Steps | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What reading and extraction made of a document: its rows, and the contents that the archive is to keep."""

    ready: Ready
    contents: tuple[bytes, ...]


class OtherVersionError(Exception):
    """A worker has another version of the extractor than the program that sent it the batch."""


def batch_id(documents: Iterable[Document]) -> str:
    """The batch's name: what the documents are and by which extractor they are read, and nothing else."""
    known = [(each.source_uri, each.origin, each.sha256, each.issue_id) for each in documents]
    return sha256(json.dumps([etl.EXTRACTOR_VERSION, known]).encode()).hexdigest()[:_ID]


def cut(items: Sequence[Item]) -> list[Sequence[Item]]:
    """The items in batches as even as can be of ``LEAST`` or more; the same items, the same batches."""
    count = max(1, len(items) // LEAST)
    ends = [len(items) * number // count for number in range(count + 1)]
    return [items[start:end] for start, end in pairwise(ends) if end > start]


def batch_write(documents: Sequence[Document], out: Out, batch: str) -> str:
    """Reads and extracts the documents, archives them, and writes the batch's file; returns the file's name.

    No document stops the others: one that its reader does not survive is tried once more, alone, and then set aside.
    Raises ``OtherVersionError``, ``OSError`` where the batch cannot be written.
    """
    if batch_id(documents) != batch:
        raise OtherVersionError(
            f"工作机上的版本（抽取 {etl.EXTRACTOR_VERSION}）与命令的不同，请装成相同版本 · "
            f"the worker has another version (extractor {etl.EXTRACTOR_VERSION}): install the same on all"
        )
    archive = archive_of(out.archive)
    outcomes: dict[int, Ready | SetAside] = {}
    with ThreadPoolExecutor(_AHEAD) as threads:
        kept: list[Future[str]] = []
        data = _ahead(threads, lambda document: document_data(document, archive), documents)
        reader = _reader()
        for number, (document, content) in enumerate(zip(documents, data, strict=True)):
            result = content if isinstance(content, SetAside) else _read(reader, out, document, content)
            if isinstance(result, Read):
                kept += [threads.submit(archive.put, each) for each in result.contents]
            outcomes[number] = result.ready if isinstance(result, Read) else result
        for number in [number for number, each in outcomes.items() if isinstance(each, SetAside) and each.crashed]:
            outcomes[number] = _alone(documents[number], out, archive)
        for future in kept:
            future.result()
    return Staging(out.staging).write(batch, packed([(documents[n], outcomes[n]) for n in range(len(documents))]))


def document_data(document: Document, archive: Contents) -> bytes | SetAside:
    """The document's bytes, from the archive where they lie there, or why they cannot be had."""
    from etl.extraction import document_bytes

    if document.path != archive.path(document.sha256):
        return document_bytes(document)
    try:
        return archive.get(document.sha256)
    except StoreDamagedError as error:
        return SetAside(document.source_uri, str(error), sha256=document.sha256)


def _ahead(
    threads: ThreadPoolExecutor, work: Callable[[Document], bytes | SetAside], documents: Sequence[Document]
) -> Iterator[bytes | SetAside]:
    """What the work gives, in order, begun a few documents ahead."""
    waiting: deque[Future[bytes | SetAside]] = deque()
    for document in documents:
        waiting.append(threads.submit(work, document))
        if len(waiting) > _AHEAD:
            yield waiting.popleft().result()
    for future in waiting:
        yield future.result()


def _reader() -> Worker:
    """This thread's process for the foreign bytes, which stays for the next batch and ends with this process."""
    if not hasattr(_OWN, "reader"):
        # an engine's worker may be a daemon, which has no children: these end with it (`etl.isolation`)
        multiprocessing.current_process().daemon = False
        multiprocessing.get_context("forkserver").set_forkserver_preload(["etl.extraction", "etl.preload", __name__])
        _OWN.reader = Worker()
    reader: Worker = _OWN.reader
    return reader


def _read(reader: Worker, out: Out, document: Document, data: bytes) -> Read | SetAside:
    try:
        return reader.call(_extract, document, data, out.steps, limits=out.limits)
    except StoppedError as error:
        return stopped(document, error)


def _extract(document: Document, data: bytes, steps: Steps | None) -> Read | SetAside:
    """In the process apart."""
    from etl.extraction import extract_document

    result = extract_document(document, data, steps)
    if isinstance(result, SetAside):
        return result
    issue = result.issue
    places = (issue.places.to_bytes(),) if issue.places else ()
    return Read(Ready(issue.issue_id, PackedRows.of(result.tables)), (data, issue.text.encode(), *places))


def _alone(document: Document, out: Out, archive: Contents) -> Ready | SetAside:
    """The second try of a document that its reader did not survive, in a process of its own."""
    data = document_data(document, archive)
    if isinstance(data, SetAside):
        return data
    with Worker() as reader:
        result = _read(reader, out, document, data)
    if isinstance(result, Read):
        for content in result.contents:
            archive.put(content)
        return result.ready
    return SetAside(document.source_uri, result.reason, sha256=document.sha256, tries=2 if result.crashed else 1)
