"""A claim: one number with everything that its sentence says of it, which the extractor makes most of.

Compiled, it is made and read at the price of a few words.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from etl.sentence import Sentence


@dataclass(init=False, slots=True)
class Claim:
    """One number that one sentence asserts about the world; the fields are the contract's columns.

    Nobody changes one that was read. That it could not be changed would make it as dear as all that reads it does.
    """

    sentence: Sentence
    span_start: int
    span_end: int
    value_text: str
    value: Decimal
    bound: str
    unit: str
    measure: str
    kind: str
    rule: str
    value_high: Decimal | None
    comparison: str | None
    base_start: date | None
    base_end: date | None
    base_text: str | None
    indicator: str | None
    indicator_text: str | None
    subject: str | None
    sector: str | None
    classes: tuple[str, ...]
    region: str | None
    period_start: date | None
    period_end: date | None
    period_kind: str | None
    period_text: str | None
    status: str
    attribution: str | None
    confidence: float

    def __init__(
        self, sentence: Sentence, span_start: int, span_end: int, value_text: str, value: Decimal, bound: str,
        unit: str, measure: str, kind: str, rule: str, value_high: Decimal | None = None,
        comparison: str | None = None, base_start: date | None = None, base_end: date | None = None,
        base_text: str | None = None, indicator: str | None = None, indicator_text: str | None = None,
        subject: str | None = None, sector: str | None = None, classes: tuple[str, ...] = (),
        region: str | None = None, period_start: date | None = None, period_end: date | None = None,
        period_kind: str | None = None, period_text: str | None = None, status: str = "actual",
        attribution: str | None = None, confidence: float = 1.0,
    ) -> None:  # fmt: skip
        self.sentence = sentence
        self.span_start = span_start
        self.span_end = span_end
        self.value_text = value_text
        self.value = value
        self.bound = bound
        self.unit = unit
        self.measure = measure
        self.kind = kind
        self.rule = rule
        self.value_high = value_high
        self.comparison = comparison
        self.base_start = base_start
        self.base_end = base_end
        self.base_text = base_text
        self.indicator = indicator
        self.indicator_text = indicator_text
        self.subject = subject
        self.sector = sector
        self.classes = classes
        self.region = region
        self.period_start = period_start
        self.period_end = period_end
        self.period_kind = period_kind
        self.period_text = period_text
        self.status = status
        self.attribution = attribution
        self.confidence = confidence

    def __reduce__(self) -> tuple[type[Claim], tuple[object, ...]]:
        return Claim, tuple(getattr(self, each.name) for each in fields(self))
