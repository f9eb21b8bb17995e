"""What the charts show where the reader left it open: the fullest indicator, period and series."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.observation import Row
from dashboard.sector_tree import breadth
from dashboard.view import Figure, figure_code, period_code, split_figure

SERIES_SHOWN = 4
"""So many series are drawn when the reader has not said which."""
_FULL = 0.6
"""A period is full enough to open with when it has this part of the most observations any period has."""


@dataclass(frozen=True, slots=True)
class Plot:
    """The indicator and the figure (``growth-yoy``) that are charted, and what else could be."""

    plot: str
    figure: str
    plots: tuple[str, ...]
    figures: tuple[str, ...]
    chosen: tuple[str, ...] = ()
    """All indicators that the reader chose and that exist; ``plot`` is the first, or what the page opens with."""

    @property
    def measure(self) -> str:
        """The measure of the figure."""
        return split_figure(self.figure)[0]

    @property
    def comparison(self) -> str | None:
        """The comparison of the figure."""
        return split_figure(self.figure)[1]


def choose_plot(plots: pd.DataFrame, chosen: Figure) -> Plot | None:
    """What is charted of ``Claims.plots``; None where nothing can be.

    The reader's indicator and figure hold where they exist; else growth goes before other measures, and
    what has more points before what has fewer.
    """
    rows = list(zip(*(plots[name].tolist() for name in ("indicator", "measure", "comparison", "points")), strict=True))
    if not rows:
        return None
    rows.sort(key=lambda row: (row[1] != "growth", -row[3], row[0]))
    totals: Counter[str] = Counter()
    for indicator, _, _, points in sorted(rows, key=lambda row: -row[3]):
        totals[indicator] += points
    kept = tuple(name for name in chosen.plot if name in totals)
    plot = kept[0] if kept else str(rows[0][0])
    figures = tuple(
        figure_code(measure, comparison if isinstance(comparison, str) else None)
        for indicator, measure, comparison, _ in rows
        if indicator == plot
    )
    figure = chosen.figure if chosen.figure in figures else figures[0]
    return Plot(plot, figure, tuple(name for name, _ in totals.most_common()), figures, kept or (plot,))


def code_of(period: Row) -> str:
    """The code of a period's row: first and last day."""
    return period_code(period["period_start"], period["period_end"])


def choose_period(periods: Sequence[Row], chosen: Figure) -> Row | None:
    """The reader's period where it exists, else the latest that is full enough; ``periods`` has the latest first."""
    own = next((period for period in periods if code_of(period) == chosen.period), None)
    most = max((period["size"] for period in periods), default=0)
    return own or next((period for period in periods if period["size"] >= most * _FULL), None)


def by_size(names: Sequence[tuple[str, int]]) -> list[str]:
    """Whose figures there are: those with the most periods first, then wider sectors before narrower ones."""
    return [name for name, _ in sorted(names, key=lambda each: (-each[1], breadth(each[0])))]


def choose_whose(names: list[str], chosen: Figure) -> list[str]:
    """The reader's choice of series where they exist, else the fullest few."""
    kept = [name for name in chosen.whose if name in names]
    return kept or names[:SERIES_SHOWN]
