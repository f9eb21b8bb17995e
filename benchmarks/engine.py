"""What Dask costs on one machine: its local cluster of two workers, one thread each, against two plain processes.

By the clock, `baoshu backfill` against `baoshu refresh` over the same copies of the samples, the same table in the end.
A cluster takes seconds to start, whatever there is to do: that is a figure of its own, the rest is told by the issues
beyond the first few. The runs take turns, so that what else the machine does falls on both.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.cores import copies
from benchmarks.figure import Figure

COPIES, RUNS, PROCESSES = 36, 3, 2
MOST = 1.15
"""How many times the time of plain processes the engine may take."""


def figures() -> Iterator[Figure]:
    """Seconds of both, and how many times as long the engine takes for the issues beyond the first few."""
    with TemporaryDirectory() as folder:
        few, many = Path(folder) / "few", Path(folder) / "many"
        first, number = copies(few, 1), copies(many, COPIES)
        plain_few, dask_few = _both(few)
        plain, dask = _both(many)
    yield Figure(f"refresh of {number} issues, {PROCESSES} plain processes", plain, "s")
    yield Figure(f"backfill of {number} issues, Dask's local cluster of {PROCESSES}", dask, "s")
    yield Figure("start of the cluster", dask_few - plain_few, "s")
    worth = (dask - dask_few) / (plain - plain_few)
    yield Figure(f"the cluster against plain processes, issues beyond the first {first}", worth, "×", at_most=MOST)


def _both(papers: Path) -> tuple[float, float]:
    """The median seconds of a refresh and of a backfill."""
    times = [(_seconds("refresh", papers), _seconds("backfill", papers)) for _ in range(RUNS)]
    return median(each for each, _ in times), median(each for _, each in times)


def _seconds(command: str, papers: Path) -> float:
    with TemporaryDirectory() as folder:
        line = [sys.executable, "-m", "baoshu", command, str(papers), "--store", folder, "--processes", str(PROCESSES)]
        begun = time.perf_counter()
        subprocess.run(line, check=True, capture_output=True)
        return time.perf_counter() - begun
