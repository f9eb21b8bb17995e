"""How sure the extractor is of a claim: a logistic model over named features of how the claim came about.

The weights are text: ``confidence.csv`` beside this module, written by ``make calibrate``
(``etl.evaluation.calibration``). A feature holds or does not; the confidence is the logistic function of
the sum of the weights of those that hold. A feature that the file does not list weighs nothing.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Final

from etl.claim.measure import Reading
from etl.claim.topic import Topic
from etl.model import Claim

WEIGHTS: Final = "confidence.csv"
"""The file of the weights, beside this module: feature, weight, claims, right, example."""

ALWAYS: Final = "always"
"""The feature that every claim has: its weight is the model's intercept."""

_LOWEST, _HIGHEST = 0.02, 0.98  # no rule knows more than that
_CLAUSE_MARK: Final = re.compile(r"[，；。：！？;!?]")
_FAR, _LONG_NAME, _LONG_SENTENCE = 12, 8, 100
_ASIDE = 300  # a longer bracket is none, but a mark that is missing


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim as it was first made, with what was known of it: what it is about and how its number was read."""

    claim: Claim
    topic: Topic
    reading: Reading

    @property
    def features(self) -> tuple[str, ...]:
        """The features that hold for the claim."""
        return features_of(self.claim, self.topic, self.reading)


_RECORD: Final[ContextVar[list[Evidence] | None]] = ContextVar("record", default=None)


@contextmanager
def recorded() -> Iterator[list[Evidence]]:
    """The evidence of every claim made in the block, in order: for calibration and explanation."""
    record: list[Evidence] = []
    token = _RECORD.set(record)
    try:
        yield record
    finally:
        _RECORD.reset(token)


def confidence_of(claim: Claim, topic: Topic, reading: Reading) -> float:
    """The chance that the claim is right in every tier of the contract, 0.02 … 0.98."""
    record = _RECORD.get()
    if record is not None:
        record.append(Evidence(claim, topic, reading))
    known, total = _by_family(), 0.0
    for family, which in _told(claim, topic, reading):
        of_family = known.get(family)
        if of_family is not None:
            total += of_family.get(which, 0.0)
    return probability(total)


def probability(total: float) -> float:
    """The logistic function, kept within what can be known, to three places."""
    chance = 1 / (1 + exp(-max(-30.0, min(30.0, total))))
    return int(min(_HIGHEST, max(_LOWEST, chance)) * 1000 + 0.5) / 1000  # round() takes ten times as long


@cache
def weights() -> dict[str, float]:
    """Feature -> weight, as the file says."""
    text = files("etl.claim").joinpath(WEIGHTS).read_text(encoding="utf-8")
    return {row["feature"]: float(row["weight"]) for row in csv.DictReader(text.splitlines())}


@cache
def _by_family() -> dict[str, dict[str, float]]:
    """The same, by what stands before the colon and after it."""
    known: dict[str, dict[str, float]] = {}
    for name, weight in weights().items():
        family, _, which = name.partition(":")
        known.setdefault(family, {})[which] = weight
    return known


def features_of(claim: Claim, topic: Topic, reading: Reading) -> tuple[str, ...]:
    """The names of the features that hold, each ``what`` or ``what:which``; every claim has ``always``."""
    return tuple(f"{family}:{which}" if which else family for family, which in _told(claim, topic, reading))


def _told(claim: Claim, topic: Topic, reading: Reading) -> list[tuple[str, str]]:
    """The features that hold, each as its two parts."""
    number_rule, _, rest = claim.rule.partition("/")
    told = [
        (ALWAYS, ""),
        ("number", number_rule),
        ("measure", claim.measure),
        ("rule", reading.rule),
        ("status", rest.rpartition("/")[2]),
        ("kind", claim.kind),
        ("role", claim.sentence.role),
        ("period", _period_source(claim)),
        ("indicator", _indicator_source(claim, topic)),
        ("subject", _subject_source(claim, topic)),
    ]
    if claim.period_kind is not None:
        told.append(("period_kind", claim.period_kind))
    _doubt(told, claim, topic)
    return told


def _doubt(told: list[tuple[str, str]], claim: Claim, topic: Topic) -> None:
    """Adds what speaks for doubt, or against it."""
    text = claim.sentence.text
    opened = text.rfind("（", max(0, claim.span_start - _ASIDE), claim.span_start)
    if claim.measure == "growth" and claim.comparison is None:
        told.append(("no_comparison_of_growth", ""))
    if claim.base_text is not None:
        told.append(("base_printed", ""))
    if claim.bound == "range":
        told.append(("range", ""))
    if topic.sector is not None:
        told.append(("sector", ""))
    if len(topic.classes) > 0:
        told.append(("classes", ""))
    if topic.region is None:
        told.append(("region_unknown", ""))
    if len(topic.indicator or "") > _LONG_NAME:
        told.append(("long_indicator", ""))
    if len(topic.subject or "") > _LONG_NAME:
        told.append(("long_subject", ""))
    if topic.generic:
        told.append(("broad_indicator", ""))
    if len(text) > _LONG_SENTENCE:
        told.append(("long_sentence", ""))
    if opened >= 0 and opened > text.rfind("）", opened, claim.span_start):
        told.append(("bracketed", ""))


def _period_source(claim: Claim) -> str:
    """Where the words of the time stand: in the number's clause, earlier in its sentence, elsewhere, nowhere."""
    if claim.period_text is None:
        return "none" if claim.period_end is None else "elsewhere"
    return _distance(claim, claim.period_text, ("clause", "clause", "sentence", "elsewhere"))


def _indicator_source(claim: Claim, topic: Topic) -> str:
    """Whether the lexicon knows the statistic, and how far before the number it is printed."""
    if topic.indicator is None:
        return "none"
    known = "known" if topic.known else "unknown"
    if not topic.own_indicator:
        return f"{known}_inherited"
    printed = topic.indicator_text or topic.indicator
    return f"{known}_{_distance(claim, printed, ('near', 'far', 'sentence', 'after'))}"


def _subject_source(claim: Claim, topic: Topic) -> str:
    if topic.subject is None:
        return "none"
    if not topic.own_subject:
        return "default" if topic.subject in ("全国", topic.region, topic.indicator_text) else "inherited"
    return _distance(claim, topic.subject, ("near", "far", "sentence", "after"))


def _distance(claim: Claim, words: str, names: tuple[str, str, str, str]) -> str:
    """``names`` for: close before the number, farther in its clause, in an earlier clause, not before it."""
    text, end = claim.sentence.text, claim.span_start
    start = text.rfind(words, 0, end)
    if start < 0:
        return names[3]
    if _CLAUSE_MARK.search(text, start + len(words), end):
        return names[2]
    return names[0] if end - start - len(words) <= _FAR else names[1]
