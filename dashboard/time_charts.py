"""From a view to the chart of 时间: one or more indicators or sectors from period to period, with its controls."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace

from dashboard.charts import Chart, Option, described, empty_chart, figure_name, joined, source_line
from dashboard.choice import Plot, by_size, choose_plot, choose_whose
from dashboard.figures.series import MAX_FACETS, facets_of, series
from dashboard.figures.theme import Heading
from dashboard.language import figure_label, text
from dashboard.observation import Observation, displaced
from dashboard.queries.outline import Name, outlined
from dashboard.query import Claims
from dashboard.screen import Screen
from dashboard.time_path import with_paths
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


def time_charts(claims: Claims, view: View, screen: Screen) -> TimeCharts:
    """The chart of a view; an empty state where the filter leaves nothing to draw."""
    plot = choose_plot(claims.plots(view.filter, view.figure.plot), view.figure)
    if plot is None:
        return TimeCharts(empty_chart("series", view.language, screen))
    names, whose, rows = _read(claims, view, plot)
    rows.sort(key=lambda row: whose.index(row["name"]))  # each series keeps its colour
    return TimeCharts(
        series=_series(rows, displaced(rows), plot, view, screen),
        plots=[{"value": name, "label": name} for name in offered_names(plot.plots, plot.chosen)],
        plot=list(plot.chosen),
        figures=[{"value": code, "label": figure_name(code, view.language)} for code in plot.figures],
        figure=plot.figure,
        names=[{"value": name, "label": name} for name in names],
        whose=whose,
    )


def _read(claims: Claims, view: View, plot: Plot) -> tuple[list[str], list[str], list[Observation]]:
    """Whose figures there are, whose are chosen, and their observations; of several indicators each name says which."""
    several = len(plot.chosen) > 1
    with ExitStack() as opened:
        outlines = {
            indicator: opened.enter_context(outlined(claims, view.filter, (indicator, plot.measure, plot.comparison)))
            for indicator in plot.chosen
        }
        told: dict[str, tuple[str, Name]] = {}
        sizes: dict[str, int] = {}
        for indicator, seen in outlines.items():
            for name, size in seen.names(NAMES_OFFERED, view.figure.whose):
                words = _told(name.words, indicator) if several else name.words
                told[words], sizes[words] = (indicator, name), size
        names = by_size(list(sizes.items()))
        indicators = {words: indicator for words, (indicator, _) in told.items()}
        whose = _one_each(indicators, names, view) if several else choose_whose(names, view.figure)
        rows: list[Observation] = []
        for indicator, seen in outlines.items():
            own = {told[words][1]: words for words in whose if indicators[words] == indicator}
            spelt = {name.words: words for name, words in own.items()}
            rows += [{**row, "name": spelt[row["name"]]} for row in seen.of_names(list(own))]
    return names, whose, rows


def _told(name: str, indicator: str) -> str:
    return name if name == indicator else f"{name}·{indicator}"


def _one_each(indicators: Mapping[str, str], names: list[str], view: View) -> list[str]:
    """The reader's choice, or the fullest series of each indicator."""
    kept = [name for name in view.figure.whose if name in indicators]
    if kept:
        return kept
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(indicators[name], name)
    return list(first.values())


def _series(rows: list[Observation], others: list[Observation], plot: Plot, view: View, screen: Screen) -> Chart:
    language = view.language
    name = figure_label(language, plot.measure, plot.comparison)
    indicators = ("、" if language.tag.startswith("zh") else ", ").join(plot.chosen)
    title = text(language, "series_title", indicator=indicators, figure=name)
    facets = facets_of(with_paths(rows))
    notes = [f"{text(language, 'as_of')} {view.filter.as_of}"] if view.filter.as_of else []
    if len(facets) > MAX_FACETS:
        notes.append(text(language, "cut_off", total=len(facets), shown=MAX_FACETS))
    source = source_line(rows, language)
    heading = Heading(title, joined(notes), language, screen.narrow, screen.dark, source)
    summary = text(language, "series_summary", series=len({row["name"] for row in rows}), points=len(rows))
    units = text(language, "unit_line", unit="、".join(dict.fromkeys(unit for _, unit in facets)))
    label = described(replace(heading, subtitle=joined([units, *notes])), summary)
    marks = sorted(rows, key=lambda row: (row["name"], row["period_end"])) + others
    return Chart(series(rows, heading, others), label, marks)
