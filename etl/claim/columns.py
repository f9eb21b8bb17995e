"""The columns of a claim, of what was read of its number, its base, its time and what it is about."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Final

from etl.claim.base import YOY, BasePhrase
from etl.claim.measure import Reading
from etl.claim.timing import Timing
from etl.claim.topic import Topic
from etl.lexicon.sectors import SECTORS
from etl.model import Claim, NumberMention, PeriodMention, Sentence

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
    first, last = _days_of(base.period, said.comparison, timing) if base is not None else (None, None)
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
        base_start=first,
        base_end=last,
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


_SAME: Final = "same_period"


def _days_of(
    base: PeriodMention | None, comparison: str | None, timing: Timing | None
) -> tuple[date | None, date | None]:
    """The days of a base; 上年同期, where its sentence dates nothing, is the year before what the figure is of."""
    if base is None:
        return None, None
    if base.rule != _SAME or base.date_start is not None or timing is None or comparison != YOY:
        return base.date_start, base.date_end
    return _year_before(timing.start), _year_before(timing.end)


def _year_before(day: date) -> date:
    length = monthrange(day.year - 1, day.month)[1]
    ends = day.day == monthrange(day.year, day.month)[1]
    return date(day.year - 1, day.month, length if ends else min(day.day, length))


def _sector(topic: Topic, kind: str) -> str | None:
    """20辆汽车 in an accident (``kind`` other) are no figure of those who make cars."""
    made = kind == "other" and topic.sector is not None and SECTORS[topic.sector].code.startswith(_MANUFACTURING)
    return None if made else topic.sector
