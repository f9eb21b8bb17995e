"""What a search finds, ready to be shown: sentences and headlines with the places to highlight, and their claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard.filter import Filter
from dashboard.fold import Span, spans, terms
from dashboard.queries.passage import found_passages
from dashboard.query import Claims
from dashboard.record import records


@dataclass(frozen=True, slots=True)
class Hit:
    """One sentence that the search found.

    ``spans`` and ``title_spans`` are the characters to highlight; both are empty where only the name that was read
    from the sentence (its indicator, its sector) holds the text. ``claim_ids`` are its claims under the filter.
    """

    issue_id: str
    publication: str
    issue_date: date
    page: int | None
    article_id: str
    title: str | None
    title_spans: tuple[Span, ...]
    sentence_id: str
    role: str
    sentence: str
    spans: tuple[Span, ...]
    claim_ids: tuple[str, ...]


def search(claims: Claims, narrowed: Filter, first: int = 0, rows: int = 50) -> tuple[int, list[Hit]]:
    """How many sentences the filter's text is found in, and ``rows`` of them from ``first`` on, the latest first."""
    if not terms(narrowed.text):
        return 0, []
    total, found = found_passages(claims, narrowed, first, rows)
    return total, [_hit(row, terms(narrowed.text)) for row in records(found)]


def marked(text: str, places: tuple[Span, ...]) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it is to be highlighted; together they are the text."""
    pieces: list[tuple[str, bool]] = []
    done = 0
    for start, end in places:
        pieces += [(text[done:start], False), (text[start:end], True)]
        done = end
    pieces.append((text[done:], False))
    return [piece for piece in pieces if piece[0]]


def _hit(row: dict[str, object], looked_for: tuple[str, ...]) -> Hit:
    title = row["article_title"] if isinstance(row["article_title"], str) else None
    page, sentence, claim_ids = row["page"], str(row["sentence"]), row["claim_ids"]
    assert isinstance(claim_ids, list)
    return Hit(
        issue_id=str(row["issue_id"]),
        publication=str(row["publication"]),
        issue_date=row["issue_date"].date(),  # type: ignore[attr-defined]
        page=None if page is None or page != page else int(page),  # type: ignore[call-overload]
        article_id=str(row["article_id"]),
        title=title,
        title_spans=tuple(spans(title or "", looked_for)),
        sentence_id=str(row["sentence_id"]),
        role=str(row["role"]),
        sentence=sentence,
        spans=tuple(spans(sentence, looked_for)),
        claim_ids=tuple(claim_ids),
    )
