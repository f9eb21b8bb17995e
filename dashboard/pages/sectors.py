"""行业: one figure across sectors, by period, for one period, and as contributions to the whole."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from dashboard.components.attribute import aria
from dashboard.components.chart_card import chart_card, period_stepper, select
from dashboard.components.heading import page_heading
from dashboard.language import Language, text

PAGE = "sectors"


def build(language: Language) -> list[Any]:
    """The page's frame."""
    return [
        page_heading(PAGE, language),
        html.Div(
            [
                select(PAGE, "plot", "plot", language, 260),
                select(PAGE, "figure", "plot_figure", language, 200),
                html.Div(
                    [html.Span(text(language, "plot_period"), className="label"), period_stepper(PAGE, language)],
                    className="labelled",
                ),
                html.Div(id="sectors-help", className="measure-help"),
            ],
            className="card plot-bar",
        ),
        html.Nav(id="sectors-drill", className="card drill", **aria(label=text(language, "within"))),
        html.Div(
            [
                chart_card("heatmap", language, [], ["help_blank", "help_clip", "help_conflict"]),
                html.Div(
                    [
                        chart_card("ranking", language, [], ["help_blank", "help_conflict", "help_target"]),
                        chart_card("waterfall", language, [], ["help_contribution", "help_waterfall"]),
                    ],
                    className="charts",
                ),
            ],
            className="stack",
        ),
        dcc.Store(id="sectors-shown"),
    ]
