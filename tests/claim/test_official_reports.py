"""What communiqués and work reports print in their own way: our own sentences for each, and opposites."""

from __future__ import annotations

import pytest

from tests.claim.articles import about, claims_of


def test_a_whole_in_one_month_is_told_in_parts() -> None:
    claims = claims_of(
        "一线城市住宅价格环比上涨0.3%，涨幅比上月回落0.2个百分点。", "其中，甲市下降0.4%，乙市上涨0.6%。"
    )
    assert [claim.comparison for claim in claims if claim.measure == "growth"] == ["previous_period"] * 3
    assert claims[0].subject == "一线城市"
    assert claims_of("价格环比上涨0.6%。", "食品中，鲜菜价格上涨6.9%。")[-1].comparison == "previous_period"
    assert claims_of("价格环比上涨0.6%。", "全年粮食产量增长6.9%。")[-1].comparison == "yoy"


def test_what_is_added_in_a_list_is_added_each() -> None:
    claims = claims_of("全市新增孵化器35个、众创空间73个和中试基地13个，总数达500个。")
    assert [claim.measure for claim in claims] == ["change", "change", "change", "level"]
    assert [c.measure for c in claims_of("全市有孵化器35个、众创空间73个。")] == ["level", "level"]
    assert claims_of("全市新增孵化器35个、引进总部73家。")[-1].measure == "level"


def test_places_by_which_a_rank_moves() -> None:
    claims = claims_of("全市工业投资增长9.6%，居全省第12位，比一季度前移3位，两年平均增长5.4%。")
    assert {claim.indicator for claim in claims} == {"工业投资"}
    assert about(claims, "measure", "value")[2] == ("3位", "change", 3)
    assert claims_of("全市出口额居全省第9位，较上年后移2位。")[-1].value == -2
    assert claims_of("会上来了3位专家。")[-1].indicator == "专家"


def test_those_of_one_level_of_what_was_counted() -> None:
    claims = claims_of("全市创新平台达35个，其中国家级5个、省级30个。")
    assert about(claims, "indicator", "subject")[1:] == [
        ("5个", "平台数量", "国家级创新平台"),
        ("30个", "平台数量", "省级创新平台"),
    ]
    assert claims_of("全市创新平台达35个，其中高校5个。")[-1].subject != "国家级创新平台"


def test_who_has_a_part_of_the_amount_spoken_of() -> None:
    claims = claims_of("6月末，银行总资产35万亿元，增长11%。", "其中，股份制银行7万亿元，增长9%；城商行5万亿元。")
    assert {claim.indicator for claim in claims} == {"资产总额"}
    assert [claim.subject for claim in claims[2:]] == ["股份制银行", "股份制银行", "城商行"]
    assert claims_of("粮食产量35万吨。", "其中，拨款7亿元。")[-1].indicator != "粮食产量"


def test_who_could_be_counted_has_the_money() -> None:
    assert claims_of("临港产业园产值达到300亿元。")[-1].indicator == "产值"
    assert claims_of("全省产业园达到300个。")[-1].indicator == "园区数量"


def test_a_bare_size_or_number_is_of_what_was_spoken_of() -> None:
    assert claims_of("高技术产品出口9000亿元，规模首次突破万亿元。")[-1].indicator == "出口额"
    assert claims_of("5家园区获评绿色园区，数量居全省第一。")[-1].indicator != "数量"
    assert claims_of("高技术产品出口9000亿元，园区规模突破万亩。")[-1].indicator != "出口额"


def test_parts_of_investment_are_of_investment() -> None:
    assert claims_of("固定资产投资增长5.8%。", "分产业看，第一产业增长9.1%。")[-1].indicator == "固定资产投资"
    assert claims_of("经济增长5.8%。", "分产业看，第一产业增长9.1%。")[-1].indicator == "增加值"


@pytest.mark.parametrize("colon", ["：", ":"])
def test_all_that_a_list_of_aims_tells_is_aimed_at(colon: str) -> None:
    aims = f"2019年的主要预期目标{colon}生产总值增长6%左右，预算收入增长6%，固定资产投资增长6%，零售总额增长6%左右。"
    assert [claim.status for claim in claims_of(aims)] == ["target"] * 4
    told = f"目标完成情况良好。各项数据{colon}生产总值增长6%，投资增长6%。"
    assert {claim.status for claim in claims_of(told)} == {"actual"}


def test_each_of_a_list_contributes_its_own() -> None:
    claims = claims_of("钢铁、煤炭行业增加值分别增长9%和7%，分别拉动工业增加值增长2个、1个百分点。")
    assert [claim.subject for claim in claims[2:]] == [claim.subject for claim in claims[:2]]
    claims = claims_of("三次产业对经济增长的贡献率分别为6%、41%、53%。")
    assert [claim.subject for claim in claims] == ["第一产业", "第二产业", "第三产业"]


def test_where_an_agency_files_from_is_not_told_of() -> None:
    claims = claims_of("新华社北京1月10日电 人民银行发布数据，12月末广义货币余额增长11%。")
    assert [claim.region for claim in claims] == ["中国"]


def test_the_field_of_a_rank_does_not_have_it() -> None:
    claims = claims_of("甲省出口额增长7.9%，增速在全国外贸大省中排名第一。")
    assert [claim.subject for claim in claims] == ["甲省", "甲省"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("争取专项债券资金5亿元。", "actual"),
        ("新争取国家政策性资金700多亿元。", "actual"),
        ("争取新建学校50所。", "target"),
        ("争取到2025年达到50所。", "target"),
    ],
)
def test_what_is_won_from_above_has_been_won(text: str, status: str) -> None:
    assert claims_of(text)[-1].status == status


@pytest.mark.parametrize(
    ("text", "number", "indicator"),
    [
        ("关税1185亿元。", "1185亿元", "关税收入"),
        ("将进口关税降至15%。", "15%", "关税税率"),
        ("做强电子、纺织等4个万亿主导产业。", "4个", "主导产业"),
        ("路网连接了约88%的县级行政区和约95%的人口。", "88%", "县级行政区"),
        ("第一产业增加值132亿元，拉动经济增长0.4个百分点。", "0.4个百分点", "国内生产总值"),
    ],
)
def test_indicator(text: str, number: str, indicator: str) -> None:
    assert [claim.indicator for claim in claims_of(text) if claim.value_text == number] == [indicator]


def test_an_owner_is_not_printed_twice() -> None:
    assert claims_of("第一产业增加值132亿元，拉动经济增长0.4个百分点。")[-1].subject == "第一产业增加值"
