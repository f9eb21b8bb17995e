"""The same period of another year, which only names a base: 上年同期, 去年同期, 2019年同期, 同期."""

from __future__ import annotations

import re
from typing import Final

from etl.grammar import Rule
from etl.mention.time_fragment import MAYBE_YEAR, read_year
from etl.mention.timeline import Days, Reading, Timeline, month_end, shift_years


def _same(match: re.Match[str]) -> Reading:
    year = match["year"]

    def resolve(timeline: Timeline) -> Days | None:
        governing = timeline.governing
        start = governing.start if governing is not None else None
        end = governing.end if governing is not None else timeline.context
        if end is None:
            return Days(None, None, "span")
        shift = read_year(year, timeline) - end.year if year else -int(timeline.compared)
        kind = governing.kind if governing is not None else "span"
        there = shift_years(end, shift)
        if end == month_end(end.year, end.month):
            there = month_end(there.year, there.month)
        return Days(shift_years(start, shift) if start is not None else None, there, kind)

    return Reading(resolve, role="base", dated=False, governs=False)


SAME_PERIOD_RULES: Final[tuple[Rule[Reading], ...]] = (
    Rule(
        "same_period",
        re.compile(rf"{MAYBE_YEAR}(?<!历史)(?<!往年)同一?期(?!声|录|限|刊)"),
        _same,
        (("去年同期", "None None span base"), ("上年同期", "None None span base"), ("同期", "None None span base")),
        ("历史同期", "往年同期", "同期声"),
    ),
)
