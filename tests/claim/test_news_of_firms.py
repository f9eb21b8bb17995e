"""What papers of 2021 to 2026 print of firms, banks, exchanges and ports: results, lists of statistics, days."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.claim.articles import about, claims_of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("2018年，甲乙股份归属上市公司股东的净利润为11亿元。", ("净利润", "甲乙股份")),
        ("2018年，甲乙股份归属上市公司股东的扣除非经常性损益的净利润为9亿元。", ("扣非净利润", "甲乙股份")),
        ("2018年，甲乙汽车单车成本下降12%。", ("单车成本", "甲乙汽车")),
        ("2018年，甲乙汽车销售及行政费用增长12%。", ("销售及行政费用", "甲乙汽车")),
        ("2018年，甲乙公司计提资产减值准备3亿元。", ("资产减值损失", "甲乙公司")),
        ("2018年，东海银行利息净收入80亿元。", ("利息净收入", "东海银行")),
        ("2018年，东海银行风险加权资产规模3000亿元。", ("风险加权资产", "东海银行")),
        ("2018年，京东营收增长8%。", ("营业收入", "京东")),
    ],
)
def test_statistics_of_firms(sentence: str, expected: tuple[str, str]) -> None:
    claim = claims_of(sentence)[-1]
    assert (claim.indicator, claim.subject) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "民营上市公司上半年实现营收、净利润、归母净利润17亿元、9亿元、8亿元，增速分别为1%、2%、3%。",
        "民营上市公司上半年分别实现营收、净利润、归母净利润17亿元、9亿元、8亿元，分别增长1%、2%、3%。",
        "民营上市公司上半年营收、净利润、归母净利润分别为17亿元、9亿元、8亿元，分别增长1%、2%、3%。",
    ],
)
def test_lists_of_statistics(sentence: str) -> None:
    claims = claims_of(sentence)
    assert [claim.indicator for claim in claims] == ["营业收入", "净利润", "净利润"] * 2
    assert {claim.subject for claim in claims} == {"民营上市公司"}


def test_a_change_told_twice() -> None:
    claims = claims_of("7月10日，商品煤产量269万吨，较前一日减少12万吨或4.2%。")
    assert about(claims, "value", "measure", "comparison")[1:] == [
        ("12万吨", -120000, "change", "previous_period"),
        ("4.2%", Decimal("-4.2"), "growth", "previous_period"),
    ]


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("2018年，甲公司毛利率从上年的22%下跌至20%。", "2018-12-31"),
        ("2018年，东海银行不良率为1.4%，为近十年最低，拨备覆盖率211%。", "2018-12-31"),
        ("2018年末，甲公司应付债券50亿元（年初为零）；流动负债217亿元。", "2018-12-31"),
    ],
)
def test_times_that_govern_no_more(sentence: str, last: str) -> None:
    assert str(claims_of(sentence)[-1].period_end) == last


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("10年期国债收益率下行2个基点。", ("change", -2)),
        ("资本充足率8%高于7.5%的监管底线。", ("level", 7.5)),
        ("收入增速低于5%的预期值。", ("growth", 5)),
    ],
)
def test_levels_and_falls(sentence: str, expected: tuple[str, float]) -> None:
    claim = claims_of(sentence)[-1]
    assert (claim.measure, float(claim.value)) == expected


def test_a_model_is_no_volume() -> None:
    assert claims_of("新品K9L于10日上市。") == []
