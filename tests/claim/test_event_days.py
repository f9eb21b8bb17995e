"""How many days an event has, up to when things were done, and what is of no day at all."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.articles import claims_of

ISSUE = date(2019, 8, 28)


def when(*sentences: str, number: str) -> str:
    """First and last day of a number of an article's sentences."""
    claim = next(c for c in claims_of(*sentences, issue_date=ISSUE) if c.value_text == number)
    return f"{claim.period_start} {claim.period_end}"


@pytest.mark.parametrize(
    ("sentence", "number", "days"),
    [
        ("为期5天的书展今天闭幕，共接待读者20万人次。", "20万人次", "2019-08-24 2019-08-28"),
        ("书展今天开幕，为期5天，预计接待读者20万人次。", "20万人次", "2019-08-28 2019-09-01"),
        ("为期5天的书展今天开幕，30个国家参展。", "30个", "2019-08-28 2019-08-28"),
        ("书展今天闭幕，共接待读者20万人次。", "20万人次", "2019-08-28 2019-08-28"),
    ],
)
def test_an_event_of_printed_length(sentence: str, number: str, days: str) -> None:
    assert when(sentence, number=number) == days


def test_what_was_done_up_to_now_goes_on_in_the_paragraph() -> None:
    told = ("2017年以来，全市组织培训120次。", "先后援建学校50所。", "这里有村民600人。")
    assert when(*told, number="50所") == "2017-01-01 2019-08-28"
    assert when(*told, number="600人") == "None None"


def test_the_year_in_which_a_thing_came_to_be_dates_nothing_else() -> None:
    assert when("该校成立于1964年，有学生2000名。", number="2000名") == "None None"
    assert when("1964年，该校有学生2000名。", number="2000名") == "1964-01-01 1964-12-31"


def test_where_a_place_lies_is_of_no_day() -> None:
    told = ("昨天，营地遭到袭击。", "营地离市中心只有5公里，袭击造成20人受伤。")
    assert when(*told, number="5公里") == "None None"
    assert when(*told, number="20人") == "2019-08-27 2019-08-27"


def test_when_a_white_paper_came_out_dates_nothing_in_it() -> None:
    headline = "某省的对外贸易　国务院新闻办公室（2011年12月）"
    claims = claims_of("货物贸易额增长了17倍。", issue_date=date(2011, 12, 8), headline=headline)
    assert [claim.period_start for claim in claims] == [None]
