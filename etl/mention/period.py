"""The periods a sentence prints, resolved to days by the issue's date."""

from __future__ import annotations

import re
from datetime import date

from etl.characters import normalise
from etl.grammar import Rule
from etl.mention.calendar_day import DAY_RULES
from etl.mention.century import CENTURY_RULES
from etl.mention.event import EVENT_RULES
from etl.mention.holiday import HOLIDAY_RULES
from etl.mention.month import MONTH_RULES
from etl.mention.plan import PLAN_RULES
from etl.mention.quarter import QUARTER_RULES
from etl.mention.relative import RELATIVE_RULES
from etl.mention.same_period import SAME_PERIOD_RULES
from etl.mention.streak import STREAK_RULES
from etl.mention.time_frame import Frame, frame_of, join, joined, with_tail
from etl.mention.time_opening import OPENING
from etl.mention.timeline import Days, Reading, Timeline
from etl.mention.year import YEAR_RULES
from etl.model import PeriodMention

# An earlier rule wins over a later one at the same place: the more specific stands first.
RULES: tuple[Rule[Reading], ...] = (
    *STREAK_RULES,
    *HOLIDAY_RULES,
    *PLAN_RULES,
    *CENTURY_RULES,
    *SAME_PERIOD_RULES,
    *DAY_RULES,
    *MONTH_RULES,
    *QUARTER_RULES,
    *RELATIVE_RULES,
    *EVENT_RULES,
    *YEAR_RULES,
)
_TITLE = re.compile("《[^《》]{0,200}》")
RENDER_DATE = date(2025, 7, 1)


def render(reading: Reading) -> str:
    """A reading as its rule's examples write it, resolved for an issue of 1 July 2025."""
    days = reading.resolve(Timeline(RENDER_DATE))
    if days is None:
        return "nothing"
    role = "" if reading.role == "period" else f" {reading.role}"
    return f"{days.start} {days.end} {days.kind}{role}"


def find_periods(text: str, ref_date: date, context: date | None = None) -> list[PeriodMention]:
    """The times of a printed sentence, left to right, not overlapping; offsets in its characters.

    ``ref_date`` is the day of issue. ``context`` is the last day of the period that governs so far in
    the article: 当年, 年末, 上年 and, in a text about an earlier year, bare months count from it.
    Expressions inside 《》 name a work and are left out.
    """
    normal = normalise(text)
    if OPENING.search(normal) is None:
        return []
    return _Finder(text, normal, Timeline(ref_date, context)).mentions()


class _Finder:
    """One pass over one sentence."""

    def __init__(self, text: str, normal: str, timeline: Timeline) -> None:
        self.text, self.normal, self.timeline = text, normal, timeline
        self.done = 0
        self.base_end = -1
        self.titles = [found.span() for found in _TITLE.finditer(normal)] if "《" in normal else []

    def mentions(self) -> list[PeriodMention]:
        found: list[PeriodMention] = []
        position = 0
        while match := OPENING.search(self.normal, position):
            mention = self._mention(match.start())
            if mention is None:
                position = match.start() + 1
            else:
                found.append(mention)
                position = self.done = mention.end
        return found

    def _mention(self, start: int) -> PeriodMention | None:
        if any(low <= start < high for low, high in self.titles):
            return None
        read = self._read(start)
        if read is None:
            return None
        rule, reading, end = read
        timeline = self.timeline
        frame = frame_of(self.normal, start, end)
        compared = frame.compared or (
            self.base_end >= 0 and self.normal[self.base_end : start] in ("和", "、", "及", "与")
        )
        timeline.compared, timeline.ahead = compared, frame.ahead
        days = reading.resolve(timeline)
        if days is None:
            return None
        self._govern(reading, days, compared)
        end, days, role = self._extended(end, days, reading)
        self._govern(reading, days, compared)
        if role is None or role == "period":
            days, role = _framed(frame, days, role, timeline)
        if compared or reading.role == "base":
            role = "base"
        opening = max(frame.start, self.done)
        self.base_end = end if role == "base" else -1
        return PeriodMention(
            opening, end, self.text[opening:end], days.start, days.end, days.kind, rule.name, role or reading.role
        )

    def _read(self, start: int) -> tuple[Rule[Reading], Reading, int] | None:
        """The first rule that reads something at ``start``."""
        for rule in RULES:
            match = rule.pattern.match(self.normal, start)
            reading = rule.produce(match) if match else None
            if match is not None and reading is not None:
                return rule, reading, match.end()
        return None

    def _govern(self, reading: Reading, days: Days, compared: bool) -> None:
        """Let what follows in the sentence count from this time."""
        timeline = self.timeline
        if compared or not reading.governs or reading.role == "base" or days.end is None:
            return
        timeline.governing = days
        if reading.dated and days.kind != "day":
            timeline.year, timeline.exact = days.end.year, days.kind in ("month", "quarter", "ytd", "half_year")

    def _extended(self, end: int, days: Days, reading: Reading) -> tuple[int, Days, str | None]:
        """The time joined with a second one (A至B) and with the word after it (末, 以来, 前)."""
        begin = join(self.normal, end)
        second = self._read(begin) if begin is not None and days.start is not None else None
        if second is not None and reading.role in ("period", "plan"):
            other = second[1].resolve(self.timeline)
            whole = joined(days, other) if other is not None else None
            if whole is not None:
                self._govern(second[1], whole, self.timeline.compared)
                return second[2], whole, None
        return with_tail(self.normal, end, days, self.timeline)


def _framed(frame: Frame, days: Days, role: str | None, timeline: Timeline) -> tuple[Days, str | None]:
    """The days and role that the head (截至, 到, 自) gives to a time."""
    if days.end is None:
        return days, role
    if frame.as_of:
        return Days(days.end, days.end, "day" if days.kind == "day" else "instant"), role
    if frame.due:
        return Days(days.end, days.end, "instant"), "deadline" if days.end > timeline.ref_date else role
    return days, role
