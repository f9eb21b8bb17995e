"""The periods a sentence prints, resolved to days by the issue's date."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from etl.characters import normalise
from etl.grammar import Rule
from etl.mention.calendar_day import DAY_RULES
from etl.mention.century import CENTURY_RULES
from etl.mention.event import EVENT_RULES
from etl.mention.first_of import FirstOf
from etl.mention.fiscal import FISCAL_RULES
from etl.mention.holiday import HOLIDAY_RULES
from etl.mention.horizon import HORIZON_RULES
from etl.mention.lunar import LUNAR_RULES
from etl.mention.month import MONTH_RULES
from etl.mention.plan import PLAN_RULES
from etl.mention.quarter import QUARTER_RULES
from etl.mention.relative import RELATIVE_RULES
from etl.mention.same_period import SAME_PERIOD_RULES
from etl.mention.season import SEASON_RULES
from etl.mention.streak import STREAK_RULES
from etl.mention.time_frame import closed, frame_of, framed, join, joined, with_tail
from etl.mention.time_opening import OPENINGS
from etl.mention.timeline import Days, Reading, Timeline
from etl.mention.year import YEAR_RULES
from etl.model import PeriodMention
from etl.sieve import Seen

# An earlier rule wins over a later one at the same place: the more specific stands first.
RULES: Final[tuple[Rule[Reading], ...]] = (
    *STREAK_RULES,
    *HOLIDAY_RULES,
    *PLAN_RULES,
    *CENTURY_RULES,
    *SAME_PERIOD_RULES,
    *LUNAR_RULES,
    *SEASON_RULES,
    *DAY_RULES,
    *MONTH_RULES,
    *QUARTER_RULES,
    *HORIZON_RULES,
    *RELATIVE_RULES,
    *EVENT_RULES,
    *FISCAL_RULES,
    *YEAR_RULES,
)
_FIRST: Final = FirstOf(RULES)
# A bulletin is of the year in its name: 《2023年文化发展统计公报》显示….
_TITLE: Final = re.compile("《(?!(?:19|20)[0-9]{2}[年中全][^《》]{2,60}公报)[^《》]{0,200}》")
_CHAIN: Final = frozenset(("和", "、", "及", "与"))
RENDER_DATE: Final = date(2025, 7, 1)


def render(reading: Reading) -> str:
    """A reading as its rule's examples write it, resolved for an issue of 1 July 2025."""
    days = reading.resolve(Timeline(RENDER_DATE))
    if days is None:
        return "nothing"
    role = "" if reading.role == "period" else f" {reading.role}"
    return f"{days.start} {days.end} {days.kind}{role}"


def find_periods(
    text: str, ref_date: date, context: date | None = None, day: date | None = None, headed: int | None = None
) -> list[PeriodMention]:
    """The times of a printed sentence, left to right, not overlapping; offsets in its characters.

    ``ref_date`` is the day of issue. ``context`` is the last day of the period that governs so far in
    the article: 当年, 年末, 上年 and, in a text about an earlier year, bare months count from it. ``day`` is the
    last day that was spoken of: 当天; ``headed`` the year that the heading above reports on: 全年, 年末.
    Expressions inside 《》 name a work and are left out.
    """
    normal = normalise(text)
    first = OPENINGS.next(normal)
    return [] if first < 0 else _Finder(text, normal, Timeline(ref_date, context, day, headed)).mentions(first)


_PART: Final = ("其中", "其中，")
"""2018年涨幅低于3%，其中|1月份: a part of the year that the sentence has printed."""


class _Finder:
    """One pass over one sentence."""

    def __init__(self, text: str, normal: str, timeline: Timeline) -> None:
        self.text, self.normal, self.timeline = text, normal, timeline
        self.seen: Seen = _FIRST.seen(normal)
        self.done = 0
        self.base_end = -1
        self.titles = [found.span() for found in _TITLE.finditer(normal)] if "《" in normal else []

    def mentions(self, first: int) -> list[PeriodMention]:
        """The times from the ``first`` place on at which one may open."""
        found: list[PeriodMention] = []
        position = first
        while (start := OPENINGS.next(self.normal, position)) >= 0:
            title = next((end for begin, end in self.titles if begin <= start < end), None)
            read = _FIRST.read(self.seen, start) if title is None else None
            position = title or start + 1
            if read is None:
                continue
            rule, reading, end = read
            mention = self._mention(start, end, reading, rule.name)
            position = end  # 2月30日 is no day, and no other time either
            if mention is not None:
                found.append(mention)
                position = self.done = mention.end
        return found

    def _mention(self, start: int, end: int, reading: Reading, rule: str) -> PeriodMention | None:
        """The reading at ``start`` with the words around it; None when the calendar has no such time."""
        timeline = self.timeline
        frame = frame_of(self.normal, start, end)
        chained = self.base_end >= 0 and self.normal[self.base_end : start] in _CHAIN
        timeline.compared, timeline.ahead = frame.compared or chained, frame.ahead
        timeline.exact = timeline.exact or self.normal.endswith(_PART, 0, start)
        try:
            days = reading.resolve(timeline)
        except (ValueError, OverflowError):  # beyond the years 1 to 9999: 上年 counted from 上年, a thousand times
            return None
        if days is None:
            return None
        self._govern(reading, days)
        end, days, role = self._extended(end, days, reading, frame.since)
        self._govern(reading, days)
        if role is None:
            days, role = framed(self.normal, end, frame, days, timeline)
        if timeline.compared or reading.role == "base":
            role = "base"
        elif reading.governs:
            timeline.since = days.start if days.end is None else None
        opening = max(frame.start, self.done)
        self.base_end = end if role == "base" else -1
        text = self.text[opening:end]
        return PeriodMention(opening, end, text, days.start, days.end, days.kind, rule, role or reading.role)

    def _govern(self, reading: Reading, days: Days) -> None:
        """Let what follows in the sentence count from this time."""
        timeline = self.timeline
        if days.kind == "day":
            timeline.day = days.end
        if timeline.compared or not reading.governs or reading.role == "base" or days.end is None:
            return
        timeline.governing = days
        if days.kind == "month":
            timeline.month = days.end
        if reading.dated and days.kind != "day":
            timeline.year, timeline.exact = days.end.year, days.kind in ("month", "quarter", "ytd", "half_year")

    def _extended(self, end: int, days: Days, reading: Reading, since: bool) -> tuple[int, Days, str | None]:
        """The time joined with a second one (A至B) and with the word after it (末, 以来, 前)."""
        begin = join(self.normal, end)
        second = _FIRST.read(self.seen, begin) if begin is not None and days.start is not None else None
        if second is None or reading.role not in ("period", "plan"):
            return with_tail(self.normal, end, days, self.timeline, since)
        _, other, last = second
        self.timeline.after = days.start
        until = other.resolve(self.timeline)
        self.timeline.after = None
        if until is not None:
            last, until, _ = with_tail(self.normal, last, until, self.timeline)
        whole = joined(days, until) if until is not None else None
        return (
            with_tail(self.normal, end, days, self.timeline, since)
            if whole is None
            else (closed(self.normal, last), whole, None)
        )
