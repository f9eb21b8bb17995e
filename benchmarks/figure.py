"""One measured figure, and how it is measured: the median of several runs."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

RUNS = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, how much, in which unit."""

    name: str
    value: float
    unit: str

    def __str__(self) -> str:
        return (
            f"| {self.name} | {self.value:,.3g} | {self.unit} |"
            if self.value < 1000
            else (f"| {self.name} | {self.value:,.0f} | {self.unit} |")
        )


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median time of the work, in seconds, after one run that is not counted."""
    work()
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return median(times)
