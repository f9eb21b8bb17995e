"""The heading of a page: its name and one line on what it is for."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.components.attribute import aria, data
from dashboard.language import Language, text


def page_heading(name: str, language: Language) -> html.Div:
    """The ``h1`` of the page ``name``; it takes the focus when the page is reached by a link."""
    return html.Div(
        [
            html.H1(text(language, f"page_{name}"), id="page-heading", tabIndex=-1),
            html.P(text(language, f"page_intro_{name}"), className="quiet"),
        ],
        className="page-heading",
    )


def explanation(language: Language, keys: list[str], label: str | None = None) -> html.Details:
    """Help at the place where it is used: folded, opened by click or keyboard."""
    return html.Details(
        [
            html.Summary(label or text(language, "help")),
            html.Ul([html.Li(text(language, key)) for key in keys]),
        ],
        className="explanation",
    )


def source_button(claim_id: str, words: Any, label: str | None = None, name: str = "figure-link") -> html.Button:
    """A button that opens a claim's source."""
    more = aria(label=label) if label else {}
    return html.Button(words, type="button", className=name, **data(claim=claim_id), **more)
