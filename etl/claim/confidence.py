"""How sure the extractor is of a claim: a small additive model over what it knows."""

from __future__ import annotations

from etl.claim.measure import Reading
from etl.claim.topic import Topic
from etl.model import Claim


def features_of(claim: Claim, topic: Topic, reading: Reading) -> dict[str, bool]:
    """What may make a claim doubtful, by name."""
    return {
        "unknown_indicator": not topic.known,
        "inherited_indicator": not topic.own_indicator,
        "inherited_subject": not topic.own_subject,
        "no_indicator": topic.indicator is None,
        "no_period": claim.period_end is None,
        "default_measure": reading.rule.endswith("default"),
        "elliptic": "elliptic" in reading.rule,
        "other_kind": claim.kind != "economic",
        "aligned": claim.bound == "range",
    }


_BASE = 0.86
_COST = {
    "unknown_indicator": 0.22,
    "inherited_indicator": 0.08,
    "inherited_subject": 0.04,
    "no_indicator": 0.2,
    "no_period": 0.1,
    "default_measure": 0.1,
    "elliptic": 0.1,
    "other_kind": 0.06,
    "aligned": 0.05,
}


def confidence_of(claim: Claim, topic: Topic, reading: Reading) -> float:
    """A number from 0.05 to 0.95."""
    cost = sum(_COST[name] for name, holds in features_of(claim, topic, reading).items() if holds)
    return round(min(0.95, max(0.05, _BASE - cost)), 3)
