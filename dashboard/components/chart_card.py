"""A chart on the page: its figure with an accessible name, a loading state, its images, and its marks as a table."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard.charts import Chart
from dashboard.components.attribute import aria, data
from dashboard.components.filter_bar import LISTED, control_id
from dashboard.components.heading import explanation, source_button
from dashboard.figures.mark import label, normalised, period_of
from dashboard.language import Language, code_label, text

TABLE_ROWS = 120
"""So many marks are listed under a chart; the data page has them all."""


def graph_config(language: Language) -> Any:
    """Plotly's configuration: no modebar (the card has buttons of its own), nothing that talks to another host."""
    return {
        "displayModeBar": False,
        "displaylogo": False,
        "showSendToCloud": False,
        "plotlyServerURL": "",
        "sendData": False,
        "responsive": True,
        "scrollZoom": False,
        "locale": language.tag,
        "doubleClick": "reset",
    }


def chart_card(name: str, language: Language, controls: list[Any], help_keys: list[str]) -> html.Section:
    """A card for the chart ``name``: heading, controls, graph, help, buttons for images, the marks as a table."""
    graph = dcc.Graph(
        id=f"graph-{name}",
        figure={"data": [], "layout": {"height": 360, "xaxis": {"visible": False}, "yaxis": {"visible": False}}},
        config=graph_config(language),
        className="graph",
    )
    faded = {"visibility": "visible", "opacity": 0.5}
    loading = dcc.Loading(graph, delay_show=400, type="dot", color="#2c6e9b", overlay_style=faded)
    return html.Section(
        [
            html.Div([html.H2(text(language, name), id=f"heading-{name}"), *controls], className="card-head"),
            html.Div(
                loading,
                id=f"figure-{name}",
                className="figure",
                role="img",
                tabIndex=0,
                **aria(label=text(language, "loading")),
            ),
            html.Div(
                [
                    explanation(language, help_keys),
                    html.Details(
                        [
                            html.Summary(text(language, "chart_table"), id=f"open-marks-{name}", n_clicks=0),
                            html.Div(id=f"marks-{name}"),
                        ],
                        className="chart-table",
                    ),
                    html.Div([_save(name, kind, language) for kind in ("png", "svg")], className="saves"),
                ],
                className="card-foot",
            ),
        ],
        className=f"card chart chart-{name}",
        **aria(labelledby=f"heading-{name}"),
    )


def _save(name: str, kind: str, language: Language) -> html.Button:
    return html.Button(
        text(language, f"save_{kind}"),
        type="button",
        className="small",
        **data(save=kind, chart=name, failed=text(language, "save_failed")),
    )


def marks_table(chart: Chart, language: Language) -> Any:
    """The observations of a chart as a table whose figures open their sentences: the way in for a keyboard."""
    if not chart.marks:
        return html.P(text(language, "not_reported"), className="quiet")
    heads = [text(language, key) for key in ("whose_column", "period_column", "figure_column", "note_column")]
    body = [_mark_row(row, language) for row in chart.marks[:TABLE_ROWS]]
    table = html.Table(
        [html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])), html.Tbody(body)], className="plain"
    )
    left = len(chart.marks) - TABLE_ROWS
    more = [html.P(text(language, "more_rows", count=left), className="quiet")] if left > 0 else []
    return html.Div([table, *more], className="scroll", tabIndex=0, role="group", **aria(label=chart.label))


def _mark_row(row: dict[str, Any], language: Language) -> html.Tr:
    when, what = period_of(row, language), label(row)
    notes = [code_label(language, "status", row["status"])]
    if "verdict" in row:
        notes.append(text(language, row["verdict"]))
    elif row["conflict"]:
        notes.append(f"⚑ {text(language, 'hover_conflict')}")
    if plain := normalised(row):
        notes.append(f"{text(language, 'normalised')} {plain}")
    said = f"{row['name']} {when} {what}：{text(language, 'open_source')}"
    return html.Tr(
        [
            html.Th(row["name"], scope="row"),
            html.Td(when),
            html.Td(source_button(row["claim_id"], what, said), className="number"),
            html.Td(" · ".join(notes)),
        ]
    )


def select(page: str, parameter: str, label_key: str, language: Language, width: int, **more: Any) -> dmc.Select:
    """A control of one value; its choices come with its value from the page's callback."""
    return dmc.Select(
        id=control_id(parameter, page),
        label=text(language, label_key),
        data=[],
        searchable=True,
        allowDeselect=False,
        size="sm",
        w={"base": "100%", "sm": width},
        withScrollArea=False,
        attributes=LISTED,
        nothingFoundMessage=text(language, "nothing_found"),
        **more,
    )


def multi_select(page: str, parameter: str, label_key: str, language: Language, most: int) -> dmc.MultiSelect:
    """A control of several values."""
    return dmc.MultiSelect(
        id=control_id(parameter, page),
        label=text(language, label_key),
        data=[],
        value=[],
        searchable=True,
        clearable=True,
        maxValues=most,
        size="sm",
        className="whose",
        withScrollArea=False,
        attributes=LISTED,
        nothingFoundMessage=text(language, "nothing_found"),
        clearButtonProps={"aria-label": text(language, "clear")},
    )


def period_stepper(page: str, language: Language) -> html.Div:
    """The period with steps to the one before and after."""
    return html.Div(
        [
            _step("earlier", "‹", language),
            dmc.Select(
                id=control_id("period", page),
                data=[],
                searchable=True,
                allowDeselect=False,
                size="sm",
                withScrollArea=False,
                attributes=LISTED,
                nothingFoundMessage=text(language, "nothing_found"),
                **aria(label=text(language, "plot_period")),
            ),
            _step("later", "›", language),
        ],
        className="stepper",
    )


def _step(name: str, sign: str, language: Language) -> html.Button:
    words = text(language, name)
    return html.Button(sign, id=f"step-{name}", type="button", title=words, className="step", **aria(label=words))
