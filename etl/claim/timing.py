"""The time that governs a number: same clause, earlier in the sentence, the paragraph, the article's lead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from etl.characters import normalise
from etl.claim.announcement import is_announcement
from etl.claim.base import BasePhrase
from etl.claim.markup import Markup
from etl.claim.old_days import is_of_disaster, is_on_record
from etl.model import PeriodMention
from etl.sieve import Sieved

GOVERNING_ROLES: Final = frozenset({"period", "plan", "deadline", "since"})
# 去年新建的产线: the time belongs to the relative clause, not to the number.
_RELATIVE: Final = re.compile(
    r"[^，；。的]{0,12}?(?:新建|投产|建成|出台|发布|成立|启动|推出|开业|上市(?!公司|企业)|实施|签署|提出|设立|出版|召开|举办|举行|通过|颁布|确定|发生|出生|曝光|爆发|遇难|去世|签订|达成|发射|建造|开通|开工|开播|发起|履新|上任|当选|就任|诞生|创造|创立|创办)[^，；。的0-9一二两三四五六七八九十]{0,6}的"
    r"(?![^，；。]{0,16}(?:造成|导致|致使|致)[^，；。]{0,6}[0-9一二两三四五六七八九十数])"
    r"|[^，。；]{0,40}所作的"
)
# 上个月购物中心袭击事件的|嫌疑人今天出庭
_ATTACK: Final = re.compile(
    r"[^，；。的]{0,18}?(?:袭击|枪击|爆炸|劫持|坠机|坠毁|投毒|谋杀|枪杀)(?:事件|案件?|事故)?的(?![^，；。]{0,16}(?:造成|导致|致使|致)[^，。；]{0,6}[0-9一二两三四五六七八九十数])"
)
_CLAUSE_OF: Final = 48  # characters: no relative clause that they know reaches farther
_PUBLISHED: Final = re.compile(
    r"[^，；。的]{0,12}?(?:发布|公布|发表|通报)的[^，；。]{0,10}?(?:数据|统计|报告|通报|消息|公报|结果|民调|调查)"
)
# 在8日举行的锦标赛中，… happens on that day.
_AT_EVENT: Final = re.compile(r"[^，。；]{2,40}(?:[中上里]|期间|时)[，,]")
# 今年以来全国最强的台风: the time says of what the thing is the first, it dates nothing else.
_RECORD: Final = re.compile(
    r"(?:[^，。；]{0,12}以来|(?:、[0-9一二三四五六七八九十两近]{1,4}年来){1,3})?[^，。；0-9]{0,8}?(?:最|首[次场个批例]|新高|新低|罕见|少有)"
)
# 为近十年|最低, 创近三年|同期新高: of how long a time it is the lowest or the highest.
_BEST_OF: Final = Sieved("(?:的?同期)?的?(?:最[高低好差大小快慢多少优强]|[新次][高低](?![端档])|[高低]位|少有|罕见)")
# 2019年年会, 2010年南非世界杯, 2019年中央预算的决议草案: a year in the name of an event or a paper.
_OF_EVENT: Final = re.compile(
    r"[^，。；、]{0,8}(?:年会|世界杯|奥运会|亚运会|锦标赛|世锦赛|欧洲杯|博览会|峰会|推介会|大赛|盛典|联赛|联欢晚会|春晚|冬[残季]?奥会|残奥会|青奥会|全运会|军运会|世博会|园博会|进博会|交易会|运动会|大运会|公开赛|大师赛|[温法澳美]网|启动仪式)|[^，。；]{0,24}(?:决议草案|计划草案|预算草案)"
)
# 2018年是改革开放40周年 dates nothing; nor does 今年第4号台风.
_OCCASION: Final = re.compile(
    r"又?是[^，。；]{0,16}周年|所?(?:设定|确定|制定|提出|定下|下达|预定)的[^，。；]{0,16}(?:目标|任务|指标)|(?:的?第[0-9一二三四五六七八九十]{1,3}|首)[号场轮]|的?(?:活动)?(?:主题|口号)[是为]"
)
# 今天的“以先锋模范为镜”，让我们一起走近…: when a programme is on the air, not when what it tells of happened.
_ON_AIR: Final = frozenset({"今天", "今日", "今晚"})
_SHOWN: Final = re.compile(
    "(?:[的“《【][^，。；]{1,24}，?|[，就]|我们)[^，。；]{0,14}?(?:让我们|为您|带您|带你|来(?:看|认识|了解)|继续播出|播出《|说说"
    "|一起(?:来|去)?(?:看|了解|走[近进]|分享|关注|认识|感受))"
)
# 以已披露2022年年度报告的上市公司为样本: what year a firm's report is of, not when what is told was.
_REPORT_OUT: Final = re.compile(
    r"度?(?:年度?|半年度?)?(?:业绩|财务)?(?:报告|报)(?:的[^，。；数据]{0,6}(?:公司|企业|机构)|披露)"
)
_PRICES: Final = Sieved("的?(?:(?:不变|可比|同期)价|价格计算)")  # 按上年不变价计算的业务总量
# 10月份例行新闻发布会, 三季度新闻发布会: when it is held; but 2013年新闻发布会 tells of 2013.
_CONFERENCE: Final = Sieved("的?(?:例行)?(?:新闻|政策)?(?:发布会|通气会|吹风会)")
# 推动“十五五”开好局
# 6月|交货的原油期货: the name of what is traded.
_DELIVERED: Final = Sieved("份?(?:交货(?![量值额])|交割|到期|合约|期货)")
_WELL_BEGUN: Final = Sieved("(?:实现)?(?:良好)?(?:开好局|良好开局|起好步|圆满收官|收好官|胜利收官)")
# “十二五”节能减排综合性工作方案: a plan inside the name of a document.
_DOCUMENT: Final = re.compile(r"[^，。；、]{0,16}?(?:规划|方案|纲要|草案|计划|建议|大纲)")
# 由1—8月份的下降转为增长: the time is of what was before.
_TURNED: Final = re.compile(r"的?[^0-9，；。]{0,8}(?:转为|变为|转正|转负|转增|转降|扭转)")
_TURNED_NEAR: Final = 12  # characters
# 走进“十二五”, 展望“十二五” look at a time without dating anything; 全年目标任务 is an aim's name.
_ENTERED: Final = re.compile(r"(?:走进|迈向|站在|展望|迎接|面向|走向|开启|围绕|关于|针对|谋划|编制|继|如)[“‘]?$")
_LEFT_OUT: Final = Sieved("除了?(?:[0-9]{1,2}月?份?[、和与])*$")
_LIST: Final = 12  # characters
_FULFILS: Final = re.compile(r"(?:完成|实现|达到|超过|超出|高于|低于|好于|符合)了?$")
_YEARS_AIM_OF: Final = Sieved(
    "[^，。；0-9]{2,8}(?:目标|任务|计划|预算)的[0-9一二三四五六七八九]"
)  # 完成全年发行计划的91%
_AIM_FULFILLED = re.compile(r"的?(?:预期|预定)?(?:目标|任务|计划|预算|指标)(?:已|超额|提前|均|都)*(?:完成|实现|达到)")
_OUTLOOK: Final = re.compile("[^，。；0-9]{0,16}(?:意愿|信心|预期指数|期望)")
# 是2005年的1.5倍 names what is compared with.
_MULTIPLE: Final = re.compile(r"的(?:近|约|超过?)?[0-9.一二两三四五六七八九十]{1,6}多?倍")
_AIMED: Final = re.compile(r"的?(?:经济)?(?:增长)?(?:预期|预定)?(?:目标|任务|计划|预算|指标)")
# 前5月投资9亿元，占全年计划投资任务的49%: how much of the year's aim is met by then.
_SHARE_OF: Final = Sieved("(?:占|相当于)(?:了|到)?$")
_YEARS_AIM: Final = re.compile("[^，。；0-9]{0,8}?(?:目标|任务|计划|预算|指标)")
# 相当于三个经济大省2024年的总量, 占比降至2017年水平: how much there was then is what something is held against.
_AS_MUCH: Final = Sieved(
    "(?:相当于|等于|接近|持平于?|超过|(?:降|回|恢复|升|回落|回升|下降|上升)[到至])了?[^，。；]{0,30}$"
)
_OF_THEN: Final = Sieved("(?:同期|全年)?的?(?:同期|全年)?(?:水平|总量|总和|规模|峰值|高点|低点)(?=[，。；、的]|$)")
_YEARS_AGO: Final = re.compile("(?<![0-9][0-9][0-9])[0-9一二两三四五六七八九十]年(?:之|以)?前$")
# 截至12月底，手持订单1.4亿吨: what is in hand is of the day.
_YEARS_PAST: Final = Sieved("(?:过去|近|最近|这)[的这]?[一二两三四五六七八九十0-9]{1,2}年(?:来|间|里|中|时间)?$")
_IN_HAND: Final = Sieved("(?:手持|在手|现[存有]|存量|保有|尚有|仍有)[^。；]*$")
# 年末有小学25所，招生0.5万人: what happens in a year is not of its end.
_HAPPENS: Final = Sieved("(?:招生|毕业生?|[离结]婚|出生|死亡)(?:人[口数])?$")
_ACCUMULATES: Final = re.compile(r"累计|共|新增|净增|总共|合计|增量")
# “十四五”前四年固定资产投资15万亿元 is of all four.
_YEARS_OF_PLAN: Final = Sieved("[前后头][一二两三四1-4]年")
_INVESTED: Final = Sieved("投资|投入")
# 连续跨越110万亿元、120万亿元: sums that were passed one after another
_PASSED: Final = Sieved("(?:连续|接连|相继|先后|连)(?:跨越?|迈上|迈过|突破|跃上|站上|登上|越过)[^，。；]*$")
# 棚户区住房改造2000万套, 新建公路3万公里: what is made one after another adds up over a plan.
_MADE: Final = re.compile(r"(?:改造|新建|新开工|新增|搬迁|治理|培训|转移|脱贫|减少贫困人口)[^，。；]{0,10}$")
_TOTALS: Final = re.compile(r"累计(?:达到?|为)[^，；]{0,4}$")
_STANDS = re.compile(r"(?:[保维]持在|稳定在|达到?|增至|增加到|扩大到|总数|总量|超|突破|为|拥有|总装机)[^，；]{0,6}$")
# 过去五年，森林覆盖率达到40%, but not 合格率保持在98%以上
_COMES_TO: Final = re.compile("(?:达到?|[升高增大降少缩][到至为]|突破|超过?)[^，；。]{0,4}$")
_HOW_MANY: Final = Sieved("(?:数|数量|里程|规模|余额|保有量)$")
_ADDING: Final = re.compile("新|改|建设|建成|完成|减|增|扩|培训|治理|搬迁")
_START_OF: Final = re.compile(r"(?:从(?!事|业)|由(?!于)|自(?=[^一-鿿]|$))[^，；到至]{0,14}$")
_END_OF = re.compile(r"(?:增|提高|提升|上升|升|扩大|下降|降|减少|回落|发展|缩)[^，；率速幅]{0,2}(?:到|至|为)了?$")
# 规划纲要: 比重达到11.4%: what a plan is to reach is of its end; what it is to make, or to keep up, of all of it.
_REACHED: Final = re.compile(r"达到?[^，。；0-9]{0,3}$")
_ONWARD: Final = ("起", "开始", "以来")
_ALL_ALONG: Final = re.compile("累计|共|合计|新增|增量|年均|平均|每年|投资|投入")


STATISTICAL: Final = frozenset({"month", "quarter", "half_year", "year", "ytd"})
"""Kinds of the times that statistics are of."""


class Timing:
    """A resolved time of a claim: first and last day, kind by the schema, and the words that say so."""

    __slots__ = ("end", "kind", "role", "start", "text")

    def __init__(self, start: date, end: date, kind: str, text: str, role: str = "period") -> None:
        self.start = start
        self.end = end
        self.kind = kind
        self.text = text
        self.role = role

    @property
    def plain(self) -> str:
        """The printed words as rules read them: ２００８年 as 2008年."""
        return normalise(self.text)

    @property
    def days(self) -> tuple[date, date]:
        """First and last day."""
        return self.start, self.end

    def in_year(self, year: int) -> Timing:
        """The same words said of another calendar year (全年 of what is expected of this one)."""
        return Timing(date(year, 1, 1), date(year, 12, 31), "year", self.text, self.role)

    def at_end(self) -> Timing:
        """How things stand when the time is over: 过去五年 until yesterday are over today."""
        over = self.end + timedelta(days=1)
        years = (over.month, over.day) == (self.start.month, self.start.day) != (1, 1)
        day = over if years and "月" not in self.text else self.end
        return Timing(day, day, "instant", self.text, self.role)

    def until(self, day: date) -> Timing:
        """The same time, cut off at ``day`` (今年 of what has happened runs to the day of issue)."""
        if not self.start < day < self.end:
            return self
        return Timing(self.start, day, "ytd", self.text, self.role)


def timing_of(period: PeriodMention) -> Timing | None:
    """The mention as a timing; None while one of its ends is open."""
    if period.date_start is None or period.date_end is None:
        return None
    return Timing(period.date_start, period.date_end, period.kind, period.text, period.role)


def _is_relative(text: str, period: PeriodMention) -> bool:
    """Whether the mention belongs to a relative clause; not in 在8日举行的锦标赛中，…, nor in 13日发布的数据显示."""
    if text.find("的", period.end, period.end + _CLAUSE_OF) < 0 or (period.rule == "now" and "截" in period.text):
        return False  # 截至目前在江上已建成的大桥已达143座
    if not (_RELATIVE.match(text, period.end) or _ATTACK.match(text, period.end)):
        return False
    if period.kind == "day" and _PUBLISHED.match(text, period.end):
        return False
    return text[max(0, period.start - 1) : period.start] not in ("在", "于") or not _AT_EVENT.match(text, period.end)


def _is_named(text: str, period: PeriodMention) -> bool:
    """Whether the mention only stands in the name of a thing: a record since then, a plan's document."""
    if _OCCASION.match(text, period.end) or (period.kind == "year" and _OF_EVENT.match(text, period.end)):
        return True
    if is_on_record(text, period):
        return True
    if period.kind in ("month", "quarter") and _CONFERENCE.match(text, period.end):
        return True
    if period.kind == "year" and _PRICES.match(text, period.end):
        return True
    if period.kind in ("year", "half_year") and _REPORT_OUT.match(text, period.end):
        return True
    if period.text in _ON_AIR and _SHOWN.match(text, period.end):
        return True
    if period.role == "since" or period.rule == "past_length":
        record = _RECORD if period.role == "since" or period.text.endswith("来") else _BEST_OF
        return record.match(text, period.end) is not None
    if period.role == "plan" and (period.text.endswith("纲要") or _WELL_BEGUN.match(text, period.end)):
        return True
    in_quotes = period.role == "plan" and period.text.endswith(("”", "’", '"', "」"))
    return in_quotes and _DOCUMENT.match(text, period.end) is not None


def _is_asked_of(text: str, period: PeriodMention) -> bool:
    """对未来3至5年的增长有信心的占76%, 未来6个月的购买意愿提高: the time is of what people were asked about."""
    if period.rule != "future_length":
        return False
    return text.endswith("对", 0, period.start) or _OUTLOOK.match(text, period.end) is not None


def _is_entered(text: str, period: PeriodMention) -> bool:
    """展望“十二五”, 除了2月和3月: looked at or left out; but 展望全年，收入将增长5% tells what is to be in it."""
    if text.endswith("展望", 0, period.start) and text.startswith("，", period.end):
        return False
    if _LEFT_OUT.search(text, max(0, period.start - _LIST), period.start):
        return True
    return _ENTERED.search(text, max(0, period.start - 4), period.start) is not None


def governing(
    markup: Markup, bases: Sequence[BasePhrase], inside: Sequence[tuple[int, int]], named: bool = False
) -> list[PeriodMention]:
    """The mentions of a sentence that may govern its numbers, left to right.

    Left out: times that only name a base, that stand in a relative clause, inside an ``inside`` span, or in the
    name of a thing; of a headline (``named``) a plan in the name of its document is what the article is about.
    """
    skipped = [(phrase.start, phrase.end) for phrase in bases if phrase.period is not None] + list(inside)
    return [
        period
        for period in markup.periods
        if period.role in GOVERNING_ROLES
        and period.date_end is not None
        and not any(start <= period.start < end for start, end in skipped)
        and not _is_relative(markup.text, period)
        and (
            (named and period.role == "plan" and not _WELL_BEGUN.match(markup.text, period.end))
            or not _is_named(markup.text, period)
        )
        and not is_of_disaster(markup.text, period)
        and not _turns(markup.text, period.end)
        and not _is_entered(markup.text, period)
        and not (
            (
                _AIMED.match(markup.text, period.end)
                and (_FULFILS.search(markup.text, 0, period.start) or _AIM_FULFILLED.match(markup.text, period.end))
            )
            or (_YEARS_AIM_OF.match(markup.text, period.end) and _FULFILS.search(markup.text, 0, period.start))
        )
        and not _is_of_share(markup.text, period)
        and not _MULTIPLE.match(markup.text, period.end)
        and not (period.kind == "year" and _is_as_much(markup.text, period))
        and not _is_asked_of(markup.text, period)
        and not (period.kind == "month" and _DELIVERED.match(markup.text, period.end))
        and not markup.text.endswith(("同比", "环比"), 0, period.start)
        and not (markup.text.endswith("占", 0, period.start) and markup.text.startswith("的", period.end))
    ]


def _turns(text: str, end: int) -> bool:
    near = text[end : end + _TURNED_NEAR]
    return ("转" in near or "变" in near) and _TURNED.match(near) is not None


def _is_of_share(text: str, period: PeriodMention) -> bool:
    return _SHARE_OF.search(text, 0, period.start) is not None and _YEARS_AIM.match(text, period.end) is not None


def _is_as_much(text: str, period: PeriodMention) -> bool:
    return _OF_THEN.match(text, period.end) is not None and _AS_MUCH.search(text, 0, period.start) is not None


def nearest(markup: Markup, periods: Sequence[PeriodMention], position: int) -> PeriodMention | None:
    """The last governing mention before ``position``; one that is no announcement wins over one that is."""
    before = [period for period in periods if period.end <= position]
    told = [period for period in before if not is_announcement(markup, period)]
    statistical = [period for period in told if period.kind != "day"]
    if statistical and told and told[-1].kind == "day" and told[-1].start < statistical[-1].start:
        return statistical[-1]
    return told[-1] if told else None


_DATED: Final = re.compile("[0-9一二三四五六七八九十][日号]")


def announcement_day(periods: Sequence[PeriodMention], position: int) -> PeriodMention | None:
    """The last mention before ``position`` that is an announcement's printed day (not 今天, 日前)."""
    days = [p for p in periods if p.end <= position and p.kind == "day" and _DATED.search(normalise(p.text))]
    return days[-1] if days else None


def adapt(timing: Timing, nature: str, measure: str, context: str, national: bool = True) -> Timing:
    """The timing as the contract wants it for a flow or a stock.

    ``nature`` is the indicator's (flow, stock ...), ``context`` the text between the time and the number.
    A flow beside a year's end takes the whole year; a level that a plan period governs is its last year
    (flow) or its last day (stock), unless it accumulates over the plan. Only totals of the economy
    (``national``) are surely yearly: a project's investment is the plan's.
    """
    if (
        timing.kind == "instant"
        and (nature == "flow" or _HAPPENS.search(context))
        and measure != "rank"
        and not (timing.text.startswith("截") and (_ACCUMULATES.search(context) or _IN_HAND.search(context)))
        and (timing.end.month, timing.end.day) == (12, 31)
    ):
        return Timing(date(timing.end.year, 1, 1), timing.end, "year", timing.text, timing.role)
    if measure == "level" and _is_year_ago(timing, nature):
        return Timing(date(timing.end.year, 1, 1), date(timing.end.year, 12, 31), "year", timing.text, timing.role)
    if measure == "level" and timing.kind == "span" and _stands_now(timing, nature, context):
        return timing.at_end()
    if timing.role != "plan" or timing.kind != "span" or measure != "level":
        return timing
    if _TOTALS.search(context) or (nature in ("stock", "capacity") and _stands_at_end(context)):
        return Timing(timing.end, timing.end, "instant", timing.text, timing.role)
    part = _YEARS_OF_PLAN.search(timing.plain) is not None and _INVESTED.search(context) is not None
    adds_up = _ACCUMULATES.search(context) or _MADE.search(context) or _PASSED.search(context)
    if nature == "flow" and national and not part and not adds_up:
        return Timing(date(timing.end.year, 1, 1), timing.end, "year", timing.text, timing.role)
    return timing


def _stands_now(timing: Timing, nature: str, context: str) -> bool:
    """过去五年，基站数量达到400万个: how much there is at the end of the years; 五年来累计建成 is what they made."""
    past = timing.role == "since" and timing.text.endswith("年来")
    past = past or (timing.role == "period" and _YEARS_PAST.match(timing.plain) is not None)
    given = context.endswith(("，为", "。为"))  # 为|1.17万所卫生院配备设备
    stands = nature in ("stock", "capacity") and past and not given and _STANDS.search(context) is not None
    stands = stands or (nature == "rate" and past and _COMES_TO.search(context) is not None)
    return stands and not (_ACCUMULATES.search(context) or _MADE.search(context))


def _stands_at_end(context: str) -> bool:
    """Whether an amount that a plan governs is what there is at its end: 达到2530个, 泊位数|2530个, not 新增里程."""
    if _STANDS.search(context):
        return True
    clause = context[max(context.rfind("，"), context.rfind("；")) + 1 :]
    return _HOW_MANY.search(clause) is not None and not (_ACCUMULATES.search(clause) or _ADDING.search(clause))


def _is_year_ago(timing: Timing, nature: str) -> bool:
    """19年前，派驻225名: something of that year. 从10年前的3000万人 is how things stood on a day, and so is a stock."""
    started = timing.text.startswith(("从", "由"))
    return _YEARS_AGO.search(timing.plain) is not None and (nature == "flow" or (nature != "stock" and not started))


def ends_of_span(timing: Timing, left: str, nature: str, ahead: bool = False) -> Timing:
    """从2006年到2009年…从A增长到B: A belongs to the first year of the span, B to the last.

    ``left`` is the text of the clause before the number, ``ahead`` tells that the span is not over yet.
    """
    if timing.text.endswith(_ONWARD):
        return timing
    years = timing.end.year - timing.start.year
    if timing.kind != "span" or years < 1 or "月" in timing.text:
        return timing
    ended = _END_OF.search(left) is not None
    if not ended and _START_OF.search(left):
        first = timing.start.year - 1 if timing.role == "plan" else timing.start.year
        return _year(timing, first, nature)
    if ended and not ahead and nature != "flow" and (timing.end.month, timing.end.day) != (12, 31):
        return timing.at_end()  # 十年来，比重由4%提高到6%
    if ended or (ahead and timing.role == "plan" and _REACHED.search(left) and not _ALL_ALONG.search(left)):
        return _year(timing, timing.end.year, nature)
    return timing


def _year(timing: Timing, year: int, nature: str) -> Timing:
    last = date(year, 12, 31)
    if nature == "stock" and timing.role == "plan":
        return Timing(last, last, "instant", timing.text, timing.role)
    return Timing(date(year, 1, 1), last, "year", timing.text, timing.role)
