"""The names of the features of a possible owner, each made once: there are many candidates, and few names."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from etl.claim.phrase import words_of

_TOLD: Final = ("spoken", "told", "organisation", "region", "whole", "indicator")
_ORDERS: Final = ("first", "first_part", "later")
_SPOTS: Final = tuple(f"{where}.{order}" for where in ("here", "previous", "earlier", "after") for order in _ORDERS)
_RANKS: Final = (1, 2, 3)
TOLD_TIMES: Final = tuple(f"told:{times}" for times in range(4))
"""How many of the last sentences print a name, three and more as one."""


@cache
def spot_of(where: str, order: int, part: bool) -> str:
    """Where a noun phrase stands, and whether it is the first there, a part of the first, or a later one."""
    return f"{where}.{_ORDERS[2] if order else _ORDERS[part]}"


@cache
def placed_at(where: str, spot: str, sides: tuple[str, str], kind: str, group: str) -> tuple[str, ...]:
    """A noun phrase of a kind at a spot between its neighbours, for a number of a group; no name stands twice."""
    left, right = sides
    names = (spot, f"{spot}:{left}", f"{spot}:{right}", f"{where}:{group}", f"{where}:{kind}:{group}")
    return tuple(dict.fromkeys(names))


@cache
def has(traits: tuple[str, ...]) -> tuple[str, ...]:
    """What a noun phrase is by itself."""
    return tuple(f"is:{trait}" for trait in traits)


@cache
def acts(rank: int, group: str) -> tuple[str, ...]:
    """That it acts in the nearest clause, the next nearest, or another."""
    return f"agent:{rank}", f"agent:{rank}:{group}"


@cache
def kinds(kind: str, group: str, pointed: str) -> tuple[str, ...]:
    """What sort of thing it is, for a number of a group, in a clause that speaks of somebody named before."""
    names = (f"kind:{kind}", f"kind:{kind}:{group}")
    return (*names, f"kind:{kind}:{pointed}") if pointed else names


@cache
def in_title(group: str) -> tuple[str, ...]:
    """That the headline prints it."""
    return "in_title", f"in_title:{group}"


@cache
def versus(weak: str, group: str) -> dict[str, str]:
    """Feature -> the same where the choice of the rules is ``weak``, for those that it makes a difference to."""
    names = (*_TOLD, *_SPOTS, *(name for rank in _RANKS for name in acts(rank, group)))
    return {name: f"vs_{weak}:{name}" for name in names}


@cache
def versus_kind(weak: str, kind: str) -> str:
    """What sort of thing it is where the choice of the rules is ``weak``."""
    return f"vs_{weak}:kind:{kind}"


@lru_cache(maxsize=1 << 12)
def worded(name: str, whose: str) -> tuple[str, ...]:
    """What the words of a name tell of whether it is one."""
    words = words_of(name, 0, len(name), ())
    verbs = sum(word.tag == "v" for word in words)
    return (
        f"{whose}:verbs:{min(verbs, 2)}",
        f"{whose}:first:{words[0].tag[:2]}",
        f"{whose}:last:{words[-1].tag[:2]}",
        f"{whose}:words:{min(len(words), 5)}",
    )


# ---------------------------------------------------------------- how it stands to the number


@cache
def of_figure(kind: str, group: str, known: str, unit: str) -> tuple[str, ...]:
    """A sort of thing with the sort of figure and the unit."""
    return f"of:{kind}:{group}:{known}", f"of:{kind}:{unit}"


@cache
def gap(side: str, steps: int) -> str:
    """How far it stands, in steps of some characters, before or after the number."""
    return f"gap:{side}:{steps}"


@cache
def back(clauses: int, source: str, known: str) -> tuple[str, ...]:
    """How many clauses before that of the number it stands."""
    name = f"back:{clauses}"
    return name, f"{name}:{source}", f"{name}:{known}"


@cache
def counted(what: str, number: int) -> str:
    """So many characters from the start of its clause, numbers or nouns between it and the number."""
    return f"{what}:{number}"


@cache
def verbs(number: int, known: str, kind: str) -> tuple[str, ...]:
    """So many verbs between it and the number."""
    name = f"verbs:{number}"
    return name, f"{name}:{known}", f"{name}:{kind}"
