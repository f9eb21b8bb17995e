"""Columns of a claim that go together: how much, against what, when, of what."""

from __future__ import annotations

from typing import Any, Final

from etl.claim.base import BasePhrase
from etl.claim.measure import Reading
from etl.claim.timing import Timing
from etl.claim.topic import Topic
from etl.lexicon.sectors import SECTORS

_MANUFACTURING: Final = "C"  # the section of the standard


def figure(reading: Reading, unit: str) -> dict[str, Any]:
    """The columns that say how much; ``unit`` is the printed one."""
    return {
        "value": reading.value,
        "value_high": reading.value_high,
        "bound": reading.bound,
        "unit": reading.unit or unit,
        "measure": reading.measure,
    }


def compared(comparison: str | None, base: BasePhrase | None) -> dict[str, Any]:
    """The columns that say against what."""
    if comparison is None:
        return {}
    period = base.period if base else None
    return {
        "comparison": comparison,
        "base_text": base.text if base else None,
        "base_start": period.date_start if period else None,
        "base_end": period.date_end if period else None,
    }


def timed(timing: Timing | None) -> dict[str, Any]:
    """The columns that say when."""
    if timing is None:
        return {}
    return {
        "period_start": timing.start,
        "period_end": timing.end,
        "period_kind": timing.kind,
        "period_text": timing.text,
    }


def about(topic: Topic, reading: Reading, kind: str) -> dict[str, Any]:
    """The columns that say of what; 20辆汽车 in an accident (``kind`` other) are no figure of those who make cars."""
    made = kind == "other" and topic.sector is not None and SECTORS[topic.sector].code.startswith(_MANUFACTURING)
    return {
        "indicator": topic.indicator,
        "indicator_text": reading.indicator_text or topic.indicator_text,
        "subject": topic.subject,
        "sector": None if made else topic.sector,
        "classes": topic.classes,
        "region": topic.region,
    }
