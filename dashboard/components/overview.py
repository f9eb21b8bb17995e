"""The front page: headline indicators, what the latest issue adds, how fresh each newspaper is, the latest issues."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

import pandas as pd
from dash import html

from dashboard.components.attribute import data
from dashboard.components.heading import source_button
from dashboard.components.plain_table import plain_table
from dashboard.components.sparkline import sparkline
from dashboard.display import day_text
from dashboard.figures.mark import label, period_of
from dashboard.figures.theme import DARK, LIGHT
from dashboard.headline import Headline
from dashboard.language import Language, text
from dashboard.record import records

LATE = 2.0
"""A newspaper is late when nothing came for so many of its usual intervals."""


def link(words: Any, path: str, parameters: dict[str, str], name: str = "") -> html.A:
    """A link to another page of the dashboard that keeps the language."""
    search = "?" + urlencode(parameters) if parameters else ""
    return html.A(words, href=path + search, className=name, **data(nav="1"))


def issue_link(words: Any, issue_id: str) -> html.A:
    """A link to an issue."""
    return link(words, "/issues", {"issue": issue_id})


def tiles(found: list[Headline], language: Language, dark: bool) -> Any:
    """One tile for each headline indicator."""
    if not found:
        return html.P(text(language, "not_reported"), className="quiet")
    return html.Ul([html.Li(_tile(each, language, dark), className="tile") for each in found], className="tiles")


def _tile(each: Headline, language: Language, dark: bool) -> list[Any]:
    latest, name = each.latest, each.name(language)
    when, what = period_of(latest, language), label(latest)
    whose = latest["name"] if latest["name"] != latest["indicator"] else ""
    return [
        html.Div([html.Strong(name), html.Span(whose, className="quiet")], className="tile-name"),
        html.Div(
            [
                source_button(
                    latest["claim_id"], what, f"{name} {whose} {when} {what}：{text(language, 'open_source')}"
                ),
                html.Span(when, className="quiet"),
            ],
            className="tile-value",
        ),
        _spark(each, name, language, dark),
        html.Div(
            [
                html.Span(_before(each, language), className="quiet"),
                link(text(language, "see_series"), "/timeline", {"plot": latest["indicator"], "figure": each.figure}),
            ],
            className="tile-foot",
        ),
    ]


def _spark(each: Headline, name: str, language: Language, dark: bool) -> Any:
    values = [float(point["value"]) for point in each.points]
    if len(values) < 2:
        return None
    first, last = (period_of(each.points[place], language) for place in (0, -1))
    colours = DARK if dark else LIGHT
    words = text(language, "sparkline", name=name, count=len(values), first=first, last=last)
    return html.Img(src=sparkline(values, colours.up, colours.zero), alt=words, width=132, height=36, className="spark")


def _before(each: Headline, language: Language) -> str:
    if each.before is None:
        return text(language, "no_previous")
    return text(language, "previous_value", value=label(each.before), period=period_of(each.before, language))


def new_figures_list(found: list[Headline], language: Language) -> Any:
    """The new figures of the latest issue, each with the period before."""
    if not found:
        return html.P(text(language, "nothing_new"), className="quiet")
    heads = [text(language, key) for key in ("figure_column", "whose_column", "period_column")]
    heads += [text(language, "plot"), text(language, "before_column")]
    rows = []
    for each in found:
        latest, name = each.latest, each.name(language)
        before = text(language, "first_time") if each.before is None else _before(each, language)
        said = f"{name} {latest['name']} {label(latest)}：{text(language, 'open_source')}"
        rows.append(
            html.Tr(
                [
                    html.Td(source_button(latest["claim_id"], label(latest), said), className="number"),
                    html.Th(latest["name"], scope="row"),
                    html.Td(period_of(latest, language)),
                    html.Td(name),
                    html.Td(before, className="quiet"),
                ]
            )
        )
    return plain_table(heads, rows, text(language, "new_figures"))


def freshness_table(rows: pd.DataFrame, today: date, language: Language) -> Any:
    """How fresh each newspaper is, told in words beside the colour."""
    keys = ("publication_column", "latest_issue", "fresh_state", "rhythm", "issues_column", "claims_column")
    body = []
    for row in records(rows):
        rhythm = None if pd.isna(row["rhythm"]) else round(float(row["rhythm"]))
        state, late = _freshness(rhythm, (today - row["latest"].date()).days, language)
        body.append(
            html.Tr(
                [
                    html.Th(row["publication"], scope="row"),
                    html.Td(issue_link(day_text(row["latest"].date(), language), row["latest_id"])),
                    html.Td(html.Span(state, className="tag tag-late" if late else "tag")),
                    html.Td(text(language, "rhythm_days", days=rhythm) if rhythm else "—"),
                    html.Td(f"{int(row['issues']):,}", className="number"),
                    html.Td(f"{int(row['claims']):,}", className="number"),
                ]
            )
        )
    return plain_table([text(language, key) for key in keys], body, text(language, "freshness"))


def _freshness(rhythm: int | None, days: int, language: Language) -> tuple[str, bool]:
    """What is said of a newspaper whose latest issue is so many days old, and whether it is late.

    Of one whose usual interval nobody knows yet, for it has a single issue, neither can be said.
    """
    if rhythm is None:
        return f"○ {text(language, 'unknown_rhythm')}", False
    late = days > max(rhythm * LATE, 3)
    return (f"△ {text(language, 'late', days=days)}", True) if late else (f"● {text(language, 'fresh')}", False)


def issue_list(rows: pd.DataFrame, titles: dict[str, str], language: Language) -> Any:
    """Issues with their first headline and what is in them, each a link to the issue."""
    items = []
    for row in records(rows):
        day = day_text(row["issue_date"].date(), language)
        counts = text(language, "issue_line", articles=int(row["articles"]), claims=int(row["claims"]))
        items.append(
            html.Li(
                [
                    issue_link(f"《{row['publication']}》{day}", row["issue_id"]),
                    html.Span(titles.get(row["issue_id"], ""), lang="zh-CN"),
                    html.Span(counts, className="quiet"),
                ]
            )
        )
    return html.Ul(items, className="issue-list")
