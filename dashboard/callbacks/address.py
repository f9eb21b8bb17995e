"""The browser's side: controls write the address, the address fills the stores that the server reads."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State

from dashboard.components.filter_bar import PARAMETERS, control_id

PLOT_PARAMETERS = ("plot", "figure", "period", "whose")


def register(app: Dash) -> None:
    """Registers the functions of assets/navigation.js; none of them is inline, so the CSP needs no hash for them."""
    register_in_browser: Any = app.clientside_callback
    register_in_browser(
        ClientsideFunction("baoshu", "readAddress"),
        Output("query", "data"),
        Output("selected", "data"),
        Output("narrow", "data"),
        Input("url", "search"),
        State("query", "data"),
        State("selected", "data"),
        State("narrow", "data"),
    )
    register_in_browser(
        ClientsideFunction("baoshu", "controlsChanged"),
        *(Input(control_id(name), "value") for name in (*PARAMETERS, *PLOT_PARAMETERS)),
        State("shown", "data"),
        prevent_initial_call=True,
    )
    register_in_browser(
        ClientsideFunction("baoshu", "buttonPressed"),
        Input("reset", "n_clicks"),
        Input("step-earlier", "n_clicks"),
        Input("step-later", "n_clicks"),
        State("shown", "data"),
        prevent_initial_call=True,
    )
    for name in ("ranking", "series"):
        register_in_browser(
            ClientsideFunction("baoshu", "markClicked"),
            Output(f"graph-{name}", "clickData"),
            Input(f"graph-{name}", "clickData"),
            prevent_initial_call=True,
        )
    register_in_browser(ClientsideFunction("baoshu", "newRows"), Input("query", "data"), prevent_initial_call=True)
    register_in_browser(ClientsideFunction("baoshu", "pageShown"), Input("page", "children"))
    register_in_browser(
        ClientsideFunction("baoshu", "panelChanged"), Input("panel", "children"), State("selected", "data")
    )
