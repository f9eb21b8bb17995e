"""What stands between an owner's name and a figure, and is no part of the name."""

import pytest

from etl.claim.tail import TAILS, Tail, name_end
from tests.claim.articles import claims_of


@pytest.mark.parametrize("tail", TAILS, ids=[tail.name for tail in TAILS])
def test_a_tail_is_cut_off_where_its_example_says(tail: Tail) -> None:
    for marked in (tail.example, tail.counterexample):
        name, _, rest = marked.partition("|")
        assert name_end(name + rest, 0, len(name + rest)) == len(name)
    assert tail.example[-1] != "|", "an example has a tail"
    assert tail.counterexample[-1] == "|", "a counterexample has none"


def test_names_are_unique() -> None:
    assert len({tail.name for tail in TAILS}) == len(TAILS)


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("甘肃省主要预期目标为生产总值增长6%左右。", "甘肃省"),
        ("国铁集团数据显示，6月份，国家铁路发送货物3亿吨。", "国家铁路"),
        ("全省科技创新投入增长9%。", "全省"),
        ("煤炭日均运量达到500万吨。", "煤炭"),
        ("智能工厂普及率达到70%。", "智能工厂"),
    ],
)
def test_whose_figure_it_is(sentence: str, subject: str) -> None:
    assert [claim.subject for claim in claims_of(sentence)] == [subject]
