"""Finds what every grammar of the ETL is made of: its rules, and all its patterns."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from types import ModuleType
from typing import Any, Protocol, runtime_checkable

import etl
from etl.sieve import Sieved


@runtime_checkable
class AnyRule(Protocol):
    """What rules have in common, whatever grammar they belong to."""

    name: str
    examples: tuple[Any, ...]
    counterexamples: tuple[Any, ...]


@cache
def modules() -> tuple[ModuleType, ...]:
    """Every module of the package etl that is no command."""
    names = [found.name for found in pkgutil.walk_packages(etl.__path__, "etl.")]
    return tuple(importlib.import_module(name) for name in names if not name.endswith("__main__"))


def _values(value: object) -> Iterator[object]:
    """The value, and what it contains, one thing after another."""
    yield value
    if isinstance(value, Sieved):
        yield value.pattern
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from _values(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _values(getattr(value, field.name))


@cache
def _globals() -> tuple[tuple[str, object], ...]:
    """(module and name, value) of all that modules hold, each thing once."""
    found: dict[int, tuple[str, object]] = {}
    for module in modules():
        for name, value in vars(module).items():
            if name.startswith("__"):
                continue
            for each in _values(value):
                found.setdefault(id(each), (f"{module.__name__}.{name}", each))
    return tuple(found.values())


def rules() -> dict[str, AnyRule]:
    """Every rule by where it stands and its name."""
    return {
        f"{where}:{value.name}": value
        for where, value in _globals()
        if isinstance(value, AnyRule) and not isinstance(value, type)
    }


def patterns() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern, in a rule or by itself, by where it stands."""
    return {
        f"{where}: {value.pattern}": value
        for where, value in _globals()
        if isinstance(value, re.Pattern) and isinstance(value.pattern, str)
    }


def searching() -> dict[str, re.Pattern[str]]:
    """The module-level patterns that their module searches with, by where they stand."""
    found = {}
    for module in modules():
        source = inspect.getsource(module)
        for name, value in vars(module).items():
            used = re.search(rf"\b{name}\.(?:search|finditer|findall|sub|subn|split)\(", source)
            value = value.pattern if isinstance(value, Sieved) else value
            if used and isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                found[f"{module.__name__}.{name}"] = value
    return found
