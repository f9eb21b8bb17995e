"""Rules asked together at one place of a text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from etl.characters import printed_in
from etl.grammar import Rule
from etl.pattern import Characters, Sieve, as_bits, first_characters, second_characters

Produced = TypeVar("Produced")


class FirstOf(Generic[Produced]):
    """Several rules asked at one place of a text: the first that reads something there has it.

    Only those are tried that can begin with the two characters that stand there, and whose words the text prints.
    Rules are held as bits of an integer, the first as the lowest: which may be tried is the intersection of which can
    begin so, made once for every two characters, and of which have their words in the text, made once for a text.
    """

    def __init__(self, rules: Sequence[Rule[Produced]]) -> None:
        self._rules = list(rules)
        sources = [rule.pattern.pattern for rule in rules]
        self._first = [first_characters(source) for source in sources]
        self._second = [second_characters(source) for source in sources]
        self._sieve = Sieve(sources)
        self._opening = lru_cache(maxsize=1 << 14)(self._opened)

    def told(self, text: str) -> int:
        """Which rules may read something in a text, by the characters that it prints."""
        return self._sieve.passing(printed_in(text))

    def read(self, text: str, start: int, told: int) -> tuple[Rule[Produced], Produced, int] | None:
        """The rule that reads something at ``start``, what it reads, and where that ends; ``told`` is of the text."""
        asked = told & self._opening(text[start : start + 2])
        while asked:
            rule = self._rules[(asked & -asked).bit_length() - 1]
            match = rule.pattern.match(text, start)
            produced = rule.produce(match) if match else None
            if match is not None and produced is not None:
                return rule, produced, match.end()
            asked &= asked - 1
        return None

    def _opened(self, two: str) -> int:
        """Which rules may begin with a character and the one after it, where there is one."""
        return as_bits(
            _may_be(first, two[:1]) and _may_be(second, two[1:])
            for first, second in zip(self._first, self._second, strict=True)
        )


def _may_be(known: Characters | None, character: str) -> bool:
    return known is None or character in known
