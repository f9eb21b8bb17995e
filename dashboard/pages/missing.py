"""What a path without a page shows."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.components.attribute import data
from dashboard.language import Language, text


def build(language: Language) -> list[Any]:
    """One line and the way back."""
    return [
        html.H1(text(language, "not_found_page"), id="page-heading", tabIndex=-1),
        html.P(html.A(text(language, "home"), href="/", **data(nav="1"))),
    ]
