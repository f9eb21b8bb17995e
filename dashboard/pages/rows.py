"""数据: the table with its column chooser and facets."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard.components.filter_bar import LISTED, control_id
from dashboard.components.heading import page_heading
from dashboard.components.table import claims_table, column_options
from dashboard.language import Language, text


def build(language: Language) -> list[Any]:
    """The page's frame."""
    chooser = dmc.MultiSelect(
        id=control_id("columns", "rows"),
        label=text(language, "columns"),
        placeholder=text(language, "columns_help"),
        data=column_options(language),
        value=[],
        searchable=True,
        clearable=True,
        hidePickedOptions=False,
        withScrollArea=False,
        attributes=LISTED,
        size="sm",
        className="whose",
        nothingFoundMessage=text(language, "nothing_found"),
        clearButtonProps={"aria-label": text(language, "clear")},
    )
    head = html.Div(
        [html.H2(text(language, "table")), html.Span(text(language, "table_help"), className="quiet")],
        className="card-head",
    )
    facets = html.Details(
        [html.Summary(text(language, "facets")), html.Div(text(language, "loading"), id="facets")],
        open=True,
        className="card facets",
        id="facets-card",
    )
    hits = html.Section(
        [html.H2(text(language, "hits")), html.Div(id="hits")], id="hits-card", className="card", hidden=True
    )
    return [
        page_heading("rows", language),
        hits,
        html.Div(
            [facets, html.Section([head, chooser, claims_table(language)], className="card table-card")],
            className="rows-columns",
        ),
        dcc.Store(id="rows-shown"),
    ]
