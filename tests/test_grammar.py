"""What holds for every grammar: examples beside each rule, explicit digits, linear time.

What a rule reads in its examples is tested with its own grammar (``tests/mention``, ``tests/claim``);
here every rule and every pattern of the ETL is found, so that none is left out.
"""

from __future__ import annotations

import math
import re
import time
from collections.abc import Callable
from datetime import date

import pytest

from etl.claim import cue_rules, flaw, status_rules
from etl.mention import number, period
from etl.mention.number import find_numbers
from etl.mention.period import find_periods
from tests.grammar_rules import AnyRule, patterns, rules, searching

RULES = rules()
PATTERNS = patterns()
SEARCHING = searching()
REGISTRIES = (number.RULES, number.CONTEXT_RULES, period.RULES, cue_rules.RULES, status_rules.RULES, flaw.FLAWS)
"""The rules whose examples run in ``tests/mention`` and ``tests/claim``."""

SIZE = 100_000
"""Characters of an adversarial text."""
LIMIT = 0.1
"""Seconds for it."""
UNITS = (
    "1",
    "一",
    "百",
    "1,",
    "1.",
    "1%",
    "十万",
    "年",
    "1月",
    "百分之",
    "增长",
    "比上年",
    " ",
    "的",
    "、",
    "（",
    "1—",
    "一点",
    "=",
    "A",
)


def test_there_are_rules() -> None:
    assert len(RULES) > 50
    assert len(PATTERNS) > 50


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_has_examples_and_counterexamples(rule: AnyRule) -> None:
    assert rule.name
    assert rule.examples, f"{rule.name}: a rule without examples is no rule"
    assert rule.counterexamples, f"{rule.name}: say what it must not read"


def test_every_rule_is_run_by_the_tests_of_its_grammar() -> None:
    """A rule that stands in no registry has examples that nobody runs."""
    registered = {id(rule) for registry in REGISTRIES for rule in registry}
    assert [where for where, rule in RULES.items() if id(rule) not in registered] == []


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_digits_are_explicit(pattern: re.Pattern[str]) -> None:
    r"""``\d`` also takes digits of other scripts, which no newspaper means."""
    assert r"\d" not in pattern.pattern


def seconds(work: Callable[[str], object], text: str) -> float:
    """The least of up to three times, so that a busy machine does not count."""
    best = math.inf
    for _ in range(3):
        begun = time.process_time()
        work(text)
        best = min(best, time.process_time() - begun)
        if best < LIMIT / 10:
            break
    return best


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_no_attempt_of_a_pattern_blows_up(pattern: re.Pattern[str]) -> None:
    for unit in UNITS:
        text = (unit * SIZE)[:SIZE]
        assert seconds(pattern.match, text) < LIMIT, f"{unit!r} repeated"


@pytest.mark.parametrize("where", SEARCHING)
def test_searching_takes_linear_time(where: str) -> None:
    """Patterns that search (and do not only match at a place) are tried at every character."""
    pattern = SEARCHING[where]
    for unit in UNITS:
        short, long = (unit * SIZE)[: SIZE // 50], (unit * SIZE)[: SIZE // 10]
        if seconds(lambda text: list(pattern.finditer(text)), short) > LIMIT / 10:
            pytest.fail(f"{unit!r} repeated: {SIZE // 50} characters take too long")
        assert seconds(lambda text: list(pattern.finditer(text)), long) < LIMIT, f"{unit!r} repeated"


@pytest.mark.parametrize("unit", UNITS)
def test_reading_mentions_takes_linear_time(unit: str) -> None:
    for find in (find_numbers, lambda text: find_periods(text, date(2019, 3, 28))):
        short, long = (unit * SIZE)[: SIZE // 40], (unit * SIZE)[: SIZE // 10]
        growth = seconds(find, long) / max(seconds(find, short), LIMIT / 50)
        assert growth < 10, f"{unit!r} repeated: four times the text takes {growth:.1f} times as long"
