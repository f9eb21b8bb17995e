"""Rules asked together at one place of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Generic, TypeAlias, TypeVar

from etl.grammar import Rule
from etl.pattern import Characters, first_characters, second_characters
from etl.sieve import Lots, Seen

Produced = TypeVar("Produced")


_Asked: TypeAlias = tuple[Rule[Produced], Callable[[str, int], re.Match[str] | None], tuple[int, ...]]
"""A rule, its pattern asked at a place, and the lots of characters of which it needs one each."""


class FirstOf(Generic[Produced]):
    """Several rules asked at one place of a text: the first that reads something there has it.

    Only those are tried that can begin with the two characters that stand there, and whose words the text prints.
    Rules are held as bits of an integer, the first as the lowest: which may be tried is the intersection of which can
    begin so, made once for every two characters, and of which have their words in the text, made once for a text.
    """

    def __init__(self, rules: Sequence[Rule[Produced]]) -> None:
        sources = [rule.pattern.pattern for rule in rules]
        self._lots = Lots()
        needed = map(self._lots.of, sources)
        self._rules = [(rule, rule.pattern.match, lots) for rule, lots in zip(rules, needed, strict=True)]
        self._first = [first_characters(source) for source in sources]
        self._second = [second_characters(source) for source in sources]
        self._opening: dict[str, list[_Asked[Produced]]] = {}

    def seen(self, text: str) -> Seen:
        """A text that is read at several places."""
        return Seen(text, self._lots)

    def read(self, seen: Seen, start: int) -> tuple[Rule[Produced], Produced, int] | None:
        """The rule that reads something at ``start`` of a text, what it reads, and where that ends."""
        text = seen.text
        two = text[start : start + 2]
        asked = self._opening.get(two)
        if asked is None:
            asked = self._opening[two] = self._opened(two)
        for rule, match_at, needed in asked:
            if seen.prints(needed):
                match = match_at(text, start)
                produced = rule.produce(match) if match else None
                if match is not None and produced is not None:
                    return rule, produced, match.end()
        return None

    def _opened(self, two: str) -> list[_Asked[Produced]]:
        """The rules that may begin with a character and the one after it, where there is one."""
        return [
            rule
            for rule, first, second in zip(self._rules, self._first, self._second, strict=True)
            if _may_be(first, two[:1]) and _may_be(second, two[1:])
        ]


def _may_be(known: Characters | None, character: str) -> bool:
    return known is None or character in known
