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

    def expect(self, pieces: int) -> None:
        """So many more pieces of work have turned up."""

    def step(self, note: str = "") -> None:
        """One piece of work is done; ``note`` names it."""

    def say(self, line: str) -> None:
        """Prints a line of its own, above the bar if there is one."""


@contextmanager
def progress(title: str, total: int = 0, stream: TextIO | None = None) -> Iterator[Advance]:
    """Shows the advance of ``total`` pieces of work, and of those that turn up, on ``stream`` (standard error)."""
    stream = stream or sys.stderr
    if not stream.isatty():
        lines = _Lines(title, total, stream)
        yield lines
        lines.close()
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
        self._bar, self._total = bar, total
        self._task = bar.add_task(title, total=total, note="", visible=total > 0)

    def expect(self, pieces: int) -> None:
        self._total += pieces
        self._bar.update(self._task, total=self._total, visible=self._total > 0)

    def step(self, note: str = "") -> None:
        self._bar.update(self._task, advance=1, note=note)

    def say(self, line: str) -> None:
        self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)


class _Lines:
    """For logs: never more than one line of advance in five seconds, and one at the end."""

    def __init__(self, title: str, total: int, stream: TextIO) -> None:
        self._title, self._total, self._stream = title, total, stream
        self._done = self._said = 0
        self._start = self._last = time.monotonic()
        self._note = ""

    def expect(self, pieces: int) -> None:
        self._total += pieces

    def step(self, note: str = "") -> None:
        self._done, self._note = self._done + 1, note
        if time.monotonic() - self._last >= SECONDS_BETWEEN_LINES:
            self._advance()

    def close(self) -> None:
        if self._done > self._said:
            self._advance()

    def _advance(self) -> None:
        self._last, self._said = time.monotonic(), self._done
        elapsed = self._last - self._start
        left = elapsed / self._done * (self._total - self._done)
        counts = f"{self._title} {self._done}/{self._total}"
        self.say(f"{counts} · {elapsed:.0f}s · 剩余 left {left:.0f}s {self._note}".rstrip())

    def say(self, line: str) -> None:
        print(line, file=self._stream, flush=True)
