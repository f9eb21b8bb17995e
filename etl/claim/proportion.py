"""A part of what follows: 40%的|工业企业|实现零碳排放, 九成以上|村庄|通了公路."""

from __future__ import annotations

import re
from typing import Final

from etl.claim import counted_noun
from etl.claim.actor import actor_of
from etl.claim.cue import Cue
from etl.claim.discourse import Discourse
from etl.claim.markup import Markup
from etl.claim.ownership import acted
from etl.claim.phrase import Phrase, tidy
from etl.claim.place import Place, after_time
from etl.claim.topic import OF_THINGS, Topic, described
from etl.lexicon.indicators import Indicator
from etl.lexicon.terms import Found
from etl.model import NumberMention
from etl.sieve import Sieved

_FORMS: Final = frozenset({"percent", "tenths", "fraction", "half"})
_NEAR: Final = 2  # characters
_PARTS: Final = frozenset({"fraction", "half"})  # 带来全市三成|工业产值
_LINK: Final = re.compile(r"(?:以上|左右|以下|以内|多)?(?:[都均全]?(?:是|为)|的)?")
# 4%的增速, 6%的目标, 30%的份额 name what the number is; 20%的利润 is money.
_NO_PART: Final = re.compile(
    "[^，。；]{0,8}?(?:增速|增长|增幅|涨幅|降幅|跌幅|速度|目标|任务|水平|份额|比例|比重|概率|可能|税率|利率|指数|率|预期"
    "|底线|红线|关口|大关|区间|预测|预计|优惠|折扣|股权|股份|股|溢价|收益|回报|利息|首付|浓度|纯度|含量|酒精|溶液|浓缩|平均值|均值|成绩|纪录|回扣|权重)"
)
_LEVIED: Final = re.compile("税$|(?:安全|警戒|及格|基准|分数)线$")  # 3%的|数字税 is how high it is, no part of it
_TAKES: Final = Sieved("(?:得到|获得|享受|享有|承担|取得|缴纳|报销|补贴|减免|免除)了?$")  # 职工得到了36%的|分红
_LED: Final = re.compile(
    r"(?:^|[，、；：]|有|超|近|约|逾|达|将|使|让|其中|全[国省市区县乡村球]|我国|各地|中|的|和|及|以及|已经?|覆盖|惠及|带动|贡献了?|提供了?|创造了?|承担了?|生产了?|完成了?|解决了?|吸纳了?|容纳了?|集中了?|聚集了?|汇聚了?|集聚了?|汇集了?|拥有)$"
)


def part_of_following(
    place: Place, hit: Found[Indicator] | None, cue: Cue | None, number: NumberMention, discourse: Discourse
) -> Topic | None:
    """The topic of a share of what stands after the number; None where the words before it say what it is of."""
    if number.form not in _FORMS:
        return None
    link = _LINK.match(place.markup.text, number.end)
    fraction = cue is not None and cue.rule == "fraction.share" and link is not None and not link.group()
    if not (cue is None or fraction or cue.rule.endswith("of_which")):
        return None
    markup = place.markup
    start = after_time(markup, place.start, place.head)
    taken = cue is None and link is not None and link.group() == "的" and _TAKES.search(markup.text, start, place.head)
    given = cue is not None and cue.rule == _GIVES and hit is not None and hit.entry.nature in OF_THINGS
    made = given or number.rule == "tenths" or number.form in _PARTS
    made = given or (
        made and any(0 <= h.start - number.end <= _NEAR and h.entry.nature == "flow" for h in markup.indicators)
    )
    if hit is not None and hit.end > start and (cue is None or fraction) and not (taken or made):
        return None
    placed = any(region.end == place.head for region in markup.regions)
    linked = link is not None and link.group().endswith(("的", "是", "为"))
    of_it = bool(taken) or (hit is None and (fraction or linked))
    if hit is not None and link is not None and link.group().endswith(("是", "为")):
        return None  # 国际投资中27%是|跨国并购: of the investment
    if start < place.head and not (placed or of_it or made) and not _LED.search(markup.text[start : place.head]):
        return None
    begin = link.end() if link else number.end
    bare = begin == number.end and not made and (cue is None or (fraction and number.form != "fraction"))
    noun = _members(markup, begin, place.clause.end) or (None if bare else _part(place, begin))
    if noun is None:
        return None
    text = tidy(markup.sentence.text[noun.start : noun.end])
    nature = "rate" if _LEVIED.search(text) else "share"
    topic = Topic(text, text, nature, "", "subject", subject=text, own_indicator=True, own_subject=True)
    topic = described(markup, topic._replace(counted=True), noun.start, noun.end)
    if cue is None or cue.rule != _GIVES:
        return _also_given(place, topic, discourse)
    return _given(place, cue, topic, discourse)


def _part(place: Place, begin: int) -> Phrase | None:
    """What stands behind the number, where that is no rate or aim."""
    markup, end = place.markup, place.clause.end
    if _NO_PART.match(markup.text, begin, end):
        return None
    return counted_noun.after(markup.text, begin, end, markup.terms, ())


_WHO: Final = re.compile("[一-鿿A-Z]{0,6}?(?:公司|企业|行业|个股|银行|房企|基金|城市|地区|省份|家庭|农户|项目)")
_GROWS: Final = re.compile("(?:同比|环比|均|都|实现|保持|出现|为|呈|正|负|较快|快速|双|较)*[▲▼△▽]")

_GAINS: Final = "盈利"
_ENDS: Final = frozenset(["", *"，；。"])


def _members(markup: Markup, begin: int, end: int) -> Phrase | None:
    """七成|公司|营业收入同比增长, 六成|行业|利润实现增长: those whose figure grows, not what part of it."""
    who = _WHO.match(markup.text, begin, end)
    if who is None:
        return None
    figure = next((hit for hit in markup.indicators if hit.start == who.end()), None)
    gains = figure is not None and figure.text == _GAINS and markup.text[figure.end : figure.end + 1] in _ENDS
    if figure is None or not (gains or _GROWS.match(markup.shape, figure.end, end)):
        return None
    return Phrase(begin, who.end(), who.group())


_GIVES: Final = "percent.gives_of_which"
_ALSO: Final = re.compile("(?:以上|左右|多)?的[一-鿿A-Za-z]{2,10}(?:、|和|及|与|以及)(?:约|近|超过?)?$")


def _also_given(place: Place, topic: Topic, discourse: Discourse) -> Topic:
    """贡献了50%以上的税收、|60%以上的GDP: of who gave the share before it."""
    last = discourse.topics[-1] if discourse.topics else None
    if last is None or discourse.measure != "share" or last.subject in (None, last.indicator):
        return topic
    if _ALSO.fullmatch(place.markup.text, place.start, place.head) is None:
        return topic
    return topic._replace(subject=last.subject, sector=last.sector, classes=last.classes, region=last.region)


def _given(place: Place, cue: Cue, topic: Topic, discourse: Discourse) -> Topic:
    """民营经济|贡献了50%以上的税收: of who gives it."""
    own = cue.start > place.clause.start
    actor = actor_of(place.markup, place.clause, cue.start, discourse, counts_itself=False) if own else None
    if actor is not None:
        return acted(place, topic._replace(sector=None, classes=()), actor)
    last = discourse.topics[-1] if discourse.topics else discourse.topic
    if last.subject is None:
        return topic
    return topic._replace(subject=last.subject, sector=last.sector, classes=last.classes, region=last.region)
