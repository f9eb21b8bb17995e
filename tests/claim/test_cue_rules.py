"""Every cue rule fires on its own examples, first of all rules, and not on its counterexamples."""

from datetime import date

import pytest

from etl.claim.coordination import number_lists
from etl.claim.cue import Cue, cue_of
from etl.claim.cue_rules import RULES, CueRule
from etl.claim.markup import Marked, mark_up
from etl.mention.number import find_numbers
from etl.mention.period import find_periods
from etl.model import OffsetMap, Sentence

EXAMPLES = [
    pytest.param(rule, text, expected, id=f"{rule.name}-{text}") for rule in RULES for text, expected in rule.examples
]
COUNTEREXAMPLES = [
    pytest.param(rule, text, id=f"{rule.name}-{text}") for rule in RULES for text in rule.counterexamples
]


def last_cue(text: str) -> Cue | None:
    """The cue of the last coordinated list of numbers in a sentence."""
    sentence = Sentence("s", text, OffsetMap((0,), (0,)), 0)
    markup = mark_up(Marked(sentence, find_numbers(text), find_periods(text, date(2025, 7, 1))))
    found = None
    for clause in markup.clauses:
        for numbers in number_lists(markup, clause, [n for n in markup.numbers if n.claimable]):
            found = cue_of(markup, clause, numbers)
    return found


def rendered(cue: Cue | None) -> str:
    return "none" if cue is None else f"{cue.measure} {'+' if cue.sign > 0 else '-'}"


@pytest.mark.parametrize(("rule", "text", "expected"), EXAMPLES)
def test_example(rule: CueRule, text: str, expected: str) -> None:
    cue = last_cue(text)
    assert cue is not None, f"{rule.name}: nothing fires on {text}"
    assert (cue.rule, rendered(cue)) == (rule.name, expected)


@pytest.mark.parametrize(("rule", "text"), COUNTEREXAMPLES)
def test_counterexample(rule: CueRule, text: str) -> None:
    cue = last_cue(text)
    assert cue is None or cue.rule != rule.name


def test_every_rule_has_examples() -> None:
    lacking = [rule.name for rule in RULES if not rule.examples or not rule.counterexamples]
    assert lacking == []


def test_what_follows_a_list_is_said_of_each_of_it() -> None:
    assert rendered(last_cue("保持了25%、12.9%和10.2%的增幅")) == "growth +"
    assert rendered(last_cue("接近25%、12.9%和10.2%的企业")) != "growth +"
