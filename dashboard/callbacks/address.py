"""The browser's side: controls write the address, the address fills the stores that the server reads."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State

from dashboard.components.filter_bar import PARAMETERS, control_id

PAGE_CONTROLS = {
    "sectors": ("plot", "figure", "period"),
    "timeline": ("plot", "figure", "whose"),
    "rows": ("columns",),
}
"""The controls that pages have beside the filter bar, by the parameter each writes."""
GRAPHS = ("heatmap", "ranking", "waterfall", "series")


def register(app: Dash) -> None:
    """Registers the functions of assets/navigation.js; none of them is inline, so the CSP needs no hash for them."""
    browser: Any = app.clientside_callback
    browser(
        ClientsideFunction("baoshu", "readAddress"),
        Output("query", "data"),
        Output("selected", "data"),
        Output("language", "data"),
        Input("url", "pathname"),
        Input("url", "search"),
        State("query", "data"),
        State("selected", "data"),
        State("language", "data"),
    )
    browser(ClientsideFunction("baoshu", "readScreen"), Output("screen", "data"), Input("url", "hash"))
    _register_controls(browser)
    _register_arrivals(browser)


def _register_controls(browser: Any) -> None:
    """What the reader changes goes to the address."""
    browser(
        ClientsideFunction("baoshu", "controlsChanged"),
        *(Input(control_id(name), "value") for name in PARAMETERS),
        State("shown", "data"),
        prevent_initial_call=True,
    )
    for page, names in PAGE_CONTROLS.items():
        browser(
            ClientsideFunction("baoshu", "controlsChanged"),
            *(Input(control_id(name, page), "value") for name in names),
            State(f"{page}-shown", "data"),
            prevent_initial_call=True,
        )
    browser(
        ClientsideFunction("baoshu", "stepPressed"),
        Input("step-earlier", "n_clicks"),
        Input("step-later", "n_clicks"),
        State("sectors-shown", "data"),
        prevent_initial_call=True,
    )
    for name in GRAPHS:
        browser(
            ClientsideFunction("baoshu", "markClicked"),
            Output(f"graph-{name}", "clickData"),
            Input(f"graph-{name}", "clickData"),
            prevent_initial_call=True,
        )


def _register_arrivals(browser: Any) -> None:
    """What the browser does when a part of the page has come from the server."""
    browser(
        ClientsideFunction("baoshu", "newRows"),
        Input("query", "data"),
        Input("review-done", "data"),
        prevent_initial_call=True,
    )
    browser(ClientsideFunction("baoshu", "frameShown"), Output("framed", "data"), Input("shell-top", "children"))
    browser(ClientsideFunction("baoshu", "afterCharts"), Output("charted", "data"), Input("framed", "data"))
    browser(ClientsideFunction("baoshu", "filtersShown"), Output("ready", "data"), Input("filter-bar", "children"))
    browser(ClientsideFunction("baoshu", "pageShown"), Input("_pages_content", "children"))
    browser(ClientsideFunction("baoshu", "issueShown"), Input("issue-view", "children"))
    browser(ClientsideFunction("baoshu", "panelChanged"), Input("panel", "children"), State("selected", "data"))
