"""Regions and their printed names."""

from __future__ import annotations

import pytest

from etl.characters import normalise
from etl.lexicon.regions import REGIONS, find_bare, find_regions, province_of, within
from etl.lexicon.terms import read_rows

ROWS = tuple(read_rows("regions.csv"))


def named(text: str) -> list[str]:
    return [found.entry.name for found in find_regions(normalise(text))]


def printed(text: str) -> list[str]:
    return [found.text for found in find_regions(normalise(text))]


def test_finds_every_row_in_its_example() -> None:
    assert [row["name"] for row in ROWS if row["name"] not in named(row["example"])] == []


def test_names_and_codes_are_unique_and_parents_exist() -> None:
    assert len(REGIONS) == len(ROWS) == len({row["code"] for row in ROWS})
    for name in REGIONS:
        above = within(name)
        assert name not in above
        assert len(above) <= 3


def test_holds_every_division() -> None:
    levels = [region.level for region in REGIONS.values()]
    assert levels.count("province") == 34
    assert levels.count("prefecture") == 333
    assert levels.count("county") > 2800
    assert levels.count("country") >= 195


@pytest.mark.parametrize(
    ("name", "province"),
    [
        ("义乌市", "浙江省"),
        ("浙江省", "浙江省"),
        ("兰州新区", "甘肃省"),
        ("长三角", None),
        ("美国", None),
        ("浦东新区", "上海市"),
    ],
)
def test_province_of(name: str, province: str | None) -> None:
    assert province_of(name) == province


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云南、陕西和广西出口", ["云南省", "陕西省", "广西壮族自治区"]),
        ("在浙江省义乌市设立", ["义乌市"]),
        ("义乌市场繁荣", ["义乌市"]),
        ("我国西部地区投资", ["西部地区"]),
        ("长江经济带和粤港澳大湾区", ["长江经济带", "粤港澳大湾区"]),
        ("吉林粮食产量", ["吉林省"]),
        ("吉林市粮食产量", ["吉林市"]),
        ("海南旅游收入", ["海南省"]),
        ("对东盟、欧盟和俄罗斯出口", ["东盟", "欧盟", "俄罗斯"]),
        ("对“一带一路”沿线国家进出口", ["“一带一路”共建国家"]),
        ("全国城镇新增就业", ["中国"]),
        ("刚果（金）铜矿", ["刚果（金）"]),
        ("南京市鼓楼区和徐州市鼓楼区", ["南京市鼓楼区", "徐州市鼓楼区"]),
    ],
)
def test_reads_what_newspapers_print(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_a_place_takes_those_it_lies_in_into_its_span() -> None:
    assert printed("我国浙江省义乌市小商品") == ["我国浙江省义乌市"]
    assert printed("义乌市场繁荣") == ["义乌"]


@pytest.mark.parametrize(
    "text",
    [
        "鼓楼区产值",
        "实现长治久安",
        "日照时数",
        "北京时间",
        "北京大学教授",
        "均衡水平",
        "沿海城市",
        "合作市场",
        "建设新城区",
        "东方红",
    ],
)
def test_reads_nothing_where_no_one_place_is_meant(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("甘肃民勤的沙地", ["民勤县"]),
        ("武威民勤的沙地", ["民勤县"]),
        ("民勤全县种树", ["民勤县"]),
        ("黑龙江东宁的葡萄", ["东宁市"]),
        ("贵州印江的茶园", ["印江土家族苗族自治县"]),
        # a word of every day, a mountain, the prefecture that has the name too
        ("山东平原地区降雨", ["山东省"]),
        ("吉林长白山降雪", ["吉林省"]),
        ("新疆喀什的学生", ["喀什地区"]),
        ("民勤人种树", []),
    ],
)
def test_a_county_behind_the_name_of_its_province(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("福建长汀、宁化四个县种树", ["福建省"]),
        ("江西瑞金、石城等12个县脱贫", ["江西省"]),
        ("福建长汀等10个县种树", ["福建省"]),
        ("福建长汀、宁化的水土", ["福建省"]),
        ("江苏苏州等地降雨", ["江苏省"]),
        # nothing goes on, or each is known in full
        ("福建长汀的4个村", ["长汀县"]),
        ("福建长汀和他的朋友", ["长汀县"]),
        ("福建长汀县、宁化县种树", ["长汀县", "宁化县"]),
        ("福建长汀县等了5个月", ["长汀县"]),
    ],
)
def test_the_first_of_a_list_behind_a_province_is_not_all_of_it(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("洛阳舰起航", []),
        ("“百色”舰入列", []),
        ("北海舰队官兵", []),
        ("济南军区某团", []),
        ("广州战区演练", []),
        ("福建省军区官兵", ["福建省"]),
        ("西藏军区官兵", ["西藏自治区"]),
        ("法国舰队出海", ["法国"]),
        ("济南军区总医院", ["济南市"]),
        ("舟山舰艇停靠", ["舟山市"]),
        ("除湖北以外新增13例", []),
        ("除了武汉外新增13例", []),
        ("除湖北的13例", ["湖北省"]),
    ],
)
def test_neither_an_army_nor_what_is_left_out_is_a_place(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("county", "text", "names"),
    [
        ("东宁市", "现在东宁的木耳", ["东宁市"]),
        ("东宁市", "东宁市的木耳，东宁的葡萄", ["东宁市", "东宁市"]),
        # another word, a quake, one of a list
        ("民勤县", "人民勤劳", []),
        ("芦山县", "芦山地震中", []),
        ("龙门县", "向太平、龙门空运食品", []),
    ],
)
def test_a_county_named_in_full_elsewhere_has_a_bare_name(county: str, text: str, names: list[str]) -> None:
    assert [found.entry.name for found in find_bare(text, find_regions(text), [REGIONS[county]])] == names
