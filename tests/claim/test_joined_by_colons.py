"""Bulletins of places: numbers joined by colons, two comparisons at once, what a view is of."""

from __future__ import annotations

from decimal import Decimal

import pytest

from etl.mention.number import find_numbers, render
from etl.mention.parts import PARTS
from etl.model import Claim
from tests.claim.articles import claims_of


def printed(text: str) -> dict[str, Claim]:
    """The claims of a text by what is printed."""
    return {claim.value_text: claim for claim in claims_of(text)}


@pytest.mark.parametrize(("text", "wanted"), PARTS.examples)
def test_numbers_joined_by_colons_are_read(text: str, wanted: str) -> None:
    assert wanted in [render(mention) for mention in find_numbers(text)]


@pytest.mark.parametrize("text", ["甲队以3:2获胜。", "图纸比例为1:50000。", "配比为1:1:2。", "积分为10:20:30。"])
def test_scores_scales_and_hours_are_no_parts(text: str) -> None:
    assert [mention for mention in find_numbers(text) if mention.claimable] == []


@pytest.mark.parametrize("colon", [":", "∶", "："])
def test_the_parts_of_an_economy_are_of_its_sectors(colon: str) -> None:
    text = "2022年，样例县三次产业结构比由2021年的11.2:38.5:50.3调整为10.7:39.1:50.2。".replace(":", colon)
    found = printed(text)
    years = [claim.period_end and claim.period_end.year for claim in found.values()]
    assert years == [2021, 2021, 2021, 2022, 2022, 2022]
    assert [(c.subject, c.measure, c.unit) for c in found.values()] == [
        (sector, "share", "%") for sector in ("第一产业", "第二产业", "第三产业")
    ] * 2


def test_a_ratio_to_one() -> None:
    claim = printed("2022年，城乡居民收入比为2.31∶1。")["2.31∶1"]
    assert (claim.measure, claim.value, claim.unit, claim.comparison) == ("ratio", Decimal("2.31"), "倍", None)


def test_each_of_two_numbers_has_its_own_comparison() -> None:
    found = printed("9月份平均价格为8元，分别比上月和上年同期上涨0.7%和3.4%。")
    assert [found[value].comparison for value in ("0.7%", "3.4%")] == ["previous_period", "yoy"]


def test_a_comparison_with_both_at_once_is_of_either() -> None:
    assert printed("价格比上月和上年同期都高，上涨3.4%。")["3.4%"].comparison == "yoy"


def test_what_a_view_is_of() -> None:
    found = printed("分产品产量看，化肥、发电机组、水泥同比分别增长4.1%、5.2%、6.3%。")
    assert [(c.subject, c.indicator) for c in found.values()] == [
        (product, "产量") for product in ("化肥", "发电机组", "水泥")
    ]


def test_an_average_of_two_years_has_the_time_of_what_it_is_an_average_of() -> None:
    found = printed("5月份，工业增加值增长8%。建筑业增加值增长3%，两年平均增长2.2%。")
    assert found["2.2%"].period_end == found["8%"].period_end
