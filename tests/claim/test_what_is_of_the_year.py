"""What a year under way has whole, and what a time that only tells an age or a beginning does not date."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.articles import claims_of

DAY = date(2021, 9, 1)


def days(number: str, *sentences: str, day: date = DAY) -> str:
    claims = [c for c in claims_of(*sentences, issue_date=day) if c.value_text == number]
    return f"{claims[0].period_start} {claims[0].period_end}"


@pytest.mark.parametrize(
    ("text", "number", "wanted"),
    [
        ("今年全省有30万高校毕业生走向社会。", "30万", "2021-01-01 2021-12-31"),
        ("今年全省大学毕业生达到30万人。", "30万人", "2021-01-01 2021-12-31"),
        ("今年全县早稻总产量9万吨。", "9万吨", "2021-01-01 2021-12-31"),
        ("今年，县里决定投入3亿元修渠。", "3亿元", "2021-01-01 2021-12-31"),
        ("从今年起，县里每年安排3亿元修渠。", "3亿元", "2021-01-01 2021-12-31"),
        ("今年全县已有9万人返乡。", "9万人", "2021-01-01 2021-09-01"),
        ("今年，县里已投入3亿元修渠。", "3亿元", "2021-01-01 2021-09-01"),
        ("从今年起，县里投入3亿元修渠。", "3亿元", "2021-01-01 2021-09-01"),
    ],
)
def test_what_a_year_under_way_has_whole(text: str, number: str, wanted: str) -> None:
    assert days(number, text) == wanted


@pytest.mark.parametrize(
    ("sentences", "number", "wanted"),
    [
        (("今年53岁的老张种了50亩地。",), "53岁", "2021-01-01 2021-09-01"),
        (("今年53岁的老张种了50亩地。",), "50亩", "None None"),
        (("老张今年已经53岁。", "他种了50亩地。"), "50亩", "None None"),
        (("老张今年种玉米。", "他种了50亩地。"), "50亩", "2021-01-01 2021-09-01"),
    ],
)
def test_how_old_somebody_is_this_year_dates_nothing_else(sentences: tuple[str, ...], number: str, wanted: str) -> None:
    assert days(number, *sentences) == wanted


@pytest.mark.parametrize(
    ("sentences", "number", "wanted"),
    [
        (("盐价从2016年每吨1000元左右直降到500元。",), "1000元", "2016-01-01 2016-12-31"),
        (("盐价从2016年每吨1000元左右直降到500元。",), "500元", "None None"),
        (("2020年建成观测站。", "20多年间，共组织了44次观测。"), "44次", "None None"),
        (("2020年建成观测站。", "从2017年至今的四年多时间内，密集组织了18次观测。"), "18次", "2017-01-01 2021-09-01"),
        (("2020年建成观测站。", "随后组织了18次观测。"), "18次", "2020-01-01 2020-12-31"),
    ],
)
def test_a_beginning_and_words_of_no_certain_time(sentences: tuple[str, ...], number: str, wanted: str) -> None:
    assert days(number, *sentences) == wanted


@pytest.mark.parametrize(
    ("sentences", "number", "wanted"),
    [
        (("这五年，全省科技平台由31家增至59家。",), "59家", "2021-09-01 2021-09-01"),
        (("“十三五”期间，全省高速公路里程2530公里。",), "2530公里", "2020-12-31 2020-12-31"),
        (("“十三五”期间，全省新建高速公路里程2530公里。",), "2530公里", "2016-01-01 2020-12-31"),
    ],
)
def test_how_things_stand_at_the_end_of_years(sentences: tuple[str, ...], number: str, wanted: str) -> None:
    assert days(number, *sentences) == wanted


@pytest.mark.parametrize(
    ("text", "number", "wanted"),
    [
        ("铁路营业里程达到12万公里。", "12万公里", "2020-12-31 2020-12-31"),
        ("新建铁路12万公里。", "12万公里", "2016-01-01 2020-12-31"),
    ],
)
def test_what_stands_after_past_years_is_of_their_end(text: str, number: str, wanted: str) -> None:
    assert days(number, "过去五年，全国经济稳步增长。", text, day=date(2021, 1, 25)) == wanted


@pytest.mark.parametrize(
    ("sentences", "number", "wanted"),
    [
        (("这十年，村里修了路。", "50岁的老张开了店。"), "50岁", "None None"),
        (("2015年，村里修了路。", "那一年，70岁的老张开了店。"), "70岁", "2015-01-01 2015-12-31"),
        (("9月1日，村里来了医生。", "50岁的老张看了病。"), "50岁", "None None"),
        (("2018年春节联欢晚会设了4个分会场。",), "4个", "None None"),
    ],
)
def test_how_old_somebody_is_and_what_a_year_only_names(sentences: tuple[str, ...], number: str, wanted: str) -> None:
    assert days(number, *sentences) == wanted
