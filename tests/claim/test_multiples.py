"""What a multiple or a fraction is of, what the same thing was before, and bounds that a verb parts from a number."""

import pytest

from tests.claim.articles import about, claims_of


@pytest.mark.parametrize(
    ("sentence", "number", "wanted"),
    [
        ("2018年，我国水产品产量是美国的12倍。", "12倍", ("peer", "美国")),
        ("2018年，我国水产品产量是美国密西西比河流域的12倍。", "12倍", ("peer", "美国密西西比河流域")),
        ("2018年，全县人均收入是全国平均水平的1.5倍。", "1.5倍", ("peer", "全国平均水平")),
        ("2018年，我国人均耕地仅为美国的11%，日本的90%。", "90%", ("peer", "日本")),
        ("2018年，全县人均收入是2012年的1.5倍。", "1.5倍", ("base_period", "2012年")),
        ("2018年，全县人均收入是上年同期的1.5倍。", "1.5倍", ("yoy", "上年同期")),
        ("如今，全县人均收入是原来的1.5倍。", "1.5倍", ("base_period", "原来")),
        ("薄膜的厚度相当于一张纸的1/6。", "1/6", (None, None)),
        ("2018年，全县投资相当于当年收入的1/6。", "1/6", (None, None)),
    ],
)
def test_what_a_ratio_is_of(sentence: str, number: str, wanted: tuple[str | None, str | None]) -> None:
    assert (number, *wanted) in about(claims_of(sentence), "comparison", "base_text")


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("村民种茶一年能比以往多挣1500元。", ("1500元", "change", "base_period")),
        ("审批时间比过去缩短109天。", ("109天", "change", "base_period")),
        ("这个村的人均收入比邻村高1500元。", ("1500元", "gap", "peer")),
    ],
)
def test_what_was_before_is_no_other_subject(sentence: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in about(claims_of(sentence), "measure", "comparison")


@pytest.mark.parametrize(
    ("sentence", "number", "bound"),
    [
        ("洪水至少淹没了90间房屋。", "90间", "at_least"),
        ("洪水至少造成有90人受伤。", "90人", "at_least"),
        ("至少有12辆车受损，洪水淹没了90间房屋。", "90间", "exact"),
        ("至少每天运送90人。", "90人", "at_least"),
    ],
)
def test_at_least_with_a_verb_between(sentence: str, number: str, bound: str) -> None:
    assert (number, bound) in about(claims_of(sentence), "bound")


def test_a_multiple_of_the_same_statistic_of_another_and_of_an_old_plan() -> None:
    told = claims_of("2018年，甲村人均纯收入是乙村人均纯收入的6倍多，铁路投资是十五投资的3倍。")
    assert about(told, "comparison") == [("6倍多", "peer"), ("3倍", "base_period")]
