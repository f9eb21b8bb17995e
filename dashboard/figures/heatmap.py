"""Sectors by period: numbers in cells, colour centred on zero, blank where no newspaper reported anything."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.display import digits
from dashboard.figures.mark import hover, label
from dashboard.figures.theme import Heading, PlotlyFigure, axis, empty, layout, safe, wrap
from dashboard.observation import Row

MAX_ROWS = 45
MAX_COLUMNS = 12
MAX_COLUMNS_NARROW = 4
SIGNED = ("growth", "change", "contribution", "gap")
"""Measures that fall as well as rise: their colours diverge from zero; others run from zero up."""
_CLIPPED = 0.95
"""The share of cells that the colour scale spans; the rest takes its end colours."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells by row and column: observations or None. ``limit`` is where the colour scale ends."""

    names: list[str]
    columns: list[str]
    cells: list[list[dict[str, Any] | None]]
    limit: float

    @property
    def filled(self) -> list[dict[str, Any]]:
        """The cells that have an observation."""
        return [cell for row in self.cells for cell in row if cell is not None]

    @property
    def beyond(self) -> int:
        """How many cells lie beyond the scale."""
        return sum(abs(cell["value"]) > self.limit * (1 + 1e-9) for cell in self.filled)


def clip_limit(values: Sequence[float]) -> float:
    """Where the scale ends: the least round number that leaves at most one cell in twenty beyond it."""
    sizes = sorted(abs(value) for value in values if value)
    if not sizes:
        return 1.0
    wanted = sizes[min(math.ceil(len(sizes) * _CLIPPED), len(sizes)) - 1]
    power = 10.0 ** math.floor(math.log10(wanted))
    return float(next(power * step for step in (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if power * step >= wanted * (1 - 1e-9)))


_SCALE_ROOM = 92
"""Pixels right of the grid for the scale and its labels; with less plotly would make room and draw it all again."""


def grid_of(rows: Sequence[Row], names: list[str], columns: list[str]) -> Grid:
    """Cells for ``rows`` with ``name`` and ``column``; of two in one cell the first stays."""
    cells: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows:
        cells.setdefault((row["name"], row["column"]), {**row})
    listed = [[cells.get((name, column)) for column in columns] for name in names]
    limit = clip_limit([cell["value"] for row in listed for cell in row if cell is not None])
    return Grid(names, columns, listed, limit)


def heatmap(grid: Grid, measure: str, unit: str, heading: Heading) -> PlotlyFigure:
    """The grid as a heatmap; ``customdata`` holds each cell's claim id, an empty cell has none."""
    if not grid.filled:
        return empty(heading)
    language, colours = heading.language, heading.palette
    (low, zero, high), signed = colours.scale, measure in SIGNED
    at = 9 if heading.narrow else 14

    def cells(make: Any) -> list[list[Any]]:
        return [[None if cell is None else make(cell) for cell in row] for row in grid.cells]

    trace = {
        "type": "heatmap",
        "z": cells(lambda cell: cell["value"]),
        "x": list(range(len(grid.columns))),
        "y": list(range(len(grid.names))),
        "text": [["" if cell is None else safe(_short(cell, unit)) for cell in row] for row in grid.cells],
        "texttemplate": "%{text}",
        "textfont": {"size": 12, "color": colours.ink},
        "customdata": [["" if cell is None else cell["claim_id"] for cell in row] for row in grid.cells],
        "hovertext": cells(lambda cell: hover(cell, language)),
        "hoverinfo": "text",
        "hoverongaps": False,
        "xgap": 2,
        "ygap": 2,
        "zmin": -grid.limit if signed else 0,
        "zmax": grid.limit,
        "colorscale": [[0, low], [0.5, zero], [1, high]] if signed else [[0, zero], [1, high]],
        "showscale": not heading.narrow,
        "colorbar": {"thickness": 10, "outlinewidth": 0, "ticksuffix": unit if len(unit) == 1 else ""},
    }
    xaxis = {"tickfont": {"size": 11}} | _axis(
        heading, [safe(column).replace("\n", "<br>") for column in grid.columns], side="top"
    )
    yaxis = _axis(heading, [f"{wrap(_cut(name, 2 * at), at)}  " for name in grid.names], autorange="reversed")
    lines = 1 + max((column.count("\n") for column in grid.columns), default=0)
    height = len(grid.names) * (32 if any(len(name) > at for name in grid.names) else 25) + 60
    shape = layout(heading, height, top=16 * lines + 2, xaxis=xaxis, yaxis=yaxis)
    shape["margin"]["r"] = shape["margin"]["r"] if heading.narrow else _SCALE_ROOM
    return {"data": [trace], "layout": shape}


def _axis(heading: Heading, words: list[str], **more: Any) -> dict[str, Any]:
    places = {"tickvals": list(range(len(words))), "ticktext": words}
    quiet = {"showgrid": False, "zeroline": False, "ticks": "", "fixedrange": True, "tickangle": 0}
    return axis(heading.palette, **places, **quiet, **more)


def _short(row: dict[str, Any], unit: str) -> str:
    """The label without its unit, which the subtitle names: ``−5.1``, ``>30``."""
    words = label(row)
    return words.replace(unit, "") if unit and words.replace(unit, "").strip() else words


def _cut(name: str, most: int) -> str:
    return name if len(name) <= most else name[: most - 1] + "…"


def limit_text(grid: Grid, unit: str) -> str:
    """Where the colour scale ends, with its unit."""
    return f"{digits(grid.limit)}{unit}"
