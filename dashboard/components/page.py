"""The page: header, filters, notices, charts, table, and the source panel beside them."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard.components.chart_card import chart_card, period_controls, plot_controls, whose_controls
from dashboard.components.filter_bar import filter_bar
from dashboard.components.source_panel import panel_shell
from dashboard.components.table import claims_table
from dashboard.display import day_text
from dashboard.filter import Offered
from dashboard.language import Language, text
from dashboard.query import Scope

THEME = {
    "fontFamily": "var(--font)",
    "headings": {"fontFamily": "var(--font)"},
    "primaryColor": "blue",
    "primaryShade": 8,
    "defaultRadius": "sm",
}
"""Mantine's theme; the shade is dark enough for WCAG contrast on white."""


def frame() -> dmc.MantineProvider:
    """What stays while pages change: the address, the state that is read from it, and room for a page."""
    return dmc.MantineProvider(
        [
            dcc.Location(id="url", refresh=False),
            dcc.Store(id="query"),
            dcc.Store(id="selected"),
            dcc.Store(id="narrow"),
            html.Div(id="page"),
        ],
        forceColorScheme="light",
        theme=THEME,
    )


def claims_page(offered: Offered, scope: Scope, language: Language) -> html.Div:
    """The one page there is so far; the router of dashboard.callbacks.route leads to it."""
    return html.Div(
        [
            html.A(text(language, "skip"), href="#grid", className="skip"),
            _header(scope, language),
            html.Details(
                [html.Summary(text(language, "filters")), filter_bar(offered, language)],
                open=True,
                id="filters",
                className="card filters",
            ),
            html.Div(id="notice", role="status", className="notice"),
            _count_line(language),
            html.Div(
                [html.Main(_main(language), id="main"), panel_shell(language)],
                className="columns",
            ),
            html.Footer(html.P(text(language, "reading_help")), className="quiet"),
            dcc.Store(id="shown"),
        ],
        lang=language.tag,
        className="page",
    )


def not_found(language: Language) -> html.Div:
    """What a path without a page shows."""
    return html.Div(
        [html.H1(text(language, "not_found_page")), html.A(text(language, "home"), href="/")], className="page"
    )


def _header(scope: Scope, language: Language) -> html.Header:
    if scope.claims and scope.first and scope.last:
        first, last = (day_text(day, language) for day in (scope.first, scope.last))
        words = text(language, "scope", issues=scope.issues, claims=scope.claims, first=first, last=last)
    else:
        words = text(language, "scope_empty")
    other = Language.ZH if language is Language.EN else Language.EN
    return html.Header(
        [
            html.Div([html.H1(text(language, "name")), html.Span(text(language, "tagline"), className="tagline")]),
            html.Div(
                [
                    html.Span(words, className="quiet"),
                    html.A(
                        text(language, "other_language"),
                        href="?lang=en" if other is Language.EN else "/",
                        id="other-language",
                        lang=other.tag,
                    ),
                ],
                className="header-end",
            ),
        ],
        className="header",
    )


def _count_line(language: Language) -> html.Div:
    return html.Div(
        [
            html.Span(id="count", role="status"),
            html.Button(text(language, "reset"), id="reset", type="button", className="small"),
            html.A(
                text(language, "download"),
                id="download",
                href="/api/claims.csv",
                download="baoshu.csv",
                title=text(language, "download_help"),
                className="button",
            ),
        ],
        className="count-line",
    )


def _main(language: Language) -> list[Any]:
    return [
        html.Div(plot_controls(language), className="card plot-bar"),
        html.Div(
            [
                chart_card("ranking", language, period_controls(language)),
                chart_card("series", language, whose_controls(language)),
            ],
            className="charts",
        ),
        html.Section(
            [
                html.Div(
                    [html.H2(text(language, "table")), html.Span(text(language, "table_help"), className="quiet")],
                    className="card-head",
                ),
                claims_table(language),
            ],
            className="card",
        ),
    ]
