"""Every rule of the periods: its examples, its counterexamples, and that no opening of a time is overlooked."""

from __future__ import annotations

import time
from datetime import date

import pytest

from etl.grammar import Rule
from etl.mention.period import RENDER_DATE, RULES, find_periods, render
from etl.mention.timeline import Reading

EXAMPLES = [(rule, text, wanted) for rule in RULES for text, wanted in rule.examples]
COUNTEREXAMPLES = [(rule, text) for rule in RULES for text in rule.counterexamples]


def readings(rule: Rule[Reading], text: str) -> list[str]:
    found = (rule.produce(match) for match in rule.pattern.finditer(text))
    return [render(reading) for reading in found if reading is not None]


def test_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert all(rule.examples and rule.counterexamples for rule in RULES)


@pytest.mark.parametrize(("rule", "text", "wanted"), EXAMPLES, ids=lambda part: getattr(part, "name", part))
def test_example(rule: Rule[Reading], text: str, wanted: str) -> None:
    assert readings(rule, text)[:1] == [wanted]


@pytest.mark.parametrize(("rule", "text", "wanted"), EXAMPLES, ids=lambda part: getattr(part, "name", part))
def test_example_is_found_first_by_its_rule(rule: Rule[Reading], text: str, wanted: str) -> None:
    found = find_periods(text, RENDER_DATE)
    assert found
    assert found[0].rule == rule.name, wanted


@pytest.mark.parametrize(("rule", "text"), COUNTEREXAMPLES, ids=lambda part: getattr(part, "name", part))
def test_counterexample(rule: Rule[Reading], text: str) -> None:
    assert [found for found in readings(rule, text) if found != "nothing"] == []


ADVERSARIAL = ("1", "一", "年", "2014年", "1—", "十五", "去年", "《", "2014-", "今年的 ", "1、")


@pytest.mark.parametrize("unit", ADVERSARIAL)
def test_time_is_linear(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    for rule in RULES:
        begun = time.process_time()
        assert sum(1 for _ in rule.pattern.finditer(text)) <= len(text)
        assert time.process_time() - begun < 0.1, rule.name  # a fifth of that when the machine is idle


def _least_seconds(text: str) -> float:
    """The least of three: what else the process does (its garbage) falls on some runs only."""
    times = []
    for _ in range(3):
        begun = time.process_time()
        find_periods(text, RENDER_DATE)
        times.append(time.process_time() - begun)
    return min(times)


def test_the_finder_takes_linear_time() -> None:
    short, long = ("1—去年十五" * times for times in (2_000, 8_000))
    assert _least_seconds(long) < 8 * _least_seconds(short)


@pytest.mark.parametrize(
    ("text", "printed"),
    [("整个二季度新增就业", "二季度"), ("连续三个二季度", ""), ("2月初，十六部门", "2月初"), ("五月初五", "")],
)
def test_a_word_before_or_after_a_time_makes_it_another_or_none(text: str, printed: str) -> None:
    found = "".join(period.text for period in find_periods(text, date(2025, 7, 2)) if "五月" not in period.text)
    assert found == printed
