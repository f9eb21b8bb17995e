"""The time of what 去年同期 itself had: 出口增长5.8%，去年同期为|8.6%|; 上年同期亏损|2亿元|."""

from __future__ import annotations

from typing import Final

from etl.claim.discourse import Discourse
from etl.claim.place import Place
from etl.claim.timing import STATISTICAL, Timing
from etl.model import NumberMention, PeriodMention
from etl.sieve import Sieved

_RULE: Final = "same_period"
# 比去年同期增长5%, 与去年同期的400亿元相比: what is held against it
_OPENS: Final = Sieved("(?:^|[，。；：(])(?:而|但|其中|这一数字)?，?$")
_HAD: Final = Sieved(
    "，?(?:的?[^，。；、比较与0-9]{1,12})?(?:仅|只|则|还|也|曾|约|只有|仅有){0,2}(?:为|是|有|达到?|亏损|盈利|实现|完成|净亏损)(?:了|仅|约)?"
)
"""What stands between the time and what it had: 去年同期|净利润仅为|3亿元."""


def of_same_period(place: Place, number: NumberMention, discourse: Discourse) -> Timing | None:
    """The time of a number that the clause of 去年同期 says it had; None of what is only compared with it."""
    text = place.markup.text
    for period in reversed(place.markup.periods):
        if period.rule != _RULE or period.start < place.clause.start or period.end > number.start:
            continue
        opens = _OPENS.search(text, 0, period.start) is not None
        had = opens and _HAD.pattern.fullmatch(text, period.end, number.start) is not None
        return _days(period, discourse) if had else None
    return None


def _days(period: PeriodMention, discourse: Discourse) -> Timing | None:
    """Its days, counted from what the paragraph spoke of where the sentence says nothing."""
    if period.date_start is not None and period.date_end is not None:
        return Timing(period.date_start, period.date_end, period.kind, period.text)
    told = discourse.paragraph_timing or discourse.section_timing or discourse.lead_timing
    if told is None or told.kind not in STATISTICAL or not period.text.startswith(("去年", "上年")):
        return None
    day = told.end.day if (told.end.month, told.end.day) != (2, 29) else 28
    return Timing(
        told.start.replace(year=told.start.year - 1),
        told.end.replace(year=told.end.year - 1, day=day),
        told.kind,
        period.text,
    )
