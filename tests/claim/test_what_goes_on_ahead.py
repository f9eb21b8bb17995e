"""What is to come goes on over the clauses of its sentence, and over the sentences that tell of a plan."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.articles import claims_of

DAY = date(2022, 6, 14)
CASES = (
    # the word that says so stands before the first number only
    ("市里将投入3亿元，对50个小区进行改造。", "50个", "target"),
    ("市里将为60万人免费体检，为8万人提供护理。", "8万人", "target"),
    ("公司计划投资5亿元，建成后惠及7个村、带动900户农户。", "900户", "target"),
    ("公司将推出16个节目和12个展览。", "12个", "target"),
    ("进口关税将提高1倍，分别达到50%和20%。", "20%", "target"),
    ("今年将新增装机2亿千瓦左右，能源消费量超过11亿吨标准煤。", "11亿吨标准煤", "target"),
    ("全市将招收300名教师，其中包括40名乡村教师。", "40名", "target"),
    ("预计全年工业增加值增长5%，软件业收入增长9%，邮政业务总量增长8%。", "8%", "forecast"),
    ("今后5年，我国将进口货物9万亿元，对外投资将达到6000亿元。", "6000亿元", "target"),
    ("今后5年，我国将进口货物9万亿元，对外投资预计将达到6000亿元。", "6000亿元", "forecast"),
    ("明天气温将在8℃以下，山区将达到2℃。", "2℃", "forecast"),
    # what is there, was, or has been done
    ("市里将投入3亿元，目前改造小区50个。", "50个", "actual"),
    ("市里将投入3亿元，已对50个小区进行改造。", "50个", "actual"),
    ("市里将投入3亿元，去年改造小区50个。", "50个", "actual"),
    ("市里将改造50个小区，涉及居民最多的是城北，有8万人。", "8万人", "actual"),
    ("公司将投资5亿元（1美元约合6.7元）。", "6.7元", "actual"),
    # a place in a list is known before its year is over, a budget of the year is what it sets
    ("2022年，全国创新指数排名升至第11位。", "第11位", "actual"),
    ("2022年全省一般公共预算收入4500亿元，增长4%。", "4%", "target"),
    ("2022年前5月全省一般公共预算收入1500亿元。", "1500亿元", "actual"),
    # better than expected
    ("经济恢复好于预期，新增企业30家。", "30家", "actual"),
)


@pytest.mark.parametrize(("text", "number", "status"), CASES)
def test_status(text: str, number: str, status: str) -> None:
    assert [claim.status for claim in claims_of(text, issue_date=DAY) if claim.value_text == number] == [status]


def test_a_plan_goes_on_over_its_sentences() -> None:
    claims = claims_of(
        "《行动方案》提出，“十五五”时期新增绿道2万公里。",
        "建设公园900个。",
        "每年培训教师10万人次。",
        "目前，公园绿地达88万公顷。",
        issue_date=date(2025, 11, 3),
    )
    assert [claim.status for claim in claims] == ["target", "target", "target", "actual"]
    assert f"{claims[1].period_start} {claims[1].period_end}" == "2026-01-01 2030-12-31"


@pytest.mark.parametrize(
    ("day", "sentences", "wanted"),
    [
        # the year of the issue that is spoken of gives the months after it their year
        (
            date(2025, 4, 29),
            ("截至2020年底，有汽车50万辆。", "今年计划新建车站3座。", "一季度新建车站2座。"),
            "2025-01-01 2025-03-31",
        ),
        (date(2025, 4, 29), ("截至2020年底，有汽车50万辆。", "一季度新建车站2座。"), "2020-01-01 2020-03-31"),
        # 全年 of what is aimed at leaves its own year to the next sentence
        (
            date(2023, 2, 1),
            ("2022年生产总值突破90亿元。", "今年增长目标是6%。", "全年力争完成投资30亿元。", "改造小区120个。"),
            "2023-01-01 2023-12-31",
        ),
        # steps that were passed in a plan are of all of it, and what was as much as in another year is not of that
        (date(2025, 7, 10), ("“十四五”期间，我国经济总量连续跨越110万亿元、120万亿元。",), "2021-01-01 2025-12-31"),
        (
            date(2025, 7, 10),
            ("2023年，增量达35万亿元，相当于三个大省2020年的总量，出口增长30%。",),
            "2023-01-01 2023-12-31",
        ),
    ],
)
def test_the_last_number_is_of(day: date, sentences: tuple[str, ...], wanted: str) -> None:
    claim = claims_of(*sentences, issue_date=day)[-1]
    assert f"{claim.period_start} {claim.period_end}" == wanted


@pytest.mark.parametrize(
    ("day", "text", "number", "status"),
    [
        # what is counted one by one is told as it is, though its year is not over; a year just begun is planned for
        (DAY, "2022年全国社区论坛上，300名代表到会。", "300名", "actual"),
        (DAY, "2022年，粮食产量达到90万吨。", "90万吨", "forecast"),
        (date(2022, 2, 8), "2022年，全市新增学位3000个。", "3000个", "target"),
    ],
)
def test_a_year_under_way(day: date, text: str, number: str, status: str) -> None:
    assert [claim.status for claim in claims_of(text, issue_date=day) if claim.value_text == number] == [status]


def test_a_clause_that_goes_on_has_all_its_numbers_to_come() -> None:
    claims = claims_of("首期将为40家图书馆配置听书机2万台，为10所学校配置900台电脑。", issue_date=DAY)
    assert {claim.status for claim in claims} == {"target"}
