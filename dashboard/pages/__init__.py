"""The pages, registered with Dash Pages: each is a frame in the reader's language that its callbacks fill.

Changes of the query string do not build a page anew: its callbacks answer them. A page is built when the path
changes (or the document is opened), in the language that the address names.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import dash
from dash import ctx, html

from dashboard.language import Language, text
from dashboard.pages import comparison, issues, missing, overview, rows, runs, sectors, timeline

Build = Callable[[Language], Any]

_register: Any = dash.register_page  # Dash has no types for it
_LOCATION = "_pages_location.pathname"


def register() -> None:
    """Puts every page into Dash's registry; needs an app made with ``use_pages=True``."""
    for order, (name, path, build) in enumerate(_PAGES):
        title = f"{text(Language.ZH, f'page_{name}')} · {text(Language.ZH, 'name')}"
        _register(f"dashboard.pages.{name}", path=path, title=title, order=order, layout=_layout(name, build))
    missing_title = text(Language.ZH, "not_found_page")
    layout = _layout("missing", missing.build)
    _register("dashboard.pages.not_found_404", path="/not-found", title=missing_title, layout=layout)


def _layout(name: str, build: Build) -> Callable[..., Any]:
    def layout(lang: object = None, **_query: object) -> Any:
        if ctx and not any(prop == _LOCATION for prop in ctx.triggered_prop_ids):
            return dash.no_update
        language = Language.EN if lang == "en" else Language.ZH
        return html.Div(build(language), className=f"content content-{name}", lang=language.tag)

    return layout


_PAGES: tuple[tuple[str, str, Build], ...] = (
    ("overview", "/", overview.build),
    ("sectors", "/sectors", sectors.build),
    ("timeline", "/timeline", timeline.build),
    ("comparison", "/comparison", comparison.build),
    ("issues", "/issues", issues.build),
    ("rows", "/rows", rows.build),
    ("runs", "/runs", runs.build),
)
