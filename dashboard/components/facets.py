"""Facets beside the table: what the filter holds, each value a button that adds it to the filter or takes it out."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.components.attribute import aria, data
from dashboard.filter import Filter
from dashboard.language import Language, code_label, column_label, text
from etl.schema import CODES


def facets(counts: dict[str, list[tuple[str, int]]], narrowed: Filter, language: Language) -> list[Any]:
    """One group of buttons for each part of the filter."""
    return [_facet(name, values, getattr(narrowed, name), language) for name, values in counts.items() if values]


def _facet(name: str, values: list[tuple[str, int]], chosen: tuple[str, ...], language: Language) -> html.Div:
    most = max(count for _, count in values)
    buttons = [_value(name, value, count, most, value in chosen, language) for value, count in values]
    return html.Div(
        [html.H2(column_label(language, name)), html.Ul([html.Li(button) for button in buttons])], className="facet"
    )


def _value(name: str, value: str, count: int, most: int, pressed: bool, language: Language) -> html.Button:
    words = code_label(language, name, value) if name in CODES else value
    return html.Button(
        [
            html.Span("✓ " if pressed else "", className="facet-check"),
            html.Span(words, className="facet-name"),
            html.Span(f"{count:,}", className="facet-count"),
            html.Span(className="facet-bar", style={"width": f"{100 * count / most:.0f}%"}),
        ],
        type="button",
        className="facet-value",
        title=text(language, "facets_help"),
        **data(facet=name, value=value),
        **aria(pressed="true" if pressed else "false"),
    )
