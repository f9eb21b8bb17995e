"""Growth by sector: sorted horizontal bars for one period, bounds in the labels, targets as open diamonds."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.figures.axis_ticks import ticks
from dashboard.figures.mark import Row, hover, label
from dashboard.figures.theme import DOWN, INK, TARGET, UP, Heading, PlotlyFigure, axis, empty, layout, safe, wrap
from dashboard.language import Language, text

MAX_BARS = 60
"""The most bars one ranking draws; the caller says in the subtitle what is left out."""


def ranking(observations: pd.DataFrame, heading: Heading) -> PlotlyFigure:
    """Bars of one indicator, measure, comparison, period and unit, the highest on top.

    ``observations`` comes from ``figures.mark.named`` over ``observation.observations``. Falls have their own
    colour and a hatch; a target is a diamond, a forecast a square, beside or without the bar of what happened.
    """
    if observations.empty:
        return empty(heading)
    rows = _unique([dict(row) for row in observations.to_dict("records")])
    order = _order(rows)
    actual = [row for row in rows if row["status"] == "actual"]
    up = [row for row in actual if row["value"] >= 0]
    down = [row for row in actual if row["value"] < 0]
    data = [_bars(up, heading.language, UP, ""), _bars(down, heading.language, DOWN, "/")]
    data += [_points([r for r in rows if r["status"] == s], heading.language, s) for s in ("target", "forecast")]
    wrapped = heading.narrow and any(len(name) > _WRAP for name in order)
    height = max(len(order), 3) * (32 if wrapped else 25) + 30
    return {
        "data": [trace for trace in data if trace["x"]],
        "layout": layout(
            heading,
            height,
            xaxis=_values(rows),
            yaxis=_names(order, heading.narrow),
            bargap=0.28,
            barmode="overlay",
        ),
    }


_WRAP = 9


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


def _bars(rows: list[dict[str, Any]], language: Language, colour: str, pattern: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": text(language, "legend_down" if pattern else "legend_up"),
        "x": [row["value"] for row in rows],
        "y": [row["name"] for row in rows],
        "text": [safe(label(row)) for row in rows],
        "textposition": "outside",
        "textfont": {"color": INK, "size": 12},
        "textangle": 0,
        "cliponaxis": False,
        "customdata": [[row["claim_id"]] for row in rows],
        "hovertext": [hover(row, language) for row in rows],
        "hoverinfo": "text",
        "marker": {
            "color": colour,
            "pattern": {"shape": pattern, "size": 5, "solidity": 0.35, "fgcolor": "#ffffff", "fillmode": "overlay"},
        },
    }


def _points(rows: list[Row], language: Language, status: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [row["value"] for row in rows],
        "y": [row["name"] for row in rows],
        "text": [safe(label(row)) for row in rows],
        "textposition": "middle right",
        "textfont": {"color": TARGET, "size": 12},
        "cliponaxis": False,
        "customdata": [[row["claim_id"]] for row in rows],
        "hovertext": [hover(row, language) for row in rows],
        "hoverinfo": "text",
        "marker": {
            "symbol": "diamond-open" if status == "target" else "square-open",
            "size": 11,
            "color": TARGET,
            "line": {"width": 2, "color": TARGET},
        },
    }


def _values(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The value axis: room at both ends, so that labels run neither into the names nor off the paper."""
    low, high = min(0.0, *(row["value"] for row in rows)), max(0.0, *(row["value"] for row in rows))
    width = (high - low) or 1.0
    longest = max(len(label(row)) for row in rows)
    room = width * min(0.1 + 0.02 * longest, 0.5)
    values, words = ticks(low, high, rows[0]["unit"], 5)
    return axis(
        range=[low - (room if low < 0 else 0), high + (room if high > 0 else 0)],
        tickvals=values,
        ticktext=words,
        fixedrange=True,
        zeroline=True,
    )


def _names(order: list[str], narrow: bool) -> dict[str, Any]:
    return axis(
        type="category",
        categoryorder="array",
        categoryarray=order,
        tickvals=order,
        ticktext=[wrap(name[:40], _WRAP if narrow else 24) + "  " for name in order],
        range=[-0.6, len(order) - 0.4],
        fixedrange=True,
        showgrid=False,
        ticks="",
    )
