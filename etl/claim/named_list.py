"""A list that a verb names before the clause with their numbers: 居前的有甲、乙、丙，|产量分别为|3、2和1万吨."""

from __future__ import annotations

from typing import Final

from etl.claim.coordination import Part
from etl.claim.markup import Clause, Markup
from etl.sieve import Sieved

_NAMES: Final = Sieved(
    "(?:分别是|分别为|依次[是为有]|主要[是为有]|还有|包括|的有|的[是为]|企业[是为]|国家[是为]|省份[是为]|地区[是为]|行业[是为])"
    "([^，。；：、]{2,14}(?:(?:、|和|与|及|以及)[^，。；：、]{2,14}){1,8})"
)
_SEPARATOR: Final = Sieved("、|以及|和|与|及")


def named_list(markup: Markup, clause: Clause, size: int) -> list[Part] | None:
    """The ``size`` members of the list with which a clause ends after such a verb; None where it ends otherwise."""
    if size < 2:
        return None
    for named in _NAMES.finditer(markup.text, clause.start, clause.end):
        start, end = named.span(1)
        if end != clause.end or any(start <= n.start < end for n in markup.numbers):
            continue
        terms = [t for t in markup.terms if start <= t[0] and t[1] <= end]
        cuts = [
            cut
            for cut in _SEPARATOR.finditer(markup.text, start, end)
            if not any(first < cut.start() and cut.end() < last for first, last in terms)
        ]
        if len(cuts) == size - 1:
            edges = [start, *(at for cut in cuts for at in cut.span()), end]
            return [Part(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    return None
