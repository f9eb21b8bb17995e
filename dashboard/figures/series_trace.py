"""The marks of one series: its line, its bounds, what it aims at, and the statements it outdid."""

from __future__ import annotations

from typing import Any

from dashboard.display import bound_sign
from dashboard.figures.label_room import POSITIONS
from dashboard.figures.mark import DISPLACED_SYMBOL, high_of, hover, label, symbol
from dashboard.figures.theme import Heading, safe
from dashboard.figures.time_axis import SILENCE, moment
from dashboard.observation import Row

_BLANK: tuple[Any, ...] = (None, None, "", None, None, "circle", 0, 0)


def line(
    rows: list[dict[str, Any]], path: str, colour: str, reach: float, turn: int, heading: Heading
) -> dict[str, Any] | None:
    """What happened: solid, broken where no line may run; bounds reach upwards or downwards from their mark."""
    if not rows:
        return None
    marks = [_BLANK if row is None else _mark(row, path, reach, heading) for row in _broken(rows, path)]
    x, y, words, customdata, hovers, symbols, above, below = (list(column) for column in zip(*marks, strict=True))
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "x": x,
        "y": y,
        "text": words,
        "textposition": POSITIONS[turn % len(POSITIONS)],
        "textfont": {"size": 11, "color": heading.palette.ink},
        "customdata": customdata,
        "hovertext": hovers,
        "hoverinfo": "text",
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": colour, "width": 2},
        "error_y": _interval(above, below, colour),
        "marker": {"symbol": symbols, "size": 8, "color": colour, "line": {"width": 2, "color": colour}},
    }


def ahead(
    row: dict[str, Any], actual: list[dict[str, Any]], path: str, colour: str, reach: float, heading: Heading
) -> dict[str, Any]:
    """A target or forecast: an open mark, led up to by a dashed (dotted) path from the last figure before it."""
    before = [one for one in actual if moment(one, path) < moment(row, path)][-1:]
    marks = [_mark(row, path, reach, heading)]
    x, y, words, customdata, hovers, symbols, above, below = (list(column) for column in zip(*marks, strict=True))
    start: list[Any] = [None] * len(before)
    return {
        "type": "scatter",
        "mode": "markers+text" if not before else "text+markers+lines",
        "x": [moment(one, path) for one in before] + x,
        "y": [one["value"] for one in before] + y,
        "text": [""] * len(before) + words,
        "textposition": "top center",
        "textfont": {"size": 11, "color": heading.palette.target},
        "customdata": start + customdata,
        "hovertext": start + hovers,
        "hoverinfo": "text",
        "cliponaxis": False,
        "line": {"color": colour, "width": 1.5, "dash": "dash" if row["status"] == "target" else "dot"},
        "error_y": _interval([0] * len(before) + above, [0] * len(before) + below, colour),
        "marker": {
            "symbol": ["circle"] * len(before) + symbols,
            "size": [0] * len(before) + [11],
            "color": colour,
            "line": {"width": 2, "color": colour},
        },
    }


def displaced_marks(rows: list[dict[str, Any]], path: str, colour: str, heading: Heading) -> dict[str, Any] | None:
    """Statements that the drawn ones outdid: hollow where a later issue restated them, a cross if they contradict."""
    if not rows:
        return None
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [moment(row, path) for row in rows],
        "y": [row["value"] for row in rows],
        "customdata": [[row["claim_id"]] for row in rows],
        "hovertext": [hover(row, heading.language) for row in rows],
        "hoverinfo": "text",
        "cliponaxis": False,
        "marker": {
            "symbol": [DISPLACED_SYMBOL[row["verdict"]] for row in rows],
            "size": 8,
            "color": colour,
            "line": {"width": 1.5, "color": colour},
        },
    }


def _mark(row: Row, path: str, reach: float, heading: Heading) -> tuple[Any, ...]:
    bounded = row["bound"] != "exact" or row["conflict"] or row["status"] != "actual"
    high, sign = high_of(row), bound_sign(row["bound"], row["value"], row["measure"])
    above = high - row["value"] if high is not None else reach if sign in (">", "≥") else 0
    return (
        moment(row, path),
        row["value"],
        safe(label(row)) if bounded else "",
        [row["claim_id"]],
        hover(row, heading.language),
        symbol(row),
        above,
        reach if sign in ("<", "≤") else 0,
    )


def _interval(above: list[float], below: list[float], colour: str) -> dict[str, Any]:
    """The bars of ranges and one-sided bounds; nothing where all figures are plain."""
    shown = any(above) or any(below)
    return {
        "type": "data",
        "symmetric": False,
        "array": above,
        "arrayminus": below,
        "width": 4,
        "color": colour,
        "thickness": 1.5,
        "visible": shown,
    }


def _broken(rows: list[dict[str, Any]], path: str) -> list[dict[str, Any] | None]:
    """The rows with a gap where no line may run: over long silence, and over New Year where January starts anew."""
    points: list[dict[str, Any] | None] = []
    for before, row in zip([None, *rows], rows, strict=False):
        if before is not None:
            new_year = path == "cumulative" and before["period_end"].year != row["period_end"].year
            if new_year or (row["period_end"] - before["period_end"]).days > SILENCE:
                points.append(None)
        points.append(row)
    return points
