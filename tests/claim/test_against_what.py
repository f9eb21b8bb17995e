"""What a change is held against: another time, another session, a plan; and what rises or falls by degrees."""

import pytest

from tests.claim.articles import about, claims_of


@pytest.mark.parametrize(
    ("sentence", "measure", "comparison"),
    [
        ("女代表521名，比成立时增加了76名。", "change", "base_period"),
        ("年产量500吨，比改造前增加100吨。", "change", "base_period"),
        ("营业收入416亿元，比上届增加10亿元。", "change", "previous_period"),
        ("床位500张，比计划多100张。", "gap", "peer"),
    ],
)
def test_the_base_of_a_change(sentence: str, measure: str, comparison: str) -> None:
    last = claims_of(sentence)[-1]
    assert (last.measure, last.comparison, last.status) == (measure, comparison, "actual")


def test_what_is_compared_with_is_not_counted() -> None:
    claims = claims_of("床位3000张，比原计划增加400张。")
    assert about(claims, "indicator", "status") == [("3000张", "床位数", "actual"), ("400张", "床位数", "actual")]


def test_degrees_that_it_warms_or_cools_by() -> None:
    claims = claims_of("东部升温4到8℃，北部将有4到6℃的降温，最低气温2℃。")
    assert [(str(claim.value), claim.measure) for claim in claims] == [
        ("4", "change"),
        ("-6", "change"),
        ("2", "level"),
    ]
