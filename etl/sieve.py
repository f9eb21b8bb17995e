"""Regular expressions that are tried only where something speaks for a match: what they need, how they begin or end.

What that is, ``etl.pattern`` reads off them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from etl.pattern import (
    Characters,
    first_characters,
    is_closed,
    is_led,
    last_characters,
    needs,
    second_characters,
)

_LINE_END: Final = frozenset("\n")  # $ matches before it, too


Needs: TypeAlias = tuple[tuple[str, ...], ...]
"""Characters, at least one of each lot: what a text has to print."""
_FEW: Final = 8  # characters; looking for more of them one by one takes longer than what it saves


def printed_by(pattern: str) -> Needs:
    """What a text prints wherever the regular expression matches, as far as that is quickly looked for."""
    return tuple(tuple(sorted(each)) for each in needs(pattern) if len(each) <= _FEW)


def prints(text: str, needed: Needs) -> bool:
    """Whether a text prints one character of each lot."""
    for each in needed:
        for character in each:
            if character in text:
                break
        else:
            return False
    return True


class Lots:
    """What many patterns that are asked of the same texts need, each lot of characters once."""

    __slots__ = ("_numbers", "lots")

    def __init__(self) -> None:
        self.lots: list[tuple[str, ...]] = []
        self._numbers: dict[tuple[str, ...], int] = {}

    def of(self, pattern: str) -> tuple[int, ...]:
        """The numbers of the lots that a pattern needs."""
        return tuple(map(self._number, printed_by(pattern)))

    def _number(self, lot: tuple[str, ...]) -> int:
        if lot not in self._numbers:
            self._numbers[lot] = len(self.lots)
            self.lots.append(lot)
        return self._numbers[lot]


class Seen:
    """A text of which many patterns ask what it prints: each lot is looked for once."""

    __slots__ = ("_known", "_lots", "text")

    def __init__(self, text: str, lots: Lots) -> None:
        self.text = text
        self._lots = lots.lots
        self._known = [-1] * len(self._lots)

    def prints(self, needed: tuple[int, ...]) -> bool:
        """Whether the text prints one character of each lot."""
        for lot in needed:
            known = self._known[lot]
            if known < 0:
                known = self._look(lot)
            if not known:
                return False
        return True

    def _look(self, lot: int) -> int:
        found = 0
        for character in self._lots[lot]:
            if character in self.text:
                found = 1
                break
        self._known[lot] = found
        return found


_Tried: TypeAlias = Callable[[str, int, int], re.Match[str] | None]
"""A pattern asked of a text between two offsets."""


class Sieved:
    """A regular expression that is tried only where what it needs stands: a look at a character or two goes before.

    ``search``, ``match``, ``fullmatch`` and ``finditer`` find what those of ``pattern`` find. Most patterns match only
    where one of few characters opens the match; many only at the end of what they are shown, where one of few stands.
    """

    __slots__ = ("_begins", "_finder", "_fullmatch", "_last", "_match", "_search", "needed", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(pattern)
        self.needed = printed_by(pattern)
        # Of a string it is sooner told whether it has a character than of a set, which takes its hash.
        self._begins = _joined(first_characters(pattern))
        self._last = _joined(_last_of_all(pattern))
        self._finder = _finder(pattern)
        self._search: _Tried = self.pattern.search
        self._match: _Tried = self.pattern.match
        self._fullmatch: _Tried = self.pattern.fullmatch

    def may(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Whether a text prints between two offsets all that a match there needs; what stands before is not seen."""
        return prints(text if start <= 0 and end >= len(text) else text[start:end], self.needed)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match between two offsets of a text."""
        if self._last is not None:
            stop = min(end, len(text))
            if stop <= start or text[stop - 1] not in self._last:
                return None
        if self._finder is None:
            return self._search(text, start, end)
        while (opening := self._finder(text, start, end)) is not None:
            found = self._match(text, opening.start(), end)
            if found is not None:
                return found
            start = opening.start() + 1
        return None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match at an offset of a text."""
        if self._begins is not None and text[max(start, 0) : start + 1] not in self._begins:
            return None
        return self._match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match of all that stands between two offsets of a text."""
        if self._begins is not None and text[max(start, 0) : start + 1] not in self._begins:
            return None
        return self._fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every match between two offsets of a text."""
        return self.pattern.finditer(text, start, end)


_FREQUENT: Final = (
    "的国中大新全一0年12进人日近建加同上不两来经3对个多长到今三次现改9战这前5下深内8十明"
    "过74第目入农二当6本最之后北首去双四春此接往"
)
"""Characters that may open something, those first that newspapers print most: they are the first to be compared."""


class Openings:
    """Where in a text one of many expressions may open, each given by the characters that it may begin with and by
    what follows the first.

    One pattern passes over all that opens nothing: other characters at the speed of a search for one set of them; those
    that may open something before a character that none of them goes on with; the others one by one, the most frequent
    first.

    >>> openings = Openings([("一二", "年"), ("一", "月")])
    >>> openings.next("三年一月二年"), openings.next("三年一月二年", 3), openings.next("三年一月二年", 5)
    (2, 4, -1)
    """

    __slots__ = ("_passed", "_search")

    def __init__(self, alternatives: Iterable[tuple[str, str]]) -> None:
        following: dict[str, list[str]] = {}
        for characters, follows in alternatives:
            for character in characters:
                following.setdefault(character, []).append(follows)
        ordered = sorted(following.items(), key=lambda item: _FREQUENT.find(item[0]) % len(_FREQUENT))
        found = "|".join(f"{re.escape(each)}(?:{'|'.join(rest)})" for each, rest in ordered)
        # Where many characters always open something, the next of them is near.
        self._search = re.compile(found) if any("" in rest for _, rest in ordered) else None
        self._passed = _passing(ordered)

    def next(self, text: str, start: int = 0) -> int:
        """The next place at or after ``start``; -1 if there is none."""
        if self._search is not None:
            found = self._search.search(text, start)
            return -1 if found is None else found.start()
        passed = self._passed.match(text, start)
        place = start if passed is None else passed.end()
        return place if place < len(text) else -1


def _passing(following: Sequence[tuple[str, Sequence[str]]]) -> re.Pattern[str]:
    """What passes over all that opens nothing, of characters and of what has to follow each."""
    second = {each: _second(each, rest) for each, rest in following}
    told = {each: known for each, known in second.items() if known is not None}
    others, passed = f"[^{_listed(second)}]*+", []
    if told:
        passed.append(f"[{_listed(told)}](?![{_listed(frozenset[str]().union(*told.values()))}])")
    passed += [f"{re.escape(each)}(?!{'|'.join(rest)})" for each, rest in following if "" not in rest]
    return re.compile(f"(?:{others}(?:{'|'.join(passed)}))*+{others}" if passed else others)


def _second(first: str, follows: Sequence[str]) -> Characters | None:
    """What may stand after a character that opens something; None for anything."""
    ahead = "|".join(follows).replace("(?=", "(?:")  # what has to follow a match counts as a part of it
    return second_characters(f"{re.escape(first)}(?:{ahead})")


def _listed(characters: Iterable[str]) -> str:
    """Characters as they are listed in a set of a pattern."""
    return "".join(map(re.escape, characters))


def _joined(characters: Characters | None) -> str | None:
    return None if characters is None else "".join(sorted(characters))


def _finder(pattern: str) -> _Tried | None:
    """What finds the places where a match may begin, for a pattern that ``re`` itself would try at every place."""
    first = first_characters(pattern)
    if first is None or is_led(pattern):
        return None
    return re.compile(f"[{_listed(sorted(first))}]").search


def _last_of_all(pattern: str) -> Characters | None:
    """The characters of which the last one of all has to be one, for a pattern that matches only there."""
    last = last_characters(pattern)
    return last | _LINE_END if last is not None and is_closed(pattern) else None
