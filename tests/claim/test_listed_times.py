"""Times in a list, held against what each number of a list of numbers is given."""

from __future__ import annotations

from datetime import date

import pytest

from etl.claim.listed_times import joined
from etl.claim.timing import Timing
from tests.claim.articles import claims_of

DAY = date(2019, 11, 15)
MONTHS = {"7": "2019-07-01 2019-07-31", "8": "2019-08-01 2019-08-31", "9": "2019-09-01 2019-09-30"}


@pytest.mark.parametrize("opening", ["7、8、9三个月", "7、8、9月", "7月、8月和9月", "今年7、8、9三个月"])
def test_each_number_of_a_list_takes_its_own_month(opening: str) -> None:
    claims = claims_of(f"{opening}，全市出口额分别增长3.1%、4.2%和5.3%。", issue_date=DAY)
    assert [f"{claim.period_start} {claim.period_end}" for claim in claims] == list(MONTHS.values())


def test_quarters_that_stand_in_a_list() -> None:
    claims = claims_of("１１、１２月份出口额分别下降２．２％和２．８％。", issue_date=date(2019, 3, 5))
    assert [claim.period_start for claim in claims] == [date(2018, 11, 1), date(2018, 12, 1)]
    claims = claims_of("一季度、二季度全市生产总值分别增长6.4%、6.2%。", issue_date=DAY)
    assert [(claim.period_start, claim.period_end) for claim in claims] == [
        (date(2019, 1, 1), date(2019, 3, 31)),
        (date(2019, 4, 1), date(2019, 6, 30)),
    ]


def test_one_number_takes_all_months_of_the_list() -> None:
    claim = claims_of("4月份和5月份，全市规模以上工业增加值同比增长7%左右。", issue_date=DAY)[0]
    assert (claim.period_start, claim.period_end, claim.period_kind) == (date(2019, 4, 1), date(2019, 5, 31), "span")


def test_months_apart_make_no_one_time() -> None:
    first = Timing(date(2019, 1, 1), date(2019, 1, 31), "month", "1月")
    third = Timing(date(2019, 3, 1), date(2019, 3, 31), "month", "3月")
    assert joined([first, third]) is None


def test_a_streak_is_the_time_of_what_holds_all_along() -> None:
    claims = claims_of("10月份制造业采购经理指数为50.4%，连续三个月保持在50%以上。", issue_date=DAY)
    assert (claims[1].period_start, claims[1].period_end) == (date(2019, 8, 1), date(2019, 10, 31))


def test_where_a_rise_led_is_not_of_the_time_it_began() -> None:
    claims = claims_of("10月份，全市居民消费价格涨幅从上月3.2%回落至2.1%。", issue_date=DAY)
    found = [(claim.period_end, claim.measure, claim.value) for claim in claims]
    assert [(day, measure, float(value)) for day, measure, value in found] == [
        (date(2019, 9, 30), "growth", 3.2),
        (date(2019, 10, 31), "growth", 2.1),
    ]


def test_the_value_of_the_month_compared_with_is_a_figure_like_its_neighbour() -> None:
    claims = claims_of("10月份，全市居民消费价格同比上涨3.1%，比9月份的2.6%扩大了0.5个百分点。", issue_date=DAY)
    assert [(claim.measure, claim.comparison, claim.period_end.month) for claim in claims if claim.period_end] == [
        ("growth", "yoy", 10),
        ("growth", "yoy", 9),
        ("change", "previous_period", 10),
    ]


def test_a_later_list_takes_the_years_of_the_first() -> None:
    texts = ("预计2019—2021年营收分别为1亿元、2亿元、3亿元，净利润分别为4万元、5万元、6万元。",)
    claims = claims_of(*texts, issue_date=DAY)
    assert [claim.period_start.year if claim.period_start else 0 for claim in claims] == [2019, 2020, 2021] * 2
    assert {claim.status for claim in claims[1:]} == {"forecast"}


def test_a_list_of_three_others_takes_the_whole_span() -> None:
    claims = claims_of("2016—2018年营收增长较快，三家公司分别增长1%、2%、3%。", issue_date=DAY)
    assert {f"{claim.period_start} {claim.period_end}" for claim in claims[-3:]} == {"2016-01-01 2018-12-31"}


@pytest.mark.parametrize("years", ["2015年、2016年", "2014年、2016年"])
def test_years_of_a_list_have_a_number_each(years: str) -> None:
    claims = claims_of(f"{years}分别发行债券5亿元、6亿元。", issue_date=DAY)
    assert [str(claim.period_start)[:4] for claim in claims] == [year[:4] for year in years.split("、")]


def test_years_of_a_list_together_are_a_span() -> None:
    claims = claims_of("2015年、2016年出口粮食5万吨。", issue_date=DAY)
    assert [f"{claim.period_start} {claim.period_end}" for claim in claims] == ["2015-01-01 2016-12-31"]
