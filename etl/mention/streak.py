"""The length of a streak: 连续9个月, 连续三年. It is the period of the figure that it governs."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from etl.grammar import Rule
from etl.mention.time_fragment import COUNT, count
from etl.mention.timeline import ONE_DAY, Days, Reading, Timeline, month_end, shift_months

_RECENT: Final = timedelta(days=31)
_MONTHS: Final = {"年": 12, "月": 1, "季度": 3, "季": 3}


def _first(timeline: Timeline) -> date | None:
    """从7月份开始连续3个月, 2022年以来连续16个季度: the first day of the time with which the streak begins."""
    governing = timeline.governing
    running = governing is not None and governing.kind in ("span", "ytd") and governing.end == timeline.ref_date
    return governing.start if governing is not None and running else timeline.since


def _streak(match: re.Match[str]) -> Reading:
    length = count(match["count"]) * _MONTHS[match["unit"]]

    def resolve(timeline: Timeline) -> Days | None:
        governing, first = timeline.governing, _first(timeline)
        if first is not None and first <= timeline.ref_date:  # not of a time to come
            return Days(first, min(shift_months(first, length) - ONE_DAY, timeline.ref_date), "span")
        if governing is None or governing.end is None or governing.kind in ("day", "instant"):
            end = timeline.context
            if end is None or not (end == month_end(end.year, end.month) or timeline.ref_date - end <= _RECENT):
                return Days(None, None, "span")  # 12月3日揭晓。连续6年居首, in March: a day ends no months
            return Days(shift_months(end + ONE_DAY, -length), end, "span")
        start = shift_months(governing.end + ONE_DAY, -length)
        return Days(start, governing.end, "span")

    return Reading(resolve, role="streak", governs=False)


STREAK_RULES: Final[tuple[Rule[Reading], ...]] = (
    Rule(
        "streak",
        re.compile(rf"连续(?:了|第|的)?(?P<count>{COUNT})个?(?P<unit>年|月|季度?)"),
        _streak,
        (("连续9个月", "None None span streak"), ("连续三年", "None None span streak")),
        ("连续9天", "连续增长"),
    ),
)
