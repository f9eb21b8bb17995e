"""Rules asked together at one place of a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, Generic, TypeVar

from etl.characters import printed_in
from etl.grammar import Rule
from etl.pattern import Characters, first_characters, needs, second_characters

Produced = TypeVar("Produced")


_SIEVES: Final = 3


class _Sieve:
    """For every rule one set of characters of which its matches need one, None where nothing is known."""

    def __init__(self, needed: Sequence[Characters | None]) -> None:
        self._free = _bits(each is None for each in needed)
        self._telling = frozenset[str]().union(*(each for each in needed if each is not None))
        self._by_character = {one: _bits(each is not None and one in each for each in needed) for one in self._telling}

    def passing(self, printed: Characters) -> int:
        """The rules that a text of these characters leaves."""
        found = self._free
        for character in self._telling & printed:
            found |= self._by_character[character]
        return found


class FirstOf(Generic[Produced]):
    """Several rules asked at one place of a text: the first that reads something there has it.

    Only those are tried that can begin with the two characters that stand there, and whose words the text prints.
    Rules are held as bits of an integer, the first as the lowest: which may be tried is the intersection of which can
    begin so, made once for every two characters, and of which have their words in the text, made once for a text.
    """

    def __init__(self, rules: Sequence[Rule[Produced]]) -> None:
        self._rules = list(rules)
        self._all = (1 << len(self._rules)) - 1
        sources = [rule.pattern.pattern for rule in rules]
        self._first = [first_characters(source) for source in sources]
        self._second = [second_characters(source) for source in sources]
        needed = [needs(source) for source in sources]
        self._sieves = [_Sieve([each[n] if n < len(each) else None for each in needed]) for n in range(_SIEVES)]
        self._opening = lru_cache(maxsize=1 << 14)(self._opened)

    def told(self, text: str) -> int:
        """Which rules may read something in a text, by the characters that it prints."""
        found, printed = self._all, printed_in(text)
        for sieve in self._sieves:
            found &= sieve.passing(printed)
        return found

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
        return _bits(
            _may_be(first, two[:1]) and _may_be(second, two[1:])
            for first, second in zip(self._first, self._second, strict=True)
        )


def _may_be(known: Characters | None, character: str) -> bool:
    return known is None or character in known


def _bits(holds: Iterable[bool]) -> int:
    """An integer whose n-th bit says whether the n-th holds."""
    return sum(1 << place for place, each in enumerate(holds) if each)
