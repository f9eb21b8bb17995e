"""Joins the steps: a read issue becomes its claims."""

from __future__ import annotations

from datetime import date

from etl.claim.markup import Marked
from etl.claim.reader import read_article
from etl.mention.number import find_numbers
from etl.mention.period import find_periods
from etl.model import Article, Claim, Issue, Sentence


def extract(issue: Issue) -> list[tuple[Article, Claim]]:
    """Every claim of an issue with the article that prints it, in reading order."""
    return [(article, claim) for article in issue.articles for claim in article_claims(article, issue)]


def article_claims(article: Article, issue: Issue) -> list[Claim]:
    """The claims of one article of ``issue``."""
    marked = mark_sentences(article, issue.issue_date)
    if not any(number.claimable for sentence in marked for number in sentence.numbers):
        return []
    return read_article(marked, issue.issue_date, issue.publication)


def mark_sentences(article: Article, issue_date: date) -> list[Marked]:
    """The article's sentences with their numbers and times; the year of a bare month follows the text before it."""
    context: date | None = None
    marked = []
    for sentence in article.sentences:
        item, context = _mark(sentence, issue_date, context)
        marked.append(item)
    return marked


def _mark(sentence: Sentence, issue_date: date, context: date | None) -> tuple[Marked, date | None]:
    periods = find_periods(sentence.text, issue_date, context)
    ends = [p.date_end for p in periods if p.role == "period" and p.date_end is not None and p.date_end <= issue_date]
    return Marked(sentence, find_numbers(sentence.text), periods), ends[-1] if ends else context
