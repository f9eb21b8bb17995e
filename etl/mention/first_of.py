"""Rules asked together at one place of a text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

from etl.grammar import Rule
from etl.pattern import Characters, first_characters, needed_characters, second_characters

Produced = TypeVar("Produced")


class FirstOf(Generic[Produced]):
    """Several rules asked at one place of a text: the first that reads something there has it.

    Only those are tried that can begin with the character that stands there, and whose words the text prints.
    """

    def __init__(self, rules: Sequence[Rule[Produced]]) -> None:
        self._rules = [
            _Asked(rule, first_characters(source), second_characters(source), needed_characters(source))
            for rule, source in ((rule, rule.pattern.pattern) for rule in rules)
        ]
        self._telling = frozenset[str]().union(*(each.needed for each in self._rules if each.needed is not None))
        self._fitting = lru_cache(maxsize=1 << 12)(self._fit)

    def told(self, text: str) -> frozenset[str]:
        """Of the characters that tell which rules may read something, those that a text prints."""
        return self._telling.intersection(text)

    def read(self, text: str, start: int, told: frozenset[str]) -> tuple[Rule[Produced], Produced, int] | None:
        """The rule that reads something at ``start``, what it reads, and where that ends; ``told`` is of the text."""
        following = text[start + 1 : start + 2]
        for rule, second in self._fitting(text[start : start + 1], told):
            if second is not None and following not in second:
                continue
            match = rule.pattern.match(text, start)
            produced = rule.produce(match) if match else None
            if match is not None and produced is not None:
                return rule, produced, match.end()
        return None

    def _fit(self, character: str, told: frozenset[str]) -> tuple[tuple[Rule[Produced], Characters | None], ...]:
        return tuple(
            (each.rule, each.second)
            for each in self._rules
            if (each.first is None or character in each.first)
            and (each.needed is None or not each.needed.isdisjoint(told))
        )


class _Asked(NamedTuple):
    """A rule with what can be told of its matches: the first and the second character, and one that they need."""

    rule: Rule[Any]
    first: Characters | None
    second: Characters | None
    needed: Characters | None
