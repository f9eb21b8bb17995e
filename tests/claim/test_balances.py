"""What is owed is of a day, what it grew by of all its months; others at the same time are peers."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.articles import about, claims_of

ISSUE = date(2025, 7, 28)
JUNE = date(2025, 6, 30)


def test_a_balance_is_of_the_end_of_the_months_told_of() -> None:
    claims = claims_of(
        "二季度末，贷款余额182万亿元，上半年增加11万亿元。", "短期贷款余额62万亿元，同比增长9%。", issue_date=ISSUE
    )
    assert about(claims, "period_start", "period_end") == [
        ("182万亿元", JUNE, JUNE),
        ("11万亿元", date(2025, 1, 1), JUNE),
        ("62万亿元", JUNE, JUNE),
        ("9%", JUNE, JUNE),
    ]


def test_what_is_sold_in_the_months_is_of_all_of_them() -> None:
    claims = claims_of("上半年销售额增加2万亿元。", "其中家电销售额3万亿元。", issue_date=ISSUE)
    assert {claim.period_start for claim in claims} == {date(2025, 1, 1)}


@pytest.mark.parametrize(
    ("sentence", "comparison"),
    [
        ("全省工业增长5%，高于全国同期增速2个百分点。", "peer"),
        ("全市贷款增长9%，高于各项贷款同期水平3个百分点。", "peer"),
        ("全省工业增长5%，增速高于上年同期2个百分点。", "yoy"),
    ],
)
def test_others_at_the_same_time_are_peers(sentence: str, comparison: str) -> None:
    assert claims_of(sentence, issue_date=ISSUE)[-1].comparison == comparison


def test_two_kinds_of_trade_in_one_word() -> None:
    claims = claims_of("其中内、外贸吞吐量同比分别增长4%和4.7%。", issue_date=ISSUE)
    assert [claim.subject for claim in claims] == ["内贸", "外贸"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "铁路、水路客运量同比分别增长6.7%、下降2.5%。",
            [("铁路旅客发送量", "6.7"), ("水路客运量", "-2.5")],
        ),
        ("北京、上海房价分别上涨0.3%、下跌0.1%。", [("住宅销售价格", "0.3"), ("住宅销售价格", "-0.1")]),
    ],
)
def test_some_rise_and_some_fall(sentence: str, found: list[tuple[str, str]]) -> None:
    assert [(claim.indicator, str(claim.value)) for claim in claims_of(sentence)] == found


def test_what_is_held_against_is_of_its_owner() -> None:
    claims = claims_of("美国经济增长率为3.3%，高于欧元区的1%。")
    assert about(claims, "subject", "measure") == [("3.3%", "美国", "growth"), ("1%", "欧元区", "growth")]


def test_the_month_of_a_contract_dates_nothing() -> None:
    (claim,) = claims_of("纽约原油9月交货的期货价格下跌18%。")
    assert claim.period_start is None
