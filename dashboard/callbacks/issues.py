"""原文: the list of issues, or the issue that the address names; selecting in it is the browser's work."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, html

from dashboard.components.issue import issue_view
from dashboard.components.overview import issue_list
from dashboard.language import text
from dashboard.queries.issue import issue_count, issues_page, lead_titles, read_issue
from dashboard.query import Claims
from dashboard.view import View, parse_search


def register(app: Dash, claims: Claims) -> None:
    """Shows the issue whenever the query names another."""

    @app.callback(Output("issue-view", "children"), Input("query", "data"))
    def show_issue(query: object) -> Any:
        view, _ = parse_search(query, claims.offered())
        if view.figure.issue is None:
            return _list(view)
        issue = read_issue(claims, view.figure.issue)
        if issue is None:
            warning = html.P(text(view.language, "issue_unknown", issue=view.figure.issue), className="warning")
            return [warning, *_list(view)]
        return issue_view(issue, view.language)

    def _list(view: View) -> list[Any]:
        rows = issues_page(claims, view.filter.publication)
        count = issue_count(claims, view.filter.publication)
        titles = lead_titles(claims, list(rows["issue_id"]))
        return [
            html.H2(text(view.language, "issues_list")),
            html.P(
                f"{text(view.language, 'issues_found', count=count)}　{text(view.language, 'issue_choose')}",
                className="quiet",
            ),
            issue_list(rows, titles, view.language),
        ]
