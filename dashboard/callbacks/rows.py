"""One page of the table at a time: the grid asks, the query of the address says of what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import Dash, Input, Output, State
from dash.exceptions import PreventUpdate

from dashboard.components.table import grid_rows
from dashboard.query import PAGE_LIMIT, Claims
from dashboard.view import parse_search

_LAST_ROW = 100_000_000


def checked_request(request: object) -> tuple[int, int, list[Mapping[str, object]]] | None:
    """First and last row and the sort model of a grid's request; None if it is none."""
    if not isinstance(request, dict):
        return None
    first, last, sort = request.get("startRow"), request.get("endRow"), request.get("sortModel") or []
    if type(first) is not int or type(last) is not int or not isinstance(sort, list):
        return None
    if not 0 <= first < last <= min(first + PAGE_LIMIT, _LAST_ROW):
        return None
    return first, last, [item for item in sort if isinstance(item, dict)]


def register(app: Dash, claims: Claims) -> None:
    """Answers the grid's requests."""

    @app.callback(Output("grid", "getRowsResponse"), Input("grid", "getRowsRequest"), State("query", "data"))
    def rows(request: object, query: object) -> dict[str, Any]:
        asked = checked_request(request)
        if asked is None:
            raise PreventUpdate
        view, _ = parse_search(query, claims.offered())
        page = claims.page(view.filter, *asked)
        return {"rowData": grid_rows(page, view.language), "rowCount": claims.count(view.filter).claims}
