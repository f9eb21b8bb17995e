"""What ten and a hundred times as many issues cost: seconds an issue, and the most memory that a process held.

Generated news is refreshed into an empty store by one process that reads, as the command does it. Loading the lexicons
costs the same whatever there is to read, so the time of an issue is told by the issues that a run has more than a run
of one. Sizes are compared by the time of processors, the reader's included.

A long run takes minutes, in which a shared machine may grow slower or faster by more than what is looked for. So while
it goes on, short runs are made beside it, one after the other, for as long as it lasts: whatever slows the one slows
the others, and the long run is held against the middle one of those. Their issues are taken from all over the days
that it reads, as one month may hold more numbers than another.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.figure import Figure
from benchmarks.issue_text import write

ISSUES = 50
TIMES = (10, 100)
ROUNDS = {10: 5, 100: 1}
"""So often each long run is made: the longest evens out by itself."""
_STRIDE = 1_987
"""Days from the issues of a short run to those of the next, round and round the days of the long one."""
WITHIN = 1.1
"""How much more an issue may cost, in time and in memory, when there are ten times as many."""
_MEASURED = """
import multiprocessing.forkserver as forkserver, resource, sys
from baoshu.command import app
from benchmarks.figure import peak_bytes
try:
    app(prog_name="baoshu")
finally:
    forkserver._forkserver._stop()  # waits for the readers' server, so that what they used is known
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    children = used[1].ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    print("used", sum(each.ru_utime + each.ru_stime for each in used), max(peak_bytes(), children), file=sys.stderr)
"""


class Run(NamedTuple):
    """Seconds by the clock, seconds of all processors, bytes of the largest process."""

    clock: float
    cores: float
    peak: float


class Pair(NamedTuple):
    """A long run, and the middle of the runs of one issue and of ``ISSUES`` that were made beside it."""

    long: Run
    short: Run
    alone: Run

    def cost(self, size: int) -> tuple[float, float]:
        """Seconds of processors that an issue costs: in the long run, which has ``size``, and in a short one."""
        loading = self.alone.cores
        return (self.long.cores - loading) / (size - 1), (self.short.cores - loading) / (ISSUES - 1)


def figures() -> Iterator[Figure]:
    """Milliseconds an issue and megabytes at each size, and how much more than at the smallest."""
    _run(1)  # what is compiled and cached once is not counted
    for times in TIMES:
        size = times * ISSUES
        pairs = [_pair(size) for _ in range(ROUNDS[times])]
        costs = [pair.cost(size) for pair in pairs]
        for issues, which in ((ISSUES, 1), (size, 0)):
            cost = median(each[which] for each in costs)
            yield Figure(f"{issues:,} issues, beside {times}×: time of an issue of processors", cost * 1e3, "ms")
            peak = median(pair[which].peak for pair in pairs)
            yield Figure(f"{issues:,} issues, beside {times}×: peak memory of a process", peak / 1e6, "MB")
        for what, ratios in (
            ("time of an issue", [long / short for long, short in costs]),
            ("memory", [pair.long.peak / pair.short.peak for pair in pairs]),
        ):
            yield Figure(f"{times}× the issues: {what}", median(ratios), "× that of 1×", at_most=WITHIN)


def _pair(size: int) -> Pair:
    """One long run, with short runs beside it until it ends."""
    short: dict[int, list[Run]] = {1: [], ISSUES: []}
    with ThreadPoolExecutor(1) as beside:
        long = beside.submit(_run, size)
        for place in count():
            for issues, runs in short.items():
                runs.append(_run(issues, first=place * _STRIDE % (size - issues + 1)))
            if long.done():
                break
        middle = {issues: Run(*map(median, zip(*runs, strict=True))) for issues, runs in short.items()}
        return Pair(long.result(), middle[ISSUES], middle[1])


def _run(number: int, first: int = 0) -> Run:
    with TemporaryDirectory() as folder:
        papers, store = Path(folder) / "papers", Path(folder) / "store"
        write(papers, number, first=first)
        command = [sys.executable, "-c", _MEASURED, "refresh", str(papers), "--store", str(store), "--processes", "1"]
        begun = time.perf_counter()
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        spent = time.perf_counter() - begun
    said = next(line for line in done.stderr.splitlines() if line.startswith("used "))
    cores, peak = map(float, said.split()[1:])
    return Run(spent, cores, peak)
