"""Statistics in a list whose names share their end, and one word that stands for two of them."""

from __future__ import annotations

import pytest

from tests.claim.articles import about, claims_of


@pytest.mark.parametrize("joint", ["、", "和", "以及"])
def test_the_end_of_the_last_name_belongs_to_all(joint: str) -> None:
    claims = claims_of(f"上半年，城镇{joint}农村居民人均可支配收入分别增长3.6%、5.8%。")
    assert about(claims, "indicator", "subject") == [
        ("3.6%", "城镇居民人均可支配收入", "城镇居民"),
        ("5.8%", "农村居民人均可支配收入", "农村居民"),
    ]


def test_production_and_sales_in_one_word() -> None:
    claims = claims_of("6月，乘用车产销分别完成223.9万辆和222.2万辆，同比分别增长43.6%和41.2%。")
    assert about(claims, "indicator", "subject") == [
        ("223.9万辆", "产量", "乘用车"),
        ("222.2万辆", "销量", "乘用车"),
        ("43.6%", "产量", "乘用车"),
        ("41.2%", "销量", "乘用车"),
    ]


def test_one_number_leaves_the_word_whole() -> None:
    assert about(claims_of("汽车产销量达2500万辆。"), "indicator") == [("2500万辆", "产销量")]


def test_short_names_of_classes_are_told_in_full() -> None:
    claims = claims_of("5月，大、中、小型企业采购经理指数分别为51.0%、49.4%和46.7%。")
    assert about(claims, "subject", "classes") == [
        ("51.0%", "大型企业", ("大型企业",)),
        ("49.4%", "中型企业", ("中型企业",)),
        ("46.7%", "小型企业", ("小型企业",)),
    ]


def test_what_is_sold_abroad_is_counted_where_no_money_is_printed() -> None:
    claims = claims_of("10月份，新能源汽车出口12.4万辆，同比增长12.7%；机电产品出口1.2万亿元。")
    assert about(claims, "indicator") == [("12.4万辆", "出口量"), ("12.7%", "出口量"), ("1.2万亿元", "出口额")]
