"""Every number rule reads its examples, reads nothing in its counterexamples, and takes linear time."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest

from etl.grammar import Rule
from etl.lexicon import units
from etl.mention import bound, implied_unit, interval, number, numeral, shared_unit, spacing
from etl.mention.exclusion import RULES as EXCLUSIONS
from etl.mention.number import CONTEXT_RULES, RULES, find_numbers, render

READING: list[Rule[Any]] = [*RULES, interval.INTERVAL, *shared_unit.RULES, *implied_unit.RULES]
LIMIT = 0.1


def read_by(rule: str, text: str) -> list[str]:
    return [render(mention) for mention in find_numbers(text) if mention.rule == rule]


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [(rule.name, text, expected) for rule in READING for text, expected in rule.examples],
)
def test_rule_reads_its_example(rule: str, text: str, expected: str) -> None:
    assert expected in read_by(rule, text), [render(m) + " by " + m.rule for m in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "value"), [("利率为负2%", -2), ("税负200亿元", 20_000_000_000), ("企业减负3亿元", 300_000_000)]
)
def test_minus(text: str, value: int) -> None:
    assert [mention.value for mention in find_numbers(text)] == [value]


@pytest.mark.parametrize(("rule", "text"), [(rule.name, text) for rule in READING for text in rule.counterexamples])
def test_rule_refuses_its_counterexample(rule: str, text: str) -> None:
    assert read_by(rule, text) == []


@pytest.mark.parametrize(("reason", "text"), [(rule.name, text) for rule in EXCLUSIONS for text, _ in rule.examples])
def test_exclusion_keeps_its_example_out(reason: str, text: str) -> None:
    mentions = find_numbers(text)
    assert {mention.reason for mention in mentions} & {reason, "phrase"}, [render(m) for m in mentions]


@pytest.mark.parametrize(
    ("reason", "text"), [(rule.name, text) for rule in EXCLUSIONS for text in rule.counterexamples]
)
def test_exclusion_lets_its_counterexample_pass(reason: str, text: str) -> None:
    assert reason not in {mention.reason for mention in find_numbers(text)}


def test_every_rule_has_examples_and_counterexamples() -> None:
    rules: list[Rule[Any]] = [*RULES, *CONTEXT_RULES]
    assert [rule.name for rule in rules if not rule.examples or not rule.counterexamples] == []
    names = [rule.name for rule in rules]
    assert len(names) == len(set(names))


PATTERNS: dict[str, re.Pattern[str]] = (
    {rule.name: rule.pattern for rule in (*READING, *EXCLUSIONS)}
    | {
        f"{module.__name__}.{name}": found
        for module in (bound, number, numeral, spacing)
        for name, found in vars(module).items()
        if isinstance(found, re.Pattern)
    }
    | {"numeral": re.compile(numeral.PATTERN), "unit": re.compile(units.PATTERN)}
)
ADVERSARIES = (
    "1",
    "1,",
    "一",
    "十",
    "一点",
    "万亿",
    "第一",
    "1 ",
    "一 分之",
    "百分之",
    "翻了",
    "“一",
    "《一",
    "一年",
    "a-1",
    "，",
    "1.",
    "零",
)


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_pattern_is_linear(name: str) -> None:
    pattern = PATTERNS[name]
    for adversary in ADVERSARIES:
        text = (adversary * 100_000)[:100_000]
        start = time.process_time()
        pattern.match(text)
        pattern.match(text, 50_000)
        assert time.process_time() - start < LIMIT, adversary


@pytest.mark.parametrize("adversary", ADVERSARIES)
def test_find_numbers_is_linear(adversary: str) -> None:
    """Ten times the text takes less than thirty times as long, at the best of three: a busy machine does not count."""
    short, long = (adversary * 2_000)[:2_000], (adversary * 20_000)[:20_000]
    find_numbers(short)
    assert _best(long) < 30 * max(_best(short), 0.01)


def _best(text: str) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        find_numbers(text)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("建成7座半潜式平台", "7"),
        ("10公里半径内", "10"),
        ("两场半决赛", "2"),
        ("买了2斤半", "2.5"),
        ("历时一年半", "1.5"),
        ("三种半导体材料", "3"),
    ],
)
def test_half_of_the_word_that_follows(text: str, value: str) -> None:
    assert str(find_numbers(text)[0].value) == value
