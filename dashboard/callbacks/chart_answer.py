"""What a chart's callbacks set: figure and spoken label, its marks as a table; the error state that spares the rest."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from dash import Dash, Input, Output, State

from dashboard.charts import Chart, Option, failed_chart
from dashboard.components.chart_card import marks_table
from dashboard.language import Language, text
from dashboard.query import Claims
from dashboard.screen import Screen, read_screen
from dashboard.view import View, parse_search, split_figure, write_search

LOG = logging.getLogger("baoshu.dashboard")
T = TypeVar("T")
Asked = Callable[[object, object], tuple[View, T]]


def chart_outputs(*names: str) -> dict[str, Output]:
    """The outputs of the charts of these names."""
    found: dict[str, Output] = {}
    for name in names:
        found[name] = Output(f"graph-{name}", "figure")
        found[f"{name}_label"] = Output(f"figure-{name}", "aria-label")
    return found


def chart_answer(name: str, chart: Chart) -> dict[str, Any]:
    """The values for ``chart_outputs(name)``."""
    return {name: chart.figure, f"{name}_label": chart.label}


def register_tables(app: Dash, page: str, names: tuple[str, ...], asked: Asked[Any]) -> None:
    """Fills the tables of marks that are open: mostly none is, and a table costs a browser more than its chart.

    A summary is clicked once to open and once more to close. ``page`` has the store ``<page>-shown``, which changes
    whenever its charts do; what ``asked`` gives has the charts under their names.
    """

    @app.callback(
        {name: Output(f"marks-{name}", "children") for name in names},
        Input(f"{page}-shown", "data"),
        {name: Input(f"open-marks-{name}", "n_clicks") for name in names},
        State("query", "data"),
        State("screen", "data"),
        prevent_initial_call=True,
    )
    def list_marks(_shown: object, clicks: dict[str, object], query: object, screen: object) -> dict[str, Any]:
        opened = [name for name in names if isinstance(count := clicks.get(name), int) and count % 2]
        if not opened:
            return {name: [] for name in names}
        view, charts = asked(query, screen)
        return {name: marks_table(getattr(charts, name), view.language) if name in opened else [] for name in names}


def asker(
    claims: Claims, make: Callable[[Claims, View, Screen], T], failed: Callable[[Callable[[str], Chart]], T]
) -> Asked[T]:
    """What gives the view of a query and its charts on a screen, remembered, or their error state."""

    def asked(query: object, screen_data: object) -> tuple[View, T]:
        view, _ = parse_search(query, claims.offered())
        screen = read_screen(screen_data)
        charts = drawn(lambda: claims.remembered(make, claims, view, screen, large=True), failed, view, screen)
        return view, charts

    return asked


def drawn(make: Callable[[], T], failed: Callable[[Callable[[str], Chart]], T], view: View, screen: Screen) -> T:
    """``make()``, or the error state: charts that fail must not take the count and the table with them."""
    try:
        return make()
    except Exception:  # whatever it is, the reader is told and the log has it
        LOG.exception("charts failed for %s", write_search(view))
        return failed(lambda key: failed_chart(key, view.language, screen))


def figure_help(code: str | None, language: Language) -> str:
    """What a figure code (``growth-yoy``) means, in one or two sentences."""
    if code is None:
        return ""
    measure, comparison = split_figure(code)
    parts = [text(language, f"help_{measure}")]
    if comparison:
        parts.append(text(language, f"help_{comparison}"))
    return "".join(parts) if language is Language.ZH else " ".join(parts)


def with_value(options: list[Option], value: str | None) -> list[Option]:
    """The options, with the value among them: a control never shows an empty field for what is drawn."""
    if value is None or any(option["value"] == value for option in options):
        return options
    return [*options, {"value": value, "label": value}]
