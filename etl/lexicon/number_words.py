"""Words and set phrases that hold a numeral but measure nothing: 一定, 四川, 千方百计, 三个代表.

Counted in newspapers of 2007 to 2020 and reviewed one by one. A ``word`` holds no number at all; in a
``phrase`` the numeral names the phrase and is reported as no claim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Final

from etl.lexicon.terms import TermFinder, by_surface, read_rows

FILE: Final = "number_words.csv"
KINDS: Final[Mapping[str, str]] = {"word": "词语", "phrase": "固定说法"}
"""Kind -> Chinese label."""


def _read() -> dict[str, str]:
    rows = list(read_rows(FILE))
    for row in rows:
        if row["kind"] not in KINDS:
            raise ValueError(f"{FILE}: {row['term']!r}: kind {row['kind']!r} is none of {', '.join(KINDS)}")
    return by_surface((((row["term"],), row["kind"]) for row in rows), FILE)


TERMS: Final[Mapping[str, str]] = _read()
"""Term -> kind."""

FINDER: Final[TermFinder[str]] = TermFinder(TERMS)
"""Finds the terms in a normalised text, the longest at each place."""

FIGURES: Final = frozenset("0123456789")


def _pairs(terms: Iterable[str]) -> tuple[str, ...]:
    """Pairs of characters, no two figures, of which every term has one; those first that most terms have."""
    rest, chosen = set(terms), list[str]()
    while rest:
        found = Counter(pair for term in sorted(rest) for pair in sorted({"".join(two) for two in pairwise(term)}))
        chosen.append(next(pair for pair, _ in found.most_common() if not FIGURES.issuperset(pair)))
        rest = {term for term in rest if chosen[-1] not in term}
    return tuple(chosen)


FIGURED: Final = _pairs(term for term in TERMS if not FIGURES.isdisjoint(term))
"""What a text prints, one of them, that has any of the few terms with figures (财富500强, 24节气)."""
