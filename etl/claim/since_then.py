"""What began in a year or on a day and goes on: 2023年运行以来, 6月1日开赛以来."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from etl.claim.markup import Markup
from etl.claim.old_days import is_on_record
from etl.model import PeriodMention
from etl.sieve import Sieved

_BEGAN: Final = Sieved("(?!有|来|最|的|第|同期|全年|以来)[^，。；：、“”0-9至到]{2,40}(?<!有史)(?<!年)以来，")
_KINDS: Final = frozenset({"year", "month", "day"})


def _runs_since(markup: Markup, period: PeriodMention, today: date) -> bool:
    """Whether words after a time say that something began then and has gone on since."""
    if period.role != "period" or period.kind not in _KINDS or period.date_start is None or period.date_start > today:
        return False
    if period.kind == "year" and period.date_start.year == today.year:
        return False  # 今年入夏以来
    return _BEGAN.match(markup.text, period.end) is not None and not is_on_record(markup.text, period)


def since_then(markup: Markup, today: date) -> Markup:
    """The sentence with such times up to the day of issue."""
    return replace(markup, periods=tuple(_up_to(markup, p, today) for p in markup.periods))


def _up_to(markup: Markup, p: PeriodMention, today: date) -> PeriodMention:
    if not _runs_since(markup, p, today):
        return p
    return PeriodMention(p.start, p.end, p.text, p.date_start, today, "span", p.rule, "since")
