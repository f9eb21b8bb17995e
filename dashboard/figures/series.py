"""A figure over time: actual solid, targets as open diamonds, cumulative and monthly figures kept apart."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pandas as pd

from dashboard.figures.axis_ticks import ticks
from dashboard.figures.mark import Row, high_of, hover, label, symbol
from dashboard.figures.theme import INK, QUIET, SERIES, Heading, PlotlyFigure, axis, empty, layout, safe
from dashboard.language import Language, text
from dashboard.record import records

MAX_FACETS = 4
"""The most axes one chart stacks; each has one unit and one way of counting time."""
SILENCE = 400
"""After so many days without an observation a line ends and the axis leaves the time out, at a dotted rule."""
_MARGIN = timedelta(days=75)
_PATHS = ("cumulative", "month", "quarter", "year", "instant", "span")
_BY_KIND = {
    "ytd": "cumulative",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "half_year": "year",
    "instant": "instant",
    "day": "instant",
}


def paths(observations: pd.DataFrame) -> pd.Series[str]:
    """How each observation counts time; a whole or half year ends a cumulative path where there is one."""
    path = observations["period_kind"].map(_BY_KIND).fillna("span")
    january = (observations["period_start"].dt.month == 1) & (observations["period_start"].dt.day == 1)
    if (path == "cumulative").any():
        path = path.mask((path == "year") & january, "cumulative")
    return path


def series(observations: pd.DataFrame, heading: Heading) -> PlotlyFigure:
    """Lines of one indicator, measure and comparison; one facet for each unit and way of counting time.

    ``observations`` comes from ``figures.mark.named`` over ``observation.observations``. A cumulative line is
    broken at every January; a facet beyond the fourth is not drawn (the caller says so).
    """
    if observations.empty:
        return empty(heading)
    split = observations.assign(path=paths(observations))
    facets = facets_of(split)[:MAX_FACETS]
    colours = {name: SERIES[i % len(SERIES)] for i, name in enumerate(dict.fromkeys(split["name"]))}
    data: list[dict[str, Any]] = []
    shape = layout(heading, 320 if len(facets) == 1 else 200 * len(facets) + 30, annotations=[], shapes=[])
    shown: set[str] = set()
    for number, (path, unit) in enumerate(facets):
        part = split[(split["path"] == path) & (split["unit"] == unit)].sort_values("period_end")
        rows: list[dict[str, Any]] = records(part)
        data += _facet(rows, path, number, colours, shown, heading.language)
        _axes(shape, rows, (path, unit), number, len(facets), heading)
    return {"data": data, "layout": shape | _legend(len(colours), heading.narrow, shape)}


def facets_of(split: pd.DataFrame) -> list[tuple[str, str]]:
    """Pairs of path and unit, the fullest first, cumulative before monthly where they are as full."""
    sizes = split.groupby(["path", "unit"]).size()
    pairs: list[tuple[str, str]] = [(str(path), str(unit)) for path, unit in sizes.index]
    return sorted(pairs, key=lambda pair: (-int(sizes[pair]), _PATHS.index(pair[0]), pair[1]))


def moment(row: Row, path: str) -> str:
    """Where an observation stands on the time axis: the first day of its last month (of its year), as a date."""
    end = row["period_end"]
    if path == "year":
        return f"{end.year}-01-01"
    return end.date().isoformat() if path == "instant" and end.day < 28 else f"{end.year}-{end.month:02d}-01"


def _facet(
    rows: list[dict[str, Any]],
    path: str,
    number: int,
    colours: dict[str, str],
    shown: set[str],
    language: Language,
) -> Iterable[dict[str, Any]]:
    for turn, name in enumerate(name for name in colours if any(row["name"] == name for row in rows)):
        own = [row for row in rows if row["name"] == name]
        actual = [row for row in own if row["status"] == "actual"]
        for group, line in ((actual, True), ([row for row in own if row["status"] != "actual"], False)):
            if group:
                trace = _trace(group, path, colours[name], line, language)
                trace["textposition"] = _POSITIONS[turn % len(_POSITIONS)]
                trace |= {"name": safe(name), "legendgroup": name, "showlegend": name not in shown}
                shown.add(name)
                yield trace | {"xaxis": _axis_name("x", number), "yaxis": _axis_name("y", number)}


def _trace(rows: list[dict[str, Any]], path: str, colour: str, line: bool, language: Language) -> dict[str, Any]:
    points = _broken(rows, path) if line else list(rows)
    marks = [_BLANK if row is None else _mark(row, path, language) for row in points]
    x, y, words, customdata, hovers, symbols, above = (list(column) for column in zip(*marks, strict=True))
    return {
        "type": "scatter",
        "mode": ("lines+" if line else "") + "markers+text",
        "x": x,
        "y": y,
        "text": words,
        "textfont": {"size": 11, "color": INK},
        "customdata": customdata,
        "hovertext": hovers,
        "hoverinfo": "text",
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": colour, "width": 2},
        "error_y": {"type": "data", "symmetric": False, "array": above, "arrayminus": [0] * len(above), "width": 4},
        "marker": {
            "symbol": symbols,
            "size": 8 if line else 11,
            "color": colour,
            "line": {"width": 2, "color": colour},
        },
    }


_POSITIONS = ("top center", "bottom center", "middle right", "middle left")
_BLANK: tuple[Any, ...] = (None, None, "", None, None, "circle", 0)


def _mark(row: Row, path: str, language: Language) -> tuple[Any, ...]:
    bounded = row["bound"] != "exact" or row["conflict"] or row["status"] != "actual"
    high = high_of(row)
    return (
        moment(row, path),
        row["value"],
        safe(label(row)) if bounded else "",
        [row["claim_id"]],
        hover(row, language),
        symbol(row),
        high - row["value"] if high is not None else 0,
    )


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


def breaks(rows: list[dict[str, Any]], path: str) -> list[tuple[str, str]]:
    """The stretches of time, first and last day, that the axis leaves out because nothing was printed."""
    days = sorted({date.fromisoformat(moment(row, path)) for row in rows})
    return [
        ((one + _MARGIN).isoformat(), (other - _MARGIN).isoformat())
        for one, other in pairwise(days)
        if (other - one).days > SILENCE
    ]


def tick_days(rows: list[dict[str, Any]], path: str, most: int) -> list[str]:
    """At most ``most`` of the days that have observations, so far apart that their labels do not touch."""
    days = sorted({date.fromisoformat(moment(row, path)) for row in rows})
    places = [0]
    for one, other in pairwise(days):
        gap = (other - one).days
        places.append(places[-1] + (gap if gap <= SILENCE else 2 * _MARGIN.days))
    least = places[-1] / most
    kept: list[int] = []
    for number, place in enumerate(places):
        if not kept or place - places[kept[-1]] >= least:
            kept.append(number)
    return [days[number].isoformat() for number in kept]


def _axis_name(letter: str, number: int) -> str:
    return letter if number == 0 else f"{letter}{number + 1}"


def _axes(
    shape: dict[str, Any],
    rows: list[dict[str, Any]],
    facet: tuple[str, str],
    number: int,
    count: int,
    heading: Heading,
) -> None:
    path, unit = facet
    height = (1.0 - 0.16 * (count - 1)) / count
    bottom = 1.0 - (number + 1) * height - 0.16 * number
    top = min(bottom + height, 1.0)
    suffix = "" if number == 0 else str(number + 1)
    skipped = breaks(rows, path)
    shape["shapes"] += [_rule(left_out[0], number) for left_out in skipped]
    shape[f"xaxis{suffix}"] = _time_axis(rows, path, number, skipped, heading.narrow)
    shape[f"yaxis{suffix}"] = _value_axis(rows, unit, number, [max(bottom, 0.0), top])
    shape["annotations"].append(_note(path, unit, top, heading.language))


def _time_axis(
    rows: list[dict[str, Any]], path: str, number: int, skipped: list[tuple[str, str]], narrow: bool
) -> dict[str, Any]:
    days = tick_days(rows, path, 4 if narrow else 6)
    return axis(
        type="date",
        anchor=_axis_name("y", number),
        tickvals=days,
        ticktext=[day[:4] if path == "year" else day[:7] for day in days],
        tickangle=0,
        showgrid=False,
        rangebreaks=[{"bounds": list(left_out)} for left_out in skipped],
        hoverformat="%Y-%m",
    )


def _value_axis(rows: list[dict[str, Any]], unit: str, number: int, domain: list[float]) -> dict[str, Any]:
    values = [row["value"] for row in rows] + [high for row in rows if (high := high_of(row)) is not None]
    low, high = min(values), max(values)
    if low == high:
        low, high = low - abs(low) * 0.1, high + (abs(high) * 0.1 or 1.0)
    places, words = ticks(low, high, unit, 5)
    room = (places[-1] - places[0]) * 0.12
    return axis(
        anchor=_axis_name("x", number),
        domain=domain,
        tickvals=places,
        ticktext=words,
        range=[places[0] - room / 3, places[-1] + room],
        fixedrange=True,
    )


def _note(path: str, unit: str, top: float, language: Language) -> dict[str, Any]:
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
        "font": {"size": 12, "color": QUIET},
    }


def _rule(day: str, number: int) -> dict[str, Any]:
    """The dotted rule where the axis leaves time out."""
    return {
        "type": "line",
        "xref": _axis_name("x", number),
        "yref": f"{_axis_name('y', number)} domain",
        "x0": day,
        "x1": day,
        "y0": 0,
        "y1": 1,
        "line": {"color": QUIET, "width": 1, "dash": "dot"},
    }


def _legend(series_count: int, narrow: bool, shape: dict[str, Any]) -> dict[str, Any]:
    if series_count < 2:
        return {"showlegend": False, "hovermode": "closest"}
    lines = series_count if narrow else -(-series_count // 4)
    margin = dict(shape["margin"], b=shape["margin"]["b"] + 22 * lines)
    return {
        "showlegend": True,
        "hovermode": "closest",
        "height": shape["height"] + 22 * lines,
        "margin": margin,
        "legend": {"orientation": "h", "x": 0, "y": 0, "yref": "container", "yanchor": "bottom", "font": {"size": 12}},
    }
