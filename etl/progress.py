"""How far a long run is: a bar with counts and time left on a terminal, plain lines anywhere else."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

SECONDS_BETWEEN_LINES = 5.0


class Advance(Protocol):
    """Shows how far the work is."""

    def step(self, note: str = "") -> None:
        """One piece of work is done; ``note`` names it."""

    def say(self, line: str) -> None:
        """Prints a line of its own, above the bar if there is one."""


@contextmanager
def progress(title: str, total: int, stream: TextIO | None = None) -> Iterator[Advance]:
    """Shows the advance of ``total`` pieces of work on ``stream``, by default standard error."""
    stream = stream or sys.stderr
    if not stream.isatty() or total == 0:
        yield _Lines(title, total, stream)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("剩余 left"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[note]}"),
    )
    with Progress(*columns, console=Console(file=stream)) as bar:
        yield _Bar(bar, title, total)


class _Bar:
    def __init__(self, bar: Progress, title: str, total: int) -> None:
        self._bar = bar
        self._task = bar.add_task(title, total=total, note="")

    def step(self, note: str = "") -> None:
        self._bar.update(self._task, advance=1, note=note)

    def say(self, line: str) -> None:
        self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)


class _Lines:
    """For logs: never more than one line of advance in five seconds, and one at the end."""

    def __init__(self, title: str, total: int, stream: TextIO) -> None:
        self._title, self._total, self._stream = title, total, stream
        self._done = 0
        self._start = self._last = time.monotonic()

    def step(self, note: str = "") -> None:
        self._done += 1
        now = time.monotonic()
        if self._done < self._total and now - self._last < SECONDS_BETWEEN_LINES:
            return
        self._last = now
        elapsed = now - self._start
        left = elapsed / self._done * (self._total - self._done)
        self.say(f"{self._title} {self._done}/{self._total} · {elapsed:.0f}s · 剩余 left {left:.0f}s {note}".rstrip())

    def say(self, line: str) -> None:
        print(line, file=self._stream, flush=True)
