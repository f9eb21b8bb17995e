"""The features of a possible owner, each made once: there are many candidates, and few features."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from etl.claim.phrase import words_of

WEIGHTS: Final = "owner.csv"
"""The file of the weights, beside this module: feature, weight, claims that had it."""
MARGIN: Final = "margin"
"""The row that says by how much another must beat the choice of the rules."""

_TOLD: Final = ("spoken", "told", "organisation", "region", "whole", "indicator")
_ORDERS: Final = ("first", "first_part", "later")
_SPOTS: Final = tuple(f"{where}.{order}" for where in ("here", "previous", "earlier", "after") for order in _ORDERS)
_RANKS: Final = (1, 2, 3)


@cache
def weights() -> dict[str, float]:
    """Feature -> weight, as the file says."""
    text = files("etl.claim").joinpath(WEIGHTS).read_text(encoding="utf-8")
    return {row["feature"]: float(row["weight"]) for row in csv.DictReader(text.splitlines())}


THOUSANDTHS: Final[dict[str, int]] = {name: round(weight * 1000) for name, weight in weights().items()}
"""The weights as the file writes them, which has three places: a sum of such is the same in any order."""


class Features:
    """The names of features that hold together, and what they weigh in thousandths.

    ``weight`` is the sum, ``weighed`` tells of each what it weighs, where that is anything; ``name`` is the first.
    Candidates share them.
    """

    __slots__ = ("name", "names", "weighed", "weight")

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)
        self.name = self.names[0] if self.names else ""
        self.weighed: dict[str, int] = {}
        self.weight = 0
        for name in self.names:
            weight = THOUSANDTHS.get(name)
            if weight is not None:
                self.weighed[name] = weight
                self.weight += weight


class Row:
    """Features by what makes one differ from the next, each made when it is first asked for."""

    __slots__ = ("_made", "_names")

    def __init__(self, names: Callable[[str], Iterable[str]]) -> None:
        self._names = names
        self._made: dict[str, Features] = {}

    def of(self, what: str) -> Features:
        """Those of one thing."""
        made = self._made.get(what)
        if made is None:
            made = self._made[what] = Features(self._names(what))
        return made


class Table:
    """Features by two things."""

    __slots__ = ("_names", "_rows")

    def __init__(self, names: Callable[[str, str], Iterable[str]]) -> None:
        self._names = names
        self._rows: dict[str, dict[str, Features]] = {}

    def of(self, one: str, other: str) -> Features:
        """Those of one thing and another."""
        row = self._rows.get(one)
        if row is None:
            row = self._rows[one] = {}
        made = row.get(other)
        if made is None:
            made = row[other] = Features(self._names(one, other))
        return made


# ---------------------------------------------------------------- where it is named

_PLACES: Final = {
    where: tuple(f"{where}.{order}" for order in _ORDERS)
    for where in ("here", "previous", "earlier", "after", "next", "last", "opening", "title", "lead")
}


def spot_of(where: str, order: int, part: bool) -> str:
    """Where a noun phrase stands, and whether it is the first there, a part of the first, or a later one."""
    return _PLACES[where][2 if order else 1 if part else 0]


OPENED_BY: Final = Table(lambda spot, left: (spot, f"{spot}:{left}"))
"""A noun phrase at a spot, after its left neighbour."""
CLOSED_BY: Final = Table(lambda spot, right: (f"{spot}:{right}",))
"""A noun phrase at a spot, before its right neighbour, which is another than the left one."""
BESIDE: Final = Table(lambda near, statistic: [name for name in (near, statistic) if name])
"""How near the number it stands, and how to a statistic; either may be empty."""


@cache
def placed_for(group: str) -> Table:
    """A noun phrase somewhere around a number of a group, by where and of what kind."""
    return Table(lambda where, kind: (f"{where}:{group}", f"{where}:{kind}:{group}"))


_HAS: Final[dict[tuple[str, ...], Features]] = {}


def has(traits: tuple[str, ...]) -> Features:
    """What a noun phrase is by itself."""
    made = _HAS.get(traits)
    if made is None:
        made = _HAS[traits] = Features(f"is:{trait}" for trait in traits)
    return made


@cache
def spoken_for(group: str, known: str) -> Row:
    """That it was spoken of, by where, for a number of a group whose statistic is ``known`` or not."""
    return Row(lambda where: (where, f"{where}:{group}", f"{where}:{known}"))


@cache
def acts(rank: int, group: str) -> Features:
    """That it acts in the nearest clause, the next nearest, or another."""
    return Features((f"agent:{rank}", f"agent:{rank}:{group}"))


@cache
def kinds_for(group: str, pointed: str) -> Row:
    """What sort of thing it is, for a number of a group, in a clause that speaks of somebody named before."""
    if not pointed:
        return Row(lambda kind: (f"kind:{kind}", f"kind:{kind}:{group}"))
    return Row(lambda kind: (f"kind:{kind}", f"kind:{kind}:{group}", f"kind:{kind}:{pointed}"))


@cache
def in_title(group: str) -> Features:
    """That the headline prints it."""
    return Features(("in_title", f"in_title:{group}"))


TOLD_TIMES: Final = tuple(Features((f"told:{times}",)) for times in range(4))
"""How many of the last sentences print a name, three and more as one."""
PART_OF_RULE: Final = Features(("part_of_rule",))
HOLDS_RULE: Final = Features(("holds_rule",))


@cache
def contrast(weak: str, group: str) -> dict[str, Features]:
    """First name of features -> the same where the choice of the rules is ``weak``, where it makes a difference."""
    told = {name: Features((f"vs_{weak}:{name}",)) for name in (*_TOLD, *_SPOTS)}
    for rank in _RANKS:
        acting = acts(rank, group)
        told[acting.name] = Features(f"vs_{weak}:{name}" for name in acting.names)
    return told


@cache
def kinds_against(weak: str) -> Row:
    """What sort of thing it is, where the choice of the rules is ``weak``."""
    return Row(lambda kind: (f"vs_{weak}:kind:{kind}",))


@lru_cache(maxsize=1 << 12)
def worded(name: str, whose: str) -> Features:
    """What the words of a name tell of whether it is one."""
    words = words_of(name, 0, len(name), ())
    verbs = sum(word.tag == "v" for word in words)
    return _worded(whose, min(verbs, 2), words[0].tag[:2], words[-1].tag[:2], min(len(words), 5))


@cache
def _worded(whose: str, verbs: int, first: str, last: str, words: int) -> Features:
    return Features(
        (f"{whose}:verbs:{verbs}", f"{whose}:first:{first}", f"{whose}:last:{last}", f"{whose}:words:{words}")
    )


# ---------------------------------------------------------------- how it stands to the number

FARTHEST: Final = 40
"""Characters; what is farther off is told as this."""
STEP: Final = 3
"""Characters of a distance that are told as one."""
FROM_START: Final = 10
MANY: Final = 3
NOUNS: Final = 4
GAP_BEFORE: Final = [Features((f"gap:before:{steps}",)) for steps in range(FARTHEST // STEP + 1)]
"""How far it stands before the number, by steps of some characters."""
GAP_AFTER: Final = [Features((f"gap:after:{steps}",)) for steps in range(FARTHEST // STEP + 1)]
BEGINS_AT: Final = [Features((f"from_start:{number}",)) for number in range(FROM_START + 1)]
"""How far from the start of its clause it begins."""
NUMBERS_BETWEEN: Final = [Features((f"numbers:{number}",)) for number in range(MANY + 1)]
"""How many numbers stand between it and the number; likewise nouns, and verbs by the kind of thing that it is."""
NOUNS_BETWEEN: Final = [Features((f"nouns:{number}",)) for number in range(NOUNS + 1)]
VERBS_OF_KIND: Final = Table(lambda number, kind: (f"verbs:{number}:{kind}",))


@cache
def verbs_for(known: str) -> list[Features]:
    """How many verbs stand between it and the number."""
    return [Features((f"verbs:{number}", f"verbs:{number}:{known}")) for number in range(MANY + 1)]


@cache
def figure_for(group: str, known: str) -> Row:
    """A sort of thing with the sort of figure."""
    return Row(lambda kind: (f"of:{kind}:{group}:{known}",))


@cache
def unit_for(unit: str) -> Row:
    """A sort of thing with the unit."""
    return Row(lambda kind: (f"of:{kind}:{unit}",))


@cache
def measured(group: str, known: str, source: str) -> Features:
    """That it is what is counted or measured itself."""
    return Features(("measured", *(f"measured:{more}" for more in (group, known, source))))


@cache
def measured_in(unit: str) -> Features:
    """That it is what is so counted or measured."""
    return Features((f"measured:{unit}",))


@cache
def in_measured(known: str, group: str) -> Features:
    """That it is a part of the name of what is measured."""
    return Features(("in_measured", f"in_measured:{known}", f"in_measured:{group}"))


@cache
def holds_measured(known: str) -> Features:
    """That the name of what is measured is a part of it."""
    return Features(("holds_measured", f"holds_measured:{known}"))


@cache
def back_for(source: str, known: str) -> Row:
    """How many clauses before that of the number it stands."""
    return Row(lambda clauses: (f"back:{clauses}", f"back:{clauses}:{source}", f"back:{clauses}:{known}"))
