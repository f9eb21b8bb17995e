"""No pattern of reading takes more than linear time, whatever it is fed."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time

import pytest

import etl.reading
from etl.sieve import Sieved

LENGTH = 100_000
SECONDS = 0.1
TRIES = 5  # the shared machine may take the processor away; the best of five counts

UNITS = (
    *("甲", "1", "(", "“", " ", "…", "本报记者", "王小明、", "网消息(", "【作者：", "(下转第"),
    *("2025年7月1日", "总第", "http://", "编辑：", "一二三"),
)


def patterns() -> list[tuple[str, re.Pattern[str]]]:
    found = []
    for module in pkgutil.iter_modules(etl.reading.__path__):
        names = vars(importlib.import_module(f"etl.reading.{module.name}"))
        named = [(name, value.pattern if isinstance(value, Sieved) else value) for name, value in names.items()]
        found += [(f"{module.name}.{name}", value) for name, value in named if isinstance(value, re.Pattern)]
    return found


PATTERNS = patterns()


def best(pattern: re.Pattern[str], text: str) -> float:
    seconds = []
    for _ in range(TRIES):
        started = time.process_time()
        pattern.search(text)
        pattern.match(text)
        pattern.fullmatch(text)
        seconds.append(time.process_time() - started)
        if seconds[-1] < SECONDS:
            break
    return min(seconds)


def test_the_patterns_are_found() -> None:
    assert len(PATTERNS) > 40


@pytest.mark.parametrize(("name", "pattern"), PATTERNS, ids=[name for name, _ in PATTERNS])
def test_a_pattern_is_linear(name: str, pattern: re.Pattern[str]) -> None:
    slow = {unit: best(pattern, unit * (LENGTH // len(unit))) for unit in UNITS}
    assert {unit: seconds for unit, seconds in slow.items() if seconds >= SECONDS} == {}, name
