"""The score counts what it says it counts, and gives the contract's figures."""

from __future__ import annotations

import importlib.util
import random
from types import ModuleType
from typing import Any

import pandas as pd
import pytest

from etl.evaluation import score
from etl.evaluation.score import TIERS
from tests.golden_samples import ROOT, gold_claims

CONTRACT = ROOT.parent / "shared" / "contract" / "score.py"


def gold(start: int = 10, **other: Any) -> dict[str, Any]:
    claim = {
        "doc": "a.txt",
        "start": start,
        "end": start + 4,
        "text": "7.2%",
        "kind": "economic",
        "measure": "growth",
        "comparison": "yoy",
        "value": 7.2,
        "value_high": None,
        "bound": "exact",
        "unit": "%",
        "indicator": ["利润总额", "利润"],
        "subject": ["装备制造业"],
        "sector": "装备制造业",
        "classes": [],
        "region": "中国",
        "period": ["2025-01-01", "2025-05-31"],
        "status": "actual",
    }
    return claim | other


def row(start: int = 10, **other: Any) -> dict[str, Any]:
    cells = {
        "source_uri": "issues/a.txt",
        "source_start": start,
        "source_end": start + 4,
        "value_text": "7.2%",
        "kind": "economic",
        "measure": "growth",
        "comparison": "yoy",
        "value": 7.2,
        "value_high": float("nan"),
        "bound": "exact",
        "unit": "%",
        "indicator": "利润总额",
        "indicator_text": "利润",
        "subject": "装备制造业",
        "sector": "装备制造业",
        "region": "中国",
        "period_start": pd.Timestamp("2025-01-01"),
        "period_end": pd.Timestamp("2025-05-31"),
        "status": "actual",
    }
    return cells | other


def table(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(row()))


def test_a_row_that_is_right_counts_in_every_tier() -> None:
    report = score(table(row()), [gold()])
    assert (report.gold, report.rows, report.paired) == (1, 1, 1)
    assert {tier: report.tiers[tier].f1 for tier in TIERS} == dict.fromkeys(TIERS, 1.0)
    assert report.full.f1 == 1.0
    assert not report.disagreements


@pytest.mark.parametrize(
    ("wrong", "tier"),
    [
        ({"value": -7.2}, "number"),
        ({"unit": "百分点"}, "number"),
        ({"bound": "more_than"}, "number"),
        ({"value_high": 9.0}, "number"),
        ({"comparison": None}, "measure"),
        ({"period_end": pd.Timestamp("2025-05-30")}, "period"),
        ({"status": "target"}, "period"),
        ({"indicator": "营业收入", "indicator_text": None}, "indicator"),
        ({"subject": None}, "subject"),
        ({"sector": None}, "sector"),
    ],
)
def test_a_wrong_field_fails_its_tier_and_all_after_it(wrong: dict[str, Any], tier: str) -> None:
    report = score(table(row(**wrong)), [gold()])
    at = TIERS.index(tier)
    assert [report.tiers[name].f1 for name in TIERS] == [1.0] * at + [0.0] * (len(TIERS) - at)
    assert [disagreement.why for disagreement in report.disagreements] == [tier]


@pytest.mark.parametrize(
    "near",
    [
        {"bound": "about"},
        {"value": 7.21},
        {"indicator": "利润"},
        {"indicator": None},
        {"subject": "我国装备制造业"},
        {"unit": "percent"},
    ],
)
def test_what_a_careful_annotator_would_accept_is_right(near: dict[str, Any]) -> None:
    assert score(table(row(**near)), [gold()]).full.f1 == 1.0


def test_missed_and_spurious_claims_cost_recall_and_precision() -> None:
    report = score(table(row(), row(200)), [gold(), gold(90), gold(120)])
    assert (report.gold, report.rows) == (3, 2)
    assert report.tiers["number"].precision == pytest.approx(1 / 2)
    assert report.tiers["number"].recall == pytest.approx(1 / 3)
    assert sorted(disagreement.why for disagreement in report.disagreements) == ["missed", "missed", "spurious"]


def test_the_largest_overlap_wins_then_the_most_agreement() -> None:
    rows = table(row(value=1.0), row(), row(12, value=2.0))
    report = score(rows, [gold()])
    assert report.full.recall == 1.0
    assert report.rows == 3
    assert [disagreement.why for disagreement in report.disagreements] == ["spurious", "spurious"]


def test_an_optional_claim_is_neither_missed_nor_spurious() -> None:
    assert score(table(row()), [gold(optional=True)]).rows == 0
    assert score(table(), [gold(optional=True)]).gold == 0


def test_an_alternative_reading_is_as_good() -> None:
    claim = gold(alternatives=[{"period": ["2025-05-01", "2025-05-31"]}, {"sector": None}])
    assert score(table(row(period_start=pd.Timestamp("2025-05-01"))), [claim]).full.f1 == 1.0
    assert score(table(row(sector=None)), [claim]).full.f1 == 1.0


def test_rows_of_other_documents_and_kinds_do_not_count() -> None:
    other = row(source_uri="issues/b.txt")
    technical = row(50, kind="technical")
    assert score(table(row(), other), [gold()]).rows == 1
    assert score(table(row(), technical), [gold()], kind="economic").rows == 1


# --------------------------------------------------------------------------- against the contract


def contract() -> ModuleType:
    if not CONTRACT.exists():
        pytest.skip("the contract is not beside the checkout")
    spec = importlib.util.spec_from_file_location("contract_score", CONTRACT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def disturbed(claims: list[dict[str, Any]], chance: random.Random) -> pd.DataFrame:
    """A table that states most of the gold claims, some of them wrongly, and some that are not there."""
    rows = []
    for claim in claims:
        start, end = claim["period"] or [None, None]
        cells = {name: claim[name] for name in ("kind", "measure", "comparison", "value", "value_high", "bound")}
        cells |= {"unit": claim["unit"], "sector": claim["sector"], "region": claim["region"]}
        cells |= {"status": claim["status"], "source_uri": f"x/{claim['doc']}", "value_text": claim["text"]}
        cells |= {"source_start": claim["start"], "source_end": claim["end"], "period_start": start, "period_end": end}
        cells["indicator"] = cells["indicator_text"] = next(iter(claim["indicator"]), None)
        cells["subject"] = next(iter(claim["subject"]), None)
        for name in ("value", "bound", "measure", "comparison", "period_end", "indicator", "subject", "sector", "kind"):
            if chance.random() < 0.05:
                cells[name] = None if name != "value" else 1.0
        if chance.random() < 0.1:
            cells["source_start"] = cells["source_start"] + 40
            cells["source_end"] = cells["source_end"] + 40
        rows += [cells] * (0 if chance.random() < 0.1 else 2 if chance.random() < 0.1 else 1)
    return pd.DataFrame(rows)


@pytest.mark.shared
@pytest.mark.parametrize("kind", [None, "economic", "technical"])
def test_the_figures_are_those_of_the_contract(kind: str | None) -> None:
    claims = disturbed(gold_claims(), random.Random(7))
    ours, theirs = score(claims, gold_claims(), kind), contract().score(claims, gold_claims(), kind)
    assert (ours.gold, ours.rows, ours.paired) == (theirs["gold"], theirs["rows"], theirs["paired"])
    for tier in TIERS:
        expected = theirs["tiers"][tier]
        rate = ours.tiers[tier]
        assert (rate.precision, rate.recall, rate.f1) == pytest.approx(
            (expected["precision"], expected["recall"], expected["f1"]), abs=6e-5
        )
    assert dict(ours.fields) == pytest.approx(theirs["fields_of_paired"], abs=6e-5)
    assert len(ours.disagreements) == len(theirs["errors"])
