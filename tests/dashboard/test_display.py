from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dashboard.display import amount, digits, figure_text, period_text, printed_amount
from dashboard.language import Language


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (8.1e13, "元", "81万亿元"),
        (6e7, "户", "6,000万户"),
        (14600, "家", "1.46万家"),
        (7.2, "%", "7.2%"),
        (-12345.5, "%", "−12,345.5%"),
        (0, "%", "0%"),
        (0.0000012, "米", "1.2e-06米"),
    ],
)
def test_amount_takes_the_magnitude_out_of_the_value(value: float, unit: str, shown: str) -> None:
    assert amount(value, unit) == shown


@pytest.mark.parametrize(
    ("value", "unit", "printed", "shown"),
    [
        (14.0, "%", "14.0%", "14.0%"),
        (-14.0, "%", "14.0%", "−14.0%"),
        (2.72043e12, "元", "27204.3亿元", "27204.3亿元"),
        (5.4, "%", "５．４％", "5.4%"),
        (100, "项", "百项", "100项"),
        (1e13, "元", "10万亿", "10万亿元"),
        (70, "%", "七成", "70%"),
        (50, "%", "翻半番", "50%"),
        (-1.27e10, "元", "-127.2亿元", "−127.2亿元"),
    ],
)
def test_the_printed_form_is_kept_where_it_is_plain(value: float, unit: str, printed: str, shown: str) -> None:
    assert printed_amount(value, unit, printed) == shown


def claim(value: float, bound: str, printed: str, high: float | None = None, measure: str = "growth") -> dict[str, Any]:
    return {
        "value": value,
        "value_high": high,
        "bound": bound,
        "unit": "%",
        "measure": measure,
        "value_text": printed,
    }


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        (claim(30, "more_than", "30%"), ">30%"),
        (claim(30, "about", "30%"), "≈30%"),
        (claim(10, "at_least", "两位数"), "≥10%"),
        (claim(5, "less_than", "5%"), "<5%"),
        (claim(5, "at_most", "5%"), "≤5%"),
        (claim(4, "range", "4%至6%", 6), "4%～6%"),
        (claim(7.2, "exact", "7.2%"), "7.2%"),
        # 下降超5%: a fall of more than 5 % is a growth below −5 %
        (claim(-5, "more_than", "5%"), "<−5%"),
        # a level below zero has its own sign: 超 stays what it is
        (claim(-5, "more_than", "-5%", measure="level"), ">−5%"),
    ],
)
def test_the_bound_is_in_the_label(row: dict[str, Any], shown: str) -> None:
    assert figure_text(row) == shown


@pytest.mark.parametrize(
    ("start", "end", "kind", "shown", "english"),
    [
        ("2019-01-01", "2019-05-31", "ytd", "2019年1—5月", "Jan–May 2019"),
        ("2019-05-01", "2019-05-31", "month", "2019年5月", "May 2019"),
        ("2019-01-01", "2019-12-31", "year", "2019年", "2019"),
        ("2019-01-01", "2019-03-31", "quarter", "2019年一季度", "Jan–Mar 2019"),
        ("2019-01-01", "2019-03-31", "ytd", "2019年1—3月", "Jan–Mar 2019"),
        ("2019-01-01", "2019-06-30", "half_year", "2019年上半年", "Jan–Jun 2019"),
        ("2024-12-31", "2024-12-31", "instant", "2024年末", "end of 2024"),
        ("2024-05-31", "2024-05-31", "instant", "2024年5月末", "end of May 2024"),
        ("2024-05-06", "2024-05-06", "day", "2024年5月6日", "6 May 2024"),
        ("2016-01-01", "2020-12-31", "span", "2016年—2020年", "2016—2020"),
        ("2018-11-01", "2019-02-28", "span", "2018年11月—2019年2月", "Nov 2018—Feb 2019"),
    ],
)
def test_periods_are_said_as_readers_say_them(start: str, end: str, kind: str, shown: str, english: str) -> None:
    days = date.fromisoformat(start), date.fromisoformat(end)
    assert period_text(*days, kind) == shown
    assert period_text(*days, kind, Language.EN) == english


def test_a_period_that_is_open_or_missing() -> None:
    assert period_text(None, None) == ""
    assert period_text(None, date(2024, 5, 6)) == "2024年5月6日"


def test_digits_keep_six_places_and_no_trailing_zeros() -> None:
    assert digits(1234567.891) == "1,234,568"
    assert digits(2.50) == "2.5"
