"""The frame in the reader's language, and the filter bar's values, count and notices for every query."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output, State
from dash.exceptions import PreventUpdate

from dashboard.components.export_menu import FORMS, addresses, link_id
from dashboard.components.filter_bar import control_id, filter_bar
from dashboard.components.shell import shell_foot, shell_panel, shell_top
from dashboard.language import Language, text
from dashboard.query import Claims
from dashboard.view import View, filter_search, parse_search, problems_text, write_search

FILTER_VALUES = {
    "publication": "publication",
    "from": "month_from",
    "to": "month_to",
    "sector": "sector",
    "indicator": "indicator",
    "measure": "measure",
    "kind": "kind",
    "status": "status",
    "review": "review",
    "q": "text",
    "asof": "as_of",
}
"""Parameter of the address -> part of the filter."""

FILTER_OUTPUTS: dict[str, Output] = {
    **{f"value_{name}": Output(control_id(name), "value") for name in FILTER_VALUES},
    "shown": Output("shown", "data"),
}
COUNT_OUTPUTS: dict[str, Output] = {
    "count": Output("count", "children"),
    "notice": Output("notice", "children"),
    **{link_id(form): Output(link_id(form), "href") for form in FORMS},
    "other_language": Output("other-language", "href"),
}


def register(app: Dash, claims: Claims) -> None:
    """Fills the frame once, then its filters, and their values whenever the query changes.

    The filters' eleven controls are the browser's largest piece of work: they come when the page's chart is there.
    """

    @app.callback(
        Output("shell-top", "children"),
        Output("shell-panel", "children"),
        Output("shell-foot", "children"),
        Output("frame", "lang"),
        Input("language", "data"),
    )
    def show_frame(code: object) -> tuple[Any, ...]:
        if code not in ("zh", "en"):
            raise PreventUpdate
        language = Language(code)
        return shell_top(claims.scope(), language), shell_panel(language), shell_foot(language), language.tag

    @app.callback(
        Output("filter-bar", "children"), Input("charted", "data"), State("language", "data"), prevent_initial_call=True
    )
    def show_filter_bar(_charted: object, code: object) -> Any:
        return filter_bar(claims.offered(), Language.EN if code == "en" else Language.ZH)

    _register_values(app, claims)


def _register_values(app: Dash, claims: Claims) -> None:
    """What the frame and the filters show of every query."""

    @app.callback(FILTER_OUTPUTS, Input("query", "data"), Input("ready", "data"))
    def show_filter(query: object, _ready: object) -> dict[str, Any]:
        view, _ = parse_search(query, claims.offered())
        values = filter_values(view)
        return {**{f"value_{name}": value for name, value in values.items()}, "shown": {"values": values}}

    @app.callback(COUNT_OUTPUTS, Input("query", "data"), Input("framed", "data"))
    def show_count(query: object, _framed: object) -> dict[str, Any]:
        view, problems = parse_search(query, claims.offered())
        count = claims.count(view.filter)
        files = addresses(filter_search(view), view.language)
        return {
            "count": text(
                view.language,
                "count",
                claims=f"{count.claims:,}",
                sentences=f"{count.sentences:,}",
                issues=f"{count.issues:,}",
            ),
            "notice": problems_text(problems, view.language),
            **{link_id(form): address for form, address in files.items()},
            "other_language": other_language(view),
        }


def filter_values(view: View) -> dict[str, Any]:
    """What each control of the filter bar shows of a view; an empty text for an empty text field."""
    values: dict[str, Any] = {}
    for name, part in FILTER_VALUES.items():
        value = getattr(view.filter, part)
        values[name] = list(value) if isinstance(value, tuple) else value
    values["asof"] = values["asof"] or ""
    return values


def other_language(view: View) -> str:
    """The query string of the same view in the other language."""
    other = Language.ZH if view.language is Language.EN else Language.EN
    return write_search(replace(view, language=other)) or "?"
