"""Characters a second, one core: every step by itself, and full claims."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.compiled import speeds
from benchmarks.figure import Figure, core_seconds
from benchmarks.text import Text, dense, news, samples
from etl.heap import settled
from etl.mention.number import find_numbers
from etl.mention.period import find_periods
from etl.model import Issue
from etl.pipeline import extract
from etl.reading import read_file
from etl.table import claims_table

NEWS_CLAIMS, DENSE_CLAIMS = 150_000, 30_000
"""The least speed of full claims, in characters a second."""


def figures() -> Iterator[Figure]:
    """News and dense text; the steps by themselves over news."""
    with settled():  # as a worker is (etl/preload.py)
        text = news()
        yield from _steps(text)
        yield _rate(f"{text.name}: full claims", text, core_seconds(lambda: _extract(text.issues)), NEWS_CLAIMS)
        text = dense()
        yield _rate(f"{text.name}: full claims", text, core_seconds(lambda: _extract(text.issues)), DENSE_CLAIMS)
    for name, speed in speeds().items():
        yield Figure(f"{name}: full claims, compiled", speed, "characters/s")
    rows = [(issue, article, claim) for issue in samples().issues for article, claim in extract(issue)]
    yield Figure("claims to Arrow", len(rows) / core_seconds(lambda: claims_table(rows)), "rows/s")


def _steps(text: Text) -> Iterator[Figure]:
    sentences = [(s.text, i.issue_date) for i in text.issues for a in i.articles for s in a.sentences]
    with TemporaryDirectory() as folder:
        paths = [_written(Path(folder) / f"{place}.txt", issue) for place, issue in enumerate(text.issues)]
        yield _rate(f"{text.name}: reading", text, core_seconds(lambda: [read_file(path, path.name) for path in paths]))
    yield _rate(f"{text.name}: numbers", text, core_seconds(lambda: [find_numbers(words) for words, _ in sentences]))
    yield _rate(
        f"{text.name}: periods", text, core_seconds(lambda: [find_periods(words, day) for words, day in sentences])
    )


def _written(path: Path, issue: Issue) -> Path:
    path.write_text(issue.text, encoding="utf-8")
    return path


def _extract(issues: tuple[Issue, ...]) -> int:
    return sum(len(extract(issue)) for issue in issues)


def _rate(name: str, text: Text, time: float, at_least: float | None = None) -> Figure:
    return Figure(name, text.characters / time, "characters/s", at_least)
