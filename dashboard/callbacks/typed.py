"""What the long lists of names offer while the reader types."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from dash import Dash, Input, Output, State
from dash.exceptions import PreventUpdate

from dashboard.components.filter_bar import control_id, counted
from dashboard.filter import MAX_TEXT
from dashboard.query import Claims
from dashboard.typed import MOST, offered_names
from dashboard.view import parse_search


def register(app: Dash, claims: Claims) -> None:
    """Serves the filter's indicators and the charted ones; lists that are sent whole are left to the browser."""

    @app.callback(
        Output(control_id("indicator"), "data"),
        Input(control_id("indicator"), "searchValue"),
        State(control_id("indicator"), "value"),
        prevent_initial_call=True,
    )
    def offer_indicators(typed: object, chosen: object) -> list[dict[str, Any]]:
        offered = claims.offered().indicator
        if len(offered) <= MOST:
            raise PreventUpdate
        names = offered_names(offered, _known(chosen, offered), _words(typed))
        return counted({name: offered[name] for name in names})

    for page in ("sectors", "timeline"):
        _register_plots(app, claims, control_id("plot", page))


def _register_plots(app: Dash, claims: Claims, control: str) -> None:
    @app.callback(
        Output(control, "data", allow_duplicate=True),
        Input(control, "searchValue"),
        State(control, "value"),
        State("query", "data"),
        prevent_initial_call=True,
    )
    def offer_plots(typed: object, chosen: object, query: object) -> list[dict[str, str]]:
        offered = claims.offered()
        if len(offered.indicator) <= MOST:
            raise PreventUpdate
        view, _ = parse_search(query, offered)
        known, words = _known(chosen, offered.indicator), _words(typed)
        if words in known:  # the field shows what is chosen; the page's callback sends the list with it
            raise PreventUpdate
        names = claims.plot_names(view.filter, words)
        return [{"value": name, "label": name} for name in offered_names(names, known)]


def _words(typed: object) -> str:
    return typed[:MAX_TEXT] if isinstance(typed, str) else ""


def _known(chosen: object, offered: Container[str]) -> list[str]:
    """What is chosen of what is offered, whatever the browser sent."""
    listed = chosen if isinstance(chosen, list) else [chosen]
    return [name for name in listed if isinstance(name, str) and name in offered]
