"""The time of what a base itself had: 出口增长5.8%，去年同期为|8.6%|; 超过去年全年(|157亿件|)."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.base import SAME_PERIOD, years_before
from etl.claim.discourse import Discourse
from etl.claim.place import Place
from etl.claim.timing import Timing, timing_of
from etl.model import NumberMention, PeriodMention
from etl.sieve import Sieved

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
        opens_clause = period.end + 1 == place.clause.start and place.clause.opener == "，"  # 去年同期，|共有173只
        if (
            period.rule != SAME_PERIOD
            or period.end > number.start
            or (period.start < place.clause.start and not opens_clause)
        ):
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
    if told is None or not period.text.startswith(("去年", "上年")) or (told.end - told.start).days > _YEAR:
        return None
    return Timing(years_before(told.start, 1), years_before(told.end, 1), told.kind, period.text)


_YEAR: Final = 366  # days


# 超过去年全年(157亿件), 较上年同期增速(8.7%), but not 出口额居前的是汽车(12%)
_HELD_AGAINST: Final = Sieved("(?:比|较|超过?|高于|低于|高出|突破)了?$")
_BASE_NAMED: Final = re.compile("[^，。；、0-9()]{0,16}")


def of_bracketed_base(place: Place, number: NumberMention, discourse: Discourse) -> Timing | None:
    """比2018年同期最高量(6亿件)增长5%: what a bracket prints of a base is of the base's time."""
    text, clause = place.markup.text, place.clause
    if clause.opener != "(" or number.outer_start != clause.start or number.outer_end != clause.end:
        return None
    before = [p for p in place.markup.periods if p.end < clause.start]
    if not before or _BASE_NAMED.fullmatch(text, before[-1].end, clause.start - 1) is None:
        return None
    held = _HELD_AGAINST.search(text, max(0, before[-1].start - 4), before[-1].start) is not None
    if before[-1].rule == SAME_PERIOD and held:
        return _days(before[-1], discourse)
    return timing_of(before[-1]) if held else None
