"""Worker processes that turn documents into outcomes: in order, within limits, whatever the documents do.

A worker that dies, or takes too long, or more memory than it may, costs its document this try and
nothing else: a new worker takes its place and the others go on. ``processes=0`` does the work in this
process, for tests and debugging: without limits.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from multiprocessing import forkserver, get_context
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Generic, TypeVar

from etl.isolation import Limits, StoppedError, Worker
from etl.model import Document, SetAside

Result = TypeVar("Result")

WHOLE = Limits(seconds=1_800, core_seconds=1_800, memory=6 * 1024**3)
"""For a whole document, a scan of many pages included; reading limits its own steps far more narrowly."""

_AHEAD = 64  # documents that may be under way or waiting for their turn, for each process: work for a second or two


def stopped(document: Document, error: StoppedError) -> SetAside:
    """A document that its reader did not survive, with the reason."""
    return SetAside(document.source_uri, str(error), crashed=True, sha256=document.sha256)


def prepare() -> None:
    """Has the workers' server begin to load what they need, while it is still being found out what they are to read."""
    _set_preload()
    forkserver.ensure_running()


def _set_preload() -> None:
    """A fresh worker costs milliseconds: the server that forks it has loaded the lexicons."""
    get_context("forkserver").set_forkserver_preload(["etl.extraction", "etl.preload"])


class Pool(Generic[Result]):
    """``processes`` workers, each of which does ``work`` on one document at a time; use it as a context manager."""

    def __init__(
        self, processes: int, work: Callable[[Document], Result | SetAside], limits: Limits | None = None
    ) -> None:
        self._processes, self._work, self._limits = processes, work, limits or WHOLE
        self._tasks: SimpleQueue[tuple[Document, Future[Result | SetAside]] | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Pool[Result]:
        _set_preload()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(Empty):  # after an error: what was not begun is not begun any more
            while True:
                self._tasks.get_nowait()
        for _ in self._threads:
            self._tasks.put(None)
        for thread in self._threads:
            thread.join()

    def run(self, documents: Iterable[Document]) -> Iterator[tuple[Document, Result | SetAside]]:
        """The outcome of every document, in the order of the documents, which are taken as they are needed."""
        if self._processes == 0:
            yield from ((document, self._work(document)) for document in documents)
            return
        waiting: deque[tuple[Document, Future[Result | SetAside]]] = deque()
        for document in documents:
            waiting.append((document, self._submitted(document)))
            while waiting and (waiting[0][1].done() or len(waiting) > _AHEAD * self._processes):
                first, outcome = waiting.popleft()
                yield first, outcome.result()
        for first, outcome in waiting:
            yield first, outcome.result()

    def _submitted(self, document: Document) -> Future[Result | SetAside]:
        if len(self._threads) < self._processes:  # no more workers than documents
            self._threads.append(threading.Thread(target=self._attend, daemon=True))
            self._threads[-1].start()
        future: Future[Result | SetAside] = Future()
        self._tasks.put((document, future))
        return future

    def _attend(self) -> None:
        """One thread hands documents to one worker, which is replaced when it is lost."""
        with Worker(self._limits) as worker:
            while task := self._tasks.get():
                document, future = task
                try:
                    future.set_result(worker.call(self._work, document))
                except StoppedError as error:
                    future.set_result(stopped(document, error))
                except Exception as error:
                    future.set_exception(error)
