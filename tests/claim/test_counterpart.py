"""Bare statistics that go on with the one just told."""

from __future__ import annotations

import pytest

from tests.claim.articles import claims_of


@pytest.mark.parametrize(
    ("sentences", "number", "indicator"),
    [
        (["全省一般公共预算收入6000亿元，支出9000亿元。"], "9000亿元", "一般公共预算支出"),
        (["全省政府性基金收入300亿元，同比下降1%，支出700亿元。"], "700亿元", "政府性基金支出"),
        (["公司收入5亿元，支出4亿元。"], "4亿元", "支出"),
        (["全年完成交通固定资产投资3.6万亿元。", "分方式看，铁路完成投资9000亿元。"], "9000亿元", "交通固定资产投资"),
        (["全省固定资产投资增长5%。", "该项目完成投资3亿元。"], "3亿元", "总投资"),
    ],
)
def test_a_bare_statistic(sentences: list[str], number: str, indicator: str) -> None:
    assert [claim.indicator for claim in claims_of(*sentences) if claim.value_text == number] == [indicator]


def test_how_a_rate_stands_is_no_fall() -> None:
    assert [str(claim.value) for claim in claims_of("高耗能行业用电增速相对偏低，仅为1.8%。")] == ["1.8"]
