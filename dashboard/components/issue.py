"""The issue set again as articles, every claim marked where it stands; beside it the list of its numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from dash import html

from dashboard.citation import printed_page
from dashboard.components.attribute import aria, data
from dashboard.components.overview import issue_link
from dashboard.components.source_panel import source_links
from dashboard.display import day_text, figure_text
from dashboard.language import Language, code_label, text
from dashboard.queries.issue import PrintedIssue
from dashboard.record import records

_STATUS_SIGN = {"target": "◇", "forecast": "□"}


@dataclass
class _Article:
    """One article: its headline, its page, its paragraphs of sentences."""

    title: str
    page: int | None
    paragraphs: list[tuple[str, list[dict[str, Any]]]] = field(default_factory=list)


def issue_view(issue: PrintedIssue, language: Language) -> list[Any]:
    """The whole issue: masthead, legend, articles, list of numbers."""
    articles = _articles(issue.sentences)
    marks: dict[str, list[dict[str, Any]]] = {}
    for row in records(issue.claims):
        marks.setdefault(row["sentence_id"], []).append(row)
    return [
        _masthead(issue, language),
        _legend(language),
        html.Div(
            [
                html.Div(
                    [_article(one, place, marks, language) for place, one in enumerate(articles)],
                    className="sheet",
                    lang="zh-CN",
                ),
                _numbers(issue.claims, language),
            ],
            className="issue-columns",
        ),
    ]


def _masthead(issue: PrintedIssue, language: Language) -> html.Div:
    row = issue.masthead
    parts = [day_text(row["issue_date"].date(), language)]
    parts += [row["weekday"]] if isinstance(row["weekday"], str) else []
    for key, name in (("number_line", "issue_number"), ("cumulative_line", "cumulative_number")):
        if not pd.isna(row[name]):
            parts.append(text(language, key, number=int(row[name])))
    parts.append(text(language, "issue_line", articles=int(row["articles"]), claims=len(issue.claims)))
    steps = [
        issue_link(f"{sign}{text(language, key)}", other)
        for key, sign, other in (("earlier_issue", "‹ ", issue.earlier), ("later_issue", "› ", issue.later))
        if other is not None
    ]
    return html.Div(
        [
            html.H2(f"《{row['publication']}》", lang="zh-CN"),
            html.P("　".join(parts), className="quiet"),
            html.Div(
                [
                    html.A(text(language, "all_issues"), href="/issues", **data(nav="1")),
                    *steps,
                    *source_links(row, language),
                    html.Button(
                        text(language, "copy_issue_link"),
                        type="button",
                        className="small",
                        **data(copy_issue=row["issue_id"]),
                    ),
                    html.Button(
                        text(language, "previous_number"), type="button", className="small", id="number-before"
                    ),
                    html.Button(text(language, "next_number"), type="button", className="small", id="number-after"),
                ],
                className="masthead-links",
            ),
        ],
        className="masthead",
    )


def _legend(language: Language) -> html.P:
    kinds = [
        html.Span(text(language, f"mark_{kind}"), className=f"claim kind-{kind}")
        for kind in ("economic", "technical", "other")
    ]
    parts: list[Any] = [f"{text(language, 'mark_legend')}：", *_spaced(kinds), "　", text(language, "mark_target")]
    return html.P(parts, className="quiet legend")


def _spaced(parts: list[Any]) -> list[Any]:
    return [piece for part in parts for piece in (part, " ")]


def _articles(sentences: pd.DataFrame) -> list[_Article]:
    """The sentences as articles and paragraphs, in reading order."""
    found: dict[str, _Article] = {}
    last: dict[str, int] = {}
    for row in records(sentences):
        title = row["article_title"] if isinstance(row["article_title"], str) else ""
        article = found.setdefault(row["article_id"], _Article(title, printed_page(row)))
        paragraph = int(row["paragraph"])
        if not article.paragraphs or last.get(row["article_id"]) != paragraph:
            article.paragraphs.append((row["role"], []))
            last[row["article_id"]] = paragraph
        article.paragraphs[-1][1].append(row)
    return list(found.values())


def _article(one: _Article, place: int, marks: dict[str, list[dict[str, Any]]], language: Language) -> html.Article:
    parts: list[Any] = []
    headed = any(role == "headline" for role, _ in one.paragraphs)
    if not headed:
        parts.append(html.H3(one.title or text(language, "untitled"), id=f"article-{place}"))
    for role, sentences in one.paragraphs:
        pieces = [piece for row in sentences for piece in marked(row["sentence"], marks.get(row["sentence_id"], []))]
        if role == "headline":
            parts.append(html.H3(pieces))
        else:
            parts.append(html.P(pieces, className="subhead" if role == "subhead" else ""))
    if one.page is not None:
        parts.insert(0, html.P(text(language, "page", page=one.page), className="quiet page-number", lang=language.tag))
    return html.Article(parts)


def marked(sentence: str, claims: list[dict[str, Any]]) -> list[Any]:
    """The sentence with a button for each number; one number with several meanings is one button with a count.

    Where the places of two claims overlap, the longer one that begins first is marked and holds the others.
    """
    pieces: list[Any] = []
    reached = 0
    ordered = sorted(claims, key=lambda row: (int(row["span_start"]), -int(row["span_end"])))
    groups: list[tuple[int, int, list[dict[str, Any]]]] = []
    for row in ordered:
        start, end = int(row["span_start"]), int(row["span_end"])
        if groups and start < groups[-1][1]:
            groups[-1][2].append(row)
        else:
            groups.append((start, end, [row]))
    for start, end, held in groups:
        pieces += [sentence[reached:start], _mark(sentence[start:end], held)]
        reached = end
    return [*pieces, sentence[reached:]]


def _mark(words: str, held: list[dict[str, Any]]) -> html.Button:
    first = held[0]
    inside: list[Any] = [_STATUS_SIGN.get(first["status"], ""), words]
    if len(held) > 1:
        inside.append(html.Sup(str(len(held))))
    return html.Button(
        inside,
        type="button",
        className=f"claim kind-{first['kind']}",
        **data(claim=first["claim_id"], held=" ".join(row["claim_id"] for row in held)),
    )


def _numbers(claims: pd.DataFrame, language: Language) -> html.Details:
    items = []
    for row in records(claims):
        whose = next((row[name] for name in ("subject", "sector", "indicator") if isinstance(row[name], str)), "")
        words = [
            html.Strong(figure_text(row)),
            html.Span(f" {whose} {row['indicator'] if isinstance(row['indicator'], str) else ''}"),
            html.Span(code_label(language, "kind", row["kind"]), className="tag"),
        ]
        items.append(html.Li(html.Button(words, type="button", className="number-item", **data(claim=row["claim_id"]))))
    return html.Details(
        [html.Summary(text(language, "issue_numbers", count=len(items))), html.Ol(items, tabIndex=0)],
        open=True,
        className="card numbers",
        id="numbers",
        **aria(label=text(language, "issue_numbers", count=len(items))),
    )
