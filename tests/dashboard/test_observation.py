from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from dashboard.filter import Filter
from dashboard.observation import (
    Observation,
    Row,
    agreement,
    deciding,
    displaced,
    observations,
    printed_step,
    verdict,
)
from dashboard.query import Claims
from dashboard.sector_name import SHORT_NAMES, names_sector
from dashboard.source import read_source
from etl.lexicon.sectors import SECTORS
from tests.dashboard.plotted_rows import figure_of, observed, plotted_rows
from tests.dashboard.printed_issues import growth


def of(seen: Sequence[Row], whose: str, day: str) -> Row:
    return next(row for row in _of_day(seen, whose, day) if row["status"] == "actual")


def _of_day(seen: Sequence[Row], whose: str, day: str) -> list[Row]:
    return [row for row in seen if row["entity"] == whose and row["period_end"].isoformat() == day]


def test_one_figure_printed_three_times_is_one_observation(profit_growth: list[Observation]) -> None:
    row = of(profit_growth, "装备制造业", "2025-05-31")
    assert (row["value"], row["statements"], row["conflict"]) == (7.2, 3, False)
    assert len(set(row["claims"])) == 3
    assert row["claims"][0] == row["claim_id"]


def test_a_target_for_the_same_period_is_another_observation(profit_growth: list[Observation]) -> None:
    rows = _of_day(profit_growth, "装备制造业", "2025-05-31")
    assert sorted(row["status"] for row in rows) == ["actual", "target"]


def test_papers_that_agree_are_counted_and_those_that_do_not_are_flagged(profit_growth: list[Observation]) -> None:
    mining, textile = (of(profit_growth, name, "2019-05-31") for name in ("采矿业", "纺织业"))
    assert (mining["statements"], mining["conflict"]) == (2, False)
    assert (textile["statements"], textile["conflict"]) == (2, True)
    # never averaged: the later issue's figure is charted as it is printed
    assert textile["value"] == -20.0 != growth("纺织业", 5)


def test_nothing_is_lost(profit_growth: list[Observation]) -> None:
    ids = [claim for row in profit_growth for claim in row["claims"]]
    assert sum(row["statements"] for row in profit_growth) == len(ids) == len(set(ids)) == 275


def statement(**more: Any) -> dict[str, Any]:
    base: dict[str, Any] = {
        "claim_id": "a",
        "sentence_key": None,
        "publication": "样例工业报",
        "indicator": "利润总额",
        "subject": "装备制造业",
        "sector": "装备制造业",
        "classes": [],
        "region": "中国",
        "measure": "growth",
        "comparison": "yoy",
        "base_start": None,
        "base_end": None,
        "base_text": None,
        "period_start": date(2025, 1, 1),
        "period_end": date(2025, 5, 31),
        "period_kind": "ytd",
        "status": "actual",
        "unit": "%",
        "value": 7.2,
        "value_high": None,
        "bound": "exact",
        "value_text": "7.2%",
        "issue_date": date(2025, 7, 1),
        "confidence": 0.9,
    }
    return base | more


def observe(*statements: dict[str, Any]) -> list[Observation]:
    return observed([row | {"claim_id": f"{number}"} for number, row in enumerate(statements)])


EARLIER = date(2025, 6, 1)


@pytest.mark.parametrize(
    ("statements", "charted"),
    [
        # the most exact wording, even where it is the older one
        ([statement(bound="more_than", value=7, value_text="7%"), statement(issue_date=EARLIER)], "1"),
        ([statement(bound="about", value=7, value_text="7%"), statement(bound="more_than")], "0"),
        ([statement(bound="range", value_high=8.0), statement(bound="about")], "0"),
        # then the latest issue
        ([statement(issue_date=EARLIER), statement(value=7.4, value_text="7.4%")], "1"),
        # then the most digits
        ([statement(value=7, value_text="7%"), statement()], "1"),
        # then the highest confidence, then the lowest id
        ([statement(confidence=0.5), statement()], "1"),
        ([statement(), statement()], "0"),
    ],
)
def test_the_rule_that_chooses_the_charted_value(statements: list[dict[str, Any]], charted: str) -> None:
    seen = observe(*statements)
    assert len(seen) == 1
    assert seen[0]["claim_id"] == charted


@pytest.mark.parametrize(
    "other",
    [
        {"indicator": "营业收入"},
        {"measure": "contribution"},
        {"comparison": "previous_period"},
        {"period_end": date(2025, 4, 30)},
        {"status": "forecast"},
        {"unit": "百分点"},
        {"region": "广东省"},
        {"subject": "某装备公司"},
        {"classes": ["中小企业"]},
        {"sector": "制造业", "subject": "制造业"},
    ],
)
def test_what_differs_in_meaning_is_another_observation(other: dict[str, Any]) -> None:
    assert len(observe(statement(), statement(**other))) == 2


@pytest.mark.parametrize(
    "other",
    [
        {"subject": None},
        {"subject": "我国规模以上装备制造业"},
        {"classes": ["规模以上"]},
        {"region": None},
        {"period_kind": "span"},
        {"base_text": "上年同期"},
    ],
)
def test_what_only_words_it_differently_is_the_same_observation(other: dict[str, Any]) -> None:
    assert len(observe(statement(), statement(**other))) == 1


def test_a_statement_without_region_joins_only_where_there_is_no_doubt() -> None:
    regions = [statement(region="中国"), statement(region="广东省"), statement(region=None)]
    assert len(observe(*regions)) == 3


def test_levels_against_other_bases_and_peers_stand_apart() -> None:
    gap = statement(measure="gap", comparison="peer", unit="百分点")
    assert len(observe(gap | {"base_text": "全国"}, gap | {"base_text": "大型企业"})) == 2
    change = statement(comparison="base_period")
    years = [date(year, 12, 31) for year in (2012, 2020)]
    assert len(observe(*(change | {"base_end": year} for year in years))) == 2


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        ({}, "agrees"),
        ({"value": 7, "value_text": "7%"}, "coarser"),
        ({"value": 7.3, "value_text": "7.3%"}, "differs"),
        ({"bound": "more_than", "value": 7, "value_text": "7%"}, "coarser"),
        ({"bound": "more_than", "value": 8, "value_text": "8%"}, "differs"),
        ({"bound": "about", "value": 7, "value_text": "7%"}, "coarser"),
        ({"bound": "about", "value": 9, "value_text": "9%"}, "differs"),
        ({"bound": "range", "value": 7, "value_high": 8.0, "value_text": "7%至8%"}, "coarser"),
        ({"bound": "less_than", "value": 7, "value_text": "7%"}, "differs"),
        ({"bound": "at_most", "value": 8, "value_text": "8%"}, "coarser"),
    ],
)
def test_how_a_statement_stands_to_the_charted_one(row: dict[str, Any], verdict: str) -> None:
    assert agreement(statement(**row), statement()) == verdict


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, "agrees"),
        ({"value": 7.3, "value_text": "7.3%", "issue_date": date(2025, 6, 1)}, "revised"),
        ({"value": 7.3, "value_text": "7.3%"}, "contradicts"),
        ({"value": 7.3, "value_text": "7.3%", "publication": "另一报"}, "contradicts"),
        (
            {"value": 7.3, "value_text": "7.3%", "publication": "另一报", "issue_date": date(2025, 6, 1)},
            "contradicts",
        ),
        ({"value": 7, "value_text": "7%", "issue_date": date(2025, 6, 1)}, "coarser"),
    ],
)
def test_a_later_issue_of_the_same_paper_revises_and_others_contradict(more: dict[str, Any], found: str) -> None:
    assert verdict(statement(**more), statement()) == found


def test_a_revision_is_displaced_but_raises_no_flag() -> None:
    earlier = statement(value=7.3, value_text="7.3%", issue_date=date(2025, 6, 1))
    other = statement(value=9, value_text="9%", publication="另一报", issue_date=date(2025, 6, 1))
    rows = [earlier | {"claim_id": "0"}, statement(claim_id="1")]
    (row,) = observed(rows)
    assert (row["value"], row["conflict"], row["verdicts"]) == (7.2, False, ["agrees", "revised"])
    rows.append(other | {"claim_id": "2"})
    seen = observed(rows)
    assert [row["conflict"] for row in seen] == [True]
    found = displaced(seen)
    assert {row["claim_id"]: row["verdict"] for row in found} == {"0": "revised", "2": "contradicts"}
    assert {row["entity"] for row in found} == {"装备制造业"}


@pytest.mark.parametrize(
    ("second", "rule"),
    [
        ({"bound": "about"}, "precision"),
        ({"issue_date": date(2025, 6, 1)}, "latest"),
        ({"value_text": "7%"}, "digits"),
        ({"confidence": 0.5}, "confidence"),
        ({}, "first"),
    ],
)
def test_the_part_of_the_rule_that_decided_is_named(second: dict[str, Any], rule: str) -> None:
    assert deciding(statement(), statement(**second)) == rule


def test_a_fall_of_more_than_is_below() -> None:
    charted = statement(value=-6, value_text="6%")
    assert agreement(statement(value=-5, value_text="5%", bound="more_than"), charted) == "coarser"
    assert agreement(statement(value=-7, value_text="7%", bound="more_than"), charted) == "differs"


def test_two_numbers_of_one_sentence_are_of_different_things_and_no_contradiction() -> None:
    other = statement(value=9.9, value_text="9.9%", sentence_id="s2")
    for sentence, found in (("s2", "beside"), ("s1", "contradicts"), (None, "contradicts")):
        (row,) = observe(statement(sentence_id=sentence), other)
        assert (row["verdicts"], row["conflict"]) == (["agrees", found], found == "contradicts")
        assert len(displaced([row])) == int(found == "contradicts")
    (row,) = observe(statement(sentence_id="s2"), statement(sentence_id="s2"))
    assert row["verdicts"] == ["agrees", "agrees"]


@pytest.mark.parametrize(
    ("printed", "value", "step"),
    [("81万亿元", 8.1e13, 1e12), ("7.2%", 7.2, 0.1), ("27,204.3亿元", 2.72043e12, 1e7), ("百项", 100, 0)],
)
def test_the_worth_of_the_last_printed_digit(printed: str, value: float, step: float) -> None:
    assert printed_step(printed, value) == pytest.approx(step)


@pytest.mark.parametrize(
    ("subject", "sector", "same"),
    [
        ("工业", "工业", True),
        ("全国规模以上工业企业", "工业", True),
        ("电气机械及器材制造业", "电气机械和器材制造业", True),
        ("通用设备行业", "通用设备制造业", True),
        ("电子", "计算机、通信和其他电子设备制造业", True),
        ("铁路船舶航空航天行业", "铁路、船舶、航空航天和其他运输设备制造业", True),
        ("光伏产业", "电气机械和器材制造业", False),
        ("船舶工业", "铁路、船舶、航空航天和其他运输设备制造业", False),
        ("计算机制造业", "计算机、通信和其他电子设备制造业", False),
        ("佛山华数", "通用设备制造业", False),
        ("中国", "工业", False),
    ],
)
def test_a_part_never_stands_for_its_sector(subject: str, sector: str, same: bool) -> None:
    assert names_sector(subject, sector) is same


def test_short_names_lead_to_sectors_of_the_lexicon() -> None:
    assert set(SHORT_NAMES.values()) <= set(SECTORS)


def test_classes_that_narrow_a_sector_are_in_its_name() -> None:
    whose = [
        statement(claim_id="0", subject="工业", sector="工业", classes=["规模以上", "中小企业"]),
        statement(claim_id="1", subject="国有控股企业", sector=None, classes=["国有控股企业"]),
        statement(claim_id="2", subject=None, sector=None),
    ]
    assert {row["claim_id"]: row["entity"] for row in plotted_rows(whose)} == {
        "0": "工业（中小企业）",
        "1": "国有控股企业",
        "2": "",
    }


def test_all_statements_of_a_figure_are_found_whatever_the_filter(
    claims: Claims, profit_growth: list[Observation]
) -> None:
    row = of(profit_growth, "装备制造业", "2025-05-31")
    for claim_id in row["claims"]:
        source = read_source(claims, lambda _issue: None, claim_id)
        assert source is not None
        assert list(source.statements["claim_id"]) == row["claims"]
        assert set(source.statements["agreement"]) == {"agrees"}


def test_no_claims_no_observations(claims: Claims) -> None:
    assert figure_of(claims, ("利润总额", "growth", "yoy"), Filter(text="没有这样的字词")) == []
    assert observations([]) == displaced([]) == []


def test_the_country_as_a_whole_is_one_whatever_it_is_called() -> None:
    names = ("全国", "我国", "中国", "国内", "中国经济")
    (row,) = observe(*[statement(sector=None, subject=name, region="中国") for name in names])
    assert (row["entity"], row["statements"]) == ("全国", len(names))
    assert {each["subject"] for each in row["told"]} == set(names)  # as printed, in what is shown of each


def test_another_countrys_whole_and_a_part_of_this_one_stand_apart() -> None:
    rows = [
        statement(sector=None, subject="全国", region="中国"),
        statement(sector=None, subject="国内", region="美国"),
        statement(sector=None, subject="中国企业", region="中国"),
    ]
    assert [row["entity"] for row in observe(*rows)] == ["全国", "国内", "中国企业"]
