"""How far a long run is: a bar with counts and time left on a terminal, plain lines anywhere else."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

_SECONDS_BETWEEN_LINES = 5.0


class Step(Protocol):
    """Told after each piece of work; ``note`` says what was done."""

    def __call__(self, note: str = "") -> None:
        """One piece is done."""


@contextmanager
def progress(title: str, total: int, stream: TextIO | None = None) -> Iterator[Step]:
    """Shows the advance of ``total`` pieces of work on ``stream`` (standard error); call the result after each."""
    stream = stream or sys.stderr
    if total == 0:
        yield lambda note="": None
    elif stream.isatty():
        with _bar(title, total, stream) as step:
            yield step
    else:
        yield _Lines(title, total, stream)


@contextmanager
def _bar(title: str, total: int, stream: TextIO) -> Iterator[Step]:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("剩余 left"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[note]}", table_column=None),
    )
    with Progress(*columns, console=Console(file=stream)) as bar:
        task = bar.add_task(title, total=total, note="")
        yield lambda note="": bar.update(task, advance=1, note=note)


class _Lines:
    """A line now and then, for logs: never more than one in five seconds, and one at the end."""

    def __init__(self, title: str, total: int, stream: TextIO) -> None:
        self._title, self._total, self._stream = title, total, stream
        self._done = 0
        self._start = self._last = time.monotonic()

    def __call__(self, note: str = "") -> None:
        self._done += 1
        now = time.monotonic()
        if self._done < self._total and now - self._last < _SECONDS_BETWEEN_LINES:
            return
        self._last = now
        elapsed = now - self._start
        left = elapsed / self._done * (self._total - self._done)
        print(
            f"{self._title} {self._done}/{self._total} · {elapsed:.0f}s · 剩余 left {left:.0f}s {note}".rstrip(),
            file=self._stream,
        )
