"""运行: the history of refreshes and what was set aside."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.components.heading import page_heading
from dashboard.language import Language, text


def build(language: Language) -> list[Any]:
    """The page's frame."""
    places = {"runs-list": "runs_list", "runs-aside": "aside_list", "runs-sources": "sources_list"}
    return [
        page_heading("runs", language),
        *(
            html.Section(
                [html.H2(text(language, key)), html.Div(text(language, "loading"), id=place)], className="card"
            )
            for place, key in places.items()
        ),
    ]
