"""行业: from the query to the three charts, their controls, and the sectors that can be opened."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, html

from dashboard.callbacks.chart_answer import asker, chart_answer, chart_outputs, figure_help, register_tables
from dashboard.components.attribute import aria, data
from dashboard.components.filter_bar import control_id
from dashboard.language import Language, text
from dashboard.query import Claims
from dashboard.sector_charts import CHARTS, SectorCharts, sector_charts
from dashboard.sector_tree import above
from dashboard.view import View

_OPTIONS = {"plot": "plots", "figure": "figures", "period": "periods"}

OUTPUTS: dict[str, Output] = {
    **{f"value_{name}": Output(control_id(name, "sectors"), "value") for name in _OPTIONS},
    **{f"data_{name}": Output(control_id(name, "sectors"), "data") for name in _OPTIONS},
    **chart_outputs(*CHARTS),
    "drill": Output("sectors-drill", "children"),
    "help": Output("sectors-help", "children"),
    "shown": Output("sectors-shown", "data"),
}


def register(app: Dash, claims: Claims) -> None:
    """Draws whenever the query or the screen changes."""

    asked = asker(
        claims, sector_charts, lambda failed: SectorCharts(failed("heatmap"), failed("ranking"), failed("waterfall"))
    )

    @app.callback(OUTPUTS, Input("query", "data"), Input("screen", "data"))
    def show_sectors(query: object, screen_data: object) -> dict[str, Any]:
        view, charts = asked(query, screen_data)
        values = {"plot": charts.plot, "figure": charts.figure, "period": charts.period}
        answer: dict[str, Any] = {f"value_{name}": value for name, value in values.items()}
        answer |= {f"data_{name}": getattr(charts, part) for name, part in _OPTIONS.items()}
        for name in CHARTS:
            answer |= chart_answer(name, getattr(charts, name))
        answer["drill"] = drill(view, charts.below)
        answer["help"] = figure_help(charts.figure, view.language)
        answer["shown"] = {"values": values, "periods": [period["value"] for period in charts.periods]}
        return answer

    register_tables(app, "sectors", CHARTS, asked)


def drill(view: View, openable: list[str]) -> list[Any]:
    """The way down to the opened sector and the sectors one step below."""
    language, within = view.language, view.figure.within
    crumbs: list[Any] = [_step("", text(language, "whole"), within is None)]
    for name in (*reversed(above(within or "")), *([within] if within else [])):
        crumbs += [html.Span("›", **aria(hidden="true")), _step(name, name, name == within)]
    parts = [html.Div(crumbs, className="crumbs")]
    if openable:
        label = html.Span(f"{text(language, 'drill')}：" if language is Language.ZH else text(language, "drill") + ": ")
        parts.append(html.Div([label, *(_step(name, name, False) for name in openable)], className="openable"))
    return parts


def _step(value: str, words: str, current: bool) -> html.Button:
    more = aria(current="true") if current else {}
    return html.Button(words, type="button", className="small", **data(set="within", to=value), **more)
