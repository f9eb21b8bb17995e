"""The days on which an article was told and its story happened, and what its lead leaves to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from etl.claim.announcement import is_announcement, is_issue
from etl.claim.carried import COUNTED, MEASURES, TRIPS
from etl.claim.discourse import Discourse
from etl.claim.heading import REPORTS
from etl.claim.left_behind import RECENT
from etl.claim.markup import Markup
from etl.claim.old_days import is_of_record
from etl.claim.timing import Timing, announcement_day, timing_of
from etl.model import NumberMention, PeriodMention
from etl.sieve import Sieved

# A series of reports that goes on today, not what it tells of.
_PROGRAMME: Final = re.compile("系列报道|栏目|专栏|播出|开播|频道|走进|评论员")
# 1月6日，在市人代会上，…; 从16日召开的发布会上获悉: what was told there did not happen on that day.
_SAID_AT: Final = Sieved("[^。；，]{0,8}，?[^。；，]{2,40}(?:会|会议|论坛)上[，,]")
# 昨日，市中级人民法院院长向大会作法院工作报告: the report of the year that is over.
_REPORTS_WORK: Final = re.compile("(?:作|听取)了?[^，。；]{0,16}(?:法院|检察院|常委会)[^，。；]{0,6}工作(?:的)?报告")
_STORY: Final = 2  # paragraphs below the lead
_FRESH: Final = 7  # days
_DATELINE: Final = 30
_MONTHS_NEWS: Final = 70  # days: statistics of a month are out by then, an older one only tells when something was


def told_here(markup: Markup, periods: Sequence[PeriodMention], number: NumberMention) -> Timing | None:
    """The day on which the sentence says that it was told: 清单今天公布，包括20项.

    ``periods`` are the times that stand before ``number``.
    """
    opens = any(p.kind == "day" and p.start == 0 for p in periods)  # 10月11日，公司宣布启动191.5兆瓦的项目
    found_out = number.dimension not in MEASURES and (opens or any(is_issue(markup, p) for p in periods))
    if not (number.dimension in COUNTED or found_out) or _PROGRAMME.search(markup.text):
        return None
    plain = number.dimension == "count" or opens
    days = [p for p in periods if p.kind == "day" and (is_issue(markup, p) or plain)]
    return timing_of(days[-1]) if days else None


def note_announcement(discourse: Discourse, markup: Markup, periods: Sequence[PeriodMention], issue_date: date) -> None:
    """Keeps the day on which a sentence was told for the rest of its paragraph, the lead's for the article."""
    day = announcement_day(periods, len(markup.text))
    if day is None or is_of_record(markup.text, day):
        return
    discourse.announced = timing_of(day)
    dateline = markup.text.startswith("电", periods[-1].end) or "日电" in markup.text[:_DATELINE]
    if dateline:
        return
    told = discourse.announced
    if markup.sentence.role == "lead" and told and 0 <= (issue_date - told.end).days <= RECENT:
        discourse.lead_day = told


def note_event(discourse: Discourse, markup: Markup, periods: Sequence[PeriodMention], issue_date: date) -> None:
    """26号上午，一居民楼着火: a day that opens the story below a lead that names none is the day of what it tells."""
    below = markup.sentence.role == "body" and markup.sentence.paragraph <= _STORY
    if not below or discourse.first_day is not None or discourse.lead_timing is not None or not periods:
        return
    day = periods[0]
    printed = announcement_day(periods[:1], day.end) is not None  # 今天 opens many a report of what is usual
    if day.start == 0 and printed and day.date_end is not None and day.date_end <= issue_date:
        recent = (issue_date - day.date_end).days <= _FRESH
        discourse.story_day = timing_of(day) if recent and not is_announcement(markup, day) else None


def note_lead(
    discourse: Discourse,
    markup: Markup,
    periods: Sequence[PeriodMention],
    found: PeriodMention | None,
    issue_date: date,
) -> None:
    """Keeps what a sentence of the lead leaves to the article.

    ``found`` is the time that lasts beyond the sentence, ``periods`` are all of its times. The first day that is
    not to come is what a headline is of. Where something happened on it, so is what later paragraphs count.
    """
    programme = _PROGRAMME.search(markup.text) is not None
    timing = timing_of(found) if found is not None else None
    if timing is not None and timing.kind == "day" and any(topic.unit == TRIPS for topic in discourse.topics):
        recent = 0 <= (issue_date - timing.end).days <= _FRESH
        discourse.trips_day = discourse.trips_day or (timing if recent else None)
    days = [p for p in periods if p.kind == "day" and p.date_end and 0 <= (issue_date - p.date_end).days <= RECENT]
    if days and discourse.first_day is None:
        first = days[0]
        discourse.first_day = timing_of(first)
        told = programme or is_announcement(markup, first) or _SAID_AT.match(markup.text, first.end) is not None
        discourse.event_day = None if told else discourse.first_day
        before = found is None or first.start < found.start
        discourse.event_first = discourse.lead_timing is None and before
    if timing is not None and discourse.lead_timing is None and not programme and _is_recent(timing, issue_date):
        discourse.lead_timing = timing
    if discourse.lead_timing is None and issue_date.month <= REPORTS and _REPORTS_WORK.search(markup.text):
        year = issue_date.year - 1
        discourse.lead_timing = Timing(date(year, 1, 1), date(year, 12, 31), "year", "")


def _is_recent(timing: Timing, issue_date: date) -> bool:
    """Whether a lead's time may govern the article: a statistical one, not years gone."""
    length = timing.text.startswith("近")  # 近两年 looks back from its own paragraph
    age = _MONTHS_NEWS if timing.kind == "month" else RECENT
    return timing.kind != "day" and timing.role != "deadline" and not length and (issue_date - timing.end).days <= age
