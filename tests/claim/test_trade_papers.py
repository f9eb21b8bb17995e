"""What business and trade papers print of firms: parts of what was sold, ranks, owners before a time, abbreviations."""

from __future__ import annotations

import pytest

from tests.claim.articles import about, claims_of


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("上半年空调产量900万台，同比增长4%，其中，变频空调600万台。", ("600万台", "产量", "变频空调")),
        ("7月客车销量5万辆，其中电动客车2万辆。", ("2万辆", "销量", "电动客车")),
    ],
)
def test_a_part_of_what_was_made_is_of_the_same_statistic(sentence: str, part: tuple[str, str, str]) -> None:
    assert about(claims_of(sentence), "indicator", "subject")[-1] == part


@pytest.mark.parametrize(
    "sentence", ["7月客车销量5万辆；其中一家工厂有员工2万人。", "7月客车销量5万辆。其中电动客车2万台。"]
)
def test_what_is_counted_otherwise_is_no_part(sentence: str) -> None:
    assert claims_of(sentence)[-1].indicator != "销量"


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("东海汽车去年的轿车销量为36万辆。", "东海汽车"),
        ("我国去年的原油产量为2亿吨。", "原油"),
        ("物流50强企业收入超过2万亿元。", "物流50强企业"),
        ("乙财险紧随其后，保费收入39亿元。", "乙财险"),
        ("甲电子营收占比6%，而丙电子营收占比达6成。", "丙电子"),
        ("全省风电场投产总规模达到60万千瓦。", "风电场"),
    ],
)
def test_whose_figure_it_is(sentence: str, subject: str) -> None:
    assert claims_of(sentence)[-1].subject == subject


def test_a_change_owns_nothing() -> None:
    claims = claims_of("7月份，BSPX均值为92.79点，环比上升2.69点，升幅为2.98%；同比下降7.67点，降幅为7.64%。")
    assert {claim.subject for claim in claims}.isdisjoint({"环比", "同比", "升幅", "降幅"})


def test_what_is_ranked_is_the_statistic_before_the_rank() -> None:
    assert about(claims_of("东海汽车全球轿车销量排名第三。"), "indicator") == [("第三", "销量")]
    assert about(claims_of("该市法治指数排名第16位。"), "indicator", "measure")[0][2] == "rank"


def test_a_second_place_of_two_is_a_rank() -> None:
    claims = claims_of("甲厂、乙厂的销量分列全省第四、五名。")
    assert about(claims, "measure", "value", "unit")[-1] == ("五名", "rank", 5.0, "位")


def test_a_mark_that_was_passed_is_not_what_is_counted() -> None:
    assert about(claims_of("今年快递业务量首次突破1200亿件大关。"), "indicator") == [("1200亿件", "快递业务量")]


def test_about_so_large_a_share() -> None:
    claims = claims_of("甲公司的净利润约占全行业的七成，收入约占五成。")
    assert [claim.bound for claim in claims] == ["about", "about"]
    assert claims_of("该节目收视率最近占5%。")[-1].bound == "exact"


def test_the_four_parts_of_the_country_by_their_short_names() -> None:
    claims = claims_of("东、中、西部和东北地区5G基站分别达到180万、92万、110万、26万个。")
    assert [claim.subject for claim in claims] == ["东部地区", "中部地区", "西部地区", "东北地区"]
    assert [claim.region for claim in claims] == ["东部地区", "中部地区", "西部地区", "东北地区"]
