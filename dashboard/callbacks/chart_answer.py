"""What a chart's callback sets: figure, spoken label, marks as a table; and the error state that spares the rest."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from dash import Output

from dashboard.charts import Chart, Option, failed_chart
from dashboard.components.chart_card import marks_table
from dashboard.language import Language, text
from dashboard.screen import Screen
from dashboard.view import View, split_figure, write_search

LOG = logging.getLogger("baoshu.dashboard")
T = TypeVar("T")


def chart_outputs(*names: str) -> dict[str, Output]:
    """The outputs of the charts of these names."""
    found: dict[str, Output] = {}
    for name in names:
        found[name] = Output(f"graph-{name}", "figure")
        found[f"{name}_label"] = Output(f"figure-{name}", "aria-label")
        found[f"{name}_marks"] = Output(f"marks-{name}", "children")
    return found


def chart_answer(name: str, chart: Chart, language: Language) -> dict[str, Any]:
    """The values for ``chart_outputs(name)``."""
    return {name: chart.figure, f"{name}_label": chart.label, f"{name}_marks": marks_table(chart, language)}


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
