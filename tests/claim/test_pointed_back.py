"""Figures told of what was told last, of what they are held against, and of both ends of a journey."""

from __future__ import annotations

import pytest

from tests.claim.articles import about, claims_of


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("全省贫困村2.7万个，而年初，这个数字是3.1万个。", [("贫困村数量", "全省"), ("贫困村数量", "全省")]),
        ("我国物流成本占生产成本的30%，在发达国家，这一比例是10%。", [("物流成本", "我国"), ("物流成本", "发达国家")]),
    ],
)
def test_this_figure_is_the_one_told_last(sentence: str, found: list[tuple[str, str]]) -> None:
    assert [(claim.indicator, claim.subject) for claim in claims_of(sentence)] == found


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("我国成果转化率不到10%，远低于发达国家40%的平均水平。", "发达国家"),
        ("印度经济增长6%，低于中国7%的增速。", "中国"),
        ("外贸增长8%，高于世界贸易2.5%的增长水平。", "全球"),
    ],
)
def test_who_has_what_it_is_held_against(sentence: str, owner: str) -> None:
    assert [claim.subject for claim in claims_of(sentence)][1] == owner


def test_an_aim_has_no_owner_of_its_own() -> None:
    assert about(claims_of("甲省通胀率为1%，低于央行设定2%的目标水平。"), "subject")[1][1] != "央行"


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("福州到北京的运行时间由11小时缩短至8小时。", "福州到北京"),
        ("通车后，西安至成都列车运行时间缩短至3小时。", "西安至成都"),
        ("北京飞往成都用时3小时。", None),
    ],
)
def test_a_journey_is_of_both_its_ends(sentence: str, owner: str | None) -> None:
    subjects = {claim.subject for claim in claims_of(sentence)}
    assert (subjects == {owner}) if owner else not any("至" in (each or "") for each in subjects)


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("某机构预计美国经济增速将从2018年的2.9%放缓至2019年的2.6%。", ["美国", "美国"]),
        ("某银行预测中国今年GDP增长5%。", ["中国"]),
        ("甲国贸易赤字扩大到500亿美元，中美贸易额达5000亿美元。", [None, "中美"]),
        ("中欧双边贸易额下降3%，中日双边贸易额下降2%。", ["中欧", "中日"]),
    ],
)
def test_a_country_and_not_who_foretells_owns_its_growth(sentence: str, owners: list[str | None]) -> None:
    told = [claim.subject for claim in claims_of(sentence)]
    assert [owner or told[n] for n, owner in enumerate(owners)] == told


def test_what_all_people_buy_is_of_no_industry() -> None:
    claims = claims_of("新能源汽车等新增长点不断壮大，社会消费品零售总额增长8%。")
    assert about(claims, "subject", "sector") == [("8%", "全国", None)]


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("提高粮食最低收购价，小麦每50公斤提高5元，水稻每50公斤提高9元。", ["小麦", "水稻"]),
        (
            "保障房投资占44%，自主创新和结构调整、节能减排和生态建设占16%。",
            ["保障房", "自主创新和结构调整、节能减排和生态建设"],
        ),
        ("甲车销量达到汽车总销量的40%。", ["甲车"]),
    ],
)
def test_the_owner_ends_before_what_it_is_told_by(sentence: str, owners: list[str]) -> None:
    assert [claim.subject for claim in claims_of(sentence)] == owners


def test_a_province_owns_the_aims_that_its_name_opens() -> None:
    claims = claims_of("报告显示，甘肃省2026年主要预期目标是：地区生产总值增长5%，对标全国消减差距。")
    assert about(claims, "subject", "region", "status") == [("5%", "甘肃省", "甘肃省", "target")]


def test_life_that_is_expected_is_no_forecast() -> None:
    assert about(claims_of("到2025年末，人均预期寿命提高到80岁。"), "status") == [("80岁", "target")]


def test_what_began_long_ago_goes_on_behind_a_long_clause() -> None:
    (claim,) = claims_of("2020年农业农村部启动实施产业集群项目建设以来，培育集群140个。")
    assert (claim.period_start, claim.period_kind) != (None, "year")
    assert str(claim.period_start) == "2020-01-01"


def test_growth_of_listed_industries_is_no_count_of_them() -> None:
    claims = claims_of("五个行业大类增加值均增长，汽车制造业增速达9%；电气机械和仪器仪表制造业增速平稳，分别为5%和6%。")
    assert [claim.indicator for claim in claims][2:] == ["增加值", "增加值"]
