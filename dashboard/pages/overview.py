"""总览: headline indicators, what is new, how fresh each newspaper is."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.components.heading import page_heading
from dashboard.language import Language, text


def build(language: Language) -> list[Any]:
    """The page's frame."""

    def section(key: str, place: str, help_key: str | None = None) -> html.Section:
        note = [html.Span(text(language, help_key), className="quiet")] if help_key else []
        head = html.Div([html.H2(text(language, key), id=f"heading-{place}"), *note], className="card-head")
        return html.Section([head, html.Div(text(language, "loading"), id=place)], className="card", id=f"card-{place}")

    return [
        page_heading("overview", language),
        section("headline_figures", "overview-tiles", "headline_help"),
        section("new_figures", "overview-new"),
        html.Div(
            [section("freshness", "overview-freshness"), section("latest_issues", "overview-issues")],
            className="two",
        ),
    ]
