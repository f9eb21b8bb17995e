"""What can be told of a regular expression without trying it: how a match begins, which characters it needs.

It is read by the parser that ``re`` itself uses. Where that is not to be had, or a pattern is not understood, the
answer is None, which never makes a pattern miss anything: it is then tried everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, NamedTuple, TypeAlias

_MOST = 200  # characters of a range; a pattern that may begin with any of more is tried everywhere
_FEW = 40  # characters; needing one of more says nothing of a text
_MOST_NEEDS = 3  # sets of characters that are asked for
_COMMON = frozenset("0123456789一二三四五六七八九十年月日的中国大上人个在和为是有到了⟦⟧")
_VERY = 10  # so much likelier is one of these

Characters: TypeAlias = frozenset[str]


@cache
def first_characters(pattern: str) -> Characters | None:
    """Every character that a match of the regular expression may begin with; None where that may be any.

    >>> sorted(first_characters("(?:上|本)?[12]月") or ())
    ['1', '2', '上', '本']
    >>> first_characters("[^0-9]月") is None
    True
    """
    beginning = _beginning(pattern)
    return None if 0 in beginning.sizes else beginning.first


@cache
def second_characters(pattern: str) -> Characters | None:
    """Every character that may stand second in a match; None where that may be any, or a match may end before it.

    >>> sorted(second_characters("(?:上|本)?[12]月") or ())
    ['1', '2', '月']
    >>> second_characters("[12]月?") is None
    True
    """
    beginning = _beginning(pattern)
    return beginning.second if beginning.sizes == {2} else None


@cache
def last_characters(pattern: str) -> Characters | None:
    """Every character that a match may end with; None where that may be any, or a match may be empty.

    >>> sorted(last_characters("自从|[一三]月?") or ())
    ['一', '三', '从', '月']
    >>> last_characters("增长[^，]{0,3}") is None
    True
    """
    parsed = _parsed(pattern)
    ending = _ANYTHING if parsed is None else _beginning_of_sequence(parsed, backwards=True)
    return None if 0 in ending.sizes else ending.first


@cache
def needed_characters(pattern: str) -> Characters | None:
    """Characters of which a text prints at least one wherever the regular expression matches; None if none is known.

    >>> sorted(needed_characters("[0-9]{1,2}(?:月|季度)末?") or ())
    ['季', '月']
    >>> needed_characters("[^0-9]?") is None
    True
    """
    parsed = _parsed(pattern)
    return None if parsed is None else min(_all_needed(parsed, around=False), key=len, default=None)


def is_closed(pattern: str) -> bool:
    """Whether it matches only where the text ends."""
    parsed = _parsed(pattern)
    return parsed is not None and _is_closed(parsed)


def _is_closed(parsed: Any) -> bool:
    operation, arguments = parsed[-1]
    if str(operation) == "SUBPATTERN":
        return _is_closed(arguments[_BODIES["SUBPATTERN"]])
    if str(operation) == "BRANCH":
        return all(len(branch) > 0 and _is_closed(branch) for branch in arguments[1])
    return str(operation) == "AT" and str(arguments) == "AT_END"


def is_led(pattern: str) -> bool:
    """Whether ``re`` looks for the first character of a pattern before it tries to match: it does for a plain one."""
    parsed = _parsed(pattern)
    return parsed is None or _is_led(parsed)


def _is_led(parsed: Any) -> bool:
    operation, arguments = parsed[0]
    if str(operation) == "SUBPATTERN":
        return _is_led(arguments[_BODIES["SUBPATTERN"]])
    if str(operation) == "BRANCH":
        return all(len(branch) > 0 and str(branch[0][0]) == "LITERAL" for branch in arguments[1])
    return str(operation) in ("LITERAL", "IN")


@cache
def needs(pattern: str) -> tuple[Characters, ...]:
    """Sets of characters of each of which a text prints at least one wherever the regular expression matches.

    The text is all that the expression sees, what stands before and after the match included; the rarest come first.

    >>> [sorted(each) for each in needs("(?:希望|期待)[^。；]{0,90}(?=成果)")]
    [['成'], ['果'], ['希', '期']]
    """
    parsed = _parsed(pattern)
    found = [] if parsed is None else _all_needed(parsed, around=True)
    return tuple(sorted(dict.fromkeys(found), key=_commonness)[:_MOST_NEEDS])


def _beginning(pattern: str) -> _Beginning:
    parsed = _parsed(pattern)
    return _ANYTHING if parsed is None else _beginning_of_sequence(parsed)


def any_needed(patterns: Iterable[re.Pattern[str]]) -> re.Pattern[str]:
    """A pattern that finds a character of every match of the patterns: where it finds none, they find nothing."""
    needed = _any([needed_characters(each.pattern) for each in patterns])
    if needed is None:
        return re.compile("")
    return re.compile(f"[{''.join(map(re.escape, sorted(needed)))}]")


@lru_cache(maxsize=8)  # several questions about one pattern come one after the other
def _parsed(pattern: str) -> Any:
    """The expression as ``re`` parses it; nobody changes it."""
    try:
        return import_module("re._parser").parse(pattern)
    except (ImportError, AttributeError):
        return None


_BODIES = {"SUBPATTERN": 3, "MAX_REPEAT": 2, "MIN_REPEAT": 2, "POSSESSIVE_REPEAT": 2}
"""Where among the arguments of an operation the sequence stands that it is about."""

# ---------------------------------------------------------------- the first two characters


class _Beginning(NamedTuple):
    """What stands first and second in a match, None for any character, and how long it may be: 0, 1, 2 or more."""

    first: Characters | None
    second: Characters | None
    sizes: frozenset[int]


_NOTHING = _Beginning(frozenset(), frozenset(), frozenset({0}))
_ANYTHING = _Beginning(None, None, frozenset({0, 1, 2}))


def _beginning_of_sequence(items: Any, backwards: bool = False) -> _Beginning:
    """How what the items of a sequence match begins; ``backwards``: how it ends, the last character first."""
    found = _NOTHING
    for operation, arguments in reversed(items) if backwards else items:
        if found.sizes == {2}:
            break
        found = _followed(found, _beginning_of(str(operation), arguments, backwards))
    return found


def _followed(one: _Beginning, other: _Beginning) -> _Beginning:
    """How what is matched by the one and then by the other begins."""
    first = _any([one.first, other.first]) if 0 in one.sizes else one.first
    seconds = [one.second]
    seconds += [other.second] if 0 in one.sizes else []
    seconds += [other.first] if 1 in one.sizes else []
    return _Beginning(first, _any(seconds), frozenset(min(a + b, 2) for a in one.sizes for b in other.sizes))


def _beginning_of(operation: str, arguments: Any, backwards: bool) -> _Beginning:
    if operation in ("LITERAL", "IN"):
        return _Beginning(_one_of(operation, arguments), frozenset(), frozenset({1}))
    if operation in ("ASSERT", "ASSERT_NOT", "AT"):
        return _NOTHING
    if operation == "ATOMIC_GROUP":
        return _beginning_of_sequence(arguments, backwards)
    if operation == "BRANCH":
        return _either([_beginning_of_sequence(branch, backwards) for branch in arguments[1]])
    if operation not in _BODIES:
        return _ANYTHING
    body = _beginning_of_sequence(arguments[_BODIES[operation]], backwards)
    return body if operation == "SUBPATTERN" else _repeated(body, least=arguments[0], most=int(arguments[1]))


def _either(branches: list[_Beginning]) -> _Beginning:
    sizes = frozenset[int]().union(*(branch.sizes for branch in branches))
    return _Beginning(_any([each.first for each in branches]), _any([each.second for each in branches]), sizes)


def _repeated(body: _Beginning, least: int, most: int) -> _Beginning:
    """No more than two of a repetition reach into the first two characters, unless it matches nothing by itself."""
    if 0 in body.sizes:
        return _either([_NOTHING, body, _followed(body, body)])
    times = [_NOTHING, body, _followed(body, body)]
    return _either(times[min(least, 2) : min(most, 2) + 1])


# ---------------------------------------------------------------- the characters that must be there


def _all_needed(items: Iterable[Any], around: bool) -> list[Characters]:
    """What the items of a sequence need, as far as that is known; of several branches, the rarest that each needs.

    ``around``: what has to stand before and after the match, too.
    """
    found: list[Characters] = []
    for operation, arguments in items:
        name = str(operation)
        if name in ("LITERAL", "IN"):
            one = _one_of(name, arguments)
            found += [one] if one is not None and len(one) <= _FEW else []
        elif name == "BRANCH":
            rarest = _any([min(_all_needed(branch, around), key=_commonness, default=None) for branch in arguments[1]])
            found += [rarest] if rarest is not None and len(rarest) <= _FEW else []
        elif name == "ATOMIC_GROUP":
            found += _all_needed(arguments, around)
        elif name == "ASSERT" and around:
            found += _all_needed(arguments[1], around)
        elif name == "SUBPATTERN" or (name in _BODIES and arguments[0] > 0):
            found += _all_needed(arguments[_BODIES[name]], around)
    return found


def _commonness(characters: Characters) -> int:
    """How likely a text prints one of the characters, on no certain scale."""
    return len(characters) + _VERY * len(_COMMON.intersection(characters))


def _any(alternatives: list[Characters | None]) -> Characters | None:
    if any(each is None for each in alternatives):
        return None
    return frozenset[str]().union(*(each for each in alternatives if each is not None))


def _one_of(operation: str, arguments: Any) -> Characters | None:
    """The characters that a literal or a class stands for; None for very many."""
    found: set[str] = set()
    for kind, argument in [(operation, arguments)] if operation == "LITERAL" else arguments:
        if str(kind) == "LITERAL":
            found.add(chr(argument))
        elif str(kind) == "RANGE" and argument[1] - argument[0] < _MOST:
            found |= {chr(code) for code in range(argument[0], argument[1] + 1)}
        else:
            return None
    return frozenset(found)
