"""From a view to the charts of 行业: heatmap, ranking and contributions, with the choices of their controls."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from dashboard.bits import Mask
from dashboard.charts import (
    Chart,
    Option,
    described,
    empty_chart,
    figure_name,
    joined,
    period_name,
    period_options,
    source_line,
)
from dashboard.choice import Plot, choose_period, choose_plot, code_of
from dashboard.contribution import contributions
from dashboard.figures.heatmap import MAX_COLUMNS, MAX_COLUMNS_NARROW, grid_of, heatmap, limit_text
from dashboard.figures.mark import label
from dashboard.figures.ranking import MAX_BARS, ranking
from dashboard.figures.theme import Heading
from dashboard.figures.waterfall import sum_text, waterfall
from dashboard.language import Language, figure_label, text
from dashboard.observation import Observation, Row
from dashboard.queries.outline import Outline, outlined
from dashboard.query import Claims
from dashboard.screen import Screen
from dashboard.sector_heatmap import Kept, heatmap_cells, keep
from dashboard.sector_tree import below, branches, tree_order
from dashboard.typed import offered_names
from dashboard.view import View


@dataclass(frozen=True, slots=True)
class SectorCharts:
    """The three figures, the choices and values of the controls, and the sectors that can be opened."""

    heatmap: Chart
    ranking: Chart
    waterfall: Chart
    plots: list[Option] = field(default_factory=list)
    plot: str | None = None
    figures: list[Option] = field(default_factory=list)
    figure: str | None = None
    periods: list[Option] = field(default_factory=list)
    period: str | None = None
    below: list[str] = field(default_factory=list)


GROWTH = "growth-yoy"
"""The figure that contributions explain."""
CHARTS = ("heatmap", "ranking", "waterfall")


def empty_sector_charts(view: View, screen: Screen) -> SectorCharts:
    """What is shown where the filter leaves nothing to draw."""
    heatmap, ranking, waterfall = (empty_chart(key, view.language, screen) for key in CHARTS)
    return SectorCharts(heatmap, ranking, waterfall)


def sector_charts(claims: Claims, view: View, screen: Screen) -> SectorCharts:
    """The charts of a view; empty states where the filter leaves nothing to draw."""
    plot = choose_plot(claims.plots(view.filter, view.figure.plot), view.figure)
    if plot is None:
        return empty_sector_charts(view, screen)
    own = view.figure.within
    within = None if own is None else [own, *below(own)]
    with outlined(claims, view.filter, (plot.plot, plot.measure, plot.comparison)) as seen:
        own_only = seen.within(within)
        periods = seen.periods(own_only) or seen.periods(seen.every)
        chosen = choose_period(periods, view.figure)
        if chosen is None:
            return empty_sector_charts(view, screen)
        drawn = _Drawn(plot, chosen, view.language, screen)
        heat, ranked = _heatmap(drawn, seen, own_only), _ranking(drawn, seen, own_only)
        openable = _openable(seen.sectors(), own)
        waterfall = _waterfall(drawn, claims, view, seen if plot.figure == GROWTH else None)
    return SectorCharts(
        heatmap=heat,
        ranking=ranked,
        waterfall=waterfall,
        plots=[{"value": name, "label": name} for name in offered_names(plot.plots, [plot.plot])],
        plot=plot.plot,
        figures=[{"value": code, "label": figure_name(code, view.language)} for code in plot.figures],
        figure=plot.figure,
        periods=period_options(periods, view.language),
        period=code_of(chosen),
        below=openable,
    )


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What one page draws: the plot and the chosen period's row."""

    plot: Plot
    chosen: Row
    language: Language
    screen: Screen

    def title(self, key: str) -> str:
        name = figure_label(self.language, self.plot.measure, self.plot.comparison)
        return text(self.language, key, indicator=self.plot.plot, figure=name)

    def heading(self, title: str, notes: list[str], rows: Sequence[Row]) -> Heading:
        source = source_line(rows, self.language)
        return Heading(title, joined(notes), self.language, self.screen.narrow, self.screen.dark, source)


def _openable(sizes: dict[str, int], within: str | None) -> list[str]:
    """The sectors one step down that have observations themselves or below them, in the order of the tree."""
    listed = branches(sizes)
    found = {branch.name for branch in listed}
    if within is not None:
        return [name for name in tree_order(below(within)) if name in found]
    return [branch.name for branch in listed if branch.depth <= 1 and any(name in found for name in below(branch.name))]


def _notes(drawn: _Drawn, kept: Kept) -> list[str]:
    notes = []
    if kept.aside:
        notes.append(text(drawn.language, "no_sectors", count=kept.aside))
    if kept.other_units:
        units = "、".join(sorted(kept.other_units))
        notes.append(text(drawn.language, "left_out", count=sum(kept.other_units.values()), units=units))
    return notes


def _ranking(drawn: _Drawn, seen: Outline, within: Mask) -> Chart:
    own = within & seen.of_periods([drawn.chosen])
    kept = keep(seen.sizes(own))
    if kept is None:
        return empty_chart("ranking", drawn.language, drawn.screen)
    own &= kept.of(seen)
    total = int(np.count_nonzero(own))
    marks = sorted(seen.read(seen.farthest(own, MAX_BARS)), key=lambda row: -row["value"])
    notes = [period_name(drawn.chosen, drawn.language), text(drawn.language, "unit_line", unit=kept.unit)]
    if total > len(marks):
        notes.append(text(drawn.language, "cut_off", total=total, shown=len(marks)))
    heading = drawn.heading(drawn.title("ranking_title"), notes + _notes(drawn, kept), marks)
    said = [f"{end['name']} {label(end)}" for end in (marks[0], marks[-1])]
    summary = text(drawn.language, "ranking_summary", top=said[0], bottom=said[1])
    return Chart(ranking(marks, heading), described(heading, summary), marks)


def _heatmap(drawn: _Drawn, seen: Outline, within: Mask) -> Chart:
    """Sectors by all periods that count time as the chosen one does."""
    most = MAX_COLUMNS_NARROW if drawn.screen.narrow else MAX_COLUMNS
    found = heatmap_cells(seen, drawn.chosen, within, most)
    if found is None:
        return empty_chart("heatmap", drawn.language, drawn.screen)
    columns = {code_of(period): _two_lines(period_name(period, drawn.language)) for period in found.periods}
    rows = [{**row, "column": columns[code_of(row)]} for row in seen.read(found.cells)]
    grid = grid_of(rows, _in_tree_order(rows), list(columns.values()))
    unit = found.kept.unit
    notes = [text(drawn.language, "unit_line", unit=unit), text(drawn.language, "help_blank")]
    if grid.beyond:
        notes.append(text(drawn.language, "heatmap_scale", limit=limit_text(grid, unit)))
        notes.append(text(drawn.language, "heatmap_clipped", count=grid.beyond))
    if found.names > len(grid.names):
        notes.append(text(drawn.language, "cut_off", total=found.names, shown=len(grid.names)))
    heading = drawn.heading(drawn.title("heatmap_title"), notes + _notes(drawn, found.kept), rows)
    sizes_said = {"rows": len(grid.names), "columns": len(grid.columns), "cells": len(grid.filled)}
    summary = text(drawn.language, "heatmap_summary", **sizes_said)
    return Chart(heatmap(grid, drawn.plot.measure, unit, heading), described(heading, summary), grid.filled)


def _in_tree_order(rows: Sequence[Observation]) -> list[str]:
    """The names of the rows, as their sectors stand in the tree."""
    order = {name: place for place, name in enumerate(tree_order({row["entity"] for row in rows}))}
    return list(dict.fromkeys(row["name"] for row in sorted(rows, key=lambda row: order[row["entity"]])))


_YEAR_FIRST = re.compile(r"([0-9]{4})年([^—末].*)")
_YEAR_LAST = re.compile(r"(.+) ([0-9]{4})")


def _two_lines(words: str) -> str:
    """``2019年1—5月`` over a narrow column: 1—5月 with the year below."""
    if found := _YEAR_FIRST.fullmatch(words):
        return f"{found[2]}\n{found[1]}"
    if found := _YEAR_LAST.fullmatch(words):
        return f"{found[1]}\n{found[2]}"
    return words


def _waterfall(drawn: _Drawn, claims: Claims, view: View, growth: Outline | None) -> Chart:
    language = drawn.language
    found = contributions(claims, view.filter, drawn.plot.plot, drawn.chosen, view.figure.within, growth)
    if not found.stacked:
        why = text(language, "waterfall_empty")
        return empty_chart("waterfall", language, drawn.screen, why)
    notes = [period_name(drawn.chosen, language), text(language, "unit_line", unit=found.unit)]
    if found.overlapping:
        notes.append(text(language, "waterfall_overlap", count=len(found.overlapping)))
    title = text(language, "waterfall_title", indicator=drawn.plot.plot)
    heading = drawn.heading(title, notes, [*found.stacked, *found.overlapping])
    summary = text(language, "waterfall_summary", count=len(found.stacked), total=sum_text(found.stacked))
    marks = [*found.stacked, *found.overlapping, *([found.total] if found.total else [])]
    figure = waterfall(found.stacked, found.total, replace(heading))
    return Chart(figure, described(heading, summary), marks)
