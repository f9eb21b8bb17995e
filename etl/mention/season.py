"""The seasons of a year that is printed with them: 2014年夏天, 去年冬天."""

from __future__ import annotations

import re
from typing import Final

from etl.grammar import Rule
from etl.mention.time_fragment import YEAR, read_year
from etl.mention.timeline import Days, Reading, Timeline, months

_FIRST_MONTHS: Final = {"春": 3, "夏": 6, "秋": 9, "冬": 12}


def _season(match: re.Match[str]) -> Reading:
    text, first = match["year"], _FIRST_MONTHS[match["season"]]

    def resolve(timeline: Timeline) -> Days | None:
        year = read_year(text, timeline)
        return months(year + 1, 12, 2, "span") if first == 12 else months(year, first, first + 2, "span")

    return Reading(resolve, dated=True)


SEASON_RULES: Final[tuple[Rule[Reading], ...]] = (
    Rule(
        "season",
        re.compile(rf"{YEAR}(?P<season>[春夏秋冬])(?:天|季(?=[，。；、]|我国|以来))"),
        _season,
        (
            ("2014年夏天", "2014-06-01 2014-08-31 span"),
            ("去年冬天", "2024-12-01 2025-02-28 span"),
            ("今年春季，", "2025-03-01 2025-05-31 span"),
        ),
        ("2014年春季学期", "夏天", "2016年夏季达沃斯"),
    ),
)
