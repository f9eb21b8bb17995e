"""What ten and a hundred times as many issues cost: seconds an issue, and the most memory that a process held.

Generated news is refreshed into an empty store by one process that reads, as the command does it. Loading the lexicons
costs the same whatever there is to read, so the time of an issue is told by the issues that a run has more than a run
of one. Small runs take turns, before the long one and after it, and the middle one counts; sizes are compared by the
time of processors, the reader's included, since the long run takes minutes, in which the clock of a shared machine
tells of its other work too.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.figure import Figure
from benchmarks.issue_text import write

ISSUES = 50
TIMES = (1, 10, 100)
ROUNDS = 5
"""So often the small runs are repeated; before them comes one that is not counted."""
LONG = 1_000
"""A run of more issues is done once: it is long enough for what disturbs it to even out."""
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


def figures() -> Iterator[Figure]:
    """Milliseconds an issue and megabytes at each size, and how much more than at the smallest."""
    sizes = (1, *(times * ISSUES for times in TIMES))
    runs: dict[int, list[Run]] = {size: [] for size in sizes}
    _run(1)
    for turn in range(ROUNDS):
        for size in sizes:
            if size <= LONG or turn == ROUNDS // 2:
                runs[size].append(_run(size))
    middle = {size: Run(*map(median, zip(*done, strict=True))) for size, done in runs.items()}
    alone = middle.pop(1)
    cost = {size: (run.cores - alone.cores) / (size - 1) for size, run in middle.items()}
    for size, run in middle.items():
        yield Figure(
            f"{size:,} issues: time of an issue by the clock", (run.clock - alone.clock) / (size - 1) * 1e3, "ms"
        )
        yield Figure(f"{size:,} issues: time of an issue of processors", cost[size] * 1e3, "ms")
        yield Figure(f"{size:,} issues: peak memory of a process", run.peak / 1e6, "MB")
    for size, run in list(middle.items())[1:]:
        times = f"{size // ISSUES}× the issues"
        yield Figure(f"{times}: time of an issue", cost[size] / cost[ISSUES], "× that of 1×", at_most=WITHIN)
        yield Figure(f"{times}: memory", run.peak / middle[ISSUES].peak, "× that of 1×", at_most=WITHIN)


def _run(number: int) -> Run:
    with TemporaryDirectory() as folder:
        papers, store = Path(folder) / "papers", Path(folder) / "store"
        write(papers, number)
        command = [sys.executable, "-c", _MEASURED, "refresh", str(papers), "--store", str(store), "--processes", "1"]
        begun = time.perf_counter()
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        spent = time.perf_counter() - begun
    said = next(line for line in done.stderr.splitlines() if line.startswith("used "))
    cores, peak = map(float, said.split()[1:])
    return Run(spent, cores, peak)
