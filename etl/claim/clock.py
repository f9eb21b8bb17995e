"""Keeps the time of an article while it is read, and gives each number the time that governs it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from etl.characters import normalise
from etl.claim.agenda import urges
from etl.claim.balance import of_balance
from etl.claim.base import BasePhrase
from etl.claim.base_value import of_bracketed_base, of_same_period
from etl.claim.carried import MEASURES, carried
from etl.claim.discourse import Discourse
from etl.claim.eligible import AFTER_FROM, eligible, is_of_age
from etl.claim.following import following, still
from etl.claim.heading import governs_section, heads_what_is_ahead, times_of_head, turns_to_plans
from etl.claim.lasting import OPENING, PASSING, SINCE_YEAR, is_era, is_now, lasting_of
from etl.claim.listed_times import of_four_quarters, of_list
from etl.claim.markup import Markup
from etl.claim.news_day import note_announcement, note_event, note_lead, told_here
from etl.claim.place import Place
from etl.claim.quarter_end import of_quarter
from etl.claim.set_anew import of_the_day
from etl.claim.since_then import since_then
from etl.claim.spanning import begun_with, over_years, spanned
from etl.claim.status import OLD_VALUE
from etl.claim.timing import Timing, adapt, ends_of_span, governing, nearest, timing_of
from etl.claim.topic import Topic
from etl.model import NumberMention, PeriodMention
from etl.sieve import Sieved

# 目前已有42个节目将登台，其中5个…: to come; 正在建设, 已将人数减至, 将全省划入，覆盖… are so now.
_OPEN_FUTURE: Final = re.compile(r"(?:今后|未来|(?<!已)(?<!已经)将(?!近)|正在[向朝])[^，；]*(?:，其中[^，；]*)?$|届时")
_FROM: Final = re.compile(r"(?:从(?!事|业|严)|由(?!于))[^，；。到至0-9]{0,12}$")
_TO: Final = re.compile(
    r"[^，。；]{0,8}(?:增|提高|提升|上升|升|扩大|扩展|下降|降|减|精简|延|回落|压缩|发展|缩|下滑|[上下]跌|跌|涨|攀|飙|跃|爬|波动|加快|放缓|收窄|[上下]调|调整)[^，。；]{0,3}(?:到|至|为)"
)
# 从不足千元到现在的6.5万元, 从1397个，增加到现在的7千个
_EXPECTED: Final = re.compile("预期|预测|预计")
_TO_NOW: Final = re.compile(r"，?(?:[^，。；]{0,3}(?:到|至))(?:了?(?:现在|如今|目前|今天|今年))")
_LAST: Final = re.compile(r"上个?月$")
_AHEAD: Final = re.compile(r"预计|力争|将|有望|(?<![于过出成])(?:目标|计划)|要求|确保")
_TURNS: Final = re.compile("的?[^，。；0-9]{0,6}(?:转为|变为|转[正增降跌涨])")
_TURNED_NEAR: Final = 10  # characters
_OUT_OF: Final = ("由", "从")
_PER_UNIT: Final = 4  # characters
_BESIDE: Final = re.compile("的?(?:每[^，。；0-9]{1,3})?")  # 从2016年|每吨|1000元降到500元
_HELD: Final = re.compile(
    r"[^，。；]{0,10}(?:保持|稳定|维持|稳居|位居|位列|名列|蝉联|排名|高于|低于|超|突破|过(?!去)|达|处于|居|在)"
)
_AVERAGE: Final = re.compile(r"年均|平均|复合|每年")
_UNDATED: Final = frozenset({"undated", "recent_years"})
_LENGTHS: Final = frozenset({"future_length", "past_length", "up_to_now", "years_long"})
_SHORTER: Final = frozenset({"ytd", "quarter", "half_year", "month"})
_ALL_YEAR: Final = "全年"
_REVIEWS: Final = 3
"""The last month in which 全年 may be the year that is over."""
_EVERY_YEAR: Final = Sieved("，?[^，。；0-9]{0,12}每年")
# 3月末贷款余额182万亿元，|一季度增加|11万亿元
_ADDED: Final = re.compile("新[建增设开]|^[^，；]{0,12}(?:增加|减少|[多少]增|净增)了?[^，；]{0,6}$")
_ADDED_IN_ALL: Final = re.compile("^[^，；]*$|(?:新建|增加?|减少?)[^，；]{0,4}$")


def _is_vague(period: PeriodMention) -> bool:
    """近年来, 日前, 未来几年, 多年来, 20多年间: words of no certain time."""
    open_ended = period.rule in _LENGTHS and (period.date_start is None or period.date_end is None)
    return period.rule in _UNDATED or open_ended


def _has_begun(period: PeriodMention) -> bool:
    """从今年开始, 自7月1日起, 2024年起: it goes on; not 本月起, 7月1日起, from when something is in force."""
    return period.text.startswith(("从", "自")) or SINCE_YEAR.fullmatch(normalise(period.text)) is not None


def _month_before(month: date, found: PeriodMention) -> Timing:
    end = month - timedelta(days=1)
    return Timing(end.replace(day=1), end, "month", found.text)


def _up_to(period: PeriodMention, today: date, text: str) -> PeriodMention:
    """A time that has begun as far as it is over; 从今年起，每年安排2亿元 is of the whole first year."""
    if not _has_begun(period):
        return period
    start, end, kind = period.date_start, today, period.kind
    if start is not None and start == date(today.year, 1, 1) and _EVERY_YEAR.match(text, period.end):
        end, kind = date(today.year, 12, 31), "year"
    return PeriodMention(period.start, period.end, period.text, start, end, kind, period.rule, period.role)


class Clock:
    """The times of one article: of the sentence, the paragraph, the section heading and the lead."""

    def __init__(self, issue_date: date, discourse: Discourse) -> None:
        self._issue_date = issue_date
        self._discourse = discourse
        self._markup: Markup | None = None
        self._bases: Sequence[BasePhrase] = ()
        self._periods: Sequence[PeriodMention] = ()
        self._now: Sequence[PeriodMention] = ()
        self._fitted: tuple[str | None, Timing] | None = None
        self._year: Timing | None = None
        self.printed = False

    def note_head(self, markup: Markup) -> None:
        """A headline's or subhead's time governs the section below it; 2026年工作安排 says that it is all to come."""
        ahead = heads_what_is_ahead(markup.text)
        self._discourse.ahead = self._discourse.ahead if ahead is None else ahead
        periods = [p for p in times_of_head(markup) if not is_now(p, self._issue_date) and p.rule not in PASSING]
        found = governs_section(markup, periods, self._issue_date)
        if found is not None:
            self._discourse.section_timing, outlined = found
            self._discourse.ahead = self._discourse.ahead or outlined

    def open_heads(self) -> None:
        """Before the headlines are read: the lead's time is all that the body leaves to them."""
        self._discourse.section_timing = self._discourse.announced = self._discourse.story_day = None
        self._discourse.head_day = self._discourse.first_day

    def open_sentence(self, markup: Markup, bases: Sequence[BasePhrase]) -> None:
        """Takes up a sentence with the comparisons that it prints."""
        self._markup, self._fitted, self._bases, self._year = markup, None, bases, None
        self._periods = governing(self._closed(markup), bases, ())
        self._now = [p for p in self._periods if is_now(p, self._issue_date) or p.text == "今天"]

    def _closed(self, markup: Markup) -> Markup:
        """从今年开始, 2013年起: up to the day of issue, where they have begun."""
        today = self._issue_date
        markup = since_then(markup, today) if "以来" in markup.text else markup
        if not any(p.date_end is None and p.date_start is not None and p.role == "period" for p in markup.periods):
            return markup
        periods = tuple(
            _up_to(p, today, markup.text) if p.date_end is None and p.date_start and p.date_start <= today else p
            for p in markup.periods
        )
        return replace(markup, periods=periods)

    def close_sentence(self) -> None:
        """Notes what the sentence leaves to the paragraph and the article."""
        markup, discourse = self._markup, self._discourse
        if markup is None:
            return
        discourse.urged = discourse.urged or urges(markup.text)
        lasting = lasting_of(markup, self._periods, self._bases, discourse, self._issue_date)
        found = self._end_of(nearest(markup, lasting, len(markup.text)), lasting)
        timing = timing_of(found) if found else None
        if found is not None and found.text == _ALL_YEAR and self._year is not None:
            timing = self._year  # what the sentence told of it is of another year than the words before it
        if (
            found is not None
            and found.role == "plan"
            and markup.sentence.role == "lead"
            and not discourse.topics
            and found.start <= OPENING
        ):
            discourse.section_timing = timing
        spoken = discourse.section_timing or discourse.lead_timing
        if found is not None and turns_to_plans(markup.text, found, spoken, self._issue_date):
            discourse.section_timing, discourse.ahead = timing, True
        discourse.note_span(timing)
        if timing is not None:
            discourse.paragraph_timing, discourse.now, discourse.since_timing = timing, None, 0
        discourse.so_far = self._so_far_from(timing is not None)
        last = nearest(markup, self._periods, len(markup.text))
        discourse.now = timing_of(last) if last is not None and is_now(last, self._issue_date) else discourse.now
        if markup.sentence.role == "lead":
            note_lead(discourse, markup, self._periods, found, self._issue_date)
        note_event(discourse, markup, self._periods, self._issue_date)
        note_announcement(discourse, markup, self._periods, self._issue_date)

    def timing(
        self, place: Place, number: NumberMention, topic: Topic, measure: str, base: BasePhrase | None
    ) -> Timing | None:
        """The time of ``number``, fitted to its statistic; None when nothing says it."""
        markup = place.markup
        compared = base.period_at(number.outer_start) if base is not None else None
        if compared is not None:
            known = timing_of(compared)
            return adapt(known, topic.nature, measure, "") if known else None
        if OLD_VALUE.match(markup.text, number.outer_end):
            return self._so_far(number)
        timing = self._governing(place, number, topic)
        if timing is None:
            return None
        timing = over_years(timing, markup.text, number)
        if topic.nature != "stock" or measure != "change":  # 二季度增加12亿元 of a balance: no time that it reports on
            self._discourse.note_span(timing)
        fitted = self._taken_from_level(markup, number, topic, measure, timing)
        if fitted is not None:
            return fitted
        left = markup.text[place.clause.start : number.outer_start]
        timing = of_four_quarters(place, number, timing)
        head = markup.text[place.clause.start : place.head]
        narrowed = ends_of_span(timing, head, topic.nature, timing.end > self._issue_date)
        if narrowed is timing and self._is_undated_start(place, number, left):
            return begun_with(self._before(number.start))
        context = markup.text[max(0, number.start - 30) : number.start]
        narrowed = of_balance(of_quarter(narrowed, topic.nature, measure, context), measure, context)
        result = self._by_now(adapt(narrowed, topic.nature, measure, context, topic.scope == "national"), markup)
        if measure == "level":
            self._fitted = topic.indicator, result
        return result

    def _by_now(self, timing: Timing, markup: Markup) -> Timing:
        """“十四五”期间，高铁里程达4.8万公里, in the last year of the plan: so far, if nothing is aimed at."""
        today = self._issue_date
        under_way = timing.role == "plan" and timing.kind == "instant" and timing.end > today
        if not under_way or timing.end.year != today.year or _AHEAD.search(markup.text) or self._discourse.ahead:
            return timing
        ended = timing.text.endswith(("末", "结束", "收官"))
        return timing if ended else Timing(today, today, "instant", timing.text)

    def _governing(self, place: Place, number: NumberMention, topic: Topic) -> Timing | None:
        discourse, markup = self._discourse, place.markup
        special = self._turned(place, number) or self._streak(place, number)
        special = special or of_bracketed_base(place, number, discourse) or of_same_period(place, number, discourse)
        if special is None and self._now:
            special = still(markup.text, place.clause.end, self._now, number)
        if special is not None:
            self.printed = True
            return special
        found = nearest(markup, eligible(markup, self._periods, number, self._issue_date), number.start)
        if found is None and number.dimension == "count":
            found = following(place, self._periods, number, self._issue_date)
        if self._is_undated(found, number) or self._is_of_a_property(found, number):
            self.printed = False
            return None
        found = self._at_date(found, number) if topic.nature == "stock" else found
        timing = (
            (spanned(markup, self._periods, found, number) or of_list(place, self._periods, number, found))
            if found
            else None
        )
        self.printed = timing is not None
        if found is not None and timing is not None:
            timing = self._year = self._of_this_year(place, found, timing)
            last = self._month_before(found, number)
            if last is not None:
                return last
            if not (self._is_start(found, place) or is_of_age(markup.text, found)):
                discourse.timing = timing
            if is_now(found, self._issue_date) and _OPEN_FUTURE.search(markup.text, found.end, number.start):
                return None
            return of_the_day(markup, found, number, timing)
        told = told_here(markup, self._before(number.start), number)
        timing = carried(place, number, topic, discourse, self._issue_date, told)
        self.printed = timing is not None and timing is discourse.timing
        return timing

    def _turned(self, place: Place, number: NumberMention) -> Timing | None:
        """由去年同期|下降3%|转为增长, 由上月|下降0.1%|转为上涨: what turned is of the time after 由."""
        text = place.markup.text
        near = text[number.outer_end : number.outer_end + _TURNED_NEAR]
        if ("转" not in near and "变" not in near) or not _TURNS.match(near):
            return None
        own = [p for p in place.markup.periods if place.clause.start <= p.start and p.end <= number.outer_start]
        if not own or not own[-1].text.startswith(_OUT_OF):
            return None
        return self._month_before(own[-1], number) or self._month_before_told(own[-1]) or timing_of(own[-1])

    def _month_before_told(self, found: PeriodMention) -> Timing | None:
        """12月份，…。食品价格由上月|下降0.9%|转为…: the month before the one that the article speaks of."""
        told = self._discourse.paragraph_timing or self._discourse.section_timing or self._discourse.lead_timing
        return _month_before(told.start, found) if told and told.kind == "month" and _LAST.search(found.text) else None

    def _is_undated(self, found: PeriodMention | None, number: NumberMention) -> bool:
        """去年12月底火山活跃，近日约1.4万名民众返家: words of no certain time open the number's clause."""
        markup = self._markup
        if markup is None:
            return False
        vague = [p for p in markup.periods if p.end <= number.start and _is_vague(p)]
        if not vague or (found is not None and found.start > vague[-1].start):
            return False
        opening = markup.clauses[markup.clause_at(vague[-1].start)].start
        return markup.text[opening : vague[-1].start] in ("", "在")

    def _is_of_a_property(self, found: PeriodMention | None, number: NumberMention) -> bool:
        """两个月前他开始训练，身高1米9: how long ago something was dates no age or height in another clause."""
        markup = self._markup
        if markup is None or found is None or found.rule != "ago" or number.dimension not in MEASURES:
            return False
        return markup.clause_at(found.start) != markup.clause_at(number.start)

    def _is_start(self, found: PeriodMention, place: Place) -> bool:
        """从去年的6项增加到24项, 由上年的2%、8%调整为…: the time where a rise began is not that of what follows."""
        text = place.markup.text
        if not AFTER_FROM.search(text, max(0, found.start - 1), found.start + 1):
            return False
        near = place.numbers.numbers[0].outer_start - found.end <= _PER_UNIT and found.kind != "span"
        beside = near and _BESIDE.fullmatch(text, found.end, place.numbers.numbers[0].outer_start) is not None
        return beside and _TO.match(text, place.numbers.end) is not None

    def _streak(self, place: Place, number: NumberMention) -> Timing | None:
        """连续三个月保持在51%以上: the streak is the time of what holds all along."""
        markup = place.markup
        for period in reversed(markup.periods):
            if (
                period.role == "streak"
                and "第" not in period.text
                and place.clause.start <= period.start
                and period.end <= number.start
            ):
                held = _HELD.match(markup.text, period.end, number.start)
                return timing_of(period) if held else None
        return None

    def _so_far(self, number: NumberMention) -> Timing | None:
        """将税率为25%的关税降至15%: the old value is of the day of the news, not of the day it ends."""
        past = [p for p in self._before(number.start) if p.date_end is not None and p.date_end <= self._issue_date]
        return timing_of(past[-1]) if past else None

    def _taken_from_level(
        self, markup: Markup, number: NumberMention, topic: Topic, measure: str, timing: Timing
    ) -> Timing | None:
        """A change of the level just stated, inside a plan, is of that level's time; a yearly average is the plan's.

        So is a share of what stands at the end of the years: 过去五年，高技能人才达到60万人，占|30%|.
        """
        if self._fitted is None or measure not in ("growth", "change", "share") or topic.own_indicator:
            return None
        indicator, fitted = self._fitted
        if measure == "share":
            return fitted if timing.kind == "span" and fitted.kind == "instant" and fitted.text == timing.text else None
        averaged = _AVERAGE.search(markup.text, number.start - 12, number.start) is not None
        same = indicator == topic.indicator and timing.role == "plan" and timing.days != fitted.days
        return fitted if same and not averaged else None

    def _is_undated_start(self, place: Place, number: NumberMention, left: str) -> bool:
        """从108万辆提升至132万辆: where the rise began has no time unless one is printed beside it."""
        text, end = place.markup.text, number.outer_end
        revised = _EXPECTED.search(left) is not None  # 将今年的预期从4%下调至3.3%
        if revised or not _FROM.search(left) or not (_TO.match(text, end) or _TO_NOW.match(text, end)):
            return False
        near = (place.clause.start <= p.start and p.end >= number.start - 6 for p in self._before(number.start))
        return not any(near)

    def _so_far_from(self, left: bool) -> Timing | None:
        """两年来，…。援建中小学200所: what ran up to now at the head of a sentence is that of the next ones, too.

        ``left`` tells that the sentence leaves another time to them.
        """
        opening = self._periods[0] if self._periods else None
        if opening is not None and opening.start == 0 and opening.role == "since" and not is_era(opening):
            return timing_of(opening)
        return None if left else self._discourse.so_far

    def _of_this_year(self, place: Place, found: PeriodMention, timing: Timing) -> Timing:
        """全年 is the section's year; of what is expected or aimed at it is this one, whatever year was spoken of."""
        section = self._discourse.section_timing
        spoken = self._discourse.paragraph_timing
        named = spoken is not None and spoken.kind == "year" and spoken.days == timing.days
        headed = section is not None and section.kind == "year" and not named
        if found.text == _ALL_YEAR and headed and section is not None and self._periods[0] is found:
            return timing if self._looks_back(section, place) else timing.in_year(section.start.year)
        if found.text != _ALL_YEAR or timing.end >= self._issue_date:
            return timing
        ahead = _AHEAD.search(place.markup.text, max(0, found.start - 8), place.head)
        return timing.in_year(self._issue_date.year) if ahead and self._issue_date.month > 1 else timing

    def _looks_back(self, section: Timing, place: Place) -> bool:
        """今年…将提升至88%. 全年完成投资|1万亿元|, in January: of the year that is over, if nothing is aimed at."""
        today = self._issue_date
        begun = section.start.year == today.year and today.month <= _REVIEWS
        return begun and not self._discourse.ahead and _AHEAD.search(place.markup.text) is None

    def _month_before(self, found: PeriodMention, number: NumberMention) -> Timing | None:
        """…同比上涨0.5%，上月为下降1.4%: the month before the one the sentence is about, for this clause only."""
        markup = self._markup
        months = [p for p in self._before(found.start) if p.kind == "month" and p.date_start is not None]
        if markup is None or not months or not _LAST.search(found.text):
            return None
        if markup.clause_at(found.start) != markup.clause_at(number.start):
            return self._discourse.timing
        current = months[-1].date_start
        return None if current is None else _month_before(current, found)

    def _before(self, position: int) -> list[PeriodMention]:
        return [p for p in self._periods if p.end <= position]

    def _end_of(self, found: PeriodMention | None, lasting: Sequence[PeriodMention]) -> PeriodMention | None:
        """一季度末，贷款余额34万亿元，一季度增加1.9万亿元: what it is about, and leaves, is its first time."""
        first = lasting[0] if lasting else None
        if found is None or first is None or first.kind != "instant" or found.kind not in _SHORTER:
            return found
        return first if first.date_end == found.date_end else found

    def _at_date(self, found: PeriodMention | None, number: NumberMention) -> PeriodMention | None:
        """A stock beside 前三季度 is of the date that the sentence gave before (9月末)."""
        if found is None or self._markup is None:
            return found
        part = _ADDED_IN_ALL if found.text == _ALL_YEAR else _ADDED  # 年末用户9万户，全年净增1万户，其中个人5万户
        between = self._markup.text[found.end : number.start]
        if (part is _ADDED and found.kind not in _SHORTER) or part.search(between):
            return found
        dates = [p for p in self._before(number.start) if p.kind == "instant" and p.date_end == found.date_end]
        return dates[-1] if dates else found
