"""What can be told of a regular expression without trying it: how a match begins, which characters it needs.

It is read by the parser that ``re`` itself uses. Where that is not to be had, or a pattern is not understood, the
answer is None, which never makes a pattern miss anything: it is then tried everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Any, TypeAlias

_MOST = 200  # characters of a range; a pattern that may begin with any of more is tried everywhere
_FEW = 40  # characters; needing one of more says nothing of a text

Characters: TypeAlias = frozenset[str]


@cache
def first_characters(pattern: str) -> Characters | None:
    """Every character that a match of the regular expression may begin with; None where that may be any.

    >>> sorted(first_characters("(?:上|本)?[12]月") or ())
    ['1', '2', '上', '本']
    >>> first_characters("[^0-9]月") is None
    True
    """
    parsed = _parsed(pattern)
    first, may_be_empty = (None, True) if parsed is None else _first_of_sequence(parsed)
    return None if may_be_empty else first


@cache
def needed_characters(pattern: str) -> Characters | None:
    """Characters of which a text prints at least one wherever the regular expression matches; None if none is known.

    >>> sorted(needed_characters("[0-9]{1,2}(?:月|季度)末?") or ())
    ['季', '月']
    >>> needed_characters("[^0-9]?") is None
    True
    """
    parsed = _parsed(pattern)
    return None if parsed is None else _needed_of_sequence(parsed)


def any_needed(patterns: Iterable[re.Pattern[str]]) -> re.Pattern[str]:
    """A pattern that finds a character of every match of the patterns: where it finds none, they find nothing."""
    needed = _any([needed_characters(each.pattern) for each in patterns])
    if needed is None:
        return re.compile("")
    return re.compile(f"[{''.join(map(re.escape, sorted(needed)))}]")


def _parsed(pattern: str) -> Any:
    try:
        return import_module("re._parser").parse(pattern)
    except (ImportError, AttributeError):
        return None


_BODIES = {"SUBPATTERN": 3, "MAX_REPEAT": 2, "MIN_REPEAT": 2, "POSSESSIVE_REPEAT": 2}
"""Where among the arguments of an operation the sequence stands that it is about."""

# ---------------------------------------------------------------- the first character


def _first_of_sequence(items: Iterable[Any]) -> tuple[Characters | None, bool]:
    """What a sequence may begin with, and whether it may match nothing."""
    found: Characters = frozenset()
    for operation, arguments in items:
        first, may_be_empty = _first_of(str(operation), arguments)
        if first is None:
            return None, False
        found |= first
        if not may_be_empty:
            return found, False
    return found, True


def _first_of(operation: str, arguments: Any) -> tuple[Characters | None, bool]:
    if operation in ("LITERAL", "IN"):
        return _one_of(operation, arguments), False
    if operation in ("ASSERT", "ASSERT_NOT", "AT"):
        return frozenset(), True
    if operation == "ATOMIC_GROUP":
        return _first_of_sequence(arguments)
    if operation == "BRANCH":
        branches = [_first_of_sequence(branch) for branch in arguments[1]]
        return _any([first for first, _ in branches]), any(empty for _, empty in branches)
    if operation not in _BODIES:
        return None, False
    first, may_be_empty = _first_of_sequence(arguments[_BODIES[operation]])
    return first, may_be_empty or (operation != "SUBPATTERN" and arguments[0] == 0)


# ---------------------------------------------------------------- the characters that must be there


def _needed_of_sequence(items: Iterable[Any]) -> Characters | None:
    """The fewest characters that an item of the sequence needs."""
    needed = (_needed_of(str(operation), arguments) for operation, arguments in items)
    return min((each for each in needed if each is not None), key=len, default=None)


def _needed_of(operation: str, arguments: Any) -> Characters | None:
    if operation in ("LITERAL", "IN"):
        found = _one_of(operation, arguments)
        return found if found is not None and len(found) <= _FEW else None
    if operation == "ATOMIC_GROUP":
        return _needed_of_sequence(arguments)
    if operation == "BRANCH":
        return _any([_needed_of_sequence(branch) for branch in arguments[1]])
    if operation not in _BODIES or (operation != "SUBPATTERN" and arguments[0] == 0):
        return None
    return _needed_of_sequence(arguments[_BODIES[operation]])


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
