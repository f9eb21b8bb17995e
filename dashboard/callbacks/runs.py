"""运行: the ledger of the store."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dash import Dash, Input, Output, html

from dashboard.components.runs import aside_table, run_table, source_table
from dashboard.query import Claims
from dashboard.view import parse_search
from etl.store import StoreDamagedError, ledger


def register(app: Dash, claims: Claims, store: Path) -> None:
    """Reads the ledger each time the page is opened; one that is damaged says so, with its remedy."""

    @app.callback(
        Output("runs-list", "children"),
        Output("runs-aside", "children"),
        Output("runs-sources", "children"),
        Input("query", "data"),
    )
    def show_runs(query: object) -> tuple[Any, ...]:
        language = parse_search(query, claims.offered())[0].language
        try:
            return (
                run_table(ledger.runs(store), language),
                aside_table(ledger.set_aside(store), language),
                source_table(ledger.sources(store), language),
            )
        except StoreDamagedError as error:
            return html.P(str(error), className="warning"), None, None
