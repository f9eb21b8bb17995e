"""Firms that are counted by their class and their industry."""

from __future__ import annotations

from tests.claim.articles import claims_of


def test_new_firms_are_of_their_class() -> None:
    found = claims_of("前三季度，新设个体工商户300万户，同比增长11%；新设农民专业合作社2万户，同比减少5%。")
    assert [(claim.measure, claim.classes) for claim in found] == [
        ("level", ("个体工商户",)),
        ("growth", ("个体工商户",)),
        ("level", ("农民专业合作社",)),
        ("growth", ("农民专业合作社",)),
    ]


def test_an_industry_goes_on_with_its_firms() -> None:
    found = claims_of("第一产业新设企业同比增长23%。", "第二产业同比增长5%。")
    assert [(claim.indicator, claim.sector) for claim in found] == [("新设企业", "第一产业"), ("新设企业", "第二产业")]
    found = claims_of("第一产业增加值增长3%。", "第二产业增长5%。")
    assert [claim.indicator for claim in found] == ["增加值", "增加值"]


def test_registered_firms_of_three_industries() -> None:
    found = claims_of("全省第一、二、三产业登记在册企业分别为1万户、9万户、40万户。")
    assert [claim.sector for claim in found] == ["第一产业", "第二产业", "第三产业"]
