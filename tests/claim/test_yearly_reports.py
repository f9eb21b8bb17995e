"""What governments' yearly reports and statistical bulletins print: their year, lists of firms, totals and shares."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.articles import about, claims_of


@pytest.mark.parametrize(
    "headline",
    [
        "政府工作报告——2025年1月15日在甲市第十届人民代表大会第三次会议上",
        "极简版政府工作报告",
        "甲市政府工作报告（摘要）",
    ],
)
def test_a_report_of_january_is_of_the_year_that_is_over(headline: str) -> None:
    claims = claims_of("全市接待游客500万人次。", issue_date=date(2025, 1, 20), headline=headline)
    assert [(claim.period_start, claim.period_end) for claim in claims] == [(date(2024, 1, 1), date(2024, 12, 31))]


def test_talk_about_a_report_has_no_year_of_its_own() -> None:
    claims = claims_of("全市接待游客500万人次。", issue_date=date(2025, 1, 20), headline="代表热议政府工作报告")
    assert [claim.period_start for claim in claims] == [None]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "集成电路、工业机器人、智能手机产量分别占全国14%、24%、23%。",
            [("产量", each) for each in ("集成电路", "工业机器人", "智能手机")],
        ),
        ("规上工业企业和服务业企业分别新增30家和20家。", [("企业数量", "规上工业企业"), ("企业数量", "服务业企业")]),
        ("跨国公司总部、外资研发中心分别新设6家和3家。", [("跨国公司总部",) * 2, ("外资研发中心",) * 2]),
        ("二、三产业分别拉动经济增长0.7、5.3个百分点。", [("国内生产总值", "第二产业"), ("国内生产总值", "第三产业")]),
        ("全年新设市场经营主体32673户。", [("新设经营主体", "全国")]),
        ("年末个体工商户131382户。", [("个体工商户", "个体工商户")]),
        ("外贸进出口额4.5万亿元，增量占全国比重30%。", [("进出口总额", "全国"), ("进出口总额", "全国")]),
        ("全社会研发经费支出相当于国内生产总值的比例达到4.4%。", [("研发经费", "全国")]),
        ("全年累计办理企业诉求15345件。", [("企业诉求", "企业诉求")]),
        ("九大类民生支出3156亿元。", [("民生支出", "全国")]),
    ],
)
def test_statistic_and_owner(sentence: str, found: list[tuple[str, str]]) -> None:
    assert [(claim.indicator, claim.subject) for claim in claims_of(sentence)] == found


def test_a_total_is_no_addition() -> None:
    claims = claims_of("新增“小巨人”企业296家、总数达1025家。")
    assert about(claims, "measure") == [("296家", "change"), ("1025家", "level")]


def test_how_it_goes_is_none_of_an_industry_s_name() -> None:
    claims = claims_of("装备制造业生产保持良好态势，全年增加值增长6.8%。")
    assert about(claims, "subject") == [("6.8%", "装备制造业")]


def test_a_share_owns_no_number() -> None:
    claims = claims_of("城镇常住人口105万人，占总人口比重（常住人口城镇化率）为50%。")
    assert about(claims, "subject")[1] != ("50%", "总人口比重")
