"""Times in the reports and bulletins of governments: what a heading reports on, and what a part of a sentence is of."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.articles import claims_of
from tests.claim.test_times_carried import days, of_article

DAY = date(2025, 2, 7)


def reported(headline: str, text: str, day: date = DAY, subhead: str = "") -> list[str]:
    """The days and status of the numbers of ``text``, which stands below its headings."""
    heads = [(headline, -1, "headline"), *([(subhead, 0, "subhead")] if subhead else [])]
    claims = of_article(*heads, (text, 1, "body"), day=day)
    return [f"{days(claim)} {claim.status}" for claim in claims.values()]


@pytest.mark.parametrize(
    ("headline", "subhead", "wanted"),
    [
        ("2025年样例省政府工作报告", "", "2024-01-01 2024-12-31 actual"),
        ("2025年样例省政府工作报告", "二、2025年工作安排", "2025-01-01 2025-12-31 target"),
        ("2024年样例省政府工作报告", "", "2024-01-01 2024-12-31 actual"),
        ("2024年及“十四五”时期工作回顾", "", "2024-01-01 2024-12-31 actual"),
        ("“十四五”时期和2024年工作回顾", "", "2021-01-01 2025-12-31 actual"),
        ("《2023中国环境公报》发布", "", "2023-01-01 2023-12-31 actual"),
        ("《2023年样例省环境公报》发布", "", "2023-01-01 2023-12-31 actual"),
        ("《2023年样例省环境办法》发布", "", "None None actual"),
    ],
)
def test_what_a_heading_reports_on(headline: str, subhead: str, wanted: str) -> None:
    assert reported(headline, "工业投资增长8%。", subhead=subhead) == [wanted]


def test_the_year_of_a_report_that_is_read_in_summer_is_that_year() -> None:
    assert reported("2025年样例省政府工作报告", "工业投资增长8%。", date(2025, 8, 7))[0].startswith("2025-01-01")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("全年", "2023-01-01 2023-12-31"), ("年末", "2023-12-31 2023-12-31"), ("当年", "2022-01-01 2022-12-31")],
)
def test_the_year_of_a_bulletin_outlives_another_year_in_between(text: str, wanted: str) -> None:
    claims = of_article(
        ("2023年样例县统计公报", -1, "headline"),
        ("2022年普查结果：生产总值296.8亿元。", 1, "body"),
        (f"{text}登记失业率4.1%。", 2, "body"),
        day=date(2024, 4, 20),
    )
    assert days(claims["4.1%"]) == wanted


NEXT = "工业投资增长6%。"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("上半年，工业增加值增长9%，其中，6月份增长8%。", "2024-01-01 2024-06-30"),
        ("上半年，工业增加值增长9%。6月份增长8%。", "2024-06-01 2024-06-30"),
        ("上半年，出口额1524亿元，已超2022年全年的1503亿元。", "2024-01-01 2024-06-30"),
        ("6月末，贷款余额3452亿元，二季度增加12亿元。", "2024-01-01 2024-06-30"),  # a flow: not of 6月末
    ],
)
def test_what_a_sentence_leaves_to_the_next(text: str, wanted: str) -> None:
    claims = claims_of(
        "上半年，经济平稳。", *text.replace("。", "。|").split("|")[:-1], NEXT, issue_date=date(2024, 7, 20)
    )
    assert days(claims[-1]) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "上半年出口额1524亿元，已超2022年全年的1503亿元；进口额433亿元。",
            ["24-01~24-06", "22-01~22-12", "24-01~24-06"],
        ),
        (
            "上半年出口额1524亿元；2022年全年出口额1503亿元，进口额433亿元。",
            ["24-01~24-06", "22-01~22-12", "22-01~22-12"],
        ),
        ("去年收入占比由上年的22.3%和28.6%调整为21.4%和27.9%。", ["22-01~22-12"] * 2 + ["23-01~23-12"] * 2),
        ("去年年末有小学25所，招生0.55万人。", ["23-12~23-12", "23-01~23-12"]),
        ("7月3日在二季度新闻发布会上获悉，产量达到50吨。", ["24-07~24-07"]),
        ("上半年，按上年不变价计算的业务总量增长9%。", ["24-01~24-06"]),
        ("截至本月，有效专利15件。", ["24-07~24-07"]),
        ("春节假期收入24亿元，恢复到2019年春节的89%。", ["24-02~24-02", "24-02~24-02"]),
        ("去年价格上涨5.9%，第一高是2022年的6.9%。", ["23-01~23-12", "22-01~22-12"]),
        ("2023年进出口额比2020年增长41%，年均增长7%。", ["23-01~23-12", "21-01~23-12"]),
        ("2023年进出口额增长41%，年均增长7%。", ["23-01~23-12", "23-01~23-12"]),
        ("“十四五”前三年交通投资15万亿元。", ["21-01~23-12"]),
        (
            "2022年四个季度营收分别为7亿元、8亿元、8亿元、9亿元。",
            ["22-01~22-03", "22-04~22-06", "22-07~22-09", "22-10~22-12"],
        ),
        ("2022年四个市营收分别为7亿元、8亿元、8亿元、9亿元。", ["22-01~22-12"] * 5),
        ("2023年起，事件数增至103起。", ["23-01~24-07"]),
        ("7月3日起，事件数增至103起。", []),
        ("日本财务省公布，2022财年贸易逆差为21万亿日元。", ["22-04~23-03"]),
        ("6月底生猪存栏3.7亿头，恢复到2017年末的84%；母猪存栏3822万头。", ["24-06~24-06"] * 3),
        ("今年1月份订单数就相当于2023年全年的一半。", ["24-01~24-01"]),
        ("前两个月利率为4.03%，2018年以来累计下降3.9个百分点。", ["24-01~24-02", "18-01~24-07"]),
        ("2018年以来利率下降，前两个月累计下降3.9个百分点。", ["24-01~24-02"]),
        (
            "去年一、二、三、四季度分别增长5%、6%、7%、8%。",
            ["23-01~23-03", "23-04~23-06", "23-07~23-09", "23-10~23-12"],
        ),
        ("一、二季度分别增长5%、6%。", ["24-01~24-03", "24-04~24-06"]),
        (
            "今年1月份，出口增长21%；2—5月份，单月出口分别增长4%、2%、3%、5%。",
            [f"24-0{m}~24-0{m}" for m in range(1, 6)],
        ),
        ("自今年1月至6月，进口煤炭5万吨。", ["24-01~24-06"]),
        ("1至3月，A、B和C分别增长1%、2%和3%，分别占4%、6%和45%。", ["24-01~24-03"] * 6),
        ("截至3月末，企业5000家，1—3月新建企业300家。", ["24-03~24-03", "24-01~24-03"]),
        ("截至3月末，企业5000家，1—3月企业300家。", ["24-03~24-03", "24-03~24-03"]),
        ("一季度、二季度、三季度净利润分别为1亿元、2亿元、3亿元。", ["24-01~24-03", "24-04~24-06", "24-07~24-09"]),
    ],
)
def test_which_time_each_number_has(text: str, wanted: list[str]) -> None:
    claims = claims_of(text, issue_date=date(2024, 7, 20))
    assert [f"{claim.period_start:%y-%m}~{claim.period_end:%y-%m}" for claim in claims if claim.period_start] == wanted


def test_the_whole_year_of_a_paragraph_that_names_its_year() -> None:
    claims = of_article(
        ("样例市2024年发展计划", -1, "headline"),
        ("2023年，经济平稳。", 0, "body"),
        ("全年粮食总产量93亿斤。", 0, "body"),
        ("全年粮食总产量94亿斤。", 1, "body"),
        day=date(2024, 4, 2),
    )
    assert days(claims["93亿斤"]) == "2023-01-01 2023-12-31"
    assert days(claims["94亿斤"]) == "2024-01-01 2024-12-31"


def test_what_there_is_has_no_length_of_time_of_another_sentence() -> None:
    texts = ("过去一年，每天发送旅客1.8亿人次。", "铁路营业里程1.1万公里。", "共发送旅客1.9亿人次。")
    claims = claims_of(*texts, issue_date=date(2025, 7, 22))
    assert [days(claim) for claim in claims[1:]] == ["None None", "2024-07-22 2025-07-21"]


def test_the_growth_of_what_stands_at_a_years_end_is_of_it() -> None:
    claims = of_article(
        ("2023年样例县统计公报", -1, "headline"),
        ("年末城镇登记失业率4.1%。", 1, "body"),
        ("参加工伤保险31万人，增长1.6%。", 1, "body"),
        day=date(2024, 4, 20),
    )
    assert {days(claim) for claim in claims.values()} == {"2023-12-31 2023-12-31"}


def test_a_crop_that_is_in_is_no_forecast() -> None:
    text = "2024年全市早稻产量2833万吨。"
    assert [claim.status for claim in claims_of(text, issue_date=date(2024, 8, 24))] == ["actual"]
    assert [claim.status for claim in claims_of(text, issue_date=date(2024, 5, 24))] == ["forecast"]


@pytest.mark.parametrize(
    ("turn", "wanted"),
    [
        ("2025年主要目标是：工业增加值增长8%。", "2025-01-01 2025-12-31 target"),
        ("2025年1月，工业增加值增长8%。", "2024-01-01 2024-12-31 actual"),
        ("2025年，工业增加值已增长8%。", "2024-01-01 2024-12-31 actual"),
    ],
)
def test_a_report_that_turns_to_what_the_year_is_to_bring(turn: str, wanted: str) -> None:
    claims = of_article(
        ("样例省工作报告要点", -1, "headline"),
        ("2024年，全省生产总值增长5%。", 0, "lead"),
        (turn, 1, "body"),
        ("新建生产基地100个。", 2, "body"),
        day=DAY,
    )
    assert f"{days(claims['100个'])} {claims['100个'].status}" == wanted


@pytest.mark.parametrize(
    ("text", "wanted"), [("年均增长7%", "2016-01-01 2020-12-31"), ("增长7%", "2020-01-01 2020-12-31")]
)
def test_a_yearly_average_is_of_the_years_that_its_paragraph_spoke_of(text: str, wanted: str) -> None:
    texts = ("过去五年，经济总量跃上新台阶。", "2020年生产总值1097亿元。", f"居民人均可支配收入2.3万元，{text}。")
    assert days(claims_of(*texts, issue_date=date(2021, 2, 3))[-1]) == wanted


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [("全力推动“十四五”开好局", "None None"), ("“十四五”发展规划", "2021-01-01 2025-12-31")],
)
def test_a_plan_that_is_only_begun_well_governs_no_section(headline: str, wanted: str) -> None:
    claims = of_article((headline, -1, "headline"), ("工业投资增长8%。", 1, "body"), day=date(2021, 2, 3))
    assert days(claims["8%"]) == wanted


def test_what_falls_short_of_a_plan_is_not_expected() -> None:
    claims = of_article(
        ("2024年发展计划执行情况", -1, "headline"), ("全年价格下降0.7%，低于计划4.7个百分点。", 1, "body"), day=DAY
    )
    assert {days(claim) for claim in claims.values()} == {"2024-01-01 2024-12-31"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("口岸年内通行班列首次突破5000列。", "2023-01-01 2023-12-31"),
        ("口岸年内将通行班列5000列。", "2024-01-01 2024-12-31"),
    ],
)
def test_within_the_year_that_is_over(text: str, wanted: str) -> None:
    claims = claims_of("2023年全年，口岸通行班列5001列。", text, issue_date=date(2024, 1, 8))
    assert days(claims[-1]) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("国内现存相关企业1.2万家。", "None None"), ("全省接待游客1.2万人次。", "2025-05-01 2025-05-05")],
)
def test_firms_there_are_are_of_no_holiday(text: str, wanted: str) -> None:
    claims = of_article(("五一假期掀起热潮", -1, "headline"), (text, 0, "lead"), day=date(2025, 5, 6))
    assert days(next(iter(claims.values()))) == wanted


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (("一季度末，生猪存栏4185万头。", "猪肉产量1561万吨。"), "2024-01-01 2024-03-31"),
        (("一季度末，生猪存栏4185万头。", "母猪存栏561万头。"), "2024-03-31 2024-03-31"),
        (
            ("6月，生产平稳。", "煤炭进口量在5月份增长的基础上继续增长。", "当月进口煤炭42万吨。"),
            "2024-06-01 2024-06-30",
        ),
        (("2023年，发展指数上升1.1点。", "软件业指数一年来上升1.2点。"), "2023-01-01 2023-12-31"),
        (("发展平稳。", "软件业指数一年来上升1.2点。"), "2023-07-20 2024-07-20"),
    ],
)
def test_what_the_sentence_before_leaves(texts: tuple[str, ...], wanted: str) -> None:
    assert days(claims_of(*texts, issue_date=date(2024, 7, 20))[-1]) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("今年，我市将聚焦民生，接续办好实事，改造小区150个。", "2024-01-01 2024-12-31 target"),
        ("今年，他将屋后土地整理出来，盖起大棚15座。", "2024-01-01 2024-07-20 actual"),
        ("今年，我市将政策落到实处，已改造小区150个。", "2024-01-01 2024-07-20 actual"),
    ],
)
def test_what_a_sentence_of_the_year_goes_on_to_plan(text: str, wanted: str) -> None:
    claim = claims_of(text, issue_date=date(2024, 7, 20))[-1]
    assert f"{days(claim)} {claim.status}" == wanted


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [("2024年工作回顾", "2020-01-01 2024-12-31"), ("守护雪山", "2020-02-07 2025-02-07")],
)
def test_five_years_on_of_a_report_are_whole_years(headline: str, wanted: str) -> None:
    claims = of_article((headline, -1, "headline"), ("五年来，累计新增就业50万人。", 0, "body"), day=DAY)
    assert days(claims["50万人"]) == wanted


def test_a_whole_year_is_not_held_against_the_month_before() -> None:
    claims = claims_of("去年12月份，物价环比上涨0.2%；全年物价上涨2.6%，今年1月物价上涨0.3%。", issue_date=DAY)
    assert [claim.comparison for claim in claims[:2]] == ["previous_period", "yoy"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“十四五”期间，高铁营业里程达4.8万公里。", "2025-07-20 2025-07-20 actual"),
        ("“十四五”末，高铁营业里程将达4.8万公里。", "2025-12-31 2025-12-31 forecast"),
    ],
)
def test_what_there_is_in_the_last_year_of_a_plan(text: str, wanted: str) -> None:
    claim = claims_of(text, issue_date=date(2025, 7, 20))[0]
    assert f"{days(claim)} {claim.status}" == wanted
