"""The tree of sectors as the page uses it: a choice takes in what lies below it, options stand in tree order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from etl.lexicon.sectors import SECTORS, ancestors, children, members


@dataclass(frozen=True, slots=True)
class Branch:
    """One sector among the options: how deep it stands and how many rows it and those below it have."""

    name: str
    depth: int
    rows: int


def is_sector(name: str) -> bool:
    """True for a name of the tree."""
    return name in SECTORS


def above(name: str) -> tuple[str, ...]:
    """The sectors above, the nearest first; none for a name the lexicon does not have."""
    return ancestors(name) if name in SECTORS else ()


def below(name: str) -> tuple[str, ...]:
    """The sectors right below, and for an aggregate the sectors it is wholly made of."""
    if name not in SECTORS:
        return ()
    parts = (member.sector.name for member in members(name) if not member.part)
    return tuple(dict.fromkeys((*children(name), *parts)))


def tree_order(names: Iterable[str]) -> list[str]:
    """The names as they stand in the tree; what is no sector comes last."""
    wanted = set(names)
    known = [name for name in _walk() if name in wanted]
    return known + sorted(wanted - set(known))


@lru_cache(maxsize=1)
def _walk() -> tuple[str, ...]:
    """Every sector once, each before those below it."""
    listed: list[str] = []

    def add(name: str) -> None:
        listed.append(name)
        for child in children(name):
            add(child)

    for name in SECTORS:
        if not ancestors(name):
            add(name)
    return tuple(dict.fromkeys(listed))


def breadth(name: str) -> int:
    """How narrow a sector is: 0 for an aggregate, 1 a section, 2 a division, 3 a group, 4 for what is no sector."""
    return SECTORS[name].level if name in SECTORS else 4


def with_descendants(names: Iterable[str]) -> tuple[str, ...]:
    """The sectors and everything below them, each once."""
    found: dict[str, None] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = None
            waiting += below(name)
    return tuple(found)


def branches(rows: Mapping[str, int]) -> list[Branch]:
    """The sectors that have rows, and those above them, in the order of the tree.

    ``rows`` counts the rows of each sector itself; a branch's count takes in those below it.
    """
    named = dict.fromkeys(branch for name in rows for branch in (name, *above(name)))
    total = {name: sum(rows.get(part, 0) for part in with_descendants([name])) for name in named}  # as a choice narrows
    order = {name: place for place, name in enumerate(SECTORS)}
    nested: dict[str, list[str]] = {}
    for name in total:
        for parent in above(name)[:1]:
            nested.setdefault(parent, []).append(name)
    listed: list[Branch] = []

    def add(name: str, depth: int) -> None:
        listed.append(Branch(name, depth, total[name]))
        for child in sorted((n for n in nested.get(name, ())), key=lambda n: order[n]):
            add(child, depth + 1)

    roots = [name for name in total if not above(name)]
    for root in sorted(roots, key=lambda n: (order.get(n, len(order)), -total[n])):
        add(root, 0)
    return listed
