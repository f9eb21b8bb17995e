"""From a view to the chart of 时间: one or more indicators or sectors from period to period, with its controls."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pandas as pd

from dashboard.charts import Chart, Option, described, empty_chart, figure_name, joined, source_line
from dashboard.choice import Plot, choose_plot, choose_whose, names_by_size
from dashboard.figures.series import MAX_FACETS, facets_of, paths, series
from dashboard.figures.theme import Heading
from dashboard.language import figure_label, text
from dashboard.observed import Observed, beyond_note
from dashboard.record import records
from dashboard.screen import Screen
from dashboard.typed import offered_names
from dashboard.view import View

NAMES_OFFERED = 400


@dataclass(frozen=True, slots=True)
class TimeCharts:
    """The series, and the choices and values of its controls."""

    series: Chart
    plots: list[Option] = field(default_factory=list)
    plot: list[str] = field(default_factory=list)
    figures: list[Option] = field(default_factory=list)
    figure: str | None = None
    names: list[Option] = field(default_factory=list)
    whose: list[str] = field(default_factory=list)


def time_charts(observed: Observed, view: View, screen: Screen) -> TimeCharts:
    """The chart of a view; an empty state where the filter leaves nothing to draw."""
    plot = choose_plot(observed.claims.plots(view.filter, view.figure.plot), view.figure)
    if plot is None:
        return TimeCharts(empty_chart("series", view.language, screen))
    seen, displaced, beyond = _read(observed, view, plot)
    names = names_by_size(seen)
    whose = choose_whose(names, view.figure) if len(plot.chosen) == 1 else _one_each(seen, names, view)
    kept = _in_order(seen, whose)
    others = displaced[displaced["name"].isin(whose)] if len(displaced) else displaced
    return TimeCharts(
        series=_series(kept, others, plot, view, screen, beyond),
        plots=[{"value": name, "label": name} for name in offered_names(plot.plots, plot.chosen)],
        plot=list(plot.chosen),
        figures=[{"value": code, "label": figure_name(code, view.language)} for code in plot.figures],
        figure=plot.figure,
        names=[{"value": name, "label": name} for name in names[:NAMES_OFFERED]],
        whose=whose,
    )


def _read(observed: Observed, view: View, plot: Plot) -> tuple[pd.DataFrame, pd.DataFrame, bool]:
    """The observations of every chosen indicator; of several, each name says which; True if there were too many."""
    found = [observed(view.filter, name, plot.measure, plot.comparison) for name in plot.chosen]
    beyond = any(one.beyond for one in found)
    if len(found) == 1:
        return found[0].rows, found[0].displaced, beyond
    told = [(_told(one.rows, name), _told(one.displaced, name)) for one, name in zip(found, plot.chosen, strict=True)]
    rows, displaced = (pd.concat([pair[side] for pair in told], ignore_index=True) for side in (0, 1))
    return rows, displaced, beyond


def _told(rows: pd.DataFrame, indicator: str) -> pd.DataFrame:
    if rows.empty:
        return rows
    return rows.assign(name=rows["name"].where(rows["name"] == indicator, rows["name"] + "·" + indicator))


def _one_each(seen: pd.DataFrame, names: list[str], view: View) -> list[str]:
    """The reader's choice, or the fullest series of each indicator."""
    kept = [name for name in view.figure.whose if name in names]
    if kept:
        return kept
    indicators = dict(zip(seen["name"], seen["indicator"], strict=True))
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(indicators[name], name)
    return list(first.values())


def _in_order(seen: pd.DataFrame, whose: list[str]) -> pd.DataFrame:
    """The observations of the chosen series, in the order of the choice, so that each keeps its colour."""
    chosen = seen[seen["name"].isin(whose)]
    return chosen.sort_values("name", key=lambda names: names.map(whose.index), kind="stable")


def _series(rows: pd.DataFrame, displaced: pd.DataFrame, plot: Plot, view: View, screen: Screen, beyond: bool) -> Chart:
    language = view.language
    name = figure_label(language, plot.measure, plot.comparison)
    indicators = ("、" if language.tag.startswith("zh") else ", ").join(plot.chosen)
    title = text(language, "series_title", indicator=indicators, figure=name)
    facets = facets_of(rows.assign(path=paths(rows))) if len(rows) else []
    notes = beyond_note(beyond, language)
    if view.filter.as_of:
        notes.append(f"{text(language, 'as_of')} {view.filter.as_of}")
    if len(facets) > MAX_FACETS:
        notes.append(text(language, "cut_off", total=len(facets), shown=MAX_FACETS))
    source = source_line(rows, language)
    heading = Heading(title, joined(notes), language, screen.narrow, screen.dark, source)
    summary = text(language, "series_summary", series=rows["name"].nunique(), points=len(rows))
    units = text(language, "unit_line", unit="、".join(dict.fromkeys(unit for _, unit in facets)))
    label = described(replace(heading, subtitle=joined([units, *notes])), summary)
    marks = records(rows.sort_values(["name", "period_end"], kind="stable")) + records(displaced)
    return Chart(series(rows, heading, displaced), label, marks)
