"""An engine in the place of a pool of processes (`etl.pool`): outcomes in the order of the documents, from files."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from types import TracebackType
from typing import Any, Protocol

from etl.backfill.batch import Out, batch_id, batch_write, cut
from etl.backfill.engine import Lost
from etl.backfill.fetch import batch_fetch, fetch_id, fetched
from etl.backfill.outcome import unpacked
from etl.backfill.staging import Staging
from etl.console import say
from etl.model import Document, SetAside
from etl.progress import SECONDS_BETWEEN_LINES
from etl.refresh.work import Ready
from etl.source.objects import Listed
from etl.store.archive import Contents

_OPEN = 16  # files of batches that are held open
_DIED = "读它的工作机接连终止，单独再试亦然 · the workers that read it died, and again when it was alone"


class Runs(Protocol):
    """What is asked of an engine."""

    def run(self, work: Any, tasks: Sequence[tuple[Any, ...]]) -> Iterator[tuple[int, Any]]:
        """The number and the result of every task, as they come."""


class EnginePool:
    """Has documents read in batches by the engine's workers; what an earlier run has left is not done again."""

    def __init__(self, engine: Runs, out: Out) -> None:
        self._engine, self._out = engine, out
        self._staging = Staging(out.staging)
        self._load = lru_cache(_OPEN)(self._staging.read)

    def __enter__(self) -> EnginePool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._load.cache_clear()

    def run(self, documents: Iterable[Document]) -> Iterator[tuple[Document, Ready | SetAside]]:
        """The outcome of every document, in the order of the documents; its rows stay in the batch's file."""
        batches = cut(list(documents))
        for batch, name in self._files(batch_write, batches, [batch_id(each) for each in batches]):
            if name is not None:
                yield from zip(batch, unpacked(self._load, name), strict=True)
            else:
                yield from self._alone(batch)

    def fetch(self, listed: Sequence[Listed], origin: str, archive: Contents) -> Iterator[Document | SetAside]:
        """Brings objects into the archive; see `etl.source.objects`."""
        batches, done, said = cut(list(listed)), 0, time.monotonic()
        for batch, name in self._files(batch_fetch, batches, [fetch_id(each) for each in batches]):
            done += len(batch)
            if time.monotonic() - said >= SECONDS_BETWEEN_LINES:
                said = time.monotonic()
                say(f"取回 fetched {done}/{len(listed)}")
            if name is not None:
                yield from fetched(self._staging.read(name), origin, archive)
            else:
                yield from (SetAside(each.url, _DIED) for each in batch)

    def _alone(self, batch: Sequence[Document]) -> Iterator[tuple[Document, Ready | SetAside]]:
        """A batch whose workers died, document by document: whichever does it again is set aside."""
        single = [[document] for document in batch]
        for (document,), name in self._files(batch_write, single, [batch_id(each) for each in single]):
            if name is not None:
                yield document, next(unpacked(self._load, name))
            else:
                yield document, SetAside(document.source_uri, _DIED, sha256=document.sha256, tries=2)

    def _files(
        self, work: Any, batches: Sequence[Sequence[Any]], ids: Sequence[str]
    ) -> Iterator[tuple[Sequence[Any], str | None]]:
        """Every batch with the name of its file, in order, each as soon as those before it are there; None if lost."""
        files: dict[str, str | None] = dict(self._staging.whole(set(ids)))
        todo = [number for number, batch in enumerate(ids) if batch not in files]
        results = self._engine.run(work, [(batches[number], self._out, ids[number]) for number in todo])
        for batch, name in zip(batches, ids, strict=True):
            while name not in files:
                number, result = next(results)
                files[ids[todo[number]]] = None if isinstance(result, Lost) else result
            yield batch, files[name]
