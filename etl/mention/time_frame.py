"""The words around an expression of time that say how it is meant: 比, 截至, 到, 自 before; 末, 以来, 前 after."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from etl.mention.timeline import ONE_DAY, Days, Timeline, instant, kind_of
from etl.sieve import Sieved

_COMPARED: Final = (
    "比", "较", "高于", "低于", "快于", "慢于", "大于", "小于", "多于", "少于", "优于", "好于", "强于", "弱于", "早于",
    "晚于",
    "相比于", "相比", "相较", "相较于", "较之", "比之", "相对于", "持平于",
)  # fmt: skip
_NOT_COMPARED: Final = ("占比", "同比", "比较", "可比", "对比", "年比", "评比")
_WITH: Final = (
    "与",
    "同",
    "和",
    "跟",
    "是",
    "为",
    "相当于",
    "在",
    "以",
    "等于",
    "达到",
    "达",
    "超过",
    "超过了",
    "恢复到",
    "恢复至",
    "回到",
)
_BASED: Final = Sieved(
    "(?:的)?(?:相比|同比|比(?!例|重|率)|持平|相同|相当|基本持平|大体持平|(?:[^，。；、0-9一二三四五六七八九十两首]{0,12}的?基础上)|为(?:基期|基数|100)|不变价|价格计算)"
    "|(?:同期)?的?(?:增幅|增速|涨幅|降幅|价格|规模)(?:基本|大体)?(?:持平|相当|相同)"
    "|[^，。；、]{0,12}的(?:[近约]|[0-9.]){0,8}[0-9零一二两三四五六七八九十半]多?倍"
    "|(?:全年)?(?:的)?(?:同期)?(?:[0-9.,]{1,9}[万亿]{0,2}[^，。；0-9]{1,4}的)?(?:水平|总和|总量)"
)
_TURNED_TO: Final = ("转为", "变为")  # 由一季度同比增长转为|二季度同比下降 compares nothing
# 恢复到2019年春节的89%; but 第一高是2022年的6.9%
_RECOVERED: Final = ("恢复到", "恢复至", "恢复", "回到", "相当于")
_OF_PERCENT: Final = Sieved(
    "的(?:近|约|超过?)?(?:[0-9.]{1,6}%|一半|[一二三四五六七八九]成|[二三四五六七八九十]分之[一二三四五六七八九])"
)
# 截至北京时间23日1时
_AS_OF: Final = Sieved(
    "截[至止](?:到|于|至)?(?:(?:北京|当地|欧洲中部|美国东部|美东|世界标准|格林尼治)时间|(?:今|昨)[天日](?=$))?$"
)
_SINCE: Final = Sieved("(?:自从|自|从|由)$")
_RANGED: Final = Sieved("[0-9一二三四五六七八九十]月?(?:至|到|—|-|~)")  # 自1月至11月 is closed
_OPEN: Final = re.compile("[^，。；！？]{0,30}?以来")
_DUE: Final = Sieved(
    '(?:^|[，。；：、,;:！？（()“”"\n]|力争|争取|计划|目标|提出|预计|规划|确保|要求|明确|即|将)[到至]$'
)
_AHEAD: Final = Sieved("(?:将于|将在|定于|拟于|拟在|预计|计划|力争|争取|定在|有望于|有望在|计划于|[到至])$")
_AHEAD_AFTER: Final = Sieved(
    "(?:[上中下]旬|初|底|末|份)?(?:将|前(?:完成|实现|建成|投产|全面|基本)|前[^。；]{0,12}(?:将|力争|争取|确保|计划|拟)|有望|拟)"
)
_TAIL: Final = Sieved(
    "(?P<since>年?以来|至今|迄今|到现在|到目前)"
    "|(?P<end>月?[末底](?!线))"
    "|(?P<begin>初(?![步级中次始期一二三四五六七八九十]))"
    "|(?P<before>(?P<both>[或及]其?)?(?:[之以]前|前(?![0-9一二两三四五六七八九十几数半后夕列述景沿台线途提所头身段排身期])))"
    "|(?P<after>[或及]?其?(?:[之以][后後]|[后後](?![0-9一二两三四五六七八十半期续代备来])|起(?![来草伏诉码点步])|开始))"
)
# 从18日清晨起, 自15日上午9时以来: the hour between a day and its tail.
_HOUR: Final = re.compile(
    "(?:凌晨|清晨|早[晨上]|上午|中午|下午|傍晚|晚(?:上|间)?|深夜)?(?:[0-9]{1,2}[时点](?:[0-9]{1,2}分)?)?(?=起|开始|以来|至今)"
)
# 桥面今天开始吊装: what begins on a day happens on it; 从今天开始 runs on.
_BEGINS: Final = Sieved("开始(?=[一-鿿])(?![的至到后之])")
_TAIL_END: Final = Sieved("(?:前(?![0-9一二两三四五六七八九十几数半后夕列述景])|之前|以前)")
# 从今早8点到明晚8点, 18日晚至19日: an hour or a part of the day may stand before what joins two days.
_JOIN: Final = Sieved(
    "(?:凌晨|清晨|早[晨上]|上午|中午|下午|傍晚|晚上?|深夜)?(?:[0-9]{1,2}[时点](?:[0-9]{1,2}分|半)?)?"
    # 自2日开始，13日结束
    " ?(?:(?:起|开始|启动)?(?:——?|--?|~|至|到) ?|(?:起|开始|启动)，(?:至|到)?(?=[^，。；]{2,12}(?:结束|止)))"
)
_BETWEEN: Final = re.compile("[和与]")
_MARKED: Final = frozenset(words[-1] for words in (*_COMPARED, *_WITH)) | {"的"}
# 与疫情前的|2019年三季度|相比
_DESCRIBED: Final = re.compile("[与同和跟][^，。；、与同和跟]{1,10}的$")
_FOR_INSTANT: Final = frozenset(("year", "month", "quarter", "half_year", "ytd", "span"))


class Frame:
    """How the words before and after an expression of time take it; ``start`` counts the head in."""

    __slots__ = ("ahead", "as_of", "compared", "due", "since", "start")

    def __init__(
        self,
        start: int,
        compared: bool = False,
        as_of: bool = False,
        since: bool = False,
        due: bool = False,
        ahead: bool = False,
    ) -> None:
        self.start = start
        self.compared = compared
        self.as_of = as_of
        self.since = since
        self.due = due
        self.ahead = ahead


def frame_of(text: str, start: int, end: int) -> Frame:
    """The frame of the expression at ``text[start:end]`` (normalised)."""
    before = text[max(0, start - 12) : start].rstrip(" ")
    if not before:
        return Frame(start, ahead=_AHEAD_AFTER.match(text, end) is not None)
    if before[-1] in _MARKED and _is_compared(text, before, end):
        return Frame(start, compared=True)
    if head := _AS_OF.search(before):
        return Frame(start - len(head.group()), as_of=True)
    if head := _SINCE.search(before):
        return Frame(start - len(head.group()), since=True)
    if _DUE.search(before):
        return Frame(start - 1, due=True, ahead=True)
    return Frame(start, ahead=_AHEAD.search(before) is not None or _AHEAD_AFTER.match(text, end) is not None)


def _is_compared(text: str, before: str, end: int) -> bool:
    """Whether something is compared with the time: 比上年, 与去年相比."""
    if before.endswith(_COMPARED) and not before.endswith(_NOT_COMPARED):
        return True
    if before.endswith("的"):
        return text.startswith("相比", end) and _DESCRIBED.search(before) is not None
    if before.endswith(_RECOVERED) and _OF_PERCENT.match(text, end):
        return True
    return before.endswith(_WITH) and not before.endswith(_TURNED_TO) and _BASED.match(text, end) is not None


def join(text: str, end: int) -> int | None:
    """Where the second time of a range begins when the first ended at ``end``, or None."""
    found = _JOIN.match(text, end)
    return found.end() if found else None


def joined(first: Days, second: Days) -> Days | None:
    """One span from the first time to the last, or None when they do not follow each other."""
    if first.start is None or second.end is None or second.end < first.start:
        return None
    return Days(first.start, second.end, kind_of(first.start, second.end))


def with_tail(text: str, end: int, days: Days, timeline: Timeline, since: bool = False) -> tuple[int, Days, str | None]:
    """The end, the days and the role (None: unchanged) of a time with the word that follows it.

    After 从 or 自 (``since``) an hour may stand between a day and its tail.
    """
    hour = _HOUR.match(text, end) if since and days.kind == "day" else None
    end = hour.end() if hour is not None else end
    tail = _TAIL.match(text, end)
    if tail is None:
        return end, days, None
    if tail["since"]:
        return _since(tail.end(), days, timeline)
    if tail["end"]:
        return _at_end(text, end, tail.end(), days, timeline)
    if tail["begin"]:
        return _at_begin(end, tail.end(), days)
    if days.kind == "day" and not since and days.end and days.end <= timeline.ref_date and _BEGINS.match(text, end):
        return end, days, None
    if tail["before"]:
        return _before(tail.end(), days, timeline, bool(tail["both"]))
    return _after(text, end, tail.end(), days, timeline)


def framed(text: str, end: int, frame: Frame, days: Days, timeline: Timeline) -> tuple[Days, str | None]:
    """The days and role (None: unchanged) that the head (截至, 到, 自) gives to a time without a tail."""
    if days.end is None:
        return days, None
    if frame.as_of:  # 截止到今年, 截至本月: what is told can only be of now
        under_way = days.start is not None and days.start <= timeline.ref_date
        return instant(min(days.end, timeline.ref_date) if under_way else days.end), None
    if frame.due:
        return instant(days.end), "deadline" if days.end > timeline.ref_date else None
    if (
        frame.since
        and not _RANGED.search(text, frame.start, end)
        and (text[frame.start] == "自" or _OPEN.match(text, end))
        and days.start is not None
        and (days.kind not in ("span", "instant") or _OPEN.match(text, end))
    ):
        if days.start <= timeline.ref_date and _OPEN.match(text, end):
            return Days(days.start, timeline.ref_date, "span"), "since"
        return Days(days.start, None, "span"), None
    return days, None


def closed(text: str, end: int) -> int:
    """The end of a range with the 止 or 之间 that closes it."""
    return next((end + len(word) for word in ("期间", "之间", "止", "间") if text.startswith(word, end)), end)


def _since(end: int, days: Days, timeline: Timeline) -> tuple[int, Days, str | None]:
    ref, start = timeline.ref_date, days.start
    if start is None:
        return end, days, None
    if start > ref:
        return end, Days(start, None, "span"), None
    kind = "ytd" if start == date(ref.year, 1, 1) else "span"
    return end, Days(start, ref, kind), "since"


def _at_end(text: str, bare: int, end: int, days: Days, timeline: Timeline) -> tuple[int, Days, str | None]:
    if days.end is None or days.kind in ("day", "instant"):
        return bare, days, None
    moment = instant(days.end)
    if text.startswith("以来", end):
        return _since(end + len("以来"), moment, timeline)  # 9月底以来
    due = _TAIL_END.match(text, end)
    if due and days.end >= timeline.ref_date:
        return due.end(), moment, "deadline"
    return end, moment, None


def _at_begin(bare: int, end: int, days: Days) -> tuple[int, Days, str | None]:
    if days.kind != "month" or days.start is None:
        return bare, days, None
    return end, Days(days.start, days.start + timedelta(days=4), "span"), None


def _before(end: int, days: Days, timeline: Timeline, included: bool) -> tuple[int, Days, str | None]:
    if days.end is None or days.start is None:
        return end, days, None
    if days.kind == "span":
        return end, days, None
    if days.end >= timeline.ref_date:
        return end, instant(days.end), "deadline"
    return end, Days(None, days.end if included else days.start - ONE_DAY, "span"), None


def _after(text: str, bare: int, end: int, days: Days, timeline: Timeline) -> tuple[int, Days, str | None]:
    if days.end is None or days.start is None:
        return bare, days, None
    if text[bare] in "起开" and days.kind == "day" and days.start > timeline.ref_date:
        return end, instant(days.start), None  # 自7月1日起 of a policy: the day it comes into force
    included = text[bare] in "起开或及" or days.kind in ("day", "instant")
    start = days.start if included else days.end + ONE_DAY
    return end, Days(start, None, "span"), None
