"""From a view to its two figures with their controls: reads claims, makes observations, chooses, draws."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pandas as pd

from dashboard.choice import Plot, choose_period, choose_plot, choose_whose, names_by_size, periods_of
from dashboard.display import period_text
from dashboard.figures.mark import label, named
from dashboard.figures.ranking import MAX_BARS, ranking
from dashboard.figures.series import MAX_FACETS, facets_of, paths, series
from dashboard.figures.theme import Heading, PlotlyFigure, empty
from dashboard.language import Language, figure_label, text
from dashboard.observation import observations
from dashboard.query import Claims
from dashboard.record import records
from dashboard.view import View

Option = dict[str, str]


@dataclass(frozen=True, slots=True)
class Chart:
    """One figure and what a screen reader says of it."""

    figure: PlotlyFigure
    label: str


@dataclass(frozen=True, slots=True)
class Charts:
    """Both figures, and the choices and values of their controls."""

    ranking: Chart
    series: Chart
    plots: list[Option] = field(default_factory=list)
    plot: str | None = None
    figures: list[Option] = field(default_factory=list)
    figure: str | None = None
    periods: list[Option] = field(default_factory=list)
    period: str | None = None
    names: list[Option] = field(default_factory=list)
    whose: list[str] = field(default_factory=list)


def draw_charts(claims: Claims, view: View, narrow: bool) -> Charts:
    """The charts of a view; empty states where the filter leaves nothing to draw."""
    language = view.language
    plot = choose_plot(claims.plots(view.filter), view.figure)
    if plot is None:
        return Charts(_empty("ranking", language, narrow), _empty("series", language, narrow))
    seen = named(observations(claims.plotted(view.filter, plot.plot, plot.measure, plot.comparison)))
    periods = periods_of(seen)
    period = choose_period(periods, view.figure)
    names = names_by_size(seen)
    whose = choose_whose(names, view.figure)
    return Charts(
        ranking=_ranking(seen, plot, periods, period, language, narrow),
        series=_series(_in_order(seen, whose), plot, language, narrow),
        plots=[{"value": name, "label": name} for name in plot.plots],
        plot=plot.plot,
        figures=[{"value": code, "label": _figure_name(code, language)} for code in plot.figures],
        figure=plot.figure,
        periods=[
            {"value": row["code"], "label": f"{_period_name(row, language)}（{row['size']}）"}
            for row in records(periods)
        ],
        period=period,
        names=[{"value": name, "label": name} for name in names],
        whose=whose,
    )


def failed_charts(language: Language, narrow: bool, words: str) -> Charts:
    """The charts that say that drawing failed."""
    ranking_heading, series_heading = (
        Heading(text(language, key), "", language, narrow) for key in ("ranking", "series")
    )
    said = text(language, "chart_error")
    return Charts(Chart(empty(ranking_heading, said), words), Chart(empty(series_heading, said), words))


_ENOUGH_SECTORS = 3
"""From so many sectors on, subjects that are none (国有控股企业, a company) are left to the series and the table."""


def _figure_name(code: str, language: Language) -> str:
    measure, _, comparison = code.partition("-")
    return figure_label(language, measure, comparison or None)


def _period_name(row: dict[str, object], language: Language) -> str:
    start, end = pd.Timestamp(row["period_start"]), pd.Timestamp(row["period_end"])  # type: ignore[arg-type]
    kind = row["kind"] if isinstance(row["kind"], str) else None
    return period_text(start.date(), end.date(), kind, language)


def _empty(key: str, language: Language, narrow: bool) -> Chart:
    heading = Heading(text(language, key), "", language, narrow)
    return Chart(empty(heading), f"{text(language, key)}：{text(language, 'not_reported')}")


def _join(parts: list[str]) -> str:
    return " · ".join(part for part in parts if part)


def _described(heading: Heading, summary: str) -> str:
    return text(heading.language, "chart_label", title=heading.title, subtitle=heading.subtitle, summary=summary)


def _ranking(
    seen: pd.DataFrame, plot: Plot, periods: pd.DataFrame, period: str | None, language: Language, narrow: bool
) -> Chart:
    row = records(periods[periods["code"] == period])[0]
    rows = seen[(seen["period_start"] == row["period_start"]) & (seen["period_end"] == row["period_end"])]
    sectors = rows["entity"] == rows["sector"]
    aside = rows[~sectors] if sectors.sum() >= _ENOUGH_SECTORS else rows.iloc[0:0]
    rows = rows.drop(aside.index)
    unit = str(rows["unit"].value_counts(sort=True).index[0])
    others = rows[rows["unit"] != unit]
    rows = rows[rows["unit"] == unit].sort_values("value", ascending=False, key=lambda v: v.abs(), kind="stable")
    shown = rows.head(MAX_BARS)
    notes = [_period_name(row, language), text(language, "unit_line", unit=unit)]
    if len(rows) > len(shown):
        notes.append(text(language, "cut_off", total=len(rows), shown=len(shown)))
    if len(aside):
        notes.append(text(language, "no_sectors", count=len(aside)))
    if len(others):
        units = "、".join(sorted(set(others["unit"])))
        notes.append(text(language, "left_out", count=len(others), units=units))
    figure_name = figure_label(language, plot.measure, plot.comparison)
    title = text(language, "ranking_title", indicator=plot.plot, figure=figure_name)
    heading = Heading(title, _join(notes), language, narrow)
    ends = [shown.loc[shown["value"].idxmax()], shown.loc[shown["value"].idxmin()]]
    said = [f"{end['name']} {label(end.to_dict())}" for end in ends]
    summary = text(language, "ranking_summary", top=said[0], bottom=said[1])
    return Chart(ranking(shown, heading), _described(heading, summary))


def _in_order(seen: pd.DataFrame, whose: list[str]) -> pd.DataFrame:
    """The observations of the chosen series, in the order of the choice, so that each keeps its colour."""
    chosen = seen[seen["name"].isin(whose)]
    return chosen.sort_values("name", key=lambda names: names.map(whose.index), kind="stable")


def _series(rows: pd.DataFrame, plot: Plot, language: Language, narrow: bool) -> Chart:
    figure_name = figure_label(language, plot.measure, plot.comparison)
    title = text(language, "series_title", indicator=plot.plot, figure=figure_name)
    facets = facets_of(rows.assign(path=paths(rows)))
    notes = []
    if len(facets) > MAX_FACETS:
        notes.append(text(language, "cut_off", total=len(facets), shown=MAX_FACETS))
    heading = Heading(title, _join(notes), language, narrow)
    summary = text(language, "series_summary", series=rows["name"].nunique(), points=len(rows))
    units = text(language, "unit_line", unit="、".join(dict.fromkeys(unit for _, unit in facets)))
    return Chart(series(rows, heading), _described(replace(heading, subtitle=_join([units, *notes])), summary))
