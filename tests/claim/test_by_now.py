"""What stands or is done by now was not aimed at, whatever was planned before; and what a year before is."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.articles import claims_of


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("公司计划投资10亿元，目前已完成3亿元。", ["target", "actual"]),
        ("车队计划驶入山区，目前距离县城约5公里。", ["actual"]),
        ("对多个目标进行清查，清查进行了36次。", ["actual"]),
        ("公司计划今年开工，共建100所学校。", ["target"]),
        ("目前预计全年产量增长5%。", ["forecast"]),
    ],
)
def test_status(text: str, statuses: list[str]) -> None:
    assert [claim.status for claim in claims_of(text)] == statuses


def test_the_first_half_against_the_year_before_is_year_on_year() -> None:
    (level, change) = claims_of("上半年夏粮产量达2500亿斤，比上年增加71亿斤。", issue_date=date(2019, 7, 20))
    assert (level.measure, change.comparison) == ("level", "yoy")


def test_a_rate_of_the_first_months_changes_against_the_period_before() -> None:
    claims = claims_of("1—2月份，投资同比增长7.9%，增速比上年全年加快0.7个百分点。", issue_date=date(2019, 3, 20))
    assert claims[1].comparison == "previous_period"


@pytest.mark.parametrize(
    ("text", "comparison"),
    [
        ("上半年，出游人次较2017年同期增长10.2%。", "base_period"),
        ("上半年，出游人次较2018年同期增长10.2%。", "yoy"),
        ("上半年，电子制造业增加值增长11.1%，高于同期工业4.7个百分点。", "peer"),
    ],
)
def test_the_same_period_of_which_year(text: str, comparison: str) -> None:
    assert claims_of(text)[-1].comparison == comparison
