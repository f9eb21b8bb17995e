"""The calendar that resolves an expression of time: the day of issue and what governs so far in the text."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, NamedTuple

ONE_DAY: Final = timedelta(days=1)
_RETROSPECT: Final = 2  # a year printed this many years before the issue governs the bare months that follow it
_FORESIGHT: Final = 8  # months ahead that 将于…月 reaches
_SOON: Final = 2  # months ahead that a bare month reaches


class Days(NamedTuple):
    """First and last day, inclusive, and the ``period_kind`` of the schema; None leaves a side open."""

    start: date | None
    end: date | None
    kind: str


class Timeline:
    """What an expression of time is resolved by.

    ``ref_date`` is the day of issue; ``context`` the last day of the period that governed before this
    sentence; ``headed`` the year that its heading reports on. ``governing`` is the last period this sentence printed,
    ``year`` the last year it printed and ``exact`` whether that stood at a month or a quarter, ``day`` its last day;
    ``since`` the first day of one that it left open,
    ``after`` the first time of a range whose second is being resolved. ``compared`` is set while a base of a
    comparison is resolved, ``ahead`` while the text speaks of the future.
    """

    __slots__ = (
        *("after", "ahead", "compared", "context", "day", "exact", "governing", "headed"),
        *("month", "ref_date", "since", "year"),
    )

    def __init__(
        self, ref_date: date, context: date | None = None, day: date | None = None, headed: int | None = None
    ) -> None:
        self.ref_date = ref_date
        self.context = context
        self.headed = headed
        self.governing: Days | None = None
        self.year: int | None = None
        self.exact = False
        self.day = day
        self.after: date | None = None
        self.compared = False
        self.ahead = False
        self.month: date | None = None
        self.since: date | None = None

    def month_spoken_of(self) -> date:
        """A day of the month that 当月, 该月, 同月 mean: a month printed before outlives a year printed after it."""
        coarse = self.governing is None or self.governing.kind == "year"
        return self.month if coarse and self.month is not None else self.anchor()

    def anchor(self) -> date:
        """The day that words such as 当月, 同年, 上年 count from: what governs, else the day of issue."""
        if self.governing is not None and self.governing.end is not None:
            return self.governing.end
        return self.context or self.ref_date

    def year_of(self, first: int, last: int | None = None, cumulative: bool = False) -> int:
        """The year of a month, or of the months ``first`` to ``last``, printed without one.

        They are the latest that have begun by the day of issue (all of them, if cumulative), unless the
        sentence printed a year that governs, the text is about an earlier year, or it speaks of what is
        to come. A month one or two after that of the issue is to come as well: 去年 would be printed.
        """
        last = last or first
        if self.after is not None:
            return self.after.year + (last < self.after.month)
        governed = self._governed(first, last)
        if governed is not None:
            return governed
        now = self.ref_date
        if self.ahead and (last - now.month) % 12 <= _FORESIGHT:
            return now.year + (last < now.month)
        if last > now.month and self._looks_back():
            return now.year - 1
        begun = last if cumulative or first > last else first
        coming = not (cumulative or self.compared) and begun - now.month <= _SOON
        return now.year - (begun > now.month and not coming)

    def _looks_back(self) -> bool:
        """Whether the text speaks of the year that ended: its 一季度 is not the one that has just begun."""
        last = self.year or (self.context.year if self.context is not None and self.context.month == 12 else None)
        return last == self.ref_date.year - 1 and not self.ahead

    def half_year(self, second: bool) -> int:
        """The year of a bare 上半年 or 下半年: that of the issue, for 下半年 in January and February the one before."""
        governed = self._governed(7, 12) if second else self._governed(1, 6)
        if governed is not None:
            return governed
        return self.ref_date.year - (second and self.ref_date.month <= 2 and not self.ahead)

    def whole_year(self, reckoned: bool = False) -> int:
        """The year of a bare 全年 or 年末: what governs, else that of the issue, or the one before until March.

        ``reckoned`` tells of 全年, of which 预计 in January and February is a first reckoning of the year that is over.
        """
        governing, ref = self.governing, self.ref_date
        if governing is None and self.headed is not None:
            return self.headed
        anchor = governing.end if governing is not None and governing.end is not None else self.context
        running = anchor is not None and anchor.year == ref.year and anchor <= ref
        if anchor is not None and not (running and ref.month <= 3):
            return anchor.year  # in March 3月5日 was a day of the report, not of the year that 全年 means
        early = ref.month <= (2 if reckoned else 0)
        return ref.year - (early or (ref.month <= 3 and not self.ahead))

    def _governed(self, first: int, last: int) -> int | None:
        """The year of some months by what stands before them, or None."""
        if self.compared and (self.governing is not None or self.context is not None):
            anchor = min(self.anchor(), self.ref_date)
            before = last < anchor.month or (last == anchor.month and first < last)
            return anchor.year if before else anchor.year - 1
        if self.year is not None and self._year_governs(self.year):
            return self._following(self.year, last)
        retrospect = self.ref_date.year - _RETROSPECT
        if self.year is None and self.context is not None and self.context.year <= retrospect:
            return self.context.year
        return None

    def _year_governs(self, year: int) -> bool:
        return year <= self.ref_date.year - _RETROSPECT or (year != self.ref_date.year and self.exact)

    def _following(self, year: int, month: int) -> int:
        """The printed year, or the next when the months roll over from December to January."""
        months = self.governing is not None and self.governing.kind != "year"
        last = self.governing.end if self.governing is not None and months else None
        rolls = self.exact and last is not None and last.year == year and last.month - month >= 10
        return year + 1 if rolls and date(year + 1, month, 1) <= self.ref_date else year


class Reading:
    """What a rule reads: an expression of time that still waits for the day of issue.

    ``resolve`` makes its days, or None when it cannot be a time. ``dated`` says that it prints its
    year, ``governs`` that later expressions of the sentence may count from it.
    """

    __slots__ = ("dated", "governs", "resolve", "role")

    def __init__(
        self,
        resolve: Callable[[Timeline], Days | None],
        role: str = "period",
        dated: bool = False,
        governs: bool = True,
    ) -> None:
        self.resolve = resolve
        self.role = role
        self.dated = dated
        self.governs = governs


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def shift_months(day: date, months: int) -> date:
    """The same day some months on (or back), the month's last day where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    length = monthrange(year, month + 1)[1]
    at_end = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, length if at_end else min(day.day, length))


def shift_years(day: date, years: int) -> date:
    """The same day some years on (or back); 29 February becomes 28 where there is none."""
    return date(day.year + years, day.month, min(day.day, monthrange(day.year + years, day.month)[1]))


def kind_of(start: date, end: date) -> str:
    """The ``period_kind`` of two days by the calendar.

    >>> kind_of(date(2025, 4, 1), date(2025, 6, 30)), kind_of(date(2025, 1, 1), date(2025, 6, 30))
    ('quarter', 'ytd')
    """
    if start == end:
        return "day"
    if start.year != end.year or start.day != 1 or end != month_end(end.year, end.month):
        return "ytd" if start == date(end.year, 1, 1) else "span"
    if start.month == end.month:
        return "month"
    if start.month == 1:
        return "year" if end.month == 12 else "ytd"
    by_length = {(4, 6): "quarter", (7, 9): "quarter", (10, 12): "quarter", (7, 12): "half_year"}
    return by_length.get((start.month, end.month), "span")


def months(year: int, first: int, last: int, kind: str | None = None) -> Days:
    """The days of some months of a year; ``first`` > ``last`` begins in the year before."""
    start, end = date(year - (first > last), first, 1), month_end(year, last)
    return Days(start, end, kind or kind_of(start, end))


def whole_years(first: int, last: int) -> Days:
    """The days of the years ``first`` to ``last``."""
    return Days(date(first, 1, 1), date(last, 12, 31), "year" if first == last else "span")


def instant(day: date) -> Days:
    """A stock's moment: one day."""
    return Days(day, day, "instant")
