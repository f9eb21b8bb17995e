"""Worker processes that turn documents into outcomes: in order, within limits, whatever the documents do.

A worker that dies, or takes too long, or more memory than it may, costs its document this try and
nothing else: a new worker takes its place and the others go on. ``processes=0`` does the work in this
process, for tests and debugging: without limits.
"""

from __future__ import annotations

import resource
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from queue import SimpleQueue
from types import TracebackType
from typing import TYPE_CHECKING, Generic, TypeVar

from etl.model import Document, SetAside

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerProcess

Result = TypeVar("Result")

_AHEAD = 16  # documents that may be under way or waiting for their turn, for each process
_CONTEXT = get_context("forkserver")  # a fresh worker costs milliseconds: the server has loaded the lexicons once


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may use: seconds by the clock, seconds of a core, bytes of memory (address space)."""

    seconds: float = 120.0
    core_seconds: int = 90
    memory: int = 4 * 1024**3


class Pool(Generic[Result]):
    """``processes`` workers, each of which does ``work`` on one document at a time; use it as a context manager."""

    def __init__(
        self, processes: int, work: Callable[[Document], Result | SetAside], limits: Limits | None = None
    ) -> None:
        self._processes, self._work, self._limits = processes, work, limits or Limits()
        self._tasks: SimpleQueue[tuple[Document, Future[Result | SetAside]] | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Pool[Result]:
        _CONTEXT.set_forkserver_preload(["etl.extraction"])
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        while not self._tasks.empty():  # after an error: what was not begun is not begun any more
            self._tasks.get()
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
        """One thread hands documents to one worker, watches it, and replaces it when it is lost."""
        worker = _Worker(self._work, self._limits)
        while task := self._tasks.get():
            document, future = task
            try:
                outcome = worker.outcome(document)
            except Exception as error:
                future.set_exception(error)
                outcome = None
            if outcome is not None:
                future.set_result(outcome)
            if worker.lost:
                worker = _Worker(self._work, self._limits)
        worker.close()


class _Worker(Generic[Result]):
    """One worker process, started when it is first needed."""

    def __init__(self, work: Callable[[Document], Result | SetAside], limits: Limits) -> None:
        self._work, self._limits = work, limits
        self._process: ForkServerProcess | None = None
        self.lost = False

    def outcome(self, document: Document) -> Result | SetAside:
        process, ends = self._started()
        try:
            ends.send(document)
            if not ends.poll(self._limits.seconds):
                self._stop(process)
                return self._crash(
                    document, f"超过 {self._limits.seconds:g} 秒，已中止 · stopped after so many seconds"
                )
            found: Result | SetAside = ends.recv()
        except (EOFError, OSError):
            self._stop(process)
            return self._crash(document, self._cause(process.exitcode))
        return found

    def close(self) -> None:
        if self._process is not None and not self.lost:
            self._ends.close()
            self._process.join()

    def _started(self) -> tuple[ForkServerProcess, Connection]:
        if self._process is None:
            self._ends, theirs = _CONTEXT.Pipe()
            self._process = _CONTEXT.Process(target=_serve, args=(theirs, self._work, self._limits), daemon=True)
            self._process.start()
            theirs.close()
        return self._process, self._ends

    def _stop(self, process: ForkServerProcess) -> None:
        self.lost = True
        process.kill()
        process.join()
        self._ends.close()

    def _crash(self, document: Document, cause: str) -> SetAside:
        return SetAside(document.source_uri, cause, crashed=True, sha256=document.sha256)

    def _cause(self, code: int | None) -> str:
        if code == -signal.SIGXCPU:
            return f"用了 {self._limits.core_seconds} 秒处理器时间，已中止 · stopped after so many seconds of a core"
        return f"处理它的进程意外终止（{code}） · the process that read it died ({code})"


def _serve(documents: Connection, work: Callable[[Document], object], limits: Limits) -> None:
    """The worker's loop: ends when its parent hangs up or dies."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to answer
    threading.Thread(target=_die_with_parent, daemon=True).start()
    while True:
        try:
            document = documents.recv()
        except EOFError:
            return
        _limit(limits)
        try:
            outcome: object = work(document)
        except MemoryError:
            megabytes = limits.memory // 1024**2
            outcome = SetAside(
                document.source_uri,
                f"所需内存超过 {megabytes} MB · needs more memory than {megabytes} MB",
                crashed=True,
                sha256=document.sha256,
            )
        try:
            documents.send(outcome)
        except OSError:
            return


def _limit(limits: Limits) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + 1 + limits.core_seconds)
    _lower(resource.RLIMIT_AS, limits.memory)


def _lower(what: int, wanted: int) -> None:
    hard = resource.getrlimit(what)[1]
    resource.setrlimit(what, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


def _die_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        signal.raise_signal(signal.SIGKILL)
