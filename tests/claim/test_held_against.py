"""What a change is held against: bases behind the name of a rate, and those that the clauses before have printed."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.articles import claims_of

DAY = date(2018, 3, 10)
CASES = (
    # 比 behind the name of a rate
    ("2月份，城镇调查失业率比上月下降0.2个百分点。", "0.2个百分点", "previous_period"),
    ("2017年，过早死亡率比2015年降低10.8%。", "10.8%", "base_period"),
    ("2017年，男女性比例提高10.8%。", "10.8%", "yoy"),
    # 多 behind a year says more of what
    ("2017年，城镇新增就业1322万人，比2016年多增12万人。", "12万人", "yoy"),
    # a base of its own goes on to clauses of the same time, until another is printed
    ("2017年，国有企业资产总额比2012年增长60%，利润增长2.2倍。", "2.2倍", "base_period"),
    ("2017年，国有企业资产总额比2012年增长60%，年均增长9.9%。", "9.9%", "None"),
    ("2017年，国有企业资产总额比2012年增长60%，同比增长8%，利润增长5%。", "5%", "yoy"),
    ("2017年，国有企业资产总额增长8%，比2012年翻一番，利润增长5%。", "5%", "yoy"),
    ("2016年，国有企业资产总额比2012年增长60%，2017年利润增长5%。", "5%", "yoy"),
    ("2017年，四项污染物排放量与2010年相比，化学需氧量下降9%、氨氮下降8%。", "8%", "base_period"),
    ("2017年，四项污染物排放量均有所减少，化学需氧量下降9%、氨氮下降8%。", "8%", "yoy"),
    ("与2010年相比，2017年化学需氧量下降9%。", "9%", "base_period"),
    # each month or quarter of a streak is held against its own of the year before
    ("国内生产总值增速连续5个季度保持在6%以上。", "6%", "yoy"),
    ("2013年至2017年，国内生产总值增速保持在6%以上。", "6%", "None"),
)


@pytest.mark.parametrize(("text", "number", "comparison"), CASES)
def test_comparison(text: str, number: str, comparison: str) -> None:
    found = [str(claim.comparison) for claim in claims_of(text, issue_date=DAY) if claim.value_text == number]
    assert found == [comparison]


def test_a_base_that_goes_on_is_told_with_its_days() -> None:
    claims = claims_of("2017年，国有企业资产总额比2012年增长60%，利润增长2.2倍。", issue_date=DAY)
    assert (claims[-1].base_text, claims[-1].base_start) == ("2012年", date(2012, 1, 1))
