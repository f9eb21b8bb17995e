"""What a second core is worth to a refresh: copies of the samples, one core with one process, two with two.

By the clock, from the command to the published table. One core means one core: reading, extraction and publishing share
it, as the system's affinity says; where a system has none (macOS) this is left out, saying so. Loading the lexicons
costs the same seconds whatever there is to read: what a second core is worth is told by the issues beyond the first
few.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.figure import Figure
from benchmarks.text import ISSUES
from etl.reading import read_file
from etl.source.folder import source_files

COPIES, RUNS = 20, 3
_TOWNS = "安北长东丰高广海河华江金景昆林龙明南宁平"
_PARTS = ("", *_TOWNS)
SPEED_UP = 1.8
"""How many times faster two cores must be than one."""


def figures() -> Iterator[Figure]:
    """Seconds of a refresh on one and on two cores, and how many times faster two are."""
    if not hasattr(os, "sched_getaffinity"):
        print("cores: left out, this system pins no process to a core", file=sys.stderr)
        return
    cores = sorted(os.sched_getaffinity(0))[:2]
    if len(cores) < 2:
        print("cores: left out, there is only one", file=sys.stderr)
        return
    with TemporaryDirectory() as folder:
        few, many = Path(folder) / "few", Path(folder) / "many"
        first, number = copies(few, 1), copies(many, COPIES)
        begun = [median(_seconds(few, cores[:n]) for _ in range(RUNS)) for n in (1, 2)]
        whole = [median(_seconds(many, cores[:n]) for _ in range(RUNS)) for n in (1, 2)]
    yield Figure(f"refresh of {number} issues, one core", whole[0], "s")
    yield Figure(f"refresh of {number} issues, two cores", whole[1], "s")
    worth = (whole[0] - begun[0]) / (whole[1] - begun[1])
    yield Figure(f"two cores against one, issues beyond the first {first}", worth, "×", at_least=SPEED_UP)


def copies(folder: Path, times: int) -> int:
    """Writes the samples so many times, each time as another newspaper's; how many issues that makes."""
    folder.mkdir(parents=True)
    written = 0
    for path in source_files(ISSUES):
        text = read_file(path).text
        for copy, town in enumerate(_towns(times)):
            (folder / f"{path.stem}-{copy}.txt").write_text(text.replace("样例", f"{town}州"), encoding="utf-8")
            written += 1
    return written


def _towns(number: int) -> list[str]:
    """So many names of towns, at most 420."""
    return [town + part for part in _PARTS for town in _TOWNS][:number]


def _seconds(papers: Path, cores: list[int]) -> float:
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "baoshu", "refresh", str(papers), "--store", folder]
        command += ["--processes", str(len(cores))]
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, preexec_fn=lambda: os.sched_setaffinity(0, set(cores)))
        return time.perf_counter() - begun
