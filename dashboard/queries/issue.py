"""Issues: the list of them, one with its sentences and claims, and how often each newspaper comes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.query import COLUMNS, Claims
from dashboard.record import records

LISTED = 400
"""The most issues a list shows."""
SENTENCES_SHOWN = 6_000
CLAIMS_SHOWN = 6_000


@dataclass(frozen=True, slots=True)
class PrintedIssue:
    """One issue: its masthead, its sentences in reading order, its claims in order of place, its neighbours' ids."""

    masthead: dict[str, Any]
    sentences: pd.DataFrame
    claims: pd.DataFrame
    earlier: str | None
    later: str | None


def issues_page(claims: Claims, publications: tuple[str, ...] = (), rows: int = LISTED) -> pd.DataFrame:
    """The latest issues, of all newspapers or of some: one row each, with the headline of the first article."""
    condition, values = "TRUE", {}
    if publications:
        condition, values = "list_contains($papers, publication)", {"papers": list(publications)}
    return claims.frame(
        f"SELECT * FROM issues WHERE {condition} ORDER BY issue_date DESC, issue_id LIMIT {min(rows, LISTED)}",
        values,
    )


def issue_count(claims: Claims, publications: tuple[str, ...] = ()) -> int:
    """How many issues there are."""
    condition, values = "TRUE", {}
    if publications:
        condition, values = "list_contains($papers, publication)", {"papers": list(publications)}
    return int(claims.frame(f"SELECT count(*) n FROM issues WHERE {condition}", values)["n"].iloc[0])


def lead_titles(claims: Claims, issue_ids: list[str]) -> dict[str, str]:
    """The first headline of each issue that has one."""
    rows = claims.frame(
        "SELECT issue_id, arg_min(article_title, article_id) title FROM sentences"
        " WHERE list_contains($ids, issue_id) AND article_title IS NOT NULL GROUP BY 1",
        {"ids": issue_ids},
    )
    return {str(row["issue_id"]): str(row["title"]) for row in records(rows)}


def read_issue(claims: Claims, issue_id: str) -> PrintedIssue | None:
    """The issue of that id, or None if there is none."""
    found = claims.frame("SELECT * FROM issues WHERE issue_id = $issue LIMIT 1", {"issue": issue_id})
    if found.empty:
        return None
    masthead = records(found)[0]
    sentences = claims.frame(
        "SELECT article_id, article_title, page, sentence_id, ordinal, paragraph, role, sentence, source_starts"
        f" FROM sentences WHERE issue_id = $issue ORDER BY source_starts[1], ordinal LIMIT {SENTENCES_SHOWN}",
        {"issue": issue_id},
    )
    rows = claims.frame(
        f"SELECT {COLUMNS} FROM claims WHERE issue_id = $issue ORDER BY source_start, claim_id LIMIT {CLAIMS_SHOWN}",
        {"issue": issue_id},
    )
    return PrintedIssue(masthead, sentences, rows, *_around(claims, masthead))


def _around(claims: Claims, masthead: dict[str, Any]) -> tuple[str | None, str | None]:
    """The ids of the issues before and after of the same newspaper."""
    here = {"paper": masthead["publication"], "day": masthead["issue_date"], "issue": masthead["issue_id"]}
    found = []
    for sign, order in (("<", "DESC"), (">", "ASC")):
        rows = claims.frame(
            "SELECT issue_id FROM issues WHERE publication = $paper"
            f" AND (issue_date, issue_id) {sign} ($day, $issue) ORDER BY issue_date {order}, issue_id {order} LIMIT 1",
            here,
        )
        found.append(str(rows["issue_id"].iloc[0]) if len(rows) else None)
    return found[0], found[1]


def freshness(claims: Claims) -> pd.DataFrame:
    """One row a newspaper: issues, claims, latest day, and the median of days between its issues (NaN for one)."""
    return claims.frame(
        "SELECT publication, count(*) issues, sum(claims) claims, max(issue_date) latest,"
        " arg_max(issue_id, issue_date) latest_id, median(gap) rhythm FROM (SELECT *, CASE WHEN lag(issue_date) OVER w"
        " < issue_date THEN date_diff('day', lag(issue_date) OVER w, issue_date) END gap FROM issues"
        " WINDOW w AS (PARTITION BY publication ORDER BY issue_date)) GROUP BY 1 ORDER BY latest DESC, 1",
    )
