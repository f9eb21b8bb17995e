"""Calibration finds the chances that made its examples, the same ones every time, and measures its own error."""

from __future__ import annotations

import csv
import random

import pytest

from etl.claim.confidence import ALWAYS
from etl.evaluation.calibration import (
    Example,
    as_csv,
    bins_of,
    calibration_error,
    cross_validated,
    examples_of,
    fit,
)
from etl.evaluation.gold import SAMPLES, gold_sets
from etl.evaluation.trial import trial


def examples(count: int = 2000) -> list[Example]:
    """Claims of 20 documents: nine in ten are right, of the doubtful third half."""
    chance = random.Random(7)
    made = []
    for place in range(count):
        doubtful = chance.random() < 1 / 3
        features = (ALWAYS, "doubtful") if doubtful else (ALWAYS,)
        made.append(Example(f"{place % 20}.txt", features, chance.random() < (0.5 if doubtful else 0.9), "增长1%"))
    return made


def test_the_fit_finds_the_chances_behind_the_examples() -> None:
    model = fit(examples())
    assert model.chance([ALWAYS]) == pytest.approx(0.9, abs=0.03)
    assert model.chance([ALWAYS, "doubtful"]) == pytest.approx(0.5, abs=0.05)


def test_the_fit_is_the_same_every_time() -> None:
    assert fit(examples()) == fit(examples())


def test_a_feature_of_few_claims_gets_no_weight() -> None:
    seldom = [Example("0.txt", (ALWAYS, "seldom"), False, "")] * 4
    assert "seldom" not in fit([*examples(), *seldom]).weights


def test_cross_validation_never_sees_the_document_that_it_judges() -> None:
    """A feature that names the document of wrong claims must not help to find them."""
    made = [Example(f"{n}.txt", (ALWAYS, f"doc:{n}"), n % 2 == 0, "") for n in range(20) for _ in range(20)]
    assert all(0.3 < chance < 0.7 for chance in cross_validated(made))


def test_the_error_is_the_mean_distance_of_confidence_and_share_right() -> None:
    bins = bins_of([0.95] * 10 + [0.55] * 10, [True] * 9 + [False] + [True] * 3 + [False] * 7)
    assert [(each.count, round(each.confidence, 3), each.right) for each in bins] == [(10, 0.55, 0.3), (10, 0.95, 0.9)]
    assert calibration_error(bins) == pytest.approx((0.25 + 0.05) / 2)
    assert calibration_error([]) == 0.0
    assert bins_of([1.0], [True])[0].count == 1


def test_the_file_lists_every_weight_with_its_record() -> None:
    made = examples()
    rows = list(csv.DictReader(as_csv(fit(made), made).splitlines()))
    assert [row["feature"] for row in rows] == [ALWAYS, "doubtful"]
    assert int(rows[0]["claims"]) == len(made)
    assert int(rows[1]["claims"]) == sum("doubtful" in example.features for example in made)
    assert rows[1]["example"] == "增长1%"


def test_every_judged_claim_of_the_samples_is_an_example() -> None:
    (samples,) = [gold for gold in gold_sets() if gold.name == SAMPLES]
    outcome = trial(samples)
    found = examples_of(outcome)
    assert len(found) == len(outcome.judged()) == outcome.report.rows
    assert sum(example.right for example in found) == round(outcome.report.full.precision * outcome.report.rows)
    assert all(example.phrase for example in found)
