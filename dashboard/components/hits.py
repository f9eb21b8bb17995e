"""The sentences that a search found, the words looked for highlighted, each with its claims to open."""

from __future__ import annotations

from typing import Any

import pandas as pd
from dash import html

from dashboard.components.attribute import data
from dashboard.components.heading import source_button
from dashboard.components.overview import issue_link
from dashboard.display import day_text, figure_text
from dashboard.fold import Span
from dashboard.language import Language, text
from dashboard.record import records
from dashboard.search import Hit, marked

SHOWN = 20
"""So many sentences at a time."""
_CLAIMS_SHOWN = 12


def highlighted(words: str, places: tuple[Span, ...]) -> list[Any]:
    """The words with the places marked."""
    return [html.Mark(piece, className="hit") if found else piece for piece, found in marked(words, places)]


def hit_list(
    found: tuple[int, list[Hit]], claims: pd.DataFrame, after: int, looked_for: str, language: Language
) -> list[Any]:
    """A page of sentences; ``claims`` are the rows of their claims by ``claim_id``."""
    total, hits = found
    if not hits and not after:
        return [html.P(text(language, "hits_none", text=looked_for), className="quiet", role="status")]
    last = after + len(hits)
    count = text(language, "hits_count", text=looked_for, total=f"{total:,}", first=after + 1, last=last)
    rows = {str(row["claim_id"]): row for row in records(claims)}
    return [
        html.P(count, className="quiet", role="status"),
        html.Ul([html.Li(_hit(hit, rows, language)) for hit in hits], className="hits"),
        html.Div(_steps(after, last, total, language), className="copies"),
    ]


def _hit(hit: Hit, rows: dict[str, dict[str, Any]], language: Language) -> list[Any]:
    place = f"《{hit.publication}》{day_text(hit.issue_date, language)}"
    if hit.page is not None:
        place += f" {text(language, 'page', page=hit.page)}"
    title = highlighted(hit.title, hit.title_spans) if hit.title and hit.role != "headline" else []
    figures = [source_button(each, figure_text(rows[each])) for each in hit.claim_ids[:_CLAIMS_SHOWN] if each in rows]
    count = (
        text(language, "hits_claims", count=len(hit.claim_ids)) if hit.claim_ids else text(language, "hits_no_claim")
    )
    return [
        html.P(highlighted(hit.sentence, hit.spans), lang="zh-CN", className="hit-sentence"),
        html.P(
            [issue_link(place, hit.issue_id), html.Span(title, lang="zh-CN"), html.Span(count), *figures],
            className="quiet hit-place",
        ),
    ]


def _steps(after: int, last: int, total: int, language: Language) -> list[Any]:
    steps = []
    for key, to, there in (("earlier", max(after - SHOWN, 0), after > 0), ("later", last, last < total)):
        if there:
            more = data(set="after", to=str(to) if to else "")
            steps.append(html.Button(text(language, f"hits_{key}"), type="button", className="small", **more))
    return steps
