"""The confidence is a logistic sum over named features whose weights are text."""

from __future__ import annotations

import csv
import math
from datetime import date

import pytest

from etl.claim import confidence
from etl.claim.confidence import ALWAYS, Evidence, features_of, probability, recorded, weights
from etl.model import Claim
from etl.pipeline import extract
from tests.golden_samples import ROOT
from tests.sample import make_issue

LONG = "全市规模以上工业企业利润同比增长7.2%，其中装备制造业增长9.1%；夜市每天接待游客3万多人次。"


def evidence(*sentences: str) -> list[Evidence]:
    with recorded() as record:
        extract(make_issue(day=date(2019, 3, 28), sentences=("样例标题", *sentences)))
    return record


def test_the_weights_are_text_with_the_intercept_first() -> None:
    lines = (ROOT / "etl" / "claim" / confidence.WEIGHTS).read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(lines))
    assert rows[0]["feature"] == ALWAYS
    assert list(rows[0]) == ["feature", "weight", "claims", "right", "example"]
    assert {row["feature"]: float(row["weight"]) for row in rows} == weights()
    assert all(0 <= int(row["right"]) <= int(row["claims"]) for row in rows)


def test_evidence_is_recorded_only_inside_the_block() -> None:
    inside = evidence("2018年规模以上工业企业利润同比增长7.2%。")
    assert [e.claim.value_text for e in inside] == ["7.2%"]
    extract(make_issue(sentences=("样例标题", "利润同比增长7.2%。")))
    assert len(inside) == 1


def test_a_claim_has_the_sum_of_its_features() -> None:
    for each in evidence(LONG):
        known = weights()
        total = sum(known.get(name, 0.0) for name in features_of(each.claim, each.topic, each.reading))
        claim: Claim = each.claim
        assert confidence.confidence_of(claim, each.topic, each.reading) == probability(total)


@pytest.mark.parametrize(
    ("sentence", "number", "expected"),
    [
        ("2018年规模以上工业企业利润同比增长7.2%。", "7.2%", {"period:clause", "indicator:known_near", "subject:near"}),
        ("2018年，规模以上工业企业利润同比增长7.2%。", "7.2%", {"period:sentence", "base_printed", "classes"}),
        ("规模以上工业企业利润增长7.2%，其中装备制造业增长9.1%。", "9.1%", {"indicator:known_inherited", "sector"}),
        ("规模以上工业企业利润总额（不含亏损额1.2亿元）增长7.2%。", "1.2亿元", {"bracketed", "period:none"}),
    ],
)
def test_the_features_say_how_a_claim_came_about(sentence: str, number: str, expected: set[str]) -> None:
    (found,) = [e for e in evidence(sentence) if e.claim.value_text == number]
    assert expected <= set(found.features)
    assert ALWAYS in found.features


def test_the_chance_stays_within_what_can_be_known() -> None:
    assert probability(1e9) == 0.98
    assert probability(-1e9) == 0.02
    assert probability(0.0) == 0.5
    assert math.isclose(probability(1.0), 0.731, abs_tol=5e-4)
