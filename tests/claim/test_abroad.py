"""Statistics of other countries, and names that a bracket shortens."""

from __future__ import annotations

import pytest

from tests.claim.articles import claims_of


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("11月份美国失业率升至4.6%。", "失业率"),
        ("11月份全国失业率为5.1%。", "城镇调查失业率"),
        ("2025年德国家庭消费支出增长1.4%。", "家庭消费支出"),
        ("2025年德国政府消费支出增长1.5%。", "政府消费支出"),
        ("10月份，房地产开发景气指数（简称“国房指数”）为92.43。", "国房景气指数"),
        ("10月份，国房景气指数（简称景气指数）为92.43。", "国房景气指数"),
    ],
)
def test_the_statistic_of_a_number(text: str, indicator: str) -> None:
    assert [claim.indicator for claim in claims_of(text)] == [indicator]
