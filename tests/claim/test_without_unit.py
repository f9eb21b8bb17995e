"""Numbers that print no unit: what the words around them imply."""

from __future__ import annotations

import pytest

from tests.claim.articles import claims_of


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        # people and households without a classifier
        ("镇上住着6万外来者。", "6万", "人"),
        ("1200多选手参加了长跑。", "1200多", "人"),
        ("检修影响3万用户。", "3万", "户"),
        ("全省540多万监测对象消除了返贫风险。", "540多万", "人"),
        # what the statistic or the sentence implies
        ("园区可提供5万的就业岗位。", "5万", "个"),
        ("全省地区生产总值首次迈上4万亿台阶。", "4万亿", "元"),
        ("参保人数分别新增30万、20万和10万。", "20万", "人"),
        ("农户卖瓜净赚了6万。", "6万", "元"),
        ("合作社由2万家增至3万。", "3万", "家"),
        # the change of what the clause before told
        ("全年游客人次5亿，比上年同期增加3000万。", "3000万", "人次"),
        ("汽车销量605万辆，同比增长20万。", "20万", "辆"),
    ],
)
def test_an_unprinted_unit(text: str, number: str, unit: str) -> None:
    assert [claim.unit for claim in claims_of(text) if claim.value_text == number] == [unit]


@pytest.mark.parametrize(
    "text", ["一个千亿级的产业集群正在崛起。", "演出了2000年的故事。", "失业率稳定，比上年减少3万。"]
)
def test_what_has_no_unit(text: str) -> None:
    assert claims_of(text) == []


def test_a_degree_after_electricity_is_no_angle() -> None:
    units = [claim.unit for claim in claims_of("每10度电中有3度来自风电。", "气温升到38度，用了3度电。")]
    assert units == ["千瓦时", "千瓦时", "度", "千瓦时"]
