"""What all charts share: the figure, what a screen reader says of it, its marks as rows, and its headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from dashboard.choice import code_of
from dashboard.display import period_text
from dashboard.figures.theme import Heading, PlotlyFigure, empty
from dashboard.language import Language, figure_label, text
from dashboard.observation import Row
from dashboard.screen import Screen

Option = dict[str, str]

PAPERS_NAMED = 3


@dataclass(frozen=True, slots=True)
class Chart:
    """One figure, what a screen reader says of it, and the observations that its marks stand for."""

    figure: PlotlyFigure
    label: str
    marks: list[dict[str, Any]] = field(default_factory=list)


def figure_name(code: str, language: Language) -> str:
    """The words of a figure code."""
    measure, _, comparison = code.partition("-")
    return figure_label(language, measure, comparison or None)


def period_name(row: Row, language: Language) -> str:
    """The words of a period's row: first and last day and kind."""
    return period_text(row["period_start"], row["period_end"], row["kind"], language)


def period_options(periods: Sequence[Row], language: Language) -> list[Option]:
    """The periods to choose from, each with its number of observations."""
    return [{"value": code_of(row), "label": f"{period_name(row, language)}（{row['size']}）"} for row in periods]


def joined(parts: list[str]) -> str:
    """The parts that are not empty, between dots."""
    return " · ".join(part for part in parts if part)


def described(heading: Heading, summary: str) -> str:
    """What a screen reader says of a chart."""
    return text(heading.language, "chart_label", title=heading.title, subtitle=heading.subtitle, summary=summary)


def source_line(seen: Sequence[Row], language: Language) -> str:
    """Which newspapers of which days a figure was made from; empty for none."""
    if not seen:
        return ""
    papers = list(dict.fromkeys(row["publication"] for row in seen))
    names = ("、" if language is Language.ZH else ", ").join(
        f"《{name}》" if language is Language.ZH else name for name in papers[:PAPERS_NAMED]
    )
    if len(papers) > PAPERS_NAMED:
        names = text(language, "and_more", names=names, count=len(papers))
    days = [row["issue_date"] for row in seen]
    first, last = min(days).isoformat(), max(days).isoformat()
    return text(language, "source_line", papers=names, first=first, last=last)


def empty_chart(key: str, language: Language, screen: Screen, why: str | None = None) -> Chart:
    """A chart of nothing, which says so; ``key`` names it."""
    heading = Heading(text(language, key), "", language, screen.narrow, screen.dark)
    return Chart(empty(heading, why=why), f"{text(language, key)}：{text(language, 'not_reported')}")


def failed_chart(key: str, language: Language, screen: Screen) -> Chart:
    """A chart that says that drawing failed."""
    heading = Heading(text(language, key), "", language, screen.narrow, screen.dark)
    said = text(language, "chart_error")
    return Chart(empty(heading, said, text(language, "chart_error_help")), f"{text(language, key)}：{said}")
