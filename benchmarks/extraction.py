"""Characters a second, one core, over the sample issues: dense text, a number in every dozen characters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.figure import Figure, seconds
from etl.extraction import source_files
from etl.mention.number import find_numbers
from etl.mention.period import find_periods
from etl.model import Issue, Sentence
from etl.pipeline import extract
from etl.reading import read_file
from etl.table import claims_table

ISSUES = Path(__file__).parents[1] / "data" / "issues"


def figures() -> Iterator[Figure]:
    """Each step by itself, and all of them."""
    paths = source_files(ISSUES)
    issues = [read_file(path) for path in paths]
    characters = sum(len(issue.text) for issue in issues)
    rows = [(issue, article, claim) for issue in issues for article, claim in extract(issue)]

    def rate(name: str, time: float) -> Figure:
        return Figure(name, characters / time, "characters/s")

    yield rate("reading", seconds(lambda: [read_file(path) for path in paths]))
    yield rate("numbers", seconds(lambda: [find_numbers(sentence.text) for sentence in _sentences(issues)]))
    yield rate(
        "periods", seconds(lambda: [find_periods(s.text, i.issue_date) for i in issues for s in _sentences([i])])
    )
    yield rate("claims: numbers, periods and what they mean", seconds(lambda: [extract(issue) for issue in issues]))
    yield Figure("claims to Arrow", len(rows) / seconds(lambda: claims_table(rows)), "rows/s")


def _sentences(issues: list[Issue]) -> Iterator[Sentence]:
    return (sentence for issue in issues for article in issue.articles for sentence in article.sentences)
