"""Which page an address leads to: so far one; a page is a function of language and query (the seam for more)."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, State

from dashboard.components.page import claims_page, not_found
from dashboard.query import Claims
from dashboard.view import parse_search


def register(app: Dash, claims: Claims) -> None:
    """Fills the page when it is opened; later changes of the query do not build it anew."""

    @app.callback(Output("page", "children"), Input("url", "pathname"), State("url", "search"))
    def show_page(pathname: object, search: object) -> Any:
        offered = claims.offered()
        view, _ = parse_search(search, offered)
        if pathname not in ("/", "", None):
            return not_found(view.language)
        return claims_page(offered, claims.scope(), view.language)
