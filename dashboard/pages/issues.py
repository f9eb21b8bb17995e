"""原文: the list of issues, or one issue with every number marked in place."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.components.heading import page_heading
from dashboard.language import Language, text


def build(language: Language) -> list[Any]:
    """The page's frame; which issue is shown is the query's."""
    return [
        page_heading("issues", language),
        html.Div(html.P(text(language, "loading"), className="quiet"), id="issue-view", className="card issue-view"),
    ]
