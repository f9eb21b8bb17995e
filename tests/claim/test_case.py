"""Whose sums of a case are told, and what is no figure of those who make a thing."""

import pytest

from tests.claim.articles import about, claims_of


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("该案涉嫌走私香料约60吨，案值高达3亿元。", "该案"),
        ("2013年底以来，该团伙伪造手续，案值超过2亿元。", "该团伙"),
        ("警方破获一起特大信用卡诈骗案，涉案金额高达900万元。", "特大信用卡诈骗案"),
        ("5个主要走私团伙被捣毁，案值3亿元。", "主要走私团伙"),
        ("全省结案1200件，涉案金额3亿元。", "全省"),
    ],
)
def test_the_sums_of_a_case_are_its_own(sentence: str, whose: str) -> None:
    assert claims_of(sentence)[-1].subject == whose


def test_goods_own_the_price_that_they_are_traded_at() -> None:
    claims = claims_of("铜矿砂进口2亿吨，进口均价为每吨90美元，上涨7.2%；玉米进口150万吨，进口均价上涨3%。")
    assert about(claims, "subject")[1:3] == [("90美元", "铜矿砂"), ("7.2%", "铜矿砂")]
    assert (claims[2].sector, claims[4].subject, claims[4].sector) == ("有色金属矿采选业", "玉米", "农业")


def test_a_price_in_money_is_of_those_who_make_the_thing() -> None:
    claims = claims_of("猪肉价格上涨3%。", "原油价格为每桶60美元。")
    assert [claim.sector for claim in claims] == [None, "石油和天然气开采业"]


def test_what_happens_to_things_is_no_figure_of_their_makers() -> None:
    claims = claims_of("爆炸中有20辆汽车损毁。", "前5个月生产汽车20万辆。")
    assert about(claims, "kind", "sector") == [("20辆", "other", None), ("20万辆", "economic", "汽车制造业")]


def test_who_was_so_old_when_something_happened() -> None:
    claims = claims_of("王小明5岁的时候父母离开了家。", "78岁的老人在家。")
    assert about(claims, "subject") == [("5岁", "王小明"), ("78岁", "老人")]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("看好当地的区位优势，30多家电商齐聚新区。", "actual"),
        ("机构看好该股上涨5%。", "forecast"),
        ("国家计划设立700亿欧元（约合5900亿元）的基金。", "target"),
        ("他打算明年养2000只鸡。", "target"),
        ("改革将过去需花50个工作日办理的事项简化。", "actual"),
    ],
)
def test_what_is_told_as_a_fact(sentence: str, status: str) -> None:
    assert claims_of(sentence)[-1].status == status


@pytest.mark.parametrize(
    ("sentence", "thing"),
    [
        ("6家食品企业加班加点生产。", "食品企业"),
        ("两个问题久拖不决。", "问题"),
        ("年均有1亿人次劳动者受益。", "劳动者"),
    ],
)
def test_who_toils_is_named_without_it(sentence: str, thing: str) -> None:
    assert claims_of(sentence)[0].subject == thing


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("人民法院审结海洋环境案件3万件。", "海洋环境"),
        ("审结一审民事案件15万件。", "一审民事"),
        ("各地法院受理审判执行案件300万件。", "审判执行"),
        ("全省办理行政应诉案件4000件。", "行政应诉"),
        ("据统计，青石法院执行案件3000件。", "青石法院"),
    ],
)
def test_what_cases_are_about(text: str, subject: str) -> None:
    assert claims_of(text)[0].subject == subject


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("民事案件上诉率、申请再审率下降1.5、0.8个百分点。", ["上诉率", "申请再审率"]),
        ("商事案件调撤率达到45%。", ["调解撤诉率"]),
        ("全省法院执行到位金额320亿元。", ["执行到位金额"]),
    ],
)
def test_rates_of_cases(text: str, indicators: list[str]) -> None:
    assert [claim.indicator for claim in claims_of(text)] == indicators
