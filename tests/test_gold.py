"""The extractor against the annotated real documents beside the checkout: the bars, and every printed place."""

from __future__ import annotations

from functools import cache

import pytest

from etl.evaluation.gold import DEV, FRONT_PAGE, SHARED, gold_sets
from etl.evaluation.trial import Trial, trial

FLOORS = {
    FRONT_PAGE: {"number": 0.99, "measure": 0.98, "period": 0.95, "indicator": 0.95, "subject": 0.87, "sector": 0.83},
    DEV: {"number": 0.98, "measure": 0.97, "period": 0.92, "indicator": 0.90, "subject": 0.85, "sector": 0.82},
}
"""The least F1 of each tier, ``sector`` being the full claim. Raise a floor when extraction gets better."""

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.exists(), reason="../shared is not beside the checkout: the gold is not tested"),
]


@cache
def outcome(name: str) -> Trial:
    return next(trial(gold) for gold in gold_sets() if gold.name == name)


@pytest.mark.parametrize(("name", "tier"), [(name, tier) for name, tiers in FLOORS.items() for tier in tiers])
def test_extraction_keeps_above_the_floor(name: str, tier: str) -> None:
    assert outcome(name).report.tiers[tier].f1 >= FLOORS[name][tier]


@pytest.mark.parametrize("name", FLOORS)
def test_the_source_prints_every_claim_where_the_table_says(name: str) -> None:
    done = outcome(name)
    assert len(done.claims) > 0
    for row in done.claims.to_dict("records"):
        source = done.issues[row["source_uri"]].text
        printed = "".join(source[row["source_start"] : row["source_end"]].split())
        assert printed == "".join(row["value_text"].split())
        assert row["sentence"][row["span_start"] : row["span_end"]] == row["value_text"]


def test_one_figure_printed_three_times_is_three_claims_of_one_observation() -> None:
    claims = outcome(FRONT_PAGE).claims
    printed = claims[claims["value_text"] == "7.2%"]
    assert len(printed) == 3
    same = ["indicator", "subject", "sector", "region", "measure", "comparison", "period_start", "period_end", "value"]
    assert len(printed[same].drop_duplicates()) == 1
