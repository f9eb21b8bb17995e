"""总览: headline indicators, the latest issue's figures, freshness, the latest issues."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from dash import Dash, Input, Output, html

from dashboard.components.overview import freshness_table, issue_link, issue_list, new_figures_list, tiles
from dashboard.display import day_text
from dashboard.headline import headlines, new_figures
from dashboard.language import text
from dashboard.queries.issue import freshness, issues_page, lead_titles
from dashboard.query import Claims
from dashboard.record import records
from dashboard.screen import read_screen
from dashboard.view import View, parse_search

LATEST = 10


def register(app: Dash, claims: Claims) -> None:
    """Fills the four sections, each by itself, so that the quick ones do not wait."""

    @app.callback(Output("overview-tiles", "children"), Input("query", "data"), Input("screen", "data"))
    def show_tiles(query: object, screen: object) -> Any:
        view, _ = parse_search(query, claims.offered())
        return tiles(headlines(claims, view.filter), view.language, read_screen(screen).dark)

    @app.callback(Output("overview-new", "children"), Input("query", "data"))
    def show_new(query: object) -> Any:
        view, _ = parse_search(query, claims.offered())
        return _new(view)

    @app.callback(Output("overview-freshness", "children"), Input("query", "data"))
    def show_freshness(query: object) -> Any:
        view, _ = parse_search(query, claims.offered())
        return freshness_table(freshness(claims), datetime.now(UTC).date(), view.language)

    @app.callback(Output("overview-issues", "children"), Input("query", "data"))
    def show_issues(query: object) -> Any:
        view, _ = parse_search(query, claims.offered())
        rows = issues_page(claims, view.filter.publication, LATEST)
        if rows.empty:
            return html.P(text(view.language, "overview_empty"), className="quiet")
        return issue_list(rows, lead_titles(claims, list(rows["issue_id"])), view.language)

    def _new(view: View) -> Any:
        rows = issues_page(claims, view.filter.publication, 1)
        if rows.empty:
            return html.P(text(view.language, "overview_empty"), className="quiet")
        row = records(rows)[0]
        day = day_text(row["issue_date"].date(), view.language)
        words = text(view.language, "new_figures_of", publication=row["publication"], day=day)
        found = new_figures(claims, view.filter, row["issue_id"])
        return [html.P(issue_link(words, row["issue_id"])), new_figures_list(found, view.language)]
