"""A figure over time: actual solid, targets as open diamonds, cumulative and monthly figures kept apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from dashboard.figures.axis_ticks import ticks
from dashboard.figures.label_room import Room, give_room
from dashboard.figures.mark import high_of
from dashboard.figures.series_trace import ahead, displaced_marks, line
from dashboard.figures.theme import Heading, Palette, PlotlyFigure, axis, empty, layout, room_for, safe
from dashboard.figures.time_axis import SILENCE, breaks, moment, tick_days
from dashboard.language import Language, text
from dashboard.observation import Row
from dashboard.time_path import PATHS, with_paths

__all__ = ["MAX_FACETS", "SILENCE", "facets_of", "moment", "series"]

MAX_FACETS = 4
"""The most axes one chart stacks; each has one unit and one way of counting time."""
_GAP = 62
"""Pixels between two facets: the days of the upper and the note of the lower."""
_LEGEND_LINE = 29
"""Pixels of a line of the legend: it must not lie over the days of the last facet."""
_KEY = 45
"""Pixels that a legend's line and mark take before a name."""
_NOTE = 14
"""Pixels over the first facet for its note."""
_DAYS = 30
"""Pixels under the last facet for its days."""
_WIDTHS = {True: 330, False: 800}
"""Pixels that a chart is wide, on a phone and elsewhere: labels find room in so many."""


def series(observations: Sequence[Row], heading: Heading, displaced: Sequence[Row] = ()) -> PlotlyFigure:
    """Lines of one measure and comparison; one facet for each unit and way of counting time.

    ``observations`` comes from ``figures.mark.named`` over ``observation.observations``, ``displaced`` from
    ``observation.displaced``. A cumulative line is broken at every January; a facet beyond the fourth is not drawn
    (the caller says so).
    """
    if not observations:
        return empty(heading)
    split, others = with_paths(observations), with_paths(displaced)
    facets = facets_of(split)[:MAX_FACETS]
    names = list(dict.fromkeys(row["name"] for row in split))
    colours = {name: heading.palette.series[i % len(heading.palette.series)] for i, name in enumerate(names)}
    data: list[dict[str, Any]] = []
    height = 320 if len(facets) == 1 else 200 * len(facets) + 30
    shape = layout(heading, height, top=_NOTE, annotations=[], shapes=[])
    shown: set[str] = set()
    for number, (path, unit) in enumerate(facets):
        rows, below = _of(split, path, unit), _of(others, path, unit)
        traces = _facet(rows, below, path, number, colours, shown, heading)
        values = _axes(shape, [*rows, *below], (path, unit), number, len(facets), heading)
        width = _WIDTHS[heading.narrow] - shape["margin"]["l"]
        part = values["domain"][1] - values["domain"][0]
        give_room(traces, Room(width, part * (height - _DAYS), tuple(values["range"]), breaks([*rows, *below], path)))
        data += traces
    return {"data": data, "layout": shape | _legend(names, heading.narrow, shape)}


def facets_of(split: Sequence[Row]) -> list[tuple[str, str]]:
    """Pairs of path and unit, the fullest first, cumulative before monthly where they are as full."""
    sizes = Counter((str(row["path"]), str(row["unit"])) for row in split)
    return sorted(sizes, key=lambda pair: (-sizes[pair], PATHS.index(pair[0]), pair[1]))


def _of(split: Sequence[dict[str, Any]], path: str, unit: str) -> list[dict[str, Any]]:
    own = [row for row in split if row["path"] == path and row["unit"] == unit]
    return sorted(own, key=lambda row: row["period_end"])


def _facet(
    rows: list[dict[str, Any]],
    below: list[dict[str, Any]],
    path: str,
    number: int,
    colours: dict[str, str],
    shown: set[str],
    heading: Heading,
) -> list[dict[str, Any]]:
    reach = _reach(rows)
    traces: list[dict[str, Any]] = []
    for turn, name in enumerate(name for name in colours if any(row["name"] == name for row in rows)):
        own = [row for row in rows if row["name"] == name]
        actual = [row for row in own if row["status"] == "actual"]
        own_traces = [displaced_marks([row for row in below if row["name"] == name], path, colours[name], heading)]
        own_traces += [line(actual, path, colours[name], reach, turn, heading)]
        own_traces += [
            ahead(row, actual, path, colours[name], reach, heading) for row in own if row["status"] != "actual"
        ]
        for trace in filter(None, own_traces):
            main = trace["mode"] != "markers" and name not in shown
            if main:
                shown.add(name)
            trace |= {"name": safe(name), "legendgroup": name, "showlegend": main}
            traces.append(trace | {"xaxis": _axis_name("x", number), "yaxis": _axis_name("y", number)})
    return traces


def _values(rows: list[dict[str, Any]]) -> list[float]:
    return [row["value"] for row in rows] + [high for row in rows if (high := high_of(row)) is not None]


def _reach(rows: list[dict[str, Any]]) -> float:
    """How long a one-sided bound is drawn: a part of the facet's height, for it has no end."""
    values = _values(rows)
    return ((max(values) - min(values)) or abs(max(values)) or 1.0) * 0.1


def _axis_name(letter: str, number: int) -> str:
    return letter if number == 0 else f"{letter}{number + 1}"


def _axes(
    shape: dict[str, Any],
    rows: list[dict[str, Any]],
    facet: tuple[str, str],
    number: int,
    count: int,
    heading: Heading,
) -> dict[str, Any]:
    """Adds the axes of a facet to the layout, with its note and the rules where time is left out; gives that of the
    values."""
    path, unit = facet
    gap = _GAP / (200 * count + 30)
    height = (1.0 - gap * (count - 1)) / count
    bottom = 1.0 - (number + 1) * height - gap * number
    top = min(bottom + height, 1.0)
    suffix = "" if number == 0 else str(number + 1)
    skipped = breaks(rows, path)
    shape["shapes"] += [_rule(left_out[0], number, heading.palette) for left_out in skipped]
    shape[f"xaxis{suffix}"] = _time_axis(rows, path, number, skipped, heading)
    values = _value_axis(rows, unit, number, [max(bottom, 0.0), top], heading)
    shape[f"yaxis{suffix}"] = values
    shape["margin"]["l"] = max(shape["margin"]["l"], 8 + room_for(values["ticktext"]))
    shape["annotations"].append(_note(path, unit, top, heading.language, heading.palette))
    return values


def _time_axis(
    rows: list[dict[str, Any]], path: str, number: int, skipped: list[tuple[str, str]], heading: Heading
) -> dict[str, Any]:
    days = tick_days(rows, path, 4 if heading.narrow else 6)
    return axis(
        heading.palette,
        type="date",
        anchor=_axis_name("y", number),
        tickvals=days,
        ticktext=[day[:4] if path == "year" else day[:7] for day in days],
        tickangle=0,
        showgrid=False,
        rangebreaks=[{"bounds": list(left_out)} for left_out in skipped],
        hoverformat="%Y-%m",
    )


def _value_axis(
    rows: list[dict[str, Any]], unit: str, number: int, domain: list[float], heading: Heading
) -> dict[str, Any]:
    values = _values(rows)
    low, high = min(values), max(values)
    if low == high:
        low, high = low - abs(low) * 0.1, high + (abs(high) * 0.1 or 1.0)
    places, words = ticks(low, high, unit, 5)
    room = (places[-1] - places[0]) * 0.12
    return axis(
        heading.palette,
        anchor=_axis_name("x", number),
        domain=domain,
        tickvals=places,
        ticktext=words,
        range=[places[0] - room / 3, places[-1] + room],
        fixedrange=True,
    )


def _note(path: str, unit: str, top: float, language: Language, colours: Palette) -> dict[str, Any]:
    """What the facet above which it stands shows, and in which unit."""
    name = text(language, "path_" + path if path != "cumulative" else path)
    return {
        "text": safe(f"{name}　{text(language, 'unit_line', unit=unit)}"),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "xanchor": "left",
        "y": top,
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 12, "color": colours.quiet},
    }


def _rule(day: str, number: int, colours: Palette) -> dict[str, Any]:
    """The dotted rule where the axis leaves time out."""
    return {
        "type": "line",
        "xref": _axis_name("x", number),
        "yref": f"{_axis_name('y', number)} domain",
        "x0": day,
        "x1": day,
        "y0": 0,
        "y1": 1,
        "line": {"color": colours.quiet, "width": 1, "dash": "dot"},
    }


def _legend(names: Sequence[str], narrow: bool, shape: dict[str, Any]) -> dict[str, Any]:
    if len(names) < 2:
        return {"showlegend": False, "hovermode": "closest"}
    # plotly gives each name the room that the longest takes
    across = max(1, int(_WIDTHS[True] - shape["margin"]["l"]) // (_KEY + room_for(map(safe, names)))) if narrow else 4
    lines = -(-len(names) // across)
    margin = dict(shape["margin"], b=shape["margin"]["b"] + _LEGEND_LINE * lines)
    return {
        "showlegend": True,
        "hovermode": "closest",
        "height": shape["height"] + _LEGEND_LINE * lines,
        "margin": margin,
        "legend": {"orientation": "h", "x": 0, "y": 0, "yref": "container", "yanchor": "bottom", "font": {"size": 12}},
    }
