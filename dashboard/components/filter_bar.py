"""The filter bar: one control for each part of a filter; ``control-<parameter>`` is its id."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard.components.attribute import aria
from dashboard.filter import MAX_TEXT, REVIEWED, Offered
from dashboard.language import Language, code_label, column_label, text
from dashboard.sector_tree import above
from dashboard.typed import offered_names
from etl.schema import CODES

PARAMETERS = ("publication", "from", "to", "sector", "indicator", "measure", "kind", "status", "review", "q", "asof")
"""The filter's parameters in the address bar, in the order in which they stand in the bar."""

LISTED = {"options": {"tabIndex": 0}}
"""A list of options scrolls by the arrows of its field; it can take the focus itself, as WCAG asks."""


def control_id(parameter: str, page: str = "") -> str:
    """The id of the control of a parameter; pages have controls of their own beside the filter bar's."""
    return f"{page}-control-{parameter}" if page else f"control-{parameter}"


def counted(values: dict[str, int]) -> list[dict[str, Any]]:
    """Options with the number of their rows."""
    return [{"value": name, "label": name, "rows": rows} for name, rows in values.items()]


def sector_options(offered: Offered) -> list[dict[str, Any]]:
    """The sectors in the order of the tree, each with its depth in it."""
    return [
        {"value": name, "label": name, "rows": rows, "depth": len(above(name))} for name, rows in offered.sector.items()
    ]


def code_options(column: str, language: Language) -> list[dict[str, Any]]:
    """The codes of a column under their names."""
    return [{"value": code, "label": code_label(language, column, code)} for code in CODES[column]]


def month_options(offered: Offered) -> list[dict[str, str]]:
    """The months in which a period ends, the latest first."""
    return [{"value": month, "label": month} for month in reversed(offered.month)]


def filter_bar(offered: Offered, language: Language) -> html.Form:
    """The bar with all its controls; their values are set by the callback that reads the address bar."""
    several = {
        "publication": counted(offered.publication),
        "sector": sector_options(offered),
        "indicator": counted({name: offered.indicator[name] for name in offered_names(offered.indicator)}),
        "measure": code_options("measure", language),
        "kind": code_options("kind", language),
        "status": code_options("status", language),
        "review": [{"value": state, "label": text(language, f"review_{state}")} for state in REVIEWED],
    }
    controls: dict[str, Any] = {name: _several(name, data, language) for name, data in several.items()}
    controls["from"] = _month("from", "month_from", offered, language)
    controls["to"] = _month("to", "month_to", offered, language)
    controls["q"] = dmc.TextInput(
        id=control_id("q"),
        label=text(language, "text"),
        placeholder=text(language, "text_placeholder"),
        value="",
        debounce=400,
        inputProps={"maxLength": MAX_TEXT, "type": "search"},
        size="sm",
    )
    controls["asof"] = dmc.TextInput(
        id=control_id("asof"),
        label=text(language, "as_of"),
        value="",
        debounce=400,
        inputProps={"type": "date", "title": text(language, "help_as_of"), "min": "1900-01-01", "max": "2199-12-31"},
        size="sm",
    )
    return html.Form(
        [
            *(html.Div(controls[name], className=f"control control-{name}") for name in PARAMETERS),
            dcc.Store(id="shown"),
        ],
        className="filter-bar",
        role="search",
        **aria(label=text(language, "filters")),
    )


def _several(parameter: str, data: list[dict[str, Any]], language: Language) -> dmc.MultiSelect:
    return dmc.MultiSelect(
        id=control_id(parameter),
        label=_label(parameter, language),
        placeholder=text(language, "all"),
        data=data,
        value=[],
        searchable=True,
        clearable=True,
        hidePickedOptions=False,
        nothingFoundMessage=text(language, "nothing_found"),
        clearButtonProps={"aria-label": text(language, "clear")},
        renderOption={"function": "countedOption"},
        withScrollArea=False,
        attributes=LISTED,
        size="sm",
        limit=400,
        comboboxProps={"width": "max-content", "position": "bottom-start", "withinPortal": True},
    )


def _label(parameter: str, language: Language) -> str:
    if parameter == "review":
        return text(language, "review")
    help_ = f"（{text(language, 'sector_help')}）" if parameter == "sector" else ""
    return column_label(language, parameter) + help_


def _month(parameter: str, label: str, offered: Offered, language: Language) -> dmc.Select:
    return dmc.Select(
        id=control_id(parameter),
        label=text(language, label),
        placeholder=text(language, "all"),
        data=month_options(offered),
        withScrollArea=False,
        value=None,
        searchable=True,
        clearable=True,
        clearButtonProps={"aria-label": text(language, "clear")},
        nothingFoundMessage=text(language, "nothing_found"),
        size="sm",
        attributes=LISTED | {"input": {"title": text(language, "month_help")}},
    )
