"""What a number is compared with: the phrases 同比, 比上月, 比1—4月份, 高于大型企业 in a clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from etl.characters import normalise
from etl.claim.markup import Clause, Markup
from etl.model import NumberMention, PeriodMention
from etl.sieve import Sieved

YOY, PREVIOUS, BASE, PEER = "yoy", "previous_period", "base_period", "peer"
SAME_PERIOD: Final = "same_period"
"""The rule that reads 去年同期."""

# 比 opens a comparison unless it is part of another word (比重, 占比, 环比 ...; 失业率|比上月). That every alternative
# opens with a character, and none with what stands before it, lets a search pass over the others.
_OPEN: Final = Sieved(
    r"比(?<![西占同环对之成配百正反类率价性可无相评]比)(?![里重例如较价值赛亚分率基作照方特由从为])"
    r"|比(?<=[率价性]比)(?=[去上前]年|上[一个]?[月季]|同期|[0-9]{4}年|[0-9]{1,2}月|[0-9一二两三四五六七八九十]{1,2}年前)"
    r"|同比(?=[0-9]{4}年)"
    r"|相比(?=[去上前]年|上[一个]?[月季]|同期|[0-9]{4}年|[0-9]{1,2}月)"
    r"|较(?:(?<![比相]较)|(?<=占比较))(?![快大高好为多强低小慢少长])"
    r"|高于|低于|快于|慢于|好于|多于|少于|大于|小于|领先于?|落后于?|高出|超出|高过|略高于|略低于"
    r"|超过(?=[^，。；0-9]{2,20}[0-9.]{1,6}个百分点)"
)
_WITH: Final = Sieved(r"(?:同|与|跟|和)([^，；]{1,24})(?:相比|比较|相较)")
_SAME: Final = Sieved(r"同比(?![0-9]{4}年)|按年(?!率)|同期相比(?<![年史]同期相比)|同口径比")
_CHAIN: Final = Sieved(
    r"环比|按月|按年率|折年率|折合年率|年化(?![学肥工])"
)  # a quarter's growth, were it that of a year
_YOY_TEXT: Final = re.compile(r"同期(?!限)|同月|去年此时|一年前|上(?:一|个|一个)?(?:财年|会计年度|财政年度)")
_PREVIOUS_TEXT = re.compile(
    r"^(?:上一?[届轮期旬次]|上个?月|上个?季度?|上一季度|上周|前一(?:周|月|日|天|个月|季度)|昨[日天]|[上前]一?个?交易日)"
)
_USUAL: Final = re.compile("常年|往年|历年|多年|历史|正常年")  # 较常年同期偏少50%
# 比以往多挣1500元, 比过去缩短109天: the same before. 比之前预计的, 比此前5号 are other figures.
_FORMER: Final = re.compile(
    "(?:以往|过去|以前|原来|之前|此前|先前|从前|原先)(?:的[^，。；]{0,8})?$|[^，。；]{2,10}(?<![同小])时$|[^，。；]{2,8}[之以]?前$"
)  # 比十七大时, 比改造前
# 较2019年同期: whether that is the year before is for the days to say.
_DATED: Final = re.compile("[0-9]{4}年")
# 高于同期|工业4.7个百分点: not the time but another subject is compared with.
_OF_SAME_TIME = re.compile(r"同期(?!限|水平|增速|增幅|涨幅|降幅|相比|的|数|值|均值|增长|下降|高|低|多|少)([一-鿿]{2,})")
# 高于|全国|同期增速: another at the same time
_OTHERS: Final = Sieved(
    "(?:全国|全省|全市|全区|全球|世界|[一-鿿]{2,8}(?:行业|产业|企业|地区|水平|贷款|整体|平均))(?:的)?同期"
)
_ADVERBS: Final = re.compile(r"(?:还|又|也|均|都|仅|分别|略|有所|大幅|明显|高|低|快|慢|多|少)+$")
_AVERAGE: Final = re.compile(r"平均|均值|均速")
_LONGEST: Final = 26
_NO_MOVE: Final = frozenset({"marker", "share", "rank", "noun"})
_YEAR: Final = 366


class BasePhrase:
    """A comparison printed in a clause: its span, the words of the base, and the time it names, if any."""

    __slots__ = ("comparison", "end", "own", "period", "start", "text")

    def __init__(
        self,
        start: int,
        end: int,
        text: str,
        period: PeriodMention | None,
        comparison: str | None,
        own: tuple[tuple[PeriodMention, int], ...] = (),
    ) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.period = period
        self.comparison = comparison
        self.own = own

    def period_at(self, start: int) -> PeriodMention | None:
        """The time of the base whose own value the number at ``start`` is: 较“十三五”末的|9323.1亿元.

        ``start`` is where its bound words begin. 高于7月份1%和8月份2.7%的增速 has two such times.
        """
        return next((period for period, value in self.own if value == start), None)

    def goes_on_to(self, text: str, period: PeriodMention) -> bool:
        """Whether the sentence's ``period`` is a further time compared with: the 8月份 of 高于7月份1%和8月份2.7%."""
        before = max((known.end for known, _ in self.own if known.end <= period.start), default=None)
        return before is not None and _FURTHER.fullmatch(text, before, period.start) is not None


def base_phrases(markup: Markup, clause: Clause) -> list[BasePhrase]:
    """The comparisons of a clause, left to right; ``comparison`` is set where the words alone decide."""
    text, start, end = markup.text, clause.start, clause.end
    said = _said(text)
    first = bisect_left(said, start, key=_begins)
    found = [each for each in said[first : bisect_left(said, end, lo=first, key=_begins)] if each.end <= end]
    if _WITH.may(text, start, end):
        for match in _WITH.finditer(text, start, end):
            found.append(_named(markup, match.start(), match.start(1), match.end(1), match.end()))
    for opens, ends in _opened(text):
        if start <= opens and ends <= end:
            stop = _base_end(markup, clause, ends)
            if stop > ends:
                found.append(_named(markup, opens, ends, stop, stop))
    return sorted(found, key=lambda phrase: phrase.start) if len(found) > 1 else found


@lru_cache(maxsize=1 << 8)  # for all the clauses of a sentence
def _said(text: str) -> tuple[BasePhrase, ...]:
    """What a sentence compares with in one word: 同比, 环比."""
    said = [
        BasePhrase(m.start(), m.end(), m.group(), None, comparison)
        for words, comparison in ((_SAME, YOY), (_CHAIN, PREVIOUS))
        if words.may(text)
        for m in words.finditer(text)
    ]
    return tuple(sorted(said, key=_begins))


def _begins(phrase: BasePhrase) -> int:
    return phrase.start


@lru_cache(maxsize=1 << 8)
def _opened(text: str) -> tuple[tuple[int, int], ...]:
    """Where the words stand that open a comparison in a sentence."""
    return tuple([match.span() for match in _OPEN.finditer(text)]) if _OPEN.may(text) else ()


def _base_end(markup: Markup, clause: Clause, start: int) -> int:
    """Where the words of a base that begin at ``start`` end: before the verb, the number, or the clause's end."""
    moves = [word for word in markup.growth_words if word.entry.context not in _NO_MOVE]
    stops = [word.start for word in moves if start < word.start < clause.end]
    stops += [
        number.outer_start
        for number in markup.numbers
        if start <= number.start < clause.end and (number.claimable or markup.text[number.start - 1] not in _LAST)
    ]
    within = [period for period in markup.periods if start <= period.start < clause.end]
    stop = min(stops, default=clause.end)
    if within and stop < within[0].end <= clause.end:
        stop = within[0].end
        if len(within) > 1 and within[1].end <= clause.end and _AND.fullmatch(markup.text, stop, within[1].start):
            stop = within[1].end  # 比2022年、|2019年|分别增长8%和3%
    adverb = _ADVERBS.search(markup.text, start, stop)
    stop = adverb.start() if adverb and adverb.start() > start else stop
    return min(stop, start + _LONGEST, clause.end)


_AND: Final = re.compile("(?:、|和|与|及|以及)(?:比|较)?")
_LAST: Final = "上前"  # 上一交易日


_WIDTHS: Final = ("涨幅", "跌幅", "增幅", "降幅")


def _named(markup: Markup, start: int, inner: int, inner_end: int, end: int) -> BasePhrase:
    words = markup.text[inner:inner_end]
    words = words[:-2] if words.endswith(_WIDTHS) else words  # 较年初|降幅
    period = next((p for p in markup.periods if inner <= p.start and p.end <= max(inner_end, p.start + 1)), None)
    comparison: str | None = None
    peer = _OF_SAME_TIME.match(words)
    if peer is not None:
        return BasePhrase(start, end, words[peer.start(1) :], None, PEER)
    if _USUAL.search(words) or (period is None and _FORMER.match(words)):
        return BasePhrase(start, end, words, period, BASE, tuple(_own_values(markup, period)))
    if period is None or period.rule == SAME_PERIOD:
        other = _OTHERS.match(words)
        if other is not None:
            return BasePhrase(start, end, words, None, PEER)
    if _YOY_TEXT.search(words) and not _DATED.search(words) and not words.startswith("前年"):
        comparison = YOY
    elif words.startswith("前年"):
        comparison = BASE
    elif period is None and _PREVIOUS_TEXT.match(words):
        comparison = PREVIOUS
    elif period is None:
        comparison = PEER
    return BasePhrase(start, end, words, period, comparison, tuple(_own_values(markup, period)))


_OF_BASE = re.compile(r"的?|年?[间均]?(?:的)?(?:年均|平均)|的?(?:年均|平均)?(?:增速|水平|涨幅|增幅|降幅)(?:的|为)?")
_WIDTH: Final = re.compile("[涨跌增降]幅(?:的|为)?$")
_FURTHER: Final = re.compile(r"的?[0-9.,]{1,12}[%万亿个百分点元]{0,4}(?:和|、|以及|及)")


def _own_values(markup: Markup, period: PeriodMention | None) -> Iterator[tuple[PeriodMention, int]]:
    """The times that a base names, with where the number of each begins: 比“十五”平均增速|9.8%."""
    while period is not None:
        following = next((n for n in markup.numbers if n.start >= period.end), None)
        if following is None or not _OF_BASE.fullmatch(markup.text, period.end, _name_before(markup, following)):
            return
        bare = following.outer_start == period.end and following.form != "percent"
        if bare and not markup.text.startswith("的", following.outer_end):
            return  # 比2000年|翻一番, but 较去年|11.8亿千瓦|的极值
        if following.form == "doubling" or (
            period.kind == "instant" and _WIDTH.search(markup.text, period.end, _name_before(markup, following))
        ):
            return  # 较2024年数量|翻倍, 较年初降幅|10%
        yield period, following.outer_start
        here = period
        further = (p for p in markup.periods if p.start >= following.end)
        period = next((p for p in further if _FURTHER.fullmatch(markup.text, here.end, p.start)), None)


def _name_before(markup: Markup, number: NumberMention) -> int:
    """Where a statistic begins that stands right before a number, else where the number does: 比4月末|余额|2亿元."""
    return next((hit.start for hit in markup.indicators if hit.end == number.outer_start), number.outer_start)


def comparison_of(phrase: BasePhrase, current: tuple[date, date] | None, amount: bool, rate: bool = False) -> str:
    """The comparison that a base phrase makes for a figure of the ``current`` period (first and last day).

    For the difference of an ``amount`` 比1—4月份 is a named period; for a rate it is the one before. So is 上年
    for a ``rate`` of the first months of a year, which a figure of those months is held against year on year.
    """
    if phrase.comparison is not None:
        return phrase.comparison
    base = phrase.period
    if base is None or _AVERAGE.search(phrase.text):
        return BASE
    if base.date_start is None or base.date_end is None or current is None:
        return _by_words(phrase.text)
    if amount and base.kind == "ytd" and base.date_start == current[0]:
        return BASE
    years = base.kind == "year" and base.date_start.year == current[0].year - 1 and current[0].year == current[1].year
    if years and not rate:
        return YOY
    return _by_days((base.date_start, base.date_end), base.kind, current) or _by_words(phrase.text)


# 从1999年的1300多亿美元增至2011年的6900多亿美元，增长超过|4倍|
_RISEN: Final = Sieved(
    "[从由]([12][0-9]{3})年[^，。；]{1,24}(?:增|提|升|扩|降|减|发展|跃)[^，。；]{0,4}[到至][^，。；]{1,24}，[^，。；0-9]{0,8}$"
)
_RISE: Final = 80  # characters


def is_risen(text: str, end: int, current: tuple[date, date] | None) -> bool:
    """Whether the change at ``end`` is that of a rise from a year before the last, which the clause before printed."""
    found = _RISEN.search(text, max(0, end - _RISE), end)
    return found is not None and current is not None and int(found.group(1)) < current[1].year - 1


_ITS_YEAR: Final = re.compile("([12][0-9]{3})年")


def held_against(base: BasePhrase, current: tuple[date, date]) -> BasePhrase:
    """比2019年同期 of a figure that took its ``current`` days over, with the same days of the year compared with."""
    period = base.period
    if period is None or period.rule != SAME_PERIOD or period.date_start is not None:
        return base
    printed = _ITS_YEAR.match(normalise(period.text))
    back = current[1].year - int(printed.group(1)) if printed else 2 if period.text.startswith("前年") else 1
    if back < 1:
        return base
    start, end = years_before(current[0], back), years_before(current[1], back)
    kind = "day" if start == end and period.kind == "span" else period.kind
    same = PeriodMention(period.start, period.end, period.text, start, end, kind, period.rule, period.role)
    return BasePhrase(base.start, base.end, base.text, same, base.comparison, base.own)


def _by_words(text: str) -> str:
    if _PREVIOUS_TEXT.match(text):
        return PREVIOUS
    return YOY if re.match(r"(?:上年|去年|前一年|上一年)(?:度|全年)?$", text) else BASE


def years_before(day: date, years: int) -> date:
    """The same day so many years back; the last of a month stays the last.

    >>> years_before(date(2025, 2, 28), 1).isoformat(), years_before(date(2024, 2, 29), 1).isoformat()
    ('2024-02-29', '2023-02-28')
    """
    last = monthrange(day.year - years, day.month)[1]
    if day.day == monthrange(day.year, day.month)[1]:
        return date(day.year - years, day.month, last)
    return date(day.year - years, day.month, min(day.day, last))


def _by_days(base: tuple[date, date], kind: str, current: tuple[date, date]) -> str | None:
    start, end = current
    if start == end and kind == "month" and base[1] == start.replace(day=1) - timedelta(days=1):
        return PREVIOUS  # 6月末…比5月: the month just before
    if kind == "instant" and start != end:
        return None
    if base == (years_before(start, 1), years_before(end, 1)):
        return YOY
    if base[1] == start - timedelta(days=1) and _length(base) <= _YEAR:
        return PREVIOUS
    ytd = (start.month, start.day) == (1, 1)
    if ytd and base[0] == start and base[1] < end:
        return PREVIOUS
    if kind == "year" and base[0].year == start.year - 1 and start.year == end.year:
        return YOY
    if kind == "instant" and start == end and base[1] < end and (end - base[1]).days <= 31:
        return PREVIOUS
    return None


def _length(days: tuple[date, date]) -> int:
    return (days[1] - days[0]).days
