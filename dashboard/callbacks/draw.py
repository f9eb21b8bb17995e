"""From the query of the address to the values of all controls, both figures, the count and the notices."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output, State

from dashboard.charts import Charts, draw_charts, failed_charts
from dashboard.components.filter_bar import control_id
from dashboard.language import Language, text
from dashboard.query import Claims
from dashboard.view import View, filter_search, parse_search, problems_text, write_search

LOG = logging.getLogger("baoshu.dashboard")

_VALUES = {
    "publication": "publication",
    "from": "month_from",
    "to": "month_to",
    "sector": "sector",
    "indicator": "indicator",
    "measure": "measure",
    "kind": "kind",
    "status": "status",
    "q": "text",
}
_OPTIONS = {"plot": "plots", "figure": "figures", "period": "periods", "whose": "names"}

OUTPUTS: dict[str, Output] = {
    **{f"value_{name}": Output(control_id(name), "value") for name in (*_VALUES, *_OPTIONS)},
    **{f"data_{name}": Output(control_id(name), "data") for name in _OPTIONS},
    "ranking": Output("graph-ranking", "figure"),
    "ranking_label": Output("figure-ranking", "aria-label"),
    "series": Output("graph-series", "figure"),
    "series_label": Output("figure-series", "aria-label"),
    "count": Output("count", "children"),
    "notice": Output("notice", "children"),
    "download": Output("download", "href"),
    "other_language": Output("other-language", "href"),
    "shown": Output("shown", "data"),
}


def register(app: Dash, claims: Claims) -> None:
    """Draws whenever the query changes."""

    @app.callback(OUTPUTS, Input("query", "data"), State("narrow", "data"))
    def draw(query: object, narrow: object) -> dict[str, Any]:
        view, problems = parse_search(query, claims.offered())
        charts = _charts(claims, view, narrow is True)
        count = claims.count(view.filter)
        answer = _controls(view, charts)
        answer |= {
            "ranking": charts.ranking.figure,
            "ranking_label": charts.ranking.label,
            "series": charts.series.figure,
            "series_label": charts.series.label,
            "count": text(view.language, "count", claims=count.claims, sentences=count.sentences, issues=count.issues),
            "notice": problems_text(problems, view.language),
            "download": "/api/claims.csv" + filter_search(view),
            "other_language": _other_language(view),
        }
        return answer


def _charts(claims: Claims, view: View, narrow: bool) -> Charts:
    """The charts, or their error state: a chart that fails must not take the table and the count with it."""
    try:
        return draw_charts(claims, view, narrow)
    except Exception:  # whatever it is, the reader is told and the log has it
        LOG.exception("charts failed for %s", write_search(view))
        return failed_charts(view.language, narrow, text(view.language, "chart_error"))


def _controls(view: View, charts: Charts) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, part in _VALUES.items():
        value = getattr(view.filter, part)
        values[name] = list(value) if isinstance(value, tuple) else value
    values |= {"plot": charts.plot, "figure": charts.figure, "period": charts.period, "whose": charts.whose}
    answer: dict[str, Any] = {f"value_{name}": value for name, value in values.items()}
    answer |= {f"data_{name}": getattr(charts, part) for name, part in _OPTIONS.items()}
    periods = [period["value"] for period in charts.periods]
    answer["shown"] = {"values": values, "periods": periods}
    return answer


def _other_language(view: View) -> str:
    other = Language.ZH if view.language is Language.EN else Language.EN
    return "/" + write_search(replace(view, language=other))
