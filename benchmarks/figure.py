"""One measured figure, the limit that the project set for it, and how it is measured: the median of several runs."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import _lru_cache_wrapper
from pathlib import Path
from statistics import median

RUNS = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, how much, in which unit; ``at_least`` or ``at_most`` is its stated limit, if it has one."""

    name: str
    value: float
    unit: str
    at_least: float | None = None
    at_most: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the figure keeps its limit; None without one."""
        if self.at_least is not None:
            return self.value >= self.at_least
        return None if self.at_most is None else self.value <= self.at_most

    def __str__(self) -> str:
        limit, verdict = "", {None: "", True: "kept", False: "**broken**"}[self.met]
        if self.at_least is not None:
            limit = f"≥ {_number(self.at_least)}"
        elif self.at_most is not None:
            limit = f"≤ {_number(self.at_most)}"
        return f"| {self.name} | {_number(self.value)} | {self.unit} | {limit} | {verdict} |"


def _number(value: float) -> str:
    return f"{value:,.3g}" if abs(value) < 1000 else f"{value:,.0f}"


def peak_bytes() -> int:
    """The most memory that this process held since its program began, in bytes.

    ``ru_maxrss`` of Linux counts what the process that began this one held, which may be more.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median time of the work by the clock on the wall, in seconds, after one run that is not counted."""
    return _median(work, runs, time.perf_counter)


def core_seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median time that one core spends on the work: what others do on the machine hardly touches it."""
    return _median(work, runs, time.process_time)


def least_core_seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The least time that one core spends on the work: for comparing two works that others disturb differently."""
    return min(_times(work, runs, time.process_time))


def forget() -> None:
    """Empties what the ETL remembers of the text that it read last, which no run may find there from the one before.

    That are its caches of bounded size; those without a bound hold what does not grow with the text.
    """
    for name in [name for name in sys.modules if name.startswith("etl.")]:
        for value in vars(sys.modules[name]).values():
            if isinstance(value, _lru_cache_wrapper) and value.cache_parameters()["maxsize"] is not None:
                value.cache_clear()


def _median(work: Callable[[], object], runs: int, clock: Callable[[], float]) -> float:
    return median(_times(work, runs, clock))


def _times(work: Callable[[], object], runs: int, clock: Callable[[], float]) -> list[float]:
    work()
    times = []
    for _ in range(runs):
        forget()
        begun = clock()
        work()
        times.append(clock() - begun)
    return times
