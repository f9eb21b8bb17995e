"""Whether time grows with length and not faster: a hundred times the text, the same time for a character."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from benchmarks.figure import RUNS, Figure, least_core_seconds
from benchmarks.text import ARTICLE, CLAUSE, issue_of
from etl.heap import settled
from etl.model import Issue
from etl.pipeline import extract

DAY = date(2019, 7, 31)
TIMES = (10, 100)
_CLAUSES = 10
"""Of the shortest sentence. Masthead and headline cost next to nothing; beside three clauses they were a third of the
text, so that a character of a longer sentence, of which they are no part, seemed to take a quarter more."""
_CHARACTERS = 15_000  # a measurement takes about half a second
GROWTH = 1.10
"""A character of the longer text may take so many times what one of the shortest takes."""


def figures() -> Iterator[Figure]:
    """More articles, a longer article, a longer sentence."""
    shapes: dict[str, Callable[[int], str]] = {
        "articles": lambda times: (
            "利润下降\n\n　　本报讯 " + ("\n\n利润下降\n\n　　本报讯 ").join([ARTICLE * 8] * times)
        ),
        "paragraphs": lambda times: "利润下降\n\n" + "\n".join(["　　" + ARTICLE * 8] * times),
        "clauses of one sentence": lambda times: (
            "利润上升\n\n　　今年1—5月，" + CLAUSE * _CLAUSES * times + "形势稳定。"
        ),
    }
    with settled():  # as a worker is (etl/preload.py): what other benchmarks left is not gone through again and again
        yield from _growth(shapes)


def _growth(shapes: Mapping[str, Callable[[int], str]]) -> Iterator[Figure]:
    for name, shape in shapes.items():
        issues = [issue_of(shape(times), DAY) for times in (1, *TIMES)]
        least = [min(times) for times in zip(*(map(_per_character, issues) for _ in range(RUNS)), strict=True)]
        for times, time in zip(TIMES, least[1:], strict=True):
            what = f"{times}× the {name}: time for a character"
            yield Figure(what, time / least[0], "× that of 1×", at_most=GROWTH)


def _per_character(issue: Issue) -> float:
    """One measurement: the lengths take turns, so that what disturbs one disturbs the others."""
    repeat = max(1, _CHARACTERS // len(issue.text))
    return least_core_seconds(lambda: [extract(issue) for _ in range(repeat)], runs=1) / repeat / len(issue.text)
