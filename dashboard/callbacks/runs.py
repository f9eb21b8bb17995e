"""运行: the ledger of the store."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output

from dashboard.components.runs import aside_table, run_table, source_table
from dashboard.query import Claims
from dashboard.runs import Ledger
from dashboard.view import parse_search


def register(app: Dash, claims: Claims, ledger: Ledger) -> None:
    """Reads the ledger each time the page is opened."""

    @app.callback(
        Output("runs-list", "children"),
        Output("runs-aside", "children"),
        Output("runs-sources", "children"),
        Input("query", "data"),
    )
    def show_runs(query: object) -> tuple[Any, ...]:
        language = parse_search(query, claims.offered())[0].language
        return (
            run_table(ledger.runs(), language),
            aside_table(ledger.set_aside(), language),
            source_table(ledger.sources(), language),
        )
