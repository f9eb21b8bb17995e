"""The tree of sectors, their printed names and the aggregates' members."""

from __future__ import annotations

import pytest

from etl.characters import normalise
from etl.lexicon.sectors import BY_CODE, SECTORS, ancestors, children, find_sectors, members
from etl.lexicon.terms import read_rows, split_cell

ROWS = tuple(read_rows("sectors.csv"))


def named(text: str) -> list[str]:
    return [found.entry.sector.name for found in find_sectors(normalise(text))]


def strong(text: str) -> list[str]:
    return [found.entry.sector.name for found in find_sectors(normalise(text)) if not found.entry.weak]


def test_finds_every_row_in_its_example() -> None:
    missed = [row["code"] for row in ROWS if row["name"] not in named(row["example"]) and row["silent"] != "yes"]
    assert missed == []


def test_finds_every_alias_as_its_own_sector() -> None:
    wrong = [
        (alias, row["name"])
        for row in ROWS
        for alias in (*split_cell(row["aliases"]), *split_cell(row["weak"]))
        if named(alias) != [row["name"]]
    ]
    assert wrong == []


def test_silent_names_are_never_read() -> None:
    assert [row["name"] for row in ROWS if row["silent"] == "yes" and row["name"] in named(row["name"])] == []


def test_holds_the_whole_standard() -> None:
    by_level = {level: [each for each in BY_CODE.values() if each.level == level] for level in range(4)}
    assert [len(by_level[level]) for level in (1, 2, 3)] == [20, 97, 473]
    assert [each.code for each in by_level[1]] == list("ABCDEFGHIJKLMNOPQRST")
    assert len(by_level[0]) > 60


def test_codes_are_unique_and_parents_exist() -> None:
    assert len(BY_CODE) == len(ROWS)
    for row in ROWS:
        assert row["parent"] == "" or row["parent"] in BY_CODE, row
        if row["level"] in "23":
            assert row["code"].startswith(row["parent"]), row


def test_every_name_leads_to_the_top_without_a_cycle() -> None:
    for name in SECTORS:
        above = ancestors(name)
        assert name not in above
        assert len(set(above)) == len(above) <= 3


def test_children_and_ancestors_agree() -> None:
    for name in SECTORS:
        for child in children(name):
            assert SECTORS[child].parent == name
    assert "汽车制造业" in children("制造业")
    assert ancestors("汽车整车制造") == ("汽车制造业", "制造业")


def test_a_name_at_two_levels_is_one_node() -> None:
    assert SECTORS["房地产业"].code == "K"
    assert children("房地产业")[0] == "房地产开发经营"


def test_members_of_the_aggregates() -> None:
    assert [member.sector.code for member in members("装备制造业")] == [f"C{code}" for code in range(33, 41)]
    assert [member.sector.code for member in members("工业")] == ["B", "C", "D"]
    assert [member.sector.name for member in members("高技术产业")] == ["高技术制造业", "高技术服务业"]
    assert any(member.part for member in members("高技术制造业"))
    assert members("汽车制造业") == ()


def test_primary_and_secondary_industry_leave_their_auxiliary_activities_to_the_tertiary() -> None:
    tertiary = {member.sector.code for member in members("第三产业")}
    assert {"A05", "B11", "C43"} < tertiary
    for industry in ("第一产业", "第二产业"):
        assert not tertiary & {member.sector.code for member in members(industry)}


def test_every_member_row_names_its_aggregate_in_its_example() -> None:
    for row in read_rows("aggregates.csv"):
        assert row["aggregate"] in row["example"]
        assert SECTORS[row["aggregate"]].is_aggregate
        assert row["part"] in ("", "yes")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("电子行业和化工行业利润回升", ["计算机、通信和其他电子设备制造业", "化学原料和化学制品制造业"]),
        ("铁路船舶航空航天运输设备制造业产值", ["铁路、船舶、航空航天和其他运输设备制造业"]),
        ("通信设备、计算机及其他电子设备制造业增加值", ["计算机、通信和其他电子设备制造业"]),
        ("化学原料及化学制品制造业增加值", ["化学原料和化学制品制造业"]),
        ("高技术制造业和装备制造业投资", ["高技术制造业", "装备制造业"]),
        ("第一、第二、第三产业分别拉动", ["第一产业", "第二产业", "第三产业"]),
        ("规模以上工业企业", ["工业"]),
        ("我国家电业销售", ["电气机械和器材制造业"]),
        ("电信业务总量", ["电信、广播电视和卫星传输服务"]),
    ],
)
def test_reads_what_newspapers_print(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text", ["农业农村部", "同一产品", "新型工业化", "绿化工程", "办理各种业务", "国家电视台", "养老保险"]
)
def test_reads_nothing_in_words_that_only_look_like_a_sector(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize("word", ["电子", "汽车", "医药", "农业", "电力", "纺织", "煤炭"])
def test_an_ordinary_word_is_weak_until_a_suffix_makes_a_sector_of_it(word: str) -> None:
    assert named(word)
    assert strong(word) == []
    assert strong(word + "行业") == named(word)
