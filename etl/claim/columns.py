"""The columns of a claim, of what was read of its number, its base, its time and what it is about."""

from __future__ import annotations

from typing import Final

from etl.claim.base import BasePhrase
from etl.claim.measure import Reading
from etl.claim.timing import Timing
from etl.claim.topic import Topic
from etl.lexicon.sectors import SECTORS
from etl.model import Claim, NumberMention, Sentence

_MANUFACTURING: Final = "C"  # the section of the standard


class Said:
    """What is said of a figure besides what it is: against what, whether it is one yet, who says so."""

    __slots__ = ("attribution", "base", "comparison", "status")

    def __init__(
        self, comparison: str | None, base: BasePhrase | None, status: tuple[str, str], attribution: str | None
    ) -> None:
        self.comparison = comparison
        self.base = base if comparison is not None else None
        self.status = status
        """With the rule that told it."""
        self.attribution = attribution


def claim_of(
    sentence: Sentence, number: NumberMention, reading: Reading, unit: str, said: Said,
    timing: Timing | None, topic: Topic, kind: str,
) -> Claim:  # fmt: skip
    """The claim that a number makes; ``unit`` is the printed one.

    Every column is given by its name in one call: taken apart into mappings they cost as much as to find them.
    """
    base, status = said.base, said.status
    period = base.period if base is not None else None
    return Claim(
        sentence=sentence,
        span_start=number.start,
        span_end=number.end,
        value_text=sentence.text[number.start : number.end],
        value=reading.value,
        bound=reading.bound,
        unit=reading.unit or unit,
        measure=reading.measure,
        kind=kind,
        rule=f"{number.rule}/{reading.rule}/{status[1]}",
        value_high=reading.value_high,
        comparison=said.comparison,
        base_start=period.date_start if period is not None else None,
        base_end=period.date_end if period is not None else None,
        base_text=base.text if base is not None else None,
        indicator=topic.indicator,
        indicator_text=reading.indicator_text or topic.indicator_text,
        subject=topic.subject,
        sector=_sector(topic, kind),
        classes=topic.classes,
        region=topic.region,
        period_start=timing.start if timing is not None else None,
        period_end=timing.end if timing is not None else None,
        period_kind=timing.kind if timing is not None else None,
        period_text=timing.text if timing is not None else None,
        status=status[0],
        attribution=said.attribution,
    )


def _sector(topic: Topic, kind: str) -> str | None:
    """20辆汽车 in an accident (``kind`` other) are no figure of those who make cars."""
    made = kind == "other" and topic.sector is not None and SECTORS[topic.sector].code.startswith(_MANUFACTURING)
    return None if made else topic.sector
