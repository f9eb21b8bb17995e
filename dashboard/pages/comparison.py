"""对照: every printed statement of the same observation."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.components.heading import explanation, page_heading
from dashboard.language import Language, text


def build(language: Language) -> list[Any]:
    """The page's frame."""
    keys = [
        "verdict_help_agrees",
        "verdict_help_coarser",
        "verdict_help_revised",
        "verdict_help_beside",
        "verdict_help_contradicts",
        "rule_shown",
    ]
    return [
        page_heading("comparison", language),
        html.Section(
            [
                html.Div(
                    [html.H2(text(language, "comparison_list")), explanation(language, keys)], className="card-head"
                ),
                html.P(id="comparison-count", role="status", className="quiet"),
                html.Div(id="comparison-tabs"),
                html.Div(text(language, "loading"), id="comparison-list", className="observations"),
            ],
            className="card",
        ),
    ]
