"""What the source panel shows of the claim that the address names."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output

from dashboard.components.source_panel import empty_panel, source_panel, unknown_panel
from dashboard.printed import FindPrinted, nowhere
from dashboard.query import Claims
from dashboard.source import SourceText, read_source
from dashboard.view import parse_search, read_view


def register(app: Dash, claims: Claims, source_text: SourceText, find_printed: FindPrinted = nowhere) -> None:
    """Shows the source whenever another claim is chosen, and says so when the filter leaves it out.

    ``opened`` then holds the claim: what stands below the source (the review form) follows it, not beside it.
    """

    @app.callback(
        Output("panel", "children"),
        Output("opened", "data"),
        Input("selected", "data"),
        Input("query", "data"),
        Input("framed", "data"),
    )
    def show_source(selected: object, query: object, _framed: object) -> tuple[Any, str | None]:
        offered = claims.offered()
        view, _ = parse_search(query, offered)
        chosen, _ = read_view({"claim": selected}, offered)
        if chosen.claim is None:
            return empty_panel(view.language), None
        source = read_source(claims, source_text, chosen.claim, find_printed)
        if source is None:
            return unknown_panel(chosen.claim, view.language), None
        return source_panel(source, view.language, not claims.holds(view.filter, chosen.claim)), chosen.claim
