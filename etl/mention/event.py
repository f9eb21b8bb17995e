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


_CENSUSES: Final = {"五": date(2000, 11, 1), "六": date(2010, 11, 1), "七": date(2020, 11, 1)}


def _census(match: re.Match[str]) -> Reading:
    day = _CENSUSES[match["census"]]
    return Reading(lambda _: Days(day, day, "instant"))


EVENT_RULES: Final[tuple[Rule[Reading], ...]] = (
    Rule(
        "census",
        re.compile("第(?P<census>[五六七])次全国人口普查(?=(?:的)?(?:主要)?(?:结果|数据|公报|显示|快报))"),
        _census,
        (
            ("第七次全国人口普查结果", "2020-11-01 2020-11-01 instant"),
            ("第六次全国人口普查数据", "2010-11-01 2010-11-01 instant"),
        ),
        ("第七次全国人口普查工作", "第四次经济普查结果"),
    ),
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
