"""What a grammar rule is: a name, a pattern, a production, and the examples that stand beside it.

A rule without examples is no rule: ``tests/test_grammar.py`` runs every example and counterexample of
every rule of every grammar, and feeds every pattern adversarial text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Produced = TypeVar("Produced")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Produced]):
    """One rule of a grammar.

    ``pattern`` is applied to the normalised text and takes linear time: no nested or adjacent
    overlapping repetition; bound what repeats. ``produce`` makes the result of a match, or None to
    refuse it. ``examples`` pairs a text with the rendering of what this rule reads in it, by the
    grammar's own ``render``; in a counterexample this rule reads nothing.
    """

    name: str
    pattern: re.Pattern[str]
    produce: Callable[[re.Match[str]], Produced | None]
    examples: tuple[tuple[str, str], ...]
    counterexamples: tuple[str, ...]


_FREQUENT = (
    "的国中大新全一0年12进人日近建加同上不两来经3对个多长到今三次现改9战这前5下深内8十明"
    "过74第目入农二当6本最之后北首去双四春此接往"
)
"""Characters that may open something, those first that newspapers print most: they are the first to be compared."""


def opening(alternatives: Iterable[tuple[str, str]]) -> re.Pattern[str]:
    """One pattern of many, each given by the characters that it may begin with and by what follows the first.

    It finds what ``[characters]follows|...`` in that order would, but passes over all other characters at the
    speed of a search for one set of them: each branch begins with a single character.

    >>> opening([("一二", "年"), ("一", "月")]).findall("三年一月二年")
    ['一月', '二年']
    """
    following: dict[str, list[str]] = {}
    for characters, follows in alternatives:
        for character in characters:
            following.setdefault(character, []).append(follows)
    ordered = sorted(following.items(), key=lambda item: _FREQUENT.find(item[0]) % len(_FREQUENT))
    return re.compile("|".join(f"{re.escape(each)}(?:{'|'.join(rest)})" for each, rest in ordered))
