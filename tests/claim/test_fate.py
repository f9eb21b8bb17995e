"""Every fate and every naming on its examples and counterexamples."""

import pytest

from etl.claim.fate import FATES, Fate, render
from etl.claim.namings import DEEDS, NAMINGS, Naming, naming_of
from etl.mention.number import find_numbers
from tests.claim.articles import about, claims_of


@pytest.mark.parametrize(
    ("fate", "text"), [(fate, text) for fate in FATES for text in fate.examples], ids=lambda value: str(value)[:30]
)
def test_fate_example(fate: Fate, text: str) -> None:
    assert render(text) == fate.indicator


@pytest.mark.parametrize(
    ("fate", "text"),
    [(fate, text) for fate in FATES for text in fate.counterexamples],
    ids=lambda value: str(value)[:30],
)
def test_fate_counterexample(fate: Fate, text: str) -> None:
    assert render(text) != fate.indicator


@pytest.mark.parametrize(
    ("naming", "namings"),
    [(naming, table) for table in (NAMINGS, DEEDS) for naming in table],
    ids=lambda value: f"{value.indicator}:{value.example}" if isinstance(value, Naming) else "",
)
def test_naming(naming: Naming, namings: tuple[Naming, ...]) -> None:
    (number,) = [n for n in find_numbers(naming.example) if n.dimension == naming.dimension]
    assert naming_of(naming.example, 0, number, namings) == naming.indicator
    for other in find_numbers(naming.counterexample):
        assert naming_of(naming.counterexample, 0, other, namings) != naming.indicator


def test_what_befalls_people_names_the_statistic() -> None:
    claims = claims_of("样例市一家商场发生火灾，造成3人死亡、12人受伤，20多名顾客获救。")
    assert about(claims, "indicator", "kind") == [
        ("3人", "死亡人数", "other"),
        ("12人", "受伤人数", "other"),
        ("20多名", "获救人数", "other"),
    ]


def test_a_counted_noun_ends_where_its_verb_begins() -> None:
    claims = claims_of("已有9600户棚户区居民搬进了新居，吸引了10万名群众观看。")
    assert about(claims, "indicator") == [("9600户", "棚户区居民"), ("10万名", "观众人数")]


def test_a_description_stands_before_the_counted_noun() -> None:
    claims = claims_of("样例市警方锁定了9个规模较大的买卖公民信息的犯罪集团。")
    assert about(claims, "indicator", "subject") == [("9个", "犯罪集团", "样例市警方")]


def test_counts_that_share_a_noun() -> None:
    claims = claims_of("书店推出5万多种15万册艺术图书。")
    assert {claim.indicator for claim in claims} == {"艺术图书"}


def test_times_are_of_the_verb() -> None:
    assert about(claims_of("火山一天之内喷发了3次。"), "indicator") == [("3次", "喷发次数")]


def test_ages_lengths_and_matter() -> None:
    claims = claims_of("一位68岁的拾荒老人走了30公里，送来300公斤救灾大米。")
    assert about(claims, "indicator") == [("68岁", "年龄"), ("30公里", "里程"), ("300公斤", "救灾大米")]
    assert claims[0].subject == "拾荒老人"
