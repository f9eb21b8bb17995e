"""A week of a paper, made of the sample issues' own articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from pathlib import Path

from etl.model import Article as ReadArticle
from etl.reading import read_file
from etl.source.folder import source_files

ISSUES = Path(__file__).parents[2] / "data" / "issues"


@dataclass(frozen=True, slots=True)
class Article:
    """One article: a headline and its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedIssue:
    """One issue: the articles of each page."""

    publication: str
    day: date
    pages: tuple[tuple[Article, ...], ...]

    @property
    def articles(self) -> list[Article]:
        """Every article, in printed order."""
        return [article for page in self.pages for article in page]

    def corrected(self, old: str, new: str) -> PrintedIssue:
        """The issue with a correction in its text."""
        pages = tuple(
            tuple(replace(each, paragraphs=tuple(text.replace(old, new) for text in each.paragraphs)) for each in page)
            for page in self.pages
        )
        return replace(self, pages=pages)


def week(publication: str, first: date, days: int = 7, pages: int = 2, articles: int = 2) -> list[PrintedIssue]:
    """Issues of consecutive days, each with articles that no other has."""
    pool = sample_articles()
    issues = []
    for number in range(days):
        of_day = pool[number * pages * articles : (number + 1) * pages * articles]
        cut = tuple(tuple(of_day[n * articles : (n + 1) * articles]) for n in range(pages))
        issues.append(PrintedIssue(publication, first + timedelta(days=number), cut))
    return issues


@cache
def sample_articles() -> Sequence[Article]:
    """The articles of the sample issues that have a headline and a body, each once."""
    found: dict[str, Article] = {}
    for path in source_files(ISSUES):
        for article in read_file(path).articles:
            made = _article(article)
            if made.title and made.paragraphs:
                found.setdefault(made.title, made)
    return list(found.values())


def _article(article: ReadArticle) -> Article:
    body = [each for each in article.sentences if each.role != "headline"]
    paragraphs = ["".join(each.text for each in group) for _, group in groupby(body, key=lambda each: each.paragraph)]
    return Article(article.title, tuple(paragraphs))
