"""The browser's side: controls write the address, the address fills the stores that the server reads."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output, State

from dashboard.components.filter_bar import PARAMETERS, control_id

PLOT_PARAMETERS = ("plot", "figure", "period", "whose")


def register(app: Dash) -> None:
    """Registers the functions of assets/navigation.js; none of them is inline, so the CSP needs no hash for them."""
    app.clientside_callback(
        ClientsideFunction("baoshu", "readAddress"),
        Output("query", "data"),
        Output("selected", "data"),
        Output("narrow", "data"),
        Input("url", "search"),
        State("query", "data"),
        State("selected", "data"),
        State("narrow", "data"),
    )
    app.clientside_callback(
        ClientsideFunction("baoshu", "controlsChanged"),
        *(Input(control_id(name), "value") for name in (*PARAMETERS, *PLOT_PARAMETERS)),
        State("shown", "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("baoshu", "buttonPressed"),
        Input("reset", "n_clicks"),
        Input("step-earlier", "n_clicks"),
        Input("step-later", "n_clicks"),
        State("shown", "data"),
        prevent_initial_call=True,
    )
    for name in ("ranking", "series"):
        app.clientside_callback(
            ClientsideFunction("baoshu", "markClicked"),
            Output(f"graph-{name}", "clickData"),
            Input(f"graph-{name}", "clickData"),
            prevent_initial_call=True,
        )
    app.clientside_callback(ClientsideFunction("baoshu", "newRows"), Input("query", "data"), prevent_initial_call=True)
    app.clientside_callback(
        ClientsideFunction("baoshu", "panelChanged"), Input("panel", "children"), State("selected", "data")
    )
