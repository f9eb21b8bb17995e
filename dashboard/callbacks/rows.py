"""数据: one page of the table at a time as the grid asks for it, the columns that the reader chose, the facets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import Dash, Input, Output, State
from dash.exceptions import PreventUpdate

from dashboard.components.facets import facets
from dashboard.components.filter_bar import control_id
from dashboard.components.hits import SHOWN, hit_list
from dashboard.components.table import columns, grid_rows, needed
from dashboard.queries.facet import facet_counts
from dashboard.queries.repeated import statements
from dashboard.query import PAGE_LIMIT, Claims
from dashboard.search import search
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
    """Answers the grid's requests, and sets columns, facets and what a search found whenever the query changes."""

    @app.callback(
        Output("grid", "columnDefs"),
        Output(control_id("columns", "rows"), "value"),
        Output("rows-shown", "data"),
        Input("query", "data"),
    )
    def show_columns(query: object) -> tuple[Any, ...]:
        view, _ = parse_search(query, claims.offered())
        chosen = list(view.figure.columns)
        return columns(view.language, view.figure.columns), chosen, {"values": {"columns": chosen}}

    @app.callback(Output("facets", "children"), Input("query", "data"))
    def show_facets(query: object) -> Any:
        view, _ = parse_search(query, claims.offered())
        return facets(facet_counts(claims, view.filter), view.filter, view.language)

    @app.callback(Output("hits", "children"), Output("hits-card", "hidden"), Input("query", "data"))
    def show_hits(query: object) -> tuple[Any, bool]:
        view, _ = parse_search(query, claims.offered())
        if not view.filter.text:
            return None, True
        after = int(view.figure.after or 0)
        found = search(claims, view.filter, after, SHOWN)
        rows = statements(claims, [claim for hit in found[1] for claim in hit.claim_ids])
        return hit_list(found, rows, after, view.filter.text, view.language), False

    @app.callback(Output("grid", "getRowsResponse"), Input("grid", "getRowsRequest"), State("query", "data"))
    def rows(request: object, query: object) -> dict[str, Any]:
        asked = checked_request(request)
        if asked is None:
            raise PreventUpdate
        view, _ = parse_search(query, claims.offered())
        page = claims.page(view.filter, *asked, columns=needed(view.figure.columns))
        return {
            "rowData": grid_rows(page, view.language, claims.verdicts()),
            "rowCount": claims.count(view.filter).claims,
        }
