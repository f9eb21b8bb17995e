"""日均, 单日, 人均: another figure than the whole, so that no chart draws the two as one series."""

import pytest

from tests.claim.articles import about, claims_of


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("6月份，全国发电量6000亿千瓦时，日均发电量200亿千瓦时。", ["发电量", "日均发电量"]),
        ("假期，全市日均客运量30万人次，单日客运量突破40万人次。", ["日均客运量", "单日客运量"]),
        ("上半年，全市新设企业2万户，平均每天新设企业110户。", ["新设企业", "日均新设企业"]),
        ("去年，全市人均用水量120立方米，户均耕地面积3亩。", ["人均用水量", "户均耕地面积"]),
        ("五年来，全市年均调水量3亿立方米，年均出口增长8%。", ["年均调水量", "出口额"]),
        # what is told by the head or the day anyway has its own name
        ("去年，人均预期寿命78岁，人均国内生产总值8万元。", ["人均预期寿命", "人均国内生产总值"]),
        ("去年，全市日平均气温15摄氏度，发电量60亿千瓦时。", ["平均气温", "发电量"]),
    ],
)
def test_a_share_is_another_figure(sentence: str, indicators: list[str]) -> None:
    assert [claim.indicator for claim in claims_of(sentence)] == indicators


def test_the_tiers_of_a_budget_stand_apart() -> None:
    claims = claims_of("上半年，中央一般公共预算收入5万亿元；地方一般公共预算本级收入6万亿元；地方政府债券3万亿元。")
    assert about(claims, "subject")[:2] == [("5万亿元", "中央"), ("6万亿元", "地方")]
    assert claims[2].subject != "地方"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("去年，全市驾驶人增加20万人、突破400万人。", [("20万人", "change"), ("400万人", "level")]),
        ("去年，全市驾驶人增加20万人、30万人。", [("20万人", "change"), ("30万人", "change")]),
        ("去年，铁路煤炭增运300万吨。", [("300万吨", "change")]),
        ("去年，铁路煤炭运量300万吨。", [("300万吨", "level")]),
    ],
)
def test_how_much_more_and_what_was_reached(sentence: str, told: list[tuple[str, str]]) -> None:
    assert about(claims_of(sentence), "measure") == told


def test_where_a_fall_began_has_no_time_but_its_own() -> None:
    sentence = "2018年，清单由48条减至40条，目录从90项精简到60项。"
    assert [claim.period_start is None for claim in claims_of(sentence)] == [True, False, True, False]
    (level,) = claims_of("2018年，清单减至40条。")
    assert level.period_start is not None
