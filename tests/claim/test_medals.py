"""Medals without a classifier, what somebody came to with them, and days that a count grew by."""

from __future__ import annotations

import pytest

from tests.claim.articles import claims_of

MEDALS = [
    ("甲国队以12金9银7铜位列奖牌榜第三位。", "12金", 12, "枚", "金牌数", "甲国队"),
    ("甲国队以12金9银7铜位列奖牌榜第三位。", "7铜", 7, "枚", "铜牌数", "甲国队"),
    ("甲国队以12金9银7铜位列奖牌榜第三位。", "第三位", 3, "位", "奖牌榜排名", "甲国队"),
    ("省队以6金、13银的成绩屈居第二。", "13银", 13, "枚", "银牌数", "省队"),
    ("省队以6金、13银的成绩屈居第二。", "第二", 2, "位", "名次", "省队"),
    ("首日省队夺得三金两银。", "两银", 2, "枚", "银牌数", "省队"),
    ("省队以36金排在金牌榜首位。", "首位", 1, "位", "金牌榜排名", "省队"),
]
NO_MEDALS = ["2020金融街论坛年会闭幕。", "零件用了3金属材料。", "他获颁五金行会奖。"]
GROWN = [
    ("全年优良天数增加19天。", "19天", 19, "change"),
    ("项目工期增加了5天。", "5天", 5, "change"),
    ("贷款期限增加到22年。", "22年", 22, "level"),
]


@pytest.mark.parametrize(("sentence", "text", "value", "unit", "indicator", "subject"), MEDALS)
def test_medals_are_counted(sentence: str, text: str, value: int, unit: str, indicator: str, subject: str) -> None:
    claim = next(claim for claim in claims_of(sentence) if claim.value_text == text)
    assert (int(claim.value), claim.unit, claim.indicator, claim.subject) == (value, unit, indicator, subject)


@pytest.mark.parametrize("sentence", NO_MEDALS)
def test_other_metal_is_no_medal(sentence: str) -> None:
    assert [claim.value_text for claim in claims_of(sentence) if claim.unit == "枚"] == []


@pytest.mark.parametrize(("sentence", "text", "value", "measure"), GROWN)
def test_time_that_grew_is_a_claim(sentence: str, text: str, value: int, measure: str) -> None:
    claim = next(claim for claim in claims_of(sentence) if claim.value_text == text)
    assert (int(claim.value), claim.measure) == (value, measure)


def test_what_is_said_of_a_kind_of_loan_is_no_length() -> None:
    assert [claim.value_text for claim in claims_of("银行增加5年期以上的品种。")] == []
