"""时间: from the query to the series and its controls."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output

from dashboard.callbacks.chart_answer import asker, chart_answer, chart_outputs, figure_help, register_tables
from dashboard.components.filter_bar import control_id
from dashboard.query import Claims
from dashboard.time_charts import TimeCharts, time_charts

_OPTIONS = {"plot": "plots", "figure": "figures", "whose": "names"}

OUTPUTS: dict[str, Output] = {
    **{f"value_{name}": Output(control_id(name, "timeline"), "value") for name in _OPTIONS},
    **{f"data_{name}": Output(control_id(name, "timeline"), "data") for name in _OPTIONS},
    **chart_outputs("series"),
    "help": Output("timeline-help", "children"),
    "shown": Output("timeline-shown", "data"),
}


def register(app: Dash, claims: Claims) -> None:
    """Draws whenever the query or the screen changes."""

    asked = asker(claims, time_charts, lambda failed: TimeCharts(failed("series")))

    @app.callback(OUTPUTS, Input("query", "data"), Input("screen", "data"))
    def show_timeline(query: object, screen_data: object) -> dict[str, Any]:
        view, charts = asked(query, screen_data)
        values = {"plot": charts.plot, "figure": charts.figure, "whose": charts.whose}
        answer: dict[str, Any] = {f"value_{name}": value for name, value in values.items()}
        answer |= {f"data_{name}": getattr(charts, part) for name, part in _OPTIONS.items()}
        answer |= chart_answer("series", charts.series)
        answer["help"] = figure_help(charts.figure, view.language)
        answer["shown"] = {"values": values}
        return answer

    register_tables(app, "timeline", ("series",), asked)
