"""A chart on the page: its figure with an accessible name, a loading state, and a modebar cut to what is useful."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard.components.attribute import aria
from dashboard.components.filter_bar import control_id
from dashboard.language import Language, text

CHARTS = ("ranking", "series")


def graph_config(language: Language, filename: str) -> Any:
    """Plotly's configuration: save as image only, nothing that talks to another host."""
    return {
        "displaylogo": False,
        "showSendToCloud": False,
        "plotlyServerURL": "",
        "sendData": False,
        "responsive": True,
        "scrollZoom": False,
        "locale": language.tag,
        "modeBarButtonsToRemove": [
            "zoom2d",
            "pan2d",
            "select2d",
            "lasso2d",
            "zoomIn2d",
            "zoomOut2d",
            "autoScale2d",
            "resetScale2d",
            "hoverClosestCartesian",
            "hoverCompareCartesian",
            "toggleSpikelines",
            "sendDataToCloud",
        ],
        "toImageButtonOptions": {"format": "png", "scale": 2, "filename": filename},
        "doubleClick": "reset",
    }


def chart_card(name: str, language: Language, controls: list[Any]) -> html.Section:
    """A card with a heading, its controls and one graph (``ranking`` or ``series``)."""
    graph = dcc.Graph(
        id=f"graph-{name}",
        figure={"data": [], "layout": {"height": 360, "xaxis": {"visible": False}, "yaxis": {"visible": False}}},
        config=graph_config(language, f"baoshu-{name}"),
        className="graph",
    )
    return html.Section(
        [
            html.Div([html.H2(text(language, name), id=f"heading-{name}"), *controls], className="card-head"),
            html.Div(
                dcc.Loading(
                    graph,
                    delay_show=400,
                    type="dot",
                    color="#2c6e9b",
                    overlay_style={"visibility": "visible", "opacity": 0.5},
                ),
                id=f"figure-{name}",
                className="figure",
                role="group",
                tabIndex=0,
                **aria(label=text(language, "loading")),
            ),
        ],
        className=f"card chart chart-{name}",
    )


def plot_controls(language: Language) -> html.Div:
    """What both charts share: the indicator and the kind of figure."""
    return html.Div(
        [_select("plot", language, 260), _select("figure", language, 200)],
        className="plot-controls",
    )


def period_controls(language: Language) -> list[Any]:
    """The period of the ranking, with steps to the one before and after."""
    return [
        html.Div(
            [
                _step("earlier", "‹", language),
                dmc.Select(
                    id=control_id("period"),
                    data=[],
                    searchable=True,
                    allowDeselect=False,
                    size="sm",
                    nothingFoundMessage=text(language, "nothing_found"),
                    **aria(label=text(language, "plot_period")),
                ),
                _step("later", "›", language),
            ],
            className="stepper",
        )
    ]


def whose_controls(language: Language) -> list[Any]:
    """Whose series are drawn."""
    return [
        dmc.MultiSelect(
            id=control_id("whose"),
            data=[],
            value=[],
            searchable=True,
            clearable=True,
            maxValues=8,
            size="sm",
            className="whose",
            nothingFoundMessage=text(language, "nothing_found"),
            **aria(label=text(language, "plot_sector")),
        )
    ]


def _select(parameter: str, language: Language, width: int) -> dmc.Select:
    return dmc.Select(
        id=control_id(parameter),
        label=text(language, "plot" if parameter == "plot" else "plot_figure"),
        data=[],
        searchable=True,
        allowDeselect=False,
        size="sm",
        w={"base": "100%", "sm": width},
        nothingFoundMessage=text(language, "nothing_found"),
    )


def _step(name: str, sign: str, language: Language) -> html.Button:
    words = text(language, name)
    return html.Button(sign, id=f"step-{name}", type="button", title=words, className="step", **aria(label=words))
