"""The characters that what a pattern matches can begin with, so that it is tried nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

_MOST = 200  # characters of a range; a pattern that may begin with any of more is tried everywhere


def first_characters(pattern: str) -> frozenset[str] | None:
    """Every character that a match of the regular expression may begin with; None where that may be any.

    Where it does not know better it says None, which is never wrong.

    >>> sorted(first_characters("(?:上|本)?[12]月") or ())
    ['1', '2', '上', '本']
    >>> first_characters("[^0-9]月") is None
    True
    """
    try:
        parsed = import_module("re._parser").parse(pattern)  # what re itself reads a pattern with
    except (ImportError, AttributeError):
        return None
    first, may_be_empty = _of_sequence(parsed)
    return None if first is None or may_be_empty else frozenset(first)


def _of_sequence(items: Iterable[Any]) -> tuple[set[str] | None, bool]:
    """What a sequence may begin with, and whether it may match nothing."""
    found: set[str] = set()
    for operation, arguments in items:
        first, may_be_empty = _of_item(str(operation), arguments)
        if first is None:
            return None, False
        found |= first
        if not may_be_empty:
            return found, False
    return found, True


def _of_item(operation: str, arguments: Any) -> tuple[set[str] | None, bool]:
    if operation == "LITERAL":
        return {chr(arguments)}, False
    if operation == "IN":
        return _of_class(arguments), False
    if operation in ("ASSERT", "ASSERT_NOT", "AT"):
        return set(), True
    if operation == "SUBPATTERN":
        return _of_sequence(arguments[3])
    if operation == "ATOMIC_GROUP":
        return _of_sequence(arguments)
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        first, may_be_empty = _of_sequence(arguments[2])
        return first, may_be_empty or arguments[0] == 0
    if operation == "BRANCH":
        return _of_branches(arguments[1])
    return None, False


def _of_branches(branches: Iterable[Any]) -> tuple[set[str] | None, bool]:
    found: set[str] = set()
    may_be_empty = False
    for branch in branches:
        first, empty = _of_sequence(branch)
        if first is None:
            return None, False
        found |= first
        may_be_empty = may_be_empty or empty
    return found, may_be_empty


def _of_class(members: Iterable[Any]) -> set[str] | None:
    found: set[str] = set()
    for operation, argument in members:
        if str(operation) == "LITERAL":
            found.add(chr(argument))
        elif str(operation) == "RANGE" and argument[1] - argument[0] < _MOST:
            found |= {chr(code) for code in range(argument[0], argument[1] + 1)}
        else:
            return None
    return found
