"""对照: from the query to the figures that are stated more than once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from dash import MATCH, Dash, Input, Output, State

from dashboard.components.comparison import (
    SHOWN,
    is_unfolded,
    observation_list,
    part_id,
    statement_table,
    verdict_tabs,
)
from dashboard.filter import Filter
from dashboard.language import Language, text
from dashboard.observation import VERDICTS, Observation
from dashboard.queries.repeated import repeated, statements
from dashboard.query import Claims
from dashboard.view import View, parse_search, read_view

Found = Callable[[tuple[Path | None, int], Filter], list[Observation]]
"""The observations that a state of the table and a filter leave, remembered."""


def register(app: Dash, claims: Claims) -> None:
    """Lists whenever the query changes; a figure that is open when the page is reached is unfolded."""

    @lru_cache(maxsize=16)
    def found(state: tuple[Path | None, int], narrowed: Filter) -> list[Observation]:
        del state  # the key of the cache
        return repeated(claims, narrowed)

    @app.callback(
        Output("comparison-count", "children"),
        Output("comparison-tabs", "children"),
        Output("comparison-list", "children"),
        Input("query", "data"),
        State("selected", "data"),
    )
    def show_comparison(query: object, selected: object) -> tuple[Any, ...]:
        offered = claims.offered()
        view, _ = parse_search(query, offered)
        opened = read_view({"claim": selected}, offered)[0].claim
        seen = found(claims.state(view.filter), view.filter)
        counts = Counter(row["verdict"] for row in seen)
        if view.figure.verdict:
            seen = [row for row in seen if row["verdict"] == view.figure.verdict]
        seen = sorted(seen, key=lambda row: opened not in row["claims"])
        ids = [claim for row in seen[:SHOWN] if is_unfolded(row, seen, opened) for claim in row["claims"]]
        listing = observation_list(seen, statements(claims, ids), opened, view.language)
        return (
            _count_words(counts, len(seen), view),
            verdict_tabs(counts, view.figure.verdict, view.language),
            listing,
        )

    _register_statements(app, claims, found)


def _register_statements(app: Dash, claims: Claims, found: Found) -> None:
    """Fills the statements of an observation that is unfolded."""

    @app.callback(
        Output(part_id("told", MATCH), "children"),
        Input(part_id("figure", MATCH), "open"),
        State(part_id("figure", MATCH), "id"),
        State("query", "data"),
        prevent_initial_call=True,
    )
    def show_statements(_open: object, unfolded: object, query: object) -> list[Any]:
        view, _ = parse_search(query, claims.offered())
        charted = unfolded.get("claim") if isinstance(unfolded, dict) else None
        row = next((row for row in found(claims.state(view.filter), view.filter) if row["claim_id"] == charted), None)
        return [] if row is None else statement_table(row, statements(claims, row["claims"]), view.language)


def _count_words(counts: Counter[str], listed: int, view: View) -> str:
    numbers = {name: counts.get(name, 0) for name in VERDICTS}
    words = text(view.language, "comparison_count", count=sum(counts.values()), **numbers)
    return (
        words
        + ("。" if view.language is Language.ZH else ". ")
        + (text(view.language, "comparison_cut", shown=SHOWN) if listed > SHOWN else "")
    )
