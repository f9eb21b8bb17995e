"""Enterprise classes and their printed names."""

from __future__ import annotations

from itertools import pairwise

import pytest

from etl.characters import normalise
from etl.lexicon.classes import CLASSES, find_classes
from etl.lexicon.terms import read_rows, split_cell

ROWS = tuple(read_rows("classes.csv"))


def named(text: str) -> list[str]:
    return [found.entry.name for found in find_classes(normalise(text))]


def test_there_are_enough_and_each_has_a_dimension() -> None:
    assert len(CLASSES) >= 60
    assert all(each.dimension for each in CLASSES.values())


def test_finds_every_row_in_its_example() -> None:
    assert [row["name"] for row in ROWS if row["name"] not in named(row["example"])] == []


def test_finds_every_alias_as_its_own_class() -> None:
    wrong = [
        (alias, row["name"]) for row in ROWS for alias in split_cell(row["aliases"]) if named(alias) != [row["name"]]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("规模以上工业中小企业营业收入", ["规模以上", "中小企业"]),
        ("大、中、小型企业景气指数", ["大型企业", "中型企业", "小型企业"]),
        ("大型、中型和小型企业", ["大型企业", "中型企业", "小型企业"]),
        ("国有、民营和外资企业", ["国有企业", "民营企业", "外资企业"]),
        ("国有控股企业、私营企业利润", ["国有控股企业", "私营企业"]),
        ("专精特新“小巨人”企业", ["专精特新小巨人企业"]),
        ('专精特新"小巨人"企业', ["专精特新小巨人企业"]),
        ("科技和创新型中小企业", ["科技和创新型中小企业"]),
        ("外商及港澳台商投资企业", ["外商及港澳台投资企业"]),
    ],
)
def test_reads_what_newspapers_print(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text", ["全国企业平均", "国内外企业", "提高企业效率", "加大企业减负力度", "车辆违规上路", "重大、重要项目"]
)
def test_reads_nothing_in_words_that_only_look_like_a_class(text: str) -> None:
    assert named(text) == []


def test_found_classes_do_not_overlap() -> None:
    found = find_classes("国有、国有控股和大、中、小、微型企业、私营企业")
    assert all(left.end <= right.start for left, right in pairwise(found))
