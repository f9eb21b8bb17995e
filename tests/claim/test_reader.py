"""What each number of a sentence measures, of whom, when and against what: one small article a rule."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from etl.claim.echo import with_echoes
from tests.claim.articles import about, claims_of

JULY = (date(2019, 7, 1), date(2019, 7, 31))
SEVEN_MONTHS = (date(2019, 1, 1), date(2019, 7, 31))


def test_a_list_with_respectively_aligns_member_by_member() -> None:
    claims = claims_of("1—7月份，汽车制造业、医药制造业和纺织业增加值同比分别增长4.4%、6.1%和2.8%。")
    assert about(claims, "sector", "value") == [
        ("4.4%", "汽车制造业", Decimal("4.4")),
        ("6.1%", "医药制造业", Decimal("6.1")),
        ("2.8%", "纺织业", Decimal("2.8")),
    ]


def test_a_nested_list_goes_back_to_the_members_of_the_first() -> None:
    claims = claims_of("1—7月份，我国对欧盟、东盟进出口分别为2.7万亿元、2.35万亿元，分别增长10.8%和11.3%。")
    assert [claim.subject for claim in claims] == ["欧盟", "东盟", "欧盟", "东盟"]
    assert [claim.measure for claim in claims] == ["level", "level", "growth", "growth"]


def test_one_number_for_two_subjects_is_one_claim_without_a_sector() -> None:
    claims = claims_of("7月份，电气机械、医药制造业增加值均增长超10%。")
    assert about(claims, "sector", "bound") == [("10%", None, "more_than")]


def test_an_elliptic_clause_keeps_the_statistic_and_takes_the_new_subject() -> None:
    claims = claims_of("7月份，制造业增加值同比增长4.5%，采矿业增长6.6%，电力、热力生产和供应业下降0.4%。")
    assert about(claims, "sector", "indicator", "value") == [
        ("4.5%", "制造业", "增加值", Decimal("4.5")),
        ("6.6%", "采矿业", "增加值", Decimal("6.6")),
        ("0.4%", "电力、热力生产和供应业", "增加值", Decimal("-0.4")),
    ]


def test_a_clause_without_a_subject_takes_the_one_before_it() -> None:
    claims = claims_of("1—7月份，规模以上工业中小企业营业收入30.1万亿元，利润总额1.8万亿元。")
    assert {claim.subject for claim in claims} == {"规模以上工业中小企业"}
    assert claims[1].classes == ("规模以上", "中小企业")


def test_signs_follow_the_verb() -> None:
    claims = claims_of("7月份，出口同比下降1.1%，降幅比上月收窄0.5个百分点；进口增长2.0%，增速回落0.3个百分点。")
    assert [claim.value for claim in claims] == [Decimal("-1.1"), Decimal("0.5"), Decimal("2.0"), Decimal("-0.3")]


def test_a_difference_to_another_subject_is_a_gap() -> None:
    claims = claims_of("7月份，高技术制造业增加值增长6.6%，增速比规模以上工业快1.8个百分点。")
    assert about(claims[1:], "measure", "comparison", "base_text") == [("1.8个百分点", "gap", "peer", "规模以上工业")]


def test_a_difference_to_a_period_is_a_change() -> None:
    claims = claims_of("1—7月份，装备制造业利润同比下降5.2%，降幅比1—6月份收窄0.4个百分点。")
    last = claims[-1]
    assert (last.measure, last.comparison, last.value) == ("change", "previous_period", Decimal("0.4"))
    assert (last.base_start, last.base_end) == (date(2019, 1, 1), date(2019, 6, 30))


def test_a_level_difference_has_its_cumulative_base_as_a_named_period() -> None:
    claims = claims_of("1—7月份，规模以上工业企业实现利润总额34977.0亿元，比1—6月份增加5137.0亿元。")
    assert about(claims, "measure", "comparison") == [
        ("34977.0亿元", "level", None),
        ("5137.0亿元", "change", "base_period"),
    ]


def test_contributions_name_who_contributes_and_to_what() -> None:
    claims = claims_of("1—7月份，装备制造业利润同比增长1.2%，拉动规模以上工业利润增长0.4个百分点。")
    assert about(claims[1:], "measure", "subject", "indicator") == [
        ("0.4个百分点", "contribution", "装备制造业", "利润总额")
    ]


def test_a_drag_is_negative() -> None:
    claims = claims_of("1—7月份，汽车制造业下拉规模以上工业企业利润增速2.7个百分点。")
    assert about(claims, "measure", "sector", "value") == [
        ("2.7个百分点", "contribution", "汽车制造业", Decimal("-2.7"))
    ]


def test_growth_without_a_base_over_one_year_is_year_on_year() -> None:
    assert claims_of("1—7月份，固定资产投资增长5.7%。")[0].comparison == "yoy"
    assert claims_of("“十三五”期间，研发投入年均增长11%。")[0].comparison is None


def test_multiples_of_growth_become_percent() -> None:
    claims = claims_of("7月份，该企业产量增长1.5倍，是2012年的3倍。")
    assert about(claims, "measure", "value", "unit") == [
        ("1.5倍", "growth", Decimal(150), "%"),
        ("3倍", "ratio", Decimal(3), "倍"),
    ]


def test_shares_and_fractions() -> None:
    claims = claims_of("2018年，服务业增加值占国内生产总值的52.2%，装备制造业占工业的三分之一。")
    assert [claim.measure for claim in claims] == ["share", "share"]
    assert claims[0].sector == "服务业"
    assert round(claims[1].value, 2) == Decimal("33.33")


def test_time_is_inherited_from_the_sentence_then_from_the_paragraph() -> None:
    claims = claims_of("1—7月份，出口增长6.7%，进口增长1.3%。", "贸易顺差1.59万亿元。")
    assert {(claim.period_start, claim.period_end) for claim in claims} == {SEVEN_MONTHS}


def test_the_day_of_a_release_does_not_govern() -> None:
    claims = claims_of("国家统计局8月14日公布，7月份全国规模以上工业增加值同比增长4.8%。")
    assert (claims[0].period_start, claims[0].period_end) == JULY
    assert claims[0].attribution == "国家统计局"


def test_each_end_of_a_rise_has_its_own_time() -> None:
    claims = claims_of("恩格尔系数由2015年的30.6%下降到2018年的28.4%。")
    assert [claim.period_end for claim in claims] == [date(2015, 12, 31), date(2018, 12, 31)]


def test_a_flow_beside_the_year_end_is_of_the_whole_year() -> None:
    claims = claims_of("2018年末，中小企业数量超3000万户，规模以上工业中小企业营业收入达57万亿元。")
    assert [claim.period_kind for claim in claims] == ["instant", "year"]


def test_aims_and_expectations_are_told_from_facts() -> None:
    claims = claims_of("到2025年，力争建成标准工厂500家以上。")
    assert about(claims, "status", "bound") == [("500家", "target", "at_least")]
    assert claims_of("预计全年产量增长5%左右。")[0].status == "forecast"
    assert claims_of("上半年产量增长5%。")[0].status == "actual"


def test_an_old_value_is_of_the_news_and_of_what_it_changes() -> None:
    claims = claims_of("8月20日，主管部门公布，自9月15日起，将税率分别为16%、13%的机床进口关税降至10%。")
    assert about(claims, "status", "period_end", "subject") == [
        ("16%", "actual", date(2019, 8, 20), "机床进口关税"),
        ("13%", "actual", date(2019, 8, 20), "机床进口关税"),
        ("10%", "target", date(2019, 9, 15), "机床"),
    ]


@pytest.mark.parametrize(
    ("headline", "subject"),
    [
        ("财政部将出台12条新举措", "财政部"),
        ("新举措共有12条", "商务厅"),
        ("财政部：出台12条新举措", "商务厅"),
    ],
)
def test_a_headline_keeps_whom_it_names(headline: str, subject: str) -> None:
    claims = claims_of("商务厅昨天推出了12条新举措。", headline=headline)
    assert claims[0].subject == subject


@pytest.mark.parametrize(("number", "dated"), [("超574万名", True), ("近575万名", True), ("超400万名", False)])
def test_a_headline_that_rounds_has_the_time_of_the_figure(number: str, dated: bool) -> None:
    head, body = claims_of("截至7月31日，登记志愿者5742345名。", headline=f"登记志愿者{number}")
    undated = replace(head, period_start=None, period_end=None)
    found = with_echoes([undated], [body])[0]
    assert found.period_end == (date(2019, 7, 31) if dated else None)


def test_a_headline_takes_over_what_the_body_says() -> None:
    claims = claims_of("1—7月份，装备制造业利润同比增长7.2%。", headline="装备制造业利润同比增长7.2%")
    assert len(claims) == 2
    assert (claims[0].period_start, claims[0].period_end) == SEVEN_MONTHS


def test_counted_nouns_name_the_indicator() -> None:
    claims = claims_of("目前，园区建设了12个公共实验室，入驻企业达到86家。")
    assert about(claims, "indicator", "unit") == [("12个", "公共实验室", "个"), ("86家", "企业数量", "家")]


def test_numbers_that_count_nothing_stay_out() -> None:
    assert claims_of("第二十届博览会8月28日上午9时在样例市开幕，大会围绕“三大任务”展开，一名记者到场。") == []


def test_an_implied_unit_is_filled_in_only_for_a_known_statistic() -> None:
    claims = claims_of("7月份，出口突破2万亿。")
    assert about(claims, "unit", "value") == [("2万亿", "元", Decimal(2_000_000_000_000))]


def test_every_place_leads_to_the_printed_number() -> None:
    for claim in claims_of("1—7月份，利润总额34977.0亿元，比1—6月份增加5137.0亿元，同比下降1.7%。"):
        assert claim.sentence.text[claim.span_start : claim.span_end] == claim.value_text


def test_a_headline_is_of_the_time_and_the_aim_that_it_prints() -> None:
    body = "2018年，全省生产总值增长6%左右。2019年，全省生产总值预期目标增长6%左右。"
    for headline, told in (
        ("甘肃今年生产总值预期目标增长6%左右", ("target", 2019)),
        ("甘肃去年生产总值增长6%左右", ("actual", 2018)),
    ):
        head = claims_of(*(f"{part}。" for part in body.split("。")[:2]), headline=headline)[0]
        assert (head.status, head.period_end and head.period_end.year) == told, headline
