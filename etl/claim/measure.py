"""The measure, sign, value and unit of a number, from its cue, its topic and its neighbours."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from etl.claim.base import BASE, PEER, BasePhrase
from etl.claim.cue import Cue
from etl.claim.discourse import Discourse
from etl.claim.place import Place
from etl.claim.restated import RESTATED as RESTATED
from etl.claim.restated import restated
from etl.claim.topic import Topic
from etl.lexicon.predicates import PREDICATES
from etl.model import NumberMention
from etl.sieve import Sieved

_HUNDRED: Final = Decimal(100)
_PERCENT_FORMS: Final = frozenset({"percent", "digits"})


class Reading:
    """What the number says: measure, value with its sign in ``unit``, bound, and the rule that decided."""

    __slots__ = ("bound", "indicator_text", "measure", "rule", "unit", "value", "value_high")

    def __init__(
        self,
        measure: str,
        value: Decimal,
        value_high: Decimal | None,
        bound: str,
        unit: str | None,
        rule: str,
        indicator_text: str | None = None,
    ) -> None:
        self.measure = measure
        self.value = value
        self.value_high = value_high
        self.bound = bound
        self.unit = unit
        self.rule = rule
        self.indicator_text = indicator_text


def reading_of(
    place: Place, number: NumberMention, cue: Cue | None, topic: Topic, base: BasePhrase | None, discourse: Discourse
) -> Reading:
    """The reading of ``number``; without a cue the indicator's nature or an elliptic parallel decides."""
    measure, sign, rule = _decide(place, number, cue, topic, discourse)
    measure, sign, rule = _leaning(place, number, cue, topic, discourse) or (measure, sign, rule)
    if discourse.measure == "growth" and number.form in _PERCENT_FORMS and _is_of_base(base, number):
        measure, sign, rule = "growth", -1 if discourse.falling else 1, "percent.of_base"
    if measure == "change" and base is not None and base.comparison == PEER:
        measure, rule = "gap", rule + "+peer"
    if measure == "change" and base is None and discourse.measure == "gap" and _COMPARED.search(_left(place)):
        measure, rule = "gap", rule + "+gap"
    if number.form == "points" and discourse.falling and _WIDTH.search(_left(place)) and rule in _WIDENED:
        sign = -sign
    if measure == "ratio" and number.value == 1 and _left(place).endswith(("翻了", "翻")):
        measure, rule = "growth", "multiple.doubled"
    if measure == "gap" and base is not None and (base.period is not None or base.comparison == BASE):
        measure, rule = "change", rule + "+period"
    if measure == "level" and topic.nature == "share" and number.form == "percent":
        measure = "share"
    if measure == "level" and number.unit is None and topic.unit == "倍" and (topic.indicator or "").endswith("比"):
        measure = "ratio"  # 城乡居民收入比缩小至2.34
    value, high, unit = _converted(number, measure)
    value, high = _signed(value, high, sign)
    return Reading(measure, value, high, number.bound, unit, rule, _share_name(place) if measure == "share" else None)


def _leaning(
    place: Place, number: NumberMention, cue: Cue | None, topic: Topic, discourse: Discourse
) -> tuple[str, int, str] | None:
    """The measure, sign and rule of a number that leans on the words or the figure before it; None for the others."""
    again = restated(place, number, discourse) if cue is None and place.clause.opener == "(" else None
    if again is not None:
        return again
    markup, rule = place.markup, cue.rule if cue is not None else ""
    growing = -1 if discourse.falling else 1
    if cue is None and number.form in _AMOUNT_FORMS:
        cut = _CUT.search(markup.text, place.start, place.head)
        if "✚" in markup.shape[place.clause.start : place.start] and _is_added_too(place):
            return "change", 1, "amount.net"  # 新增充电桩2万个、|换电站|60座
        if discourse.measure == "change" and number.dimension == "count" and _is_counted_too(place):
            return "change", 1, "amount.net"  # 增加了9个城市、|22个|站点
        named = cut is not None and any(hit.start <= cut.start() + 1 < hit.end for hit in markup.indicators)
        return ("change", -1, "amount.cut") if cut and not named else None  # 减少贫困人口 is a statistic
    if discourse.measure == "change" and number.form == "percent" and markup.text[place.start : place.head] == _OR:
        return "growth", -1 if discourse.negative else 1, "percent.or"
    if cue is None and discourse.measure == "growth" and number.form in _PERCENT_FORMS:
        joined = _JOINED.fullmatch(markup.text, place.start, place.head)
        return ("growth", growing, "percent.joined") if joined else None  # 增长1.4倍和73%
    if rule == "percent.of_these" and discourse.measure == "ratio":
        return "ratio", 1, "percent.of_these+ratio"  # 是美国的4.49%，|日本的11.3%
    if rule != "percent.reaches":
        return None
    if _OF_SHARE.search(markup.text, place.clause.start, place.head):
        return "share", 1, "percent.reaches+share"
    if topic.nature == "share" and "△" not in markup.shape[place.clause.start : place.head]:
        return "share", 1, "percent.reaches+share"  # 占有率提高2%，|达到46%
    if discourse.measure == "growth" and (discourse.started or _goes_on(place, topic)):
        return "growth", growing, "percent.reaches+growth"
    return _of_amount(place, number, topic, discourse) if topic.own_indicator else None


_OR: Final = "或"  # 较前一日减少12万吨|或|4.3%: the same change, in %


def _is_added_too(place: Place) -> bool:
    """Whether a number goes on with a list of what was added; what is done next (、引进总部49家) is no member of it."""
    listed = _TOO.fullmatch(place.markup.text, place.start, place.head)
    return listed is not None and listed["thing"][:2] not in PREDICATES and not listed["thing"].startswith(_IN_ALL)


_IN_ALL: Final = ("总数", "总量", "总计", "累计", "合计")  # 新增企业296家、|总数达|1025家


def _is_counted_too(place: Place) -> bool:
    """Whether a number goes on with a list of counted things that were added."""
    added = _ADDED.search(place.markup.text, place.clause.start, place.start)
    plain = added is not None and _NO_MOVE.fullmatch(place.markup.shape, added.end(), place.start) is not None
    listed = _COUNTED_TOO.fullmatch(place.markup.text, place.start, place.head) if plain else None
    return listed is not None and not any(word in PREDICATES for word in (listed["thing"][:2], listed["thing"][-2:]))


def _goes_on(place: Place, topic: Topic) -> bool:
    """涨幅从1月份2%，二月份攀升至3.2%: nothing but a time and a move stands before the number."""
    if topic.own_indicator:
        return False
    markup, start = place.markup, place.start
    last = max((p.end for p in markup.periods if start <= p.start and p.end <= place.head), default=start)
    opening = _AGAIN.match(markup.text, start, last) if last > start else None
    plain = last == start or (opening is not None and any(p.start <= opening.end() <= p.end for p in markup.periods))
    if _NOW.fullmatch(markup.shape, place.start, place.head):
        return True  # 由5%左右|下滑到目前的3%
    return plain and _MOVED_TO.fullmatch(markup.shape, last, place.head) is not None


_OF_SHARE: Final = Sieved(
    "占(?![地用])[^，。；]{1,16}的?(?:比重|比例|份额)|占比|市场份额|(?:比例|比重|份额)[从由]"
)  # 占全球的比重由不到1%|提高到12%
_AMOUNT_FORMS: Final = frozenset({"quantity", "bare"})
# 削减财政赤字|450亿元, 减少碳排放|2万吨: what is cut stands between the verb and by how much.
_CUT: Final = re.compile(
    "(?:削减|压减|核减|裁减|缩减|减少|降低)了?(?!到|至|为|减)[一-鿿]{2,8}(?<![到至的后和及为率于])(?:近|约|超过?|达)?$"
)
_TOO: Final = Sieved("(?:、|和|以及|及)(?P<thing>[一-鿿A-Za-z0-9“”]{2,18})(?:超过?|近|约)?")
_ADDED: Final = re.compile("(?:新增|增加|增设|增开|净增)了?(?:约|近|超过?)?[0-9一二两三四五六七八九十百千]")
_NO_MOVE: Final = Sieved("[^，。；✚▲▼]{0,40}")
_COUNTED_TOO: Final = Sieved("(?P<thing>[一-鿿A-Za-z0-9“”()]{2,18})(?:、|和|以及|及)(?:超过?|近|约)?")
_JOINED: Final = Sieved("(?:和|及|与|、|以及|左右和)")
_AGAIN: Final = re.compile(r"(?:[进再又则而并也 ，]|再次|进入|随后|然后){0,4}")
_NOW: Final = Sieved(r"(?:左右|以上|多)?[，, ]?(?:逐步|进一步|快速)?◆+(?:目前|现在|如今|当前)的")
_MOVED_TO: Final = Sieved(r"(?:[再又则也并 ，]|再次|继续|逐步|进一步|的[0-9.]+%)*◆+(?:了|约|近|超|为|的){0,2}")


def _is_of_base(base: BasePhrase | None, number: NumberMention) -> bool:
    """涨幅比8月份的2.6%扩大: the number is that of the period compared with."""
    return base is not None and base.period_at(number.outer_start) is not None


_COMPARED: Final = Sieved(r"[快高慢低]出?$")
_WIDTH: Final = Sieved(r"(?:收窄|缩小|扩大)了?$")
_WIDENED: Final = frozenset({"points.up", "points.down"})


def _left(place: Place) -> str:
    return place.markup.text[max(place.start, place.head - 6) : place.head]


_SHARE_NAME: Final = re.compile(r"占(?!用|地面)[^，；]{1,22}?(?:比重|比例|份额)")


def _share_name(place: Place) -> str | None:
    """制造业增加值占地区生产总值比重, as printed before the number."""
    found = _SHARE_NAME.search(place.markup.text, place.start, place.head)
    if found is None:
        return None
    heads = [hit.start for hit in place.markup.indicators if place.start <= hit.start and hit.end == found.start()]
    return place.markup.sentence.text[(heads or [found.start()])[0] : found.end()]


_AMOUNTS = frozenset({"flow", "stock", "count", "capacity"})  # 自有资金不足10%, 转移支付4万亿元，87%用于: a part of it
_NAMES_RATE: Final = Sieved("(?:[税率幅息]|面(?!积)|度(?!假))[一-鿿]{0,3}$")  # 减税|幅|度达40%: no part
_GROWING: Final = ("增长", "增速", "经济")  # 世界经济增长一直在3%左右


def _of_amount(place: Place, number: NumberMention, topic: Topic, discourse: Discourse) -> tuple[str, int, str] | None:
    """A percentage of an amount or a count is a part of it, of the economy its growth; None of what is a rate."""
    if topic.nature not in _AMOUNTS or topic.unit in ("%", "‰", "") or number.form != "percent":
        return None
    if _NAMES_RATE.search(_left(place)):
        return None
    grows = (topic.own_indicator or discourse.noted or bool(discourse.topics)) and (
        topic.indicator_text or ""
    ).endswith(_GROWING)
    return ("growth" if grows else "share"), 1, "percent.of_amount"


_AMOUNTS_TO: Final = re.compile("(?:达到?|为|逼近|接近|突破|超过)(?:约|近|了)?$")


_BY_RULE: Final = {"part": "share", "to_one": "ratio"}
"""What the numbers joined by colons measure: 三次产业结构为7∶40∶53, 城乡收入比为2.04∶1."""


def _decide(
    place: Place, number: NumberMention, cue: Cue | None, topic: Topic, discourse: Discourse
) -> tuple[str, int, str]:
    if number.rule in _BY_RULE:
        return _BY_RULE[number.rule], 1, f"colon.{number.rule}"
    if cue is not None:
        return cue.measure, cue.sign, cue.rule
    if number.form not in _PERCENT_FORMS:
        return "level", 1, "amount.default"
    if number.rule == "tenths":
        return "share", 1, "percent.tenths"
    if place.markup.text[number.start - 1 : number.start] == "+":
        return "growth", 1, "percent.plus"  # 餐饮业(+3.3%)
    if topic.nature == "share" and discourse.measure == "growth" and _AMOUNTS_TO.search(_left(place)):
        return "share", 1, "percent.share_of_indicator"  # 占有率提高2%，|达到46%，|逼近50%
    if not topic.own_indicator and discourse.measure and discourse.form in _PERCENT_FORMS:
        falls = discourse.falling and discourse.measure == "growth" and not _is_held_against(place, number)
        return discourse.measure, -1 if falls else 1, "percent.elliptic"
    if topic.nature in ("rate", "index") or (topic.indicator or "").endswith(("率", "度")):
        return "level", 1, "percent.rate"
    if topic.nature == "share":
        return "share", 1, "percent.share_of_indicator"
    part = _of_amount(place, number, topic, discourse)
    if part is not None:
        return part
    if topic.nature == "price":
        return "growth", 1, "percent.price"
    return "level", 1, "percent.default"


def _converted(number: NumberMention, measure: str) -> tuple[Decimal, Decimal | None, str | None]:
    """增长1.5倍 is +150 %; a share of 1/3 is 33.33 %."""
    value, high, unit = number.value, number.value_high, number.unit
    if (number.form == "multiple" and measure == "growth") or (
        number.form == "fraction" and measure in ("share", "growth")
    ):
        return value * _HUNDRED, None if high is None else high * _HUNDRED, "%"
    return value, high, unit


def _is_held_against(place: Place, number: NumberMention) -> bool:
    """增速分别为-3.8%和-3%，远远|低于4%|: what a fall is held against need not fall itself."""
    return place.markup.text.startswith(("低于", "高于"), number.outer_start)


def _signed(value: Decimal, high: Decimal | None, sign: int) -> tuple[Decimal, Decimal | None]:
    if sign >= 0:
        return value, high
    if high is None:
        return -abs(value), None
    return -abs(high), -abs(value)
