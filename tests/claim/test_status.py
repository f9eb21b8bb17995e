"""Every status rule on its examples and counterexamples."""

import pytest

from etl.claim.status_rules import RULES, StatusRule
from tests.claim.articles import claims_of


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, text) for rule in RULES for text in rule.examples], ids=lambda value: str(value)[:30]
)
def test_example(rule: StatusRule, text: str) -> None:
    assert claims_of(f"产量{text}。")[-1].status == rule.status


@pytest.mark.parametrize(
    ("rule", "text"),
    [(rule, text) for rule in RULES for text in rule.counterexamples],
    ids=lambda value: str(value)[:30],
)
def test_counterexample(rule: StatusRule, text: str) -> None:
    claims = claims_of(f"产量{text}。")
    assert all(not claim.rule.endswith(rule.name) for claim in claims)
