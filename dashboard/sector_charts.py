"""From a view to the charts of 行业: heatmap, ranking and contributions, with the choices of their controls."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

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
from dashboard.choice import Plot, choose_period, choose_plot, periods_of
from dashboard.contribution import contributions
from dashboard.display import period_text
from dashboard.figures.heatmap import MAX_COLUMNS, MAX_COLUMNS_NARROW, MAX_ROWS, grid_of, heatmap, limit_text
from dashboard.figures.mark import label
from dashboard.figures.ranking import MAX_BARS, ranking
from dashboard.figures.series import paths
from dashboard.figures.theme import Heading
from dashboard.figures.waterfall import sum_text, waterfall
from dashboard.language import Language, figure_label, text
from dashboard.observed import Observed, beyond_note
from dashboard.record import records
from dashboard.screen import Screen
from dashboard.sector_tree import below, branches, tree_order
from dashboard.typed import offered_names
from dashboard.view import View

_ENOUGH_SECTORS = 3
"""From so many sectors on, subjects that are none (国有控股企业, a company) are left to the series and the table."""


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


CHARTS = ("heatmap", "ranking", "waterfall")


def empty_sector_charts(view: View, screen: Screen) -> SectorCharts:
    """What is shown where the filter leaves nothing to draw."""
    heatmap, ranking, waterfall = (empty_chart(key, view.language, screen) for key in CHARTS)
    return SectorCharts(heatmap, ranking, waterfall)


def sector_charts(observed: Observed, view: View, screen: Screen) -> SectorCharts:
    """The charts of a view; empty states where the filter leaves nothing to draw."""
    plot = choose_plot(observed.claims.plots(view.filter, view.figure.plot), view.figure)
    if plot is None:
        return empty_sector_charts(view, screen)
    found = observed(view.filter, plot.plot, plot.measure, plot.comparison)
    seen = found.rows
    within = _within(seen, view.figure.within)
    periods = periods_of(within if len(within) else seen)
    period = choose_period(periods, view.figure)
    chosen = records(periods[periods["code"] == period])[0]
    drawn = _Drawn(plot, within, chosen, view.language, screen, found.beyond)
    return SectorCharts(
        heatmap=_heatmap(drawn),
        ranking=_ranking(drawn),
        waterfall=_waterfall(drawn, observed, view),
        plots=[{"value": name, "label": name} for name in offered_names(plot.plots, [plot.plot])],
        plot=plot.plot,
        figures=[{"value": code, "label": figure_name(code, view.language)} for code in plot.figures],
        figure=plot.figure,
        periods=period_options(periods, view.language),
        period=period,
        below=_openable(seen, view.figure.within),
    )


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What one page draws: the plot, its observations, the chosen period's row."""

    plot: Plot
    seen: pd.DataFrame
    chosen: dict[str, Any]
    language: Language
    screen: Screen
    beyond: bool

    @property
    def of_period(self) -> pd.DataFrame:
        same = (self.seen["period_start"] == self.chosen["period_start"]) & (
            self.seen["period_end"] == self.chosen["period_end"]
        )
        found: pd.DataFrame = self.seen[same]
        return found

    def title(self, key: str) -> str:
        name = figure_label(self.language, self.plot.measure, self.plot.comparison)
        return text(self.language, key, indicator=self.plot.plot, figure=name)

    def heading(self, title: str, notes: list[str], rows: pd.DataFrame) -> Heading:
        source = source_line(rows, self.language)
        return Heading(title, joined(notes), self.language, self.screen.narrow, self.screen.dark, source)


def _within(seen: pd.DataFrame, within: str | None) -> pd.DataFrame:
    """The observations of a sector and of those right below it; all without one."""
    return seen if within is None else seen[seen["entity"].isin([within, *below(within)])]


def _openable(seen: pd.DataFrame, within: str | None) -> list[str]:
    """The sectors one step down that have observations themselves or below them, in the order of the tree."""
    sizes = {str(name): int(size) for name, size in seen["entity"].value_counts().items()}
    sectors = set(seen["sector"].dropna().unique())
    listed = branches({name: size for name, size in sizes.items() if name in sectors})
    found = {branch.name for branch in listed}
    if within is not None:
        return [name for name in tree_order(below(within)) if name in found]
    return [branch.name for branch in listed if branch.depth <= 1 and any(name in found for name in below(branch.name))]


def _sectors_only(rows: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    sectors = rows["entity"] == rows["sector"]
    aside = rows[~sectors] if sectors.sum() >= _ENOUGH_SECTORS else rows.iloc[0:0]
    return rows.drop(aside.index), len(aside)


def _one_unit(rows: pd.DataFrame) -> tuple[pd.DataFrame, str, pd.DataFrame]:
    unit = str(rows["unit"].value_counts(sort=True).index[0])
    return rows[rows["unit"] == unit], unit, rows[rows["unit"] != unit]


def _notes(drawn: _Drawn, aside: int, others: pd.DataFrame) -> list[str]:
    notes = beyond_note(drawn.beyond, drawn.language)
    if aside:
        notes.append(text(drawn.language, "no_sectors", count=aside))
    if len(others):
        units = "、".join(sorted(set(others["unit"])))
        notes.append(text(drawn.language, "left_out", count=len(others), units=units))
    return notes


def _ranking(drawn: _Drawn) -> Chart:
    rows, aside = _sectors_only(drawn.of_period)
    if rows.empty:
        return empty_chart("ranking", drawn.language, drawn.screen)
    rows, unit, others = _one_unit(rows)
    rows = rows.sort_values("value", ascending=False, key=lambda values: values.abs(), kind="stable")
    shown = rows.head(MAX_BARS)
    notes = [period_name(drawn.chosen, drawn.language), text(drawn.language, "unit_line", unit=unit)]
    if len(rows) > len(shown):
        notes.append(text(drawn.language, "cut_off", total=len(rows), shown=len(shown)))
    heading = drawn.heading(drawn.title("ranking_title"), notes + _notes(drawn, aside, others), shown)
    marks = records(shown.sort_values("value", ascending=False, kind="stable"))
    said = [f"{end['name']} {label(end)}" for end in (marks[0], marks[-1])]
    summary = text(drawn.language, "ranking_summary", top=said[0], bottom=said[1])
    return Chart(ranking(shown, heading), described(heading, summary), marks)


def _heatmap(drawn: _Drawn) -> Chart:
    """Sectors by all periods that count time as the chosen one does."""
    seen = drawn.seen.assign(path=paths(drawn.seen))
    own = seen[
        (seen["period_start"] == drawn.chosen["period_start"]) & (seen["period_end"] == drawn.chosen["period_end"])
    ]
    rows = seen[(seen["path"] == own["path"].iloc[0]) & (seen["status"] == "actual")]
    if rows.empty:
        return empty_chart("heatmap", drawn.language, drawn.screen)
    rows, aside = _sectors_only(rows)
    rows, unit, others = _one_unit(rows)
    most = MAX_COLUMNS_NARROW if drawn.screen.narrow else MAX_COLUMNS
    columns = _columns(rows, drawn, most)
    ends = zip(rows["period_start"].tolist(), rows["period_end"].tolist(), strict=True)
    rows = rows.assign(column=[columns.get(pair, "") for pair in ends])
    rows = rows[rows["column"] != ""]
    sizes = rows["name"].value_counts(sort=True)
    kept = set(sizes.index[:MAX_ROWS])
    names = list(dict.fromkeys(rows.sort_values("entity", key=_places, kind="stable")["name"].tolist()))
    shown = rows[rows["name"].isin(kept)].drop_duplicates(["name", "column"])
    grid = grid_of(shown, [name for name in names if name in kept], list(columns.values()))
    notes = [text(drawn.language, "unit_line", unit=unit), text(drawn.language, "help_blank")]
    if grid.beyond:
        notes.append(text(drawn.language, "heatmap_scale", limit=limit_text(grid, unit)))
        notes.append(text(drawn.language, "heatmap_clipped", count=grid.beyond))
    if len(names) > len(grid.names):
        notes.append(text(drawn.language, "cut_off", total=len(names), shown=len(grid.names)))
    heading = drawn.heading(drawn.title("heatmap_title"), notes + _notes(drawn, aside, others), rows)
    sizes_said = {"rows": len(grid.names), "columns": len(grid.columns), "cells": len(grid.filled)}
    summary = text(drawn.language, "heatmap_summary", **sizes_said)
    return Chart(heatmap(grid, drawn.plot.measure, unit, heading), described(heading, summary), grid.filled)


def _places(entities: pd.Series[str]) -> pd.Series[int]:
    order = {name: place for place, name in enumerate(tree_order(set(entities.unique())))}
    return entities.map(order)


def _columns(rows: pd.DataFrame, drawn: _Drawn, most: int) -> dict[tuple[pd.Timestamp, pd.Timestamp], str]:
    """The periods that the grid shows, the earliest first: up to the latest, or around the chosen one."""
    pairs = rows.groupby(["period_start", "period_end"], sort=True)["period_kind"].first().reset_index()
    pairs = pairs.sort_values(["period_end", "period_start"]).reset_index(drop=True)
    at = pairs.index[pairs["period_end"] == drawn.chosen["period_end"]]
    last = min(max(int(at[-1]) + 1 if len(at) else len(pairs), most), len(pairs))
    shown = records(pairs.iloc[max(last - most, 0) : last])
    return {
        (row["period_start"], row["period_end"]): _two_lines(
            period_text(row["period_start"].date(), row["period_end"].date(), row["period_kind"], drawn.language)
        )
        for row in shown
    }


_YEAR_FIRST = re.compile(r"([0-9]{4})年([^—末].*)")
_YEAR_LAST = re.compile(r"(.+) ([0-9]{4})")


def _two_lines(words: str) -> str:
    """``2019年1—5月`` over a narrow column: 1—5月 with the year below."""
    if found := _YEAR_FIRST.fullmatch(words):
        return f"{found[2]}\n{found[1]}"
    if found := _YEAR_LAST.fullmatch(words):
        return f"{found[1]}\n{found[2]}"
    return words


def _waterfall(drawn: _Drawn, observed: Observed, view: View) -> Chart:
    language = drawn.language
    found = contributions(observed, view.filter, drawn.plot.plot, drawn.chosen, view.figure.within)
    if not found.stacked:
        why = text(language, "waterfall_empty")
        return empty_chart("waterfall", language, drawn.screen, why)
    notes = [period_name(drawn.chosen, language), text(language, "unit_line", unit=found.unit)]
    if found.overlapping:
        notes.append(text(language, "waterfall_overlap", count=len(found.overlapping)))
    title = text(language, "waterfall_title", indicator=drawn.plot.plot)
    rows = pd.DataFrame([*found.stacked, *found.overlapping])
    heading = drawn.heading(title, notes, rows)
    summary = text(language, "waterfall_summary", count=len(found.stacked), total=sum_text(found.stacked))
    marks = [*found.stacked, *found.overlapping, *([found.total] if found.total else [])]
    figure = waterfall(found.stacked, found.total, replace(heading))
    return Chart(figure, described(heading, summary), marks)
