"""Contributions to growth: bars that start where the one before ended, the part nobody reported, the total."""

from __future__ import annotations

from typing import Any

from dashboard.display import amount, digits
from dashboard.figures.axis_ticks import ticks
from dashboard.figures.mark import hover, label
from dashboard.figures.ranking import shortened
from dashboard.figures.theme import Heading, PlotlyFigure, axis, empty, layout, safe, wrap
from dashboard.language import text

_LEAST_REST = 0.05
"""A rest smaller than this is rounding, not a part."""


def waterfall(rows: list[dict[str, Any]], total: dict[str, Any] | None, heading: Heading) -> PlotlyFigure:
    """``rows``: disjoint contributions of one unit, the largest first; ``total``: the observation they add up to."""
    if not rows:
        return empty(heading, text(heading.language, "not_reported"), text(heading.language, "waterfall_empty"))
    steps = _steps(rows, total, heading)
    names = [step["name"] for step in steps]
    low = min(0.0, *(min(step["base"], step["base"] + step["size"]) for step in steps))
    high = max(0.0, *(max(step["base"], step["base"] + step["size"]) for step in steps))
    room = (high - low or 1.0) * (0.6 if heading.narrow else 0.2)
    values, words = ticks(low, high, rows[0]["unit"], 4 if heading.narrow else 6)
    at = 9 if heading.narrow else 13
    xaxis = axis(
        heading.palette,
        tickvals=values,
        ticktext=words,
        range=[low - (room if low < 0 else 0), high + room],
        fixedrange=True,
        side="top",
    )
    yaxis = axis(
        heading.palette,
        tickvals=list(range(len(names))),
        ticktext=[f"{wrap(shortened(name, 2 * at), at)}  " for name in names],
        range=[len(names) - 0.4, -0.6],
        fixedrange=True,
        showgrid=False,
        zeroline=False,
        ticks="",
    )
    shape = layout(heading, len(names) * 30 + 30, top=22, xaxis=xaxis, yaxis=yaxis, shapes=_links(steps, heading))
    data = [_bar(place, step, heading) for place, step in enumerate(steps)]
    return {"data": data, "layout": shape | {"bargap": 0.3, "barmode": "overlay"}}


def _steps(rows: list[dict[str, Any]], total: dict[str, Any] | None, heading: Heading) -> list[dict[str, Any]]:
    colours, language = heading.palette, heading.language
    steps: list[dict[str, Any]] = []
    reached = 0.0
    for row in rows:
        up = row["value"] >= 0
        step = _step(row["name"], reached, row["value"], label(row), colours.up if up else colours.down)
        steps.append(step | {"hover": hover(row, language), "claim": row["claim_id"], "pattern": "" if up else "/"})
        reached += row["value"]
    if total is not None:
        rest = round(total["value"] - reached, 6)
        if abs(rest) >= _LEAST_REST:
            words = amount(rest, rows[0]["unit"])
            step = _step(text(language, "waterfall_rest"), reached, rest, words, colours.rest)
            steps.append(step | {"hover": f"{safe(step['name'])} {words}", "pattern": "."})
        step = _step(
            text(language, "waterfall_total", name=total["name"]), 0.0, total["value"], label(total), colours.ink
        )
        steps.append(step | {"hover": hover(total, language), "claim": total["claim_id"]})
    return steps


def _step(name: str, base: float, size: float, words: str, colour: str) -> dict[str, Any]:
    return {"name": name, "base": base, "size": size, "words": words, "colour": colour, "claim": None, "pattern": ""}


def _bar(place: int, step: dict[str, Any], heading: Heading) -> dict[str, Any]:
    pattern = {
        "shape": step["pattern"],
        "size": 5,
        "solidity": 0.35,
        "fgcolor": heading.palette.paper,
        "fillmode": "overlay",
    }
    return {
        "type": "bar",
        "orientation": "h",
        "name": safe(step["name"]),
        "y": [place],
        "x": [step["size"]],
        "base": [step["base"]],
        "text": [safe(step["words"])],
        "textposition": "outside",
        "textfont": {"color": heading.palette.ink, "size": 12},
        "textangle": 0,
        "cliponaxis": False,
        "customdata": [[step["claim"]]],
        "hovertext": [step["hover"]],
        "hoverinfo": "text",
        "marker": {"color": step["colour"], "pattern": pattern},
    }


def _links(steps: list[dict[str, Any]], heading: Heading) -> list[dict[str, Any]]:
    """Thin rules from the end of one bar to the start of the next."""
    links = []
    for place, step in enumerate(steps[:-1]):
        end = step["base"] + step["size"]
        line = {"color": heading.palette.zero, "width": 1, "dash": "dot"}
        links.append({"type": "line", "x0": end, "x1": end, "y0": place, "y1": place + 1, "line": line})
    return links


def sum_text(rows: list[dict[str, Any]]) -> str:
    """The sum of the stacked contributions, with its unit."""
    return f"{digits(round(sum(row['value'] for row in rows), 4))}{rows[0]['unit']}" if rows else ""
