"""Isolation: foreign bytes are parsed in a process of their own, with limits on memory, processor time and time.

A `Worker` is such a process, used again as long as it is healthy. Inside any worker, `limited` tightens what
one step may use; in the process that the user started it does nothing, since a limit would end that process.
"""

from __future__ import annotations

import resource
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerProcess

Result = TypeVar("Result")

_CONTEXT = get_context("forkserver")
_PAGE = resource.getpagesize()


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call may use: seconds by the clock, seconds of processors, bytes of memory beyond what is in use."""

    seconds: float
    core_seconds: int
    memory: int


PARSING = Limits(seconds=60, core_seconds=8, memory=640 * 1024**2)
"""For parsing: real issues take a second of a processor at most, on a machine that may have other work to do."""
RECOGNITION = Limits(seconds=900, core_seconds=900, memory=3 * 1024**3)
"""For recognising scans: a broadsheet takes a minute."""


class StoppedError(Exception):
    """A call that did not come back: it used too much, or its process died. The message says which, in one line."""


@contextmanager
def limited(limits: Limits) -> Iterator[None]:
    """Limits what the block may use, when it runs in a worker; raises MemoryError, or the worker is ended.

    Limits may be nested: the inner ones hold inside, be they lower or higher.
    """
    if parent_process() is None:
        yield
        return
    kinds = (resource.RLIMIT_CPU, resource.RLIMIT_AS)
    before = [resource.getrlimit(kind) for kind in kinds]
    used = resource.getrusage(resource.RUSAGE_SELF)
    wanted = (int(used.ru_utime + used.ru_stime) + 1 + limits.core_seconds, _address_space() + limits.memory)
    for kind, soft, (_, hard) in zip(kinds, wanted, before, strict=True):
        resource.setrlimit(kind, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))
    try:
        yield
    finally:
        for kind, both in zip(kinds, before, strict=True):
            resource.setrlimit(kind, both)


def _address_space() -> int:
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * _PAGE
    except (OSError, ValueError):  # not on Linux
        return 1024**3


class Worker:
    """One process that does calls for this one; started when first needed, replaced when it is lost.

    Use it as a context manager, or close it. Not for several threads at a time.
    """

    def __init__(self, limits: Limits = PARSING) -> None:
        self._limits = limits
        self._process: ForkServerProcess | None = None
        self._ends: Connection | None = None
        self._mutex = threading.Lock()

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def call(self, function: Callable[..., Result], *arguments: Any, limits: Limits | None = None) -> Result:
        """What the function, which must be importable, returns or raises; raises StoppedError if it cannot."""
        limits = limits or self._limits
        with self._mutex:
            ends = self._started()
            try:
                ends.send((function, arguments, limits))
                if not ends.poll(limits.seconds):
                    raise StoppedError(f"超过 {limits.seconds:g} 秒，已中止 · stopped after {limits.seconds:g} seconds")
                done, found = ends.recv()
            except StoppedError:
                self._end()
                raise
            except (EOFError, OSError) as error:
                raise StoppedError(_cause(self._end(), limits)) from error
        if isinstance(found, MemoryError):
            self.close()  # what a parser leaves behind is not known
            megabytes = limits.memory // 1024**2
            raise StoppedError(f"所需内存超过 {megabytes} MB · needs more memory than {megabytes} MB")
        if not done:
            raise found
        result: Result = found
        return result

    def close(self) -> None:
        """Ends the process; the next call starts another."""
        if self._ends is not None:
            self._ends.close()
        if self._process is not None:
            self._process.join(1)
            self._end()

    def _started(self) -> Connection:
        if self._process is None or self._ends is None or not self._process.is_alive():
            self._ends, theirs = _CONTEXT.Pipe()
            self._process = _CONTEXT.Process(target=_serve, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
        return self._ends

    def _end(self) -> int | None:
        process, self._process, ends, self._ends = self._process, None, self._ends, None
        if ends is not None:
            ends.close()
        if process is None:
            return None
        process.join(0.2)
        if process.is_alive():
            process.kill()
            process.join()
        return process.exitcode


def _cause(code: int | None, limits: Limits) -> str:
    if code == -signal.SIGXCPU:
        return (
            f"用了 {limits.core_seconds} 秒处理器时间，已中止 · stopped after {limits.core_seconds} processor seconds"
        )
    return f"解析进程意外终止（{code}） · the process that parsed it died ({code})"


def _serve(calls: Connection) -> None:
    """The worker's loop: ends when its parent hangs up or dies."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to answer
    threading.Thread(target=_die_with_parent, daemon=True).start()
    with suppress(EOFError, OSError):
        while True:
            function, arguments, limits = calls.recv()
            outcome: tuple[bool, Any]
            try:
                with limited(limits):
                    outcome = True, function(*arguments)
            except BaseException as error:
                outcome = False, error
            calls.send(outcome)


def _die_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        signal.raise_signal(signal.SIGKILL)
