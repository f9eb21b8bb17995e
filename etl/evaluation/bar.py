"""What the figures of an evaluation are held against: the bars that the project set itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from etl.evaluation.gold import DEV, FRONT_PAGE, SAMPLES
from etl.evaluation.score import TIERS

FULL = TIERS[-1]
"""The last tier: a claim that is right in it is right in full."""

F1: dict[str, dict[str, float]] = {
    FRONT_PAGE: {"number": 0.99, "measure": 0.98, "period": 0.95, "indicator": 0.95, "subject": 0.93, FULL: 0.90},
    DEV: {"number": 0.97, "measure": 0.95, "period": 0.92, "indicator": 0.90, "subject": 0.87, FULL: 0.82},
    SAMPLES: {},
}
"""Gold set -> tier -> the least F1."""

TRUTH_PRECISION = 0.985
TRUTH_MONTHS = 320
"""Of the months of the series other than M1 and M2, so many at least that the news archive states rightly."""

SECOND_LOOK = {"period": 0.92, FULL: 0.85}
"""Tier -> the least share of claims drawn at random that a reader finds right."""

LEAKED = 0.02
"""The largest share of numbers that are no claims that may be taken for claims."""

SUITE_MARGIN = 0.02
"""How far below the best peer's rate a suite may be."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure: where, of what, how much, and the least it should be; ``bar`` None where none is set.

    With ``least_is_best`` the bar is the most that it may be.
    """

    where: str
    what: str
    value: float
    bar: float | None = None
    note: str = ""
    least_is_best: bool = False

    @property
    def met(self) -> bool | None:
        """Whether the figure reaches its bar."""
        if self.bar is None:
            return None
        return self.value <= self.bar + 1e-9 if self.least_is_best else self.value >= self.bar - 1e-9


def as_text(figures: Iterable[Figure]) -> str:
    """The figures one a line, with their bars."""
    lines = [f"{'':<12} {'':<28} {'value':>9} {'bar':>8}"]
    for each in figures:
        bar = "" if each.bar is None else _number(each.bar)
        verdict = {None: "", True: "met", False: "MISSED"}[each.met]
        lines.append(
            f"{each.where:<12} {each.what:<28} {_number(each.value):>9} {bar:>8} {verdict:<7}{each.note}".rstrip()
        )
    return "\n".join(lines)


def _number(value: float) -> str:
    return f"{value:.3f}" if abs(value) <= 1 else f"{value:,.0f}"
