"""What ten and a hundred times as many issues cost: seconds an issue, and the most memory that a process held.

Generated news is refreshed into an empty store by one process, as the command does it. Loading the lexicons costs the
same whatever there is to read, so the time of an issue is told by the issues that a run has more than the run before.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figure import Figure
from benchmarks.issue_text import write

ISSUES = 30
TIMES = (1, 10, 100)
WITHIN = 1.1
"""How much more an issue may cost, in time and in memory, when there are ten times as many."""
_MEASURED = """
import resource, sys
from baoshu.command import app
try:
    app(prog_name="baoshu")
finally:
    sizes = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print("peak", max(sizes) * (1 if sys.platform == "darwin" else 1024), file=sys.stderr)
"""


def figures() -> Iterator[Figure]:
    """Milliseconds an issue and megabytes at each size, and how much more than at the smallest."""
    runs = [_run(number) for number in (1, *(times * ISSUES for times in TIMES))]
    costs = [
        (seconds - before) / (issues - fewer) * 1000 for (fewer, before, _), (issues, seconds, _) in pairwise(runs)
    ]
    peaks = [peak / 1e6 for _, _, peak in runs[1:]]
    for times, cost, peak in zip(TIMES, costs, peaks, strict=True):
        yield Figure(f"{times * ISSUES:,} issues: time of an issue", cost, "ms")
        yield Figure(f"{times * ISSUES:,} issues: peak memory of a process", peak, "MB")
    for times, cost, peak in list(zip(TIMES, costs, peaks, strict=True))[1:]:
        yield Figure(f"{times}× the issues: time of an issue", cost / costs[0], "× that of 1×", at_most=WITHIN)
        yield Figure(f"{times}× the issues: memory", peak / peaks[0], "× that of 1×", at_most=WITHIN)


def _run(number: int) -> tuple[int, float, int]:
    """Issues, seconds by the clock, bytes of the largest process."""
    with TemporaryDirectory() as folder:
        papers, store = Path(folder) / "papers", Path(folder) / "store"
        write(papers, number)
        command = [sys.executable, "-c", _MEASURED, "refresh", str(papers), "--store", str(store), "--processes", "1"]
        begun = time.perf_counter()
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        spent = time.perf_counter() - begun
    said = next(line for line in done.stderr.splitlines() if line.startswith("peak "))
    return number, spent, int(said.split()[1])
