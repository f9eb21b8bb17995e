"""Which of a sentence's times may govern one of its numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from etl.claim.announcement import is_announcement
from etl.claim.carried import is_done
from etl.claim.markup import Markup
from etl.claim.timing import STATISTICAL
from etl.model import NumberMention, PeriodMention
from etl.sieve import Sieved

_CAUSE: Final = re.compile(r"(?:由于|受|因)[^，。；]*(?:影响|拖累|带动|推动)")
# 元旦假期出行需求增加，飞机票|价格上涨0.4%
_SOUGHT: Final = Sieved("[^，。；0-9]*(?:需求|客流|出行)[^，。；0-9]{0,10}")
_PRICE: Final = "价格"
_TURNS: Final = re.compile(r"转为|变为|转正|扭转")
AFTER_FROM: Final = re.compile(r"[从由]")
# 从上月3.2%|回落至, 从第三位|上升到: what the rise or fall leads to is of another time.
# 从上月2800亿元，回升到3500亿元
_MOVED: Final = re.compile(
    r"[0-9一二三四五六七八九十百千万亿%位点元度名]了?(?:[^，；。]{0,6}|[^，；。]{0,3}，(?:再|又|逐步|已)?(?:回升|回落|反弹|跃升|攀升"
    r"|增加?|增长|提[高升]|上升|升|扩大|下降|降|减少?|缩[小减短]))(?:到|至|为)"
)
# 从去年的产量看，平均亩产达到1113斤
_SEEN: Final = re.compile("的?[^，。；]{0,10}来?看，")
_FULFILS: Final = re.compile("(?:完成|实现|达到|超过)了?$")
_AIM: Final = re.compile("的?(?:目标|任务)，")
_LISTED: Final = re.compile("[0-9.%‰:：∶、和与]+")  # 由上年的22.3%、28.6%和|49.1%|调整为
_ADDS_UP: Final = re.compile("累计[^，。；0-9]{0,8}$")
_SURPASSES: Final = Sieved("(?:超|超过|超出|高于|突破|赶超|逼近|接近)了?$")
_SURPASSED: Final = Sieved("(?:全年)?的?[^，。；0-9]{0,6}[0-9]")
_AGED: Final = Sieved("(?:已经?|刚满?|才|即将|快|虽|将|年满|满|就)?[0-9]{1,3}[多余]?岁")
_FOUNDED: Final = Sieved(
    "(?:创办|成立|始建|建成|创刊|诞生|出生|落成|创建|兴建|组建|设立|建校|[，。；]建|[，。；]生)于(?:公元)?$"
)
_LENGTHS: Final = frozenset({"years_after", "future_length"})
"""Rules whose times govern what comes after them wherever they stand: 2015年完成1万元，未来三年，投资将超过3万元."""
_RANGES: Final = frozenset({"month_range", "quarter_range", "year_range", "last_months"})
"""Rules whose times are statistical, whatever their length: 1月份增长21%；2—5月份，单月分别增长…."""
_REACH: Final = 300  # characters
_BEGUN: Final = ("开始", "起", "至今", "以来")
_SINCE: Final = ("自", "从")


def eligible(
    markup: Markup, periods: Sequence[PeriodMention], number: NumberMention, issue_date: date
) -> list[PeriodMention]:
    """The times before ``number`` that may govern it; 2022年以来 only where no plain time stands.

    ``periods`` are the governing times of the sentence, left to right.
    """
    brackets = ")" in markup.text
    before = [
        p
        for p in periods
        if p.end <= number.start
        and not _is_of_start(markup, p, number)
        and not _is_aside(markup, periods, p)
        and not _is_yet_to_come(markup, p, number, issue_date)
        and not _is_fulfilled(markup.text, p, number)
        and not _is_basis(markup.text, p, number)
        and not (number.dimension != "age" and is_of_age(markup.text, p))
        and not (is_surpassed(markup.text, p) and _is_behind(markup, p, number))
        and not (brackets and _is_bracketed(markup.text, p, number))
        and not (is_founding(markup, p) and markup.clause_at(p.start) != markup.clause_at(number.start))
    ]
    then = markup.text.rfind("届时", max(0, number.start - _REACH), number.start)
    coming = [p for p in before if p.end <= then and p.date_end is not None and p.date_end > issue_date]
    if coming and all(p.start < then for p in before):
        return coming[-1:]  # 8月22日举行，今天成立代表团，届时派出63人
    caused = [p for p in before if _is_of_cause(markup, p, number)]
    before = [p for p in before if p not in caused] or ([] if all(p.rule == "holiday" for p in caused) else before)
    if any(p.role == "since" or p.text.startswith(_SINCE) for p in before):
        before = [p for p in before if p.rule != "until_now"]  # 自1994年首航，至今已执行20次
    last = before[-1] if before else None
    if last is not None and last.role == "since" and _ADDS_UP.search(markup.text, last.end, number.outer_start):
        return [last]  # 前两个月利率为4%，2018年以来累计下降3.9个百分点
    plain = [p for p in before if p.role != "since" or p.date_start == date(issue_date.year, 1, 1)]
    if all(is_announcement(markup, p) for p in plain):
        return before  # 11日发布报告说，自2011年以来八成…
    lasting = [p for p in plain if p.rule != "past_length" or "；" not in markup.text[p.end : number.start]]
    return lasting or plain or before  # 近两年复合增长率为14.7%；从业人员708万人: a length of years ends there


def _is_basis(text: str, period: PeriodMention, number: NumberMention) -> bool:
    """在去年减负5000亿元的基础上，再减3500亿元: the time of what is built upon is not that of what is built."""
    return text.startswith("在", period.start - 1) and text.find("基础上", period.end, number.start) >= 0


_SAYS_WHEN: Final = re.compile("截|即|自|指|期|按|据")  # (数据截至6月末)


def _is_bracketed(text: str, period: PeriodMention, number: NumberMention) -> bool:
    """应付债券50亿元(年初为零)，其他负债20亿元: what a bracket tells of another time is over where it closes."""
    opens, closes = text.rfind("(", 0, period.start), text.find(")", period.end, number.start)
    if opens < 0 or closes < 0 or text.find(")", opens, period.start) >= 0:
        return False
    return closes - period.end > 1 and _SAYS_WHEN.search(text[opens + 1 : period.start]) is None


def is_surpassed(text: str, period: PeriodMention) -> bool:
    """出口1524亿元，已超2020年全年的1503亿元；进口…: the time is that of what was surpassed alone."""
    return _SURPASSES.search(text, 0, period.start) is not None and _SURPASSED.match(text, period.end) is not None


def is_of_age(text: str, period: PeriodMention) -> bool:
    """今年53岁的老张种了50亩地: how old somebody is this year dates nothing else of him."""
    return period.text == "今年" and _AGED.match(text, period.end) is not None


def _is_behind(markup: Markup, period: PeriodMention, number: NumberMention) -> bool:
    """Whether another number stands between a time and ``number``."""
    return any(n.claimable and period.end <= n.start < number.start for n in markup.numbers)


def is_founding(markup: Markup, period: PeriodMention) -> bool:
    """博览会创办于1997年，…有27个国家参展: when a thing came to be dates nothing else of it."""
    return _FOUNDED.search(markup.text, 0, period.start) is not None


def _is_of_cause(markup: Markup, period: PeriodMention, number: NumberMention) -> bool:
    """由于受第四季度巨亏等消息影响，股市下跌4%: a time in the clause of the cause dates no effect.

    Nor does a holiday on which more is sought date the prices of the month.
    """
    clause = markup.clauses[markup.clause_at(period.start)]
    if clause.end >= number.start:
        return False
    if _CAUSE.fullmatch(markup.text, clause.start, clause.end) is not None:
        return True
    sought = period.rule == "holiday" and _SOUGHT.fullmatch(markup.text, clause.start, clause.end) is not None
    return sought and markup.text.find(_PRICE, clause.end, number.start) >= 0


def _is_fulfilled(text: str, period: PeriodMention, number: NumberMention) -> bool:
    """提前实现了“十一五”期间关停500万吨的目标，淘汰产能180万吨: the plan is that of the aim alone."""
    if period.role != "plan" or not _FULFILS.search(text, 0, period.start):
        return False
    return _AIM.search(text, period.end, number.start) is not None


def _is_yet_to_come(markup: Markup, period: PeriodMention, number: NumberMention, issue_date: date) -> bool:
    """从明天开始雨势加强，多地已启动24小时值班: what is done by now is not of a time ahead."""
    if period.date_start is None or period.date_start <= issue_date:
        return False
    return is_done(markup.text, period.end, number.start)


def _is_of_start(markup: Markup, period: PeriodMention, number: NumberMention) -> bool:
    """从2005年的第三位上升到第二位: a time after 从 governs no number but the one it introduces."""
    if not AFTER_FROM.search(markup.text, max(0, period.start - 1), period.start + 1):
        return False
    between = markup.text[period.end : number.outer_start]
    if _SEEN.match(between):
        return False
    begun = period.text.endswith(_BEGUN)  # 从7月12日开始的这轮降雨 goes on
    long = between.startswith("的") and len(between) > 8 and not (begun or _LISTED.fullmatch(between, 1))
    return long or any(found.search(markup.text, period.end, number.start) for found in (_TURNS, _MOVED))


def _is_aside(markup: Markup, periods: Sequence[PeriodMention], period: PeriodMention) -> bool:
    """A holiday or day in a clause without figures, after a statistical time, governs nothing."""
    if period.kind not in ("day", "span") or period.role != "period" or period.rule in _LENGTHS:
        return False
    if period.rule in _RANGES:
        return False
    clause = markup.clauses[markup.clause_at(period.start)]
    if (clause.start, clause.end) == (period.start, period.end) and period.kind == "day":
        return False  # 2025年春运专班数据显示，1月31日，…: what follows is of the day
    if any(n.claimable and clause.start <= n.start < clause.end for n in markup.numbers):
        return False
    return any(p.end <= period.start and p.kind in STATISTICAL for p in periods) and clause.start > 0
