"""Times of figures in statistical reports: ends of months and of changes, what is left out or looked ahead to."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.articles import claims_of
from tests.claim.test_times_carried import days, of_article

DAY = date(2024, 8, 16)
CASES = (
    # what turned is of the time that it turned in
    ("上半年，两地贸易由一季度同比增长转为二季度同比下降，降幅为8%。", "8%", "2024-04-01 2024-06-30"),
    ("上半年，两地贸易为一季度同比增长最快，达8%。", "8%", "2024-01-01 2024-06-30"),
    # where a rise began, and the rise of a part
    ("7月份进口值从6月份2万元，回升到3万元。", "3万元", "2024-07-01 2024-07-31"),
    ("7月份进口值从6月份2万元，出口为3万元。", "2万元", "2024-06-01 2024-06-30"),
    ("工业增加值从2020年的9万元增长到2023年的12万元，其中制造业从5万元增长到6万元。", "5万元", "2020-01-01 2020-12-31"),
    ("工业增加值2023年为12万元，其中制造业从5万元增长到6万元。", "5万元", "None None"),
    ("2020年至2023年，甲、乙两业产值占比分别提升至34%和16%。", "16%", "2023-01-01 2023-12-31"),
    ("2020年至2023年，甲、乙两业产值年均分别增长4%和6%。", "6%", "2020-01-01 2023-12-31"),
    # what there is at the end of a year, and what came in it
    ("截至2023年底，全市基站90万个，全年净增8万个，其中5G基站30万个。", "30万个", "2023-12-31 2023-12-31"),
    ("截至2023年底，全市基站90万个，全年净增8万个，其中5G基站30万个。", "8万个", "2023-01-01 2023-12-31"),
    ("五年来，5G基站数量达到40万个。", "40万个", "2024-08-16 2024-08-16"),
    ("五年来，累计建成5G基站40万个。", "40万个", "2019-08-16 2024-08-16"),
    ("“十四五”期间，工业增加值增量将达到8万元。", "8万元", "2021-01-01 2025-12-31"),
    # left out, looked ahead to
    ("除了2月、3月，其余月份出口占比均保持在66%以上。", "66%", "None None"),
    ("2月、3月，出口占比均保持在66%以上。", "66%", "2024-02-01 2024-03-31"),
    ("展望全年，公司预计营业收入达40亿元。", "40亿元", "2024-01-01 2024-12-31"),
    ("展望“十五五”规划，公司营业收入40亿元。", "40亿元", "None None"),
    ("按照上年价格计算的电信业务总量增长16%。", "16%", "None None"),
    # two years' average
    ("2023年，全市生产总值增长8%，两年平均增长5%。", "5%", "2022-01-01 2023-12-31"),
    # over the years that end with the one spoken of, or with the plan
    ("2023年，全市财政收入达90亿元，3年增长41%。", "41%", "2021-01-01 2023-12-31"),
    ("2023年，全市财政收入达90亿元，五年增加30亿元、年均增长8%。", "8%", "2019-01-01 2023-12-31"),
    ("2023年，全市财政收入达90亿元，3年来增长平稳，增长8%。", "8%", "2023-01-01 2023-12-31"),
    ("“十三五”期间，全市财政收入达90亿元，3年增长41%。", "41%", "2018-01-01 2020-12-31"),
    ("7月份，工业增加值增长8%，两年平均增长5%。", "5%", "2024-07-01 2024-07-31"),
    # a plan of this year; an age is told as a fact
    ("今年全市计划招收研究生60人。", "60人", "2024-01-01 2024-12-31"),
    ("今年全市按计划招收研究生60人。", "60人", "2024-01-01 2024-08-16"),
    ("王某今年54岁。", "54岁", "2024-01-01 2024-08-16"),
    # from an evening to a morning
    ("据点14日晚至15日上午遭到袭击，3人受伤。", "3人", "2024-08-14 2024-08-15"),
    ("据点14日晚遭到袭击，3人受伤。", "3人", "2024-08-14 2024-08-14"),
)


@pytest.mark.parametrize(("text", "number", "days"), CASES)
def test_time(text: str, number: str, days: str) -> None:
    claims = {claim.value_text: claim for claim in claims_of(text, issue_date=DAY)}
    assert f"{claims[number].period_start} {claims[number].period_end}" == days


def test_what_flows_after_the_end_of_a_quarter_is_of_the_quarter_reported() -> None:
    claims = of_article(
        ("一季度全省经济", -1, "headline"),
        ("一季度，全省生产总值833亿元。", 0, "body"),
        ("3月末城镇登记失业率为1.5%。", 1, "body"),
        ("全省一般公共预算收入增长26.7%，城镇登记失业率为1.4%。", 1, "body"),
        day=date(2022, 4, 22),
    )
    assert days(claims["26.7%"]) == "2022-01-01 2022-03-31"
    assert days(claims["1.4%"]) == "2022-03-31 2022-03-31"
