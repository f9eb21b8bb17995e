"""时间: figures of one or more indicators or sectors from period to period."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from dashboard.components.chart_card import chart_card, multi_select, select
from dashboard.components.heading import page_heading
from dashboard.language import Language
from dashboard.view import MAX_PLOT_SECTORS, MAX_PLOTS

PAGE = "timeline"


def build(language: Language) -> list[Any]:
    """The page's frame."""
    keys = ["help_cumulative", "help_target", "help_bounds", "help_superseded", "help_conflict", "help_as_of"]
    return [
        page_heading(PAGE, language),
        html.Div(
            [
                multi_select(PAGE, "plot", "plots", language, MAX_PLOTS),
                select(PAGE, "figure", "plot_figure", language, 200),
                multi_select(PAGE, "whose", "plot_sector", language, MAX_PLOT_SECTORS),
                html.Div(id="timeline-help", className="measure-help"),
            ],
            className="card plot-bar",
        ),
        chart_card("series", language, [], keys),
        dcc.Store(id="timeline-shown"),
    ]
