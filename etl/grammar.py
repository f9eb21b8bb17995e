"""What a grammar rule is: a name, a pattern, a production, and the examples that stand beside it.

A rule without examples is no rule: ``tests/test_grammar.py`` runs every example and counterexample of
every rule of every grammar, and feeds every pattern adversarial text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from etl.pattern import first_characters, needed_characters

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
    return re.compile("|".join(f"{re.escape(each)}(?:{'|'.join(rest)})" for each, rest in following.items()))


class FirstOf(Generic[Produced]):
    """Several rules asked at one place of a text: the first that reads something there has it.

    Only those are tried that can begin with the character that stands there, and whose words the text prints.
    """

    def __init__(self, rules: Sequence[Rule[Produced]]) -> None:
        self._rules = [
            (rule, first_characters(rule.pattern.pattern), needed_characters(rule.pattern.pattern)) for rule in rules
        ]
        self._telling = frozenset[str]().union(*(needed for _, _, needed in self._rules if needed is not None))
        self._fitting = lru_cache(maxsize=1 << 12)(self._fit)

    def told(self, text: str) -> frozenset[str]:
        """Of the characters that tell which rules may read something, those that a text prints."""
        return self._telling.intersection(text)

    def read(self, text: str, start: int, told: frozenset[str]) -> tuple[Rule[Produced], Produced, int] | None:
        """The rule that reads something at ``start``, what it reads, and where that ends; ``told`` is of the text."""
        for rule in self._fitting(text[start : start + 1], told):
            match = rule.pattern.match(text, start)
            produced = rule.produce(match) if match else None
            if match is not None and produced is not None:
                return rule, produced, match.end()
        return None

    def _fit(self, character: str, told: frozenset[str]) -> tuple[Rule[Produced], ...]:
        return tuple(
            rule
            for rule, first, needed in self._rules
            if (first is None or character in first) and (needed is None or not needed.isdisjoint(told))
        )
