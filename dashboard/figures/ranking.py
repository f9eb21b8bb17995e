"""Growth by sector: sorted horizontal bars for one period, bounds in the labels, targets as open diamonds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.figures.axis_ticks import ticks
from dashboard.figures.mark import hover, label
from dashboard.figures.theme import Heading, PlotlyFigure, axis, empty, layout, safe, wrap
from dashboard.language import text
from dashboard.observation import Row
from dashboard.sector_tree import breadth

MAX_BARS = 60
"""The most bars one ranking draws; the caller says in the subtitle what is left out."""


def ranking(observations: Sequence[Row], heading: Heading) -> PlotlyFigure:
    """Bars of one indicator, measure, comparison, period and unit, the highest on top.

    ``observations`` comes from ``figures.mark.named`` over ``observation.observations``. Falls have their own
    colour and a hatch; a target is a diamond, a forecast a square, beside or without the bar of what happened.
    """
    if not observations:
        return empty(heading)
    rows = _unique([{**row} for row in observations])
    order = _order(rows)
    actual = [row for row in rows if row["status"] == "actual"]
    up = [row for row in actual if row["value"] >= 0]
    down = [row for row in actual if row["value"] < 0]
    data = [_bars(up, heading, ""), _bars(down, heading, "/")]
    data += [_points([r for r in rows if r["status"] == s], heading, s) for s in ("target", "forecast")]
    wrap_at = _WRAP_NARROW if heading.narrow else _WRAP
    wrapped = any(len(name) > wrap_at for name in order)
    height = max(len(order), 3) * (30 if wrapped else 23) + 30
    return {
        "data": [trace for trace in data if trace["x"]],
        "layout": layout(
            heading,
            height,
            top=22,
            xaxis=_values(rows, heading),
            yaxis=_names(order, wrap_at, heading),
            bargap=0.28,
            barmode="overlay",
        ),
    }


_WRAP = 13
_WRAP_NARROW = 9


def _unique(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows whose names differ within each status, so that no bar hides another."""
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        place = (row["status"], row["name"])
        seen[place] = seen.get(place, 0) + 1
        if seen[place] > 1:
            row["name"] = f"{row['name']}（{seen[place]}）"
    return rows


def _order(rows: list[dict[str, Any]]) -> list[str]:
    """Names from the lowest to the highest: by what happened, else by target or forecast."""
    value: dict[str, float] = {}
    for row in sorted(rows, key=lambda r: r["status"] != "actual"):
        value.setdefault(row["name"], row["value"])
    return sorted(value, key=lambda name: (value[name], name))


def _bars(rows: list[dict[str, Any]], heading: Heading, pattern: str) -> dict[str, Any]:
    language, colours = heading.language, heading.palette
    return {
        "type": "bar",
        "orientation": "h",
        "name": text(language, "legend_down" if pattern else "legend_up"),
        "x": [row["value"] for row in rows],
        "y": [row["name"] for row in rows],
        "text": [safe(label(row)) for row in rows],
        "textposition": "outside",
        "textfont": {"color": colours.ink, "size": 12},
        "textangle": 0,
        "cliponaxis": False,
        "customdata": [[row["claim_id"]] for row in rows],
        "hovertext": [hover(row, language) for row in rows],
        "hoverinfo": "text",
        "marker": {
            "color": colours.down if pattern else colours.up,
            "pattern": {"shape": pattern, "size": 5, "solidity": 0.35, "fgcolor": colours.paper, "fillmode": "overlay"},
        },
    }


def _points(rows: list[Row], heading: Heading, status: str) -> dict[str, Any]:
    language, colour = heading.language, heading.palette.target
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [row["value"] for row in rows],
        "y": [row["name"] for row in rows],
        "text": [safe(label(row)) for row in rows],
        "textposition": "middle right",
        "textfont": {"color": colour, "size": 12},
        "cliponaxis": False,
        "customdata": [[row["claim_id"]] for row in rows],
        "hovertext": [hover(row, language) for row in rows],
        "hoverinfo": "text",
        "marker": {
            "symbol": "diamond-open" if status == "target" else "square-open",
            "size": 11,
            "color": colour,
            "line": {"width": 2, "color": colour},
        },
    }


_PLOT_WIDTH = 300
_PLOT_WIDTH_NARROW = 190
_CHARACTER_WIDTH = 8.5


def _values(rows: list[dict[str, Any]], heading: Heading) -> dict[str, Any]:
    """The value axis: room at both ends, so that labels run neither into the names nor off the paper."""
    narrow = heading.narrow
    low, high = min(0.0, *(row["value"] for row in rows)), max(0.0, *(row["value"] for row in rows))
    width = (high - low) or 1.0
    left = _label_share([row for row in rows if row["value"] < 0 and row["status"] == "actual"], narrow)
    right = _label_share([row for row in rows if row["value"] >= 0 or row["status"] != "actual"], narrow)
    unit = width / max(1.0 - left - right, 0.25)
    values, words = ticks(low, high, rows[0]["unit"], 4 if narrow else 5)
    return axis(
        heading.palette,
        range=[low - left * unit, high + right * unit],
        tickvals=values,
        ticktext=words,
        fixedrange=True,
        zeroline=True,
        side="top",
    )


def _label_share(rows: list[dict[str, Any]], narrow: bool) -> float:
    """The part of the plot's width that the longest label takes, in pixels that are guessed on the safe side."""
    longest = max((len(label(row)) for row in rows), default=0)
    return min(longest * _CHARACTER_WIDTH / (_PLOT_WIDTH_NARROW if narrow else _PLOT_WIDTH), 0.45)


def shortened(name: str, most: int) -> str:
    """The name, cut with an ellipsis where it is longer than ``most`` characters."""
    return name if len(name) <= most else name[: most - 1] + "…"


def _tick(name: str, wrap_at: int) -> str:
    """The name on its lines; sections and statistical aggregates stand out in bold."""
    words = wrap(shortened(name, 2 * wrap_at), wrap_at)
    return f"<b>{words}</b>  " if breadth(name) <= 1 else f"{words}  "


def _names(order: list[str], wrap_at: int, heading: Heading) -> dict[str, Any]:
    return axis(
        heading.palette,
        type="category",
        categoryorder="array",
        categoryarray=order,
        tickvals=order,
        ticktext=[_tick(name, wrap_at) for name in order],
        range=[-0.6, len(order) - 0.4],
        fixedrange=True,
        showgrid=False,
        ticks="",
    )
