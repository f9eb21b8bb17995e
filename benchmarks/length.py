"""Whether time grows with length and not faster: a hundred times the text, the same time for a character."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from benchmarks.figure import Figure, least_core_seconds
from benchmarks.text import ARTICLE, CLAUSE, issue_of
from etl.model import Issue
from etl.pipeline import extract

DAY = date(2019, 7, 31)
TIMES = (10, 100)
GROWTH = 1.10
"""A character of the longer text may take so many times what one of the shortest takes."""


def figures() -> Iterator[Figure]:
    """More articles, a longer article, a longer sentence."""
    shapes: dict[str, Callable[[int], str]] = {
        "articles": lambda times: (
            "利润下降\n\n　　本报讯 " + ("\n\n利润下降\n\n　　本报讯 ").join([ARTICLE * 8] * times)
        ),
        "paragraphs": lambda times: "利润下降\n\n" + "\n".join(["　　" + ARTICLE * 8] * times),
        "clauses of one sentence": lambda times: "利润上升\n\n　　今年1—5月，" + CLAUSE * 3 * times + "形势稳定。",
    }
    for name, shape in shapes.items():
        shortest = _per_character(issue_of(shape(1), DAY), 20)
        for times in TIMES:
            growth = _per_character(issue_of(shape(times), DAY), max(1, 20 // times)) / shortest
            yield Figure(f"{times}× the {name}: time for a character", growth, "× that of 1×", at_most=GROWTH)


def _per_character(issue: Issue, repeat: int) -> float:
    return least_core_seconds(lambda: [extract(issue) for _ in range(repeat)]) / repeat / len(issue.text)
