"""Products and the sectors that make them."""

from __future__ import annotations

import pytest

from etl.characters import normalise
from etl.lexicon.products import PRODUCTS, find_products
from etl.lexicon.terms import read_rows, split_cell

ROWS = tuple(read_rows("products.csv"))


def sectors(text: str) -> list[str | None]:
    found = [match.entry.sector for match in find_products(normalise(text))]
    return [sector.name if sector else None for sector in found]


def test_there_are_enough() -> None:
    assert len(PRODUCTS) >= 250


def test_finds_every_row_in_its_example() -> None:
    missed = [
        row["name"]
        for row in ROWS
        if row["name"] not in [found.entry.name for found in find_products(normalise(row["example"]))]
    ]
    assert missed == []


def test_finds_every_alias_as_its_own_product() -> None:
    wrong = [
        (alias, row["name"])
        for row in ROWS
        for alias in split_cell(row["aliases"])
        if [found.entry.name for found in find_products(normalise(alias))] != [row["name"]]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("汽车产量", "汽车制造业"),
        ("智能手机产量", "计算机、通信和其他电子设备制造业"),
        ("原煤产量", "煤炭开采和洗选业"),
        ("天然气产量", "石油和天然气开采业"),
        ("粗钢产量", "黑色金属冶炼和压延加工业"),
        ("工业机器人产量", "通用设备制造业"),
        ("光伏电池产量", "电气机械和器材制造业"),
        ("发电量", "电力、热力生产和供应业"),
        ("粮食总产量", "农业"),
        ("商品房销售面积", "房地产业"),
        ("快递业务量", "邮政业"),
        ("机电产品出口", None),
    ],
)
def test_knows_who_makes_it(text: str, expected: str | None) -> None:
    assert sectors(text) == [expected]


@pytest.mark.parametrize("text", ["丝绸之路", "葡萄牙总理", "社会消费品零售总额", "UPX5 用户", "国家电网"])
def test_reads_nothing_in_words_that_only_look_like_a_product(text: str) -> None:
    assert sectors(text) == []
