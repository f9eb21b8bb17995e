"""What the long lists of names offer while the reader types."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, State
from dash.exceptions import PreventUpdate

from dashboard.components.filter_bar import control_id, counted
from dashboard.filter import MAX_TEXT
from dashboard.query import Claims
from dashboard.typed import MOST, offered_names
from dashboard.view import parse_search


def register(app: Dash, claims: Claims) -> None:
    """Serves the filter's indicators and the charted ones; a list that is sent whole is left to the browser."""

    @app.callback(
        Output(control_id("indicator"), "data"),
        Input(control_id("indicator"), "searchValue"),
        State(control_id("indicator"), "value"),
        prevent_initial_call=True,
    )
    def offer_indicators(typed: object, chosen: object) -> list[dict[str, Any]]:
        offered = claims.offered().indicator
        names = _found(list(offered), chosen, typed)
        return counted({name: offered[name] for name in names if name in offered})

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
        view, _ = parse_search(query, claims.offered())
        names = _found(claims.plot_names(view.filter), chosen, typed)
        return [{"value": name, "label": name} for name in names]


def _found(names: list[str], chosen: object, typed: object) -> list[str]:
    """The names to offer; raises ``PreventUpdate`` where the browser holds all of them."""
    if len(names) <= MOST:
        raise PreventUpdate
    listed = chosen if isinstance(chosen, list) else [chosen]
    known = set(names)
    kept = [name for name in listed if isinstance(name, str) and name in known]
    return offered_names(names, kept, typed[:MAX_TEXT] if isinstance(typed, str) else "")
