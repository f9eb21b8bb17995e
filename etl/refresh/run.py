"""One run: every document that the sources find ends as new, changed, unchanged or set aside with its reason.

The run is idempotent by content (SHA-256) and by ``EXTRACTOR_VERSION``; what changes nothing publishes
nothing. A long run publishes in steps, each issue whole, so that what was done stays done when it is
killed. A document that can no longer be read keeps the rows of its last good state.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pyarrow as pa

import etl
from etl.isolation import Limits
from etl.model import Document, SetAside
from etl.naming import IssueIds, duplicate
from etl.pool import Pool, prepare
from etl.progress import progress
from etl.refresh.batch import Batch
from etl.refresh.outcome import Outcome, RefreshError
from etl.refresh.target import Readers, Target
from etl.refresh.work import Ready, Work
from etl.source.folder import Folder
from etl.source.source import Source, SourceError
from etl.store import IssueRows, KnownIssue, Store
from etl.store.archive import Archive, Settling
from etl.store.bookkeeping import Bookkeeping
from etl.store.ledger import MAX_TRIES, Trigger

if TYPE_CHECKING:
    from etl.extraction import Steps

_SPARING = 10  # of its time, a run publishes no more than the tenth part


class Opening(Protocol):
    """Makes a source of what the run has: its ledger and its store."""

    def __call__(self, book: Bookkeeping, store: Target) -> Source:
        """The source, ready to be asked."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a run goes about it: ``processes`` that read (0: this one), and when it publishes a step.

    The first step comes after a quarter of ``step_seconds``, so that a run that is killed early has got somewhere; a
    step that takes long, since much stands in its buckets, makes the next one wait ten times as long.
    With ``readers`` in the place of processes, which remember themselves how far they are, it publishes once.
    """

    processes: int = 0
    allow_empty: bool = False
    retry: bool = False
    trigger: Trigger = "command"
    step_documents: int = 4_096
    step_seconds: float = 20.0
    limits: Limits | None = None
    steps: Steps | None = None
    readers: Readers | None = None
    title: str = "更新 refresh"


def refresh(folder: Path, store: Store, steps: Steps | None = None, allow_empty: bool = False) -> Outcome:
    """Brings the store up to date with one folder, in this process; see ``refresh_sources``."""
    return refresh_sources([of_folder(folder)], store, Options(steps=steps, allow_empty=allow_empty))


def of_folder(folder: Path, name: str = "") -> Opening:
    """Opens a folder as a source."""
    return lambda book, _store: Folder(folder, book, name)


def refresh_sources(openings: Sequence[Opening], store: Target, options: Options | None = None) -> Outcome:
    """Brings the store up to date with the sources; progress and what is set aside go to standard error.

    Raises ``RefreshError`` when no source can be used, or for a folder that is empty though issues were
    loaded from it (unless ``allow_empty``), ``StoreBusyError`` when another refresh is running, ``StoreError``.
    """
    options = options or Options()
    with store.writing(wait=False), Bookkeeping(store.path) as book:
        run_id = None
        try:
            run_id = book.begin(options.trigger, etl.EXTRACTOR_VERSION)
            run = _Run(store, book, options, run_id)
            outcome = run.run([opening(book, store) for opening in openings])
        except BaseException as error:
            stopped = isinstance(error, KeyboardInterrupt | GeneratorExit)
            book.end(run_id, "interrupted" if stopped else "failed", " ".join(str(error).split()))
            raise
        book.end(run_id, "done", " · ".join(outcome.source_faults))
        return outcome


class _Run:
    def __init__(self, store: Target, book: Bookkeeping, options: Options, run_id: int) -> None:
        self._store, self._book, self._options, self._id = store, book, options, run_id
        if options.retry:
            book.retry()
        self._known = store.known()
        self._ids = IssueIds(self._known)
        self._tried = book.tries(etl.EXTRACTOR_VERSION)
        self._attempts: Counter[tuple[str, str]] = Counter()
        self._aside: dict[str, set[str]] = {}
        self._asked: list[str] = []
        self._previous: dict[tuple[str, str], KnownIssue] = {}
        self._deferred: list[Document] = []
        self._outcome = Outcome()
        self._batch = Batch(store, book)
        self._published, self._took = time.monotonic(), 0.0

    def run(self, sources: Sequence[Source]) -> Outcome:
        with (
            progress(self._options.title) as self._advance,
            Settling(Archive(Path(self._store.archive.root))) as self._settling,
            self._readers() as readers,
        ):
            self._extract(readers, self._due(self._found(sources), first=True))
            while self._deferred:
                deferred, self._deferred = self._deferred, []
                self._extract(readers, self._due(deferred))
            self._publish(last=True)
        for origin in self._asked:
            self._book.keep_aside(origin, self._aside.get(origin, set()))
        if self._outcome.source_faults and not self._outcome.found and len(sources) == len(self._outcome.source_faults):
            raise RefreshError(self._outcome.source_faults[0])
        return self._outcome

    def _readers(self) -> AbstractContextManager[Readers]:
        if self._options.readers is not None:
            return nullcontext(self._options.readers)
        work = Work(Path(self._store.archive.root), self._options.steps)
        return Pool(self._options.processes, work, self._options.limits)

    # ------------------------------------------------------------------ what the sources find

    def _found(self, sources: Sequence[Source]) -> Iterator[Document]:
        """The documents that must be extracted, from the sources and, after a new version, from the archive."""
        for source in sources:
            try:
                yield from self._of(source)
            except SourceError as error:
                self._fault(source, str(error))
        asked = {source.origin for source in sources}
        used = {issue.issue_id for issue in self._previous.values()}
        for issue in self._known.outdated(etl.EXTRACTOR_VERSION):
            if issue.origin not in asked and issue.issue_id not in used:
                archived = self._store.archive.path(issue.sha256)
                self._outcome.found += 1
                yield self._task(Document(issue.source_uri, issue.origin, archived, issue.sha256), issue)

    def _of(self, source: Source) -> Iterator[Document]:
        if not source.whole:
            for found in source.found():
                yield from self._sorted(found, source, {})
        else:
            listed = list(self._heralded(source.found()))
            if not listed and not self._options.allow_empty and (own := self._known.of_origin(source.origin)):
                raise SourceError(
                    f"{source.origin}: 文件夹是空的，而表中有它的 {len(own)} 期；若确要撤下，请加 --allow-empty · "
                    f"the folder is empty, the table has {len(own)} issues of it; to remove them: --allow-empty"
                )
            left = self._left_behind(source, {each.source_uri for each in listed})
            tasks = [task for each in listed for task in self._sorted(each, source, left)]
            for issue in left.values():
                if issue.origin == source.origin:
                    self._remove(issue)
            yield from tasks
        self._book.asked(source.origin, source.name, source.kind)
        self._asked.append(source.origin)

    def _heralded(self, found: Iterable[Document | SetAside]) -> Iterator[Document | SetAside]:
        """What is found; as soon as something of it is new, the workers' server is told, while the rest is listed."""
        quiet = self._options.readers is not None or self._options.processes == 0
        for each in found:
            if not quiet and isinstance(each, Document) and self._ids.holder(each.sha256) is None:
                prepare()
                quiet = True
            yield each

    def _left_behind(self, source: Source, uris: set[str]) -> dict[str, KnownIssue]:
        """Issues by SHA-256 whose file, or whose whole folder, is gone: the same bytes elsewhere are the same issue."""
        left = [each for each in self._known.of_origin(source.origin) if each.source_uri not in uris]
        for origin in self._known.origins():
            if origin != source.origin and _is_gone(origin):
                left += self._known.of_origin(origin)
        return {each.sha256: each for each in left}

    def _sorted(self, found: Document | SetAside, source: Source, left: dict[str, KnownIssue]) -> Iterator[Document]:
        """The document, if it must be extracted."""
        self._outcome.found += 1
        if isinstance(found, SetAside):
            self._set_aside(found, source.origin, found.tries or 1)
            return
        known = self._known.of_source(found.origin, found.source_uri)
        if known and known.sha256 == found.sha256 and _is_current(known):
            self._outcome.unchanged += 1
            return
        tried = self._tried.get((found.origin, found.source_uri, found.sha256))
        if tried and tried.number >= MAX_TRIES and tried.duplicate_of is None:
            self._set_aside(SetAside(found.source_uri, tried.reason, sha256=found.sha256), found.origin, tried.number)
            return
        yield self._task(found, known or left.pop(found.sha256, None))

    def _task(self, document: Document, previous: KnownIssue | None) -> Document:
        self._advance.expect(1)
        if previous is None:
            return document
        self._previous[document.origin, document.source_uri] = previous
        return replace(document, issue_id=previous.issue_id)

    def _remove(self, issue: KnownIssue) -> None:
        self._batch.remove(issue.issue_id)
        self._ids.restore(issue.issue_id, None)
        self._outcome.removed.append(issue.issue_id)

    # ------------------------------------------------------------------ what becomes of them

    def _due(self, documents: Iterable[Document], first: bool = False) -> Iterator[Document]:
        """Those that can be extracted now. Whether one repeats another is known once that one is done."""
        begun: set[str] = set()
        for document in documents:
            holder = self._ids.holder(document.sha256)
            if document.sha256 in begun or (first and holder not in (None, document.issue_id)):
                self._deferred.append(document)
            elif holder is not None and holder != document.issue_id:
                self._set_aside(duplicate(document, holder), document.origin, tries=1)
                self._advance.step(_name(document))
            else:
                begun.add(document.sha256)
                yield document

    def _extract(self, readers: Readers, documents: Iterable[Document]) -> None:
        for document, result in readers.run(documents):
            if isinstance(result, SetAside):
                self._failed(document, result)
            else:
                self._extracted(document, result)
            self._advance.step(_name(document))
            if self._options.readers is None and self._is_full():
                self._publish()

    def _is_full(self) -> bool:
        return self._batch.full or len(self._batch) >= self._options.step_documents or self._has_waited()

    def _has_waited(self) -> bool:
        waited = time.monotonic() - self._published
        longest = self._options.step_seconds / (1 if self._outcome.snapshot else 4)
        return len(self._batch) > 0 and waited > max(longest, _SPARING * self._took)

    def _failed(self, document: Document, result: SetAside) -> None:
        """One more try is spent; a document whose worker died is tried again at the end of the run."""
        key = (document.origin, document.source_uri)
        self._attempts[key] += result.tries or 1
        earlier = self._tried.get((*key, document.sha256))
        tries = self._attempts[key] + (earlier.number if earlier else 0)
        if result.crashed and tries < MAX_TRIES:
            self._again(document)
        else:
            self._set_aside(replace(result, sha256=document.sha256), document.origin, tries)

    def _extracted(self, document: Document, result: Ready) -> None:
        self._settling.add(result.staged)
        previous = self._previous.get((document.origin, document.source_uri))
        issue_id = self._ids.settle(result.issue_id, document.sha256, document.issue_id)
        if issue_id != result.issue_id:  # its name is taken: extracted again under the one with a serial
            self._again(replace(document, issue_id=issue_id))
            return
        before = previous.issue_id if previous else None
        rows = IssueRows(result.tables)
        self._batch.add(rows, result.size, instead_of=before)
        if before is None:
            self._outcome.new.append(issue_id)
        else:
            self._outcome.changed.append(issue_id)
            if before != issue_id:
                self._ids.restore(before, None)
        self._outcome.claims += rows.head.claims

    def _again(self, document: Document) -> None:
        self._deferred.append(document)
        self._advance.expect(1)

    def _set_aside(self, aside: SetAside, origin: str, tries: int) -> None:
        self._outcome.set_aside.append(aside)
        self._aside.setdefault(origin, set()).add(aside.source_uri)
        self._advance.say(str(aside))
        key = (origin, aside.source_uri)
        previous = self._previous.get(key) or self._known.of_source(*key)
        kept = None
        if previous and aside.duplicate_of:
            self._remove(previous)
        elif previous:
            kept = previous.issue_id
            self._advance.say(f"{aside.source_uri}: 保留此前载入的 {kept} · its earlier rows are kept")
        self._book.set_aside(
            origin, aside.source_uri, aside.sha256, etl.EXTRACTOR_VERSION, aside.reason, tries, aside.duplicate_of, kept
        )

    def _fault(self, source: Source, message: str) -> None:
        self._outcome.source_faults.append(message)
        self._advance.say(message)
        self._book.asked(source.origin, source.name, source.kind, message)

    def _publish(self, last: bool = False) -> None:
        begun = time.monotonic()
        self._settling.wait()
        snapshot = self._batch.publish(last)
        pa.default_memory_pool().release_unused()  # a run goes on for hours with what the commit needed for a second
        self._published = time.monotonic()
        self._took = self._published - begun
        if snapshot:
            self._outcome.snapshot = snapshot.serial
        self._book.count(self._id, self._outcome.counts)


def _name(document: Document) -> str:
    return document.source_uri.rpartition("/")[2]


def _is_current(issue: KnownIssue) -> bool:
    return issue.extractor_version == etl.EXTRACTOR_VERSION


def _is_gone(origin: str) -> bool:
    """Whether an origin was a folder and is there no longer."""
    return "://" not in origin and not Path(origin).is_dir()
