"""Public events that newspapers count from: 改革开放以来, 党的十八大以来, 入世以来."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from etl.grammar import Rule
from etl.mention.timeline import Days, Reading

_EVENTS: Final = {
    "新中国成立": date(1949, 10, 1),
    "建国": date(1949, 10, 1),
    "改革开放": date(1978, 12, 18),
    "加入世贸组织": date(2001, 12, 11),
    "加入世界贸易组织": date(2001, 12, 11),
    "入世": date(2001, 12, 11),
    "十六大": date(2002, 11, 8),
    "十七大": date(2007, 10, 15),
    "十八大": date(2012, 11, 8),
    "十九大": date(2017, 10, 18),
    "二十大": date(2022, 10, 16),
}


def _since(match: re.Match[str]) -> Reading:
    start = _EVENTS[match["event"]]
    return Reading(lambda timeline: Days(start, timeline.ref_date, "span"), role="since", governs=False)


EVENT_RULES: Final[tuple[Rule[Reading], ...]] = (
    Rule(
        "since_event",
        re.compile(rf"(?P<event>{'|'.join(sorted(_EVENTS, key=len, reverse=True))})(?:以来|至今)"),
        _since,
        (
            ("党的十八大以来", "2012-11-08 2025-07-01 span since"),
            ("改革开放以来", "1978-12-18 2025-07-01 span since"),
        ),
        ("改革开放", "十八大报告"),
    ),
)
