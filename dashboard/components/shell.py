"""The frame that stays while pages change: name, navigation, filters, room for a page, the source panel."""

from __future__ import annotations

from typing import Any

import dash
import dash_mantine_components as dmc
from dash import dcc, html

from dashboard.components.attribute import aria, data
from dashboard.components.export_menu import export_menu
from dashboard.components.review_form import review_stores
from dashboard.components.source_panel import panel_shell
from dashboard.display import day_text
from dashboard.language import Language, text
from dashboard.query import Scope

THEME = {
    "fontFamily": "var(--font)",
    "headings": {"fontFamily": "var(--font)"},
    "primaryColor": "blue",
    "primaryShade": {"light": 8, "dark": 4},
    "defaultRadius": "sm",
    "autoContrast": True,
}
"""Mantine's theme; the shades keep WCAG contrast on the paper of either theme."""

PAGES = (
    ("overview", "/"),
    ("sectors", "/sectors"),
    ("timeline", "/timeline"),
    ("comparison", "/comparison"),
    ("issues", "/issues"),
    ("rows", "/rows"),
    ("runs", "/runs"),
)
"""Name and path of every page, in the order of the navigation."""


def frame() -> dmc.MantineProvider:
    """The whole document: the address, what is read from it, and the places that callbacks fill."""
    return dmc.MantineProvider(
        [
            dcc.Location(id="url", refresh=False),
            dcc.Store(id="query"),
            dcc.Store(id="selected"),
            dcc.Store(id="opened"),
            dcc.Store(id="screen"),
            dcc.Store(id="language"),
            dcc.Store(id="framed"),
            dcc.Store(id="charted"),
            dcc.Store(id="ready"),
            *review_stores(),
            html.Div(
                [
                    html.Div(id="shell-top"),
                    html.Div(
                        [html.Main(dash.page_container, id="main", tabIndex=-1), html.Div(id="shell-panel")],
                        className="columns",
                    ),
                    html.Div(id="shell-foot"),
                ],
                id="frame",
                className="page",
            ),
        ],
        id="theme",
        theme=THEME,
    )


def shell_top(scope: Scope, language: Language) -> list[Any]:
    """Header, navigation, room for the filter bar, count and notices in the language."""
    return [
        html.A(text(language, "skip"), href="#main", className="skip"),
        _header(scope, language),
        _navigation(language),
        html.Details(
            [html.Summary(text(language, "filters"), id="filters-summary"), html.Div(id="filter-bar")],
            open=True,
            id="filters",
            className="card filters",
        ),
        html.Div(id="notice", role="status", className="notice"),
        _count_line(language),
    ]


def shell_panel(language: Language) -> html.Aside:
    """The source panel's frame in the language."""
    return panel_shell(language)


def shell_foot(language: Language) -> html.Footer:
    """What the signs mean."""
    return html.Footer(html.P(text(language, "reading_help")), className="quiet foot")


def _header(scope: Scope, language: Language) -> html.Header:
    if scope.claims and scope.first and scope.last:
        first, last = (day_text(day, language) for day in (scope.first, scope.last))
        words = text(language, "scope", issues=scope.issues, claims=f"{scope.claims:,}", first=first, last=last)
    else:
        words = text(language, "scope_empty")
    other = Language.ZH if language is Language.EN else Language.EN
    name = html.A(text(language, "name"), href="/", className="brand", **data(nav="1"))
    theme_help = text(language, "theme_help")
    return html.Header(
        [
            html.Div([html.P(name, className="brand-line"), html.Span(text(language, "tagline"), className="tagline")]),
            html.Div(
                [
                    html.Span(words, className="quiet scope"),
                    html.Button(
                        text(language, "theme"),
                        id="theme-toggle",
                        type="button",
                        className="small",
                        title=theme_help,
                        **aria(pressed="false"),
                    ),
                    html.A(text(language, "other_language"), href="?lang=en", id="other-language", lang=other.tag),
                ],
                className="header-end",
            ),
        ],
        className="header",
    )


def _navigation(language: Language) -> html.Nav:
    links = [
        html.A(
            text(language, f"page_{name}"),
            href=path,
            id=f"nav-{name}",
            title=text(language, f"page_intro_{name}"),
            **data(nav="1", keep="1", page=name),
        )
        for name, path in PAGES
    ]
    return html.Nav(links, className="navigation", **aria(label=text(language, "navigation")))


def _count_line(language: Language) -> html.Section:
    return html.Section(
        [
            html.Span(id="count", role="status"),
            html.Button(text(language, "reset"), id="reset", type="button", className="small"),
            html.Button(text(language, "copy_view"), type="button", className="small", **data(copy_view="1")),
            *export_menu(language),
            html.Span(id="said", className="quiet", role="status", **data(copied=text(language, "copied"))),
        ],
        className="count-line",
        id="count-line",
        **aria(label=text(language, "count_line")),
    )
