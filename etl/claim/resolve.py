"""Which topic each number of a list belongs to."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.alignment import aligned
from etl.claim.apiece import apiece
from etl.claim.bracketed import in_brackets
from etl.claim.closed_down import closed_down
from etl.claim.contribution import contributions
from etl.claim.coordination import summed_up
from etl.claim.counted_noun import after
from etl.claim.counterpart import counterpart
from etl.claim.counting import counted, of_unit, shared_out
from etl.claim.cue import Cue
from etl.claim.dealing import dealt, sold_itself
from etl.claim.dealt_next import dealt_next
from etl.claim.discourse import Discourse
from etl.claim.economy import economy_before
from etl.claim.ellipsis import elliptic
from etl.claim.equity import equity
from etl.claim.goes_on import going_on, ranked_by_share
from etl.claim.in_turn import in_turn
from etl.claim.made import MADE, also_made, is_made, names_output
from etl.claim.measured import NAMES, measured, of_what_follows, statistic_after
from etl.claim.measured_thing import charge
from etl.claim.members_share import members_share
from etl.claim.place import Place
from etl.claim.printed_rate import printed_rate
from etl.claim.pro_form import pointed_back
from etl.claim.proportion import part_of_following
from etl.claim.statistic import of_indicator
from etl.claim.steps import counts_steps, stand_before
from etl.claim.thing import changed_thing, of_rank, sized
from etl.claim.topic import (
    OF_THINGS,
    Topic,
    asides,
    denominators,
    excluded_spans,
    indicator_before,
    with_indicator,
    with_subject,
)
from etl.claim.unclassified import as_people, people_after
from etl.lexicon.dealings import DEALINGS
from etl.lexicon.indicators import INDICATORS, Indicator
from etl.lexicon.indicators import SURFACES as INDICATOR_NAMES
from etl.lexicon.terms import Found
from etl.lexicon.units import SURFACES
from etl.model import NumberMention
from etl.sieve import Sieved

RANK_NAME: Final = "名次"
SHARE_NAME: Final = "占比"
_OF_ITS_OWN: Final = frozenset({"percent.of_these", "percent.of_total"})
_NO_WHOLE: Final = frozenset({"rate", "price", "index", "count"})
_MEAN_LEVEL: Final = frozenset({"水平", "平均水平"})
_NEAR: Final = 4  # characters
_LEVELS: Final = frozenset({"rate", "index", "share"})
_COUNT_MEASURES: Final = frozenset({"level", "change"})
_MONEY: Final = "money"


def topics_of(place: Place, cue: Cue | None, discourse: Discourse) -> list[Topic]:
    """One topic for each number of the list."""
    if cue is not None and cue.measure == "contribution":
        return contributions(place, cue, discourse)
    size = len(place.numbers.numbers)
    back = pointed_back(place, discourse) or (in_turn(place, discourse) if size == 1 else None)
    if back is not None:
        return [back] * size
    excluded = excluded_spans(place.markup, place.start, place.head, place.bases)
    excluded += asides(place.markup, place.start, place.head)
    hit = economy_before(place, cue) or indicator_before(place.markup, place.start, place.head, excluded)
    named = hit is not None and (_is_listed(place, hit) or _is_anothers(place, hit))
    hit = None if named else _spent_on(place, hit) or _grown(place, cue)
    if hit is not None and hit.entry.name == RANK_NAME and place.numbers.numbers[0].form == "rank":
        ranked = indicator_before(place.markup, place.start, hit.start, excluded)
        hit = ranked if ranked is not None and ranked.end == hit.start else None  # 排位 only says that a rank follows
    hit = _charged(place, cue) or (None if hit is not None and _names_rate(place, hit, cue) else hit)
    hit = _in_kind(place, counterpart(place, hit, discourse), place.numbers.numbers[0])
    percent = place.numbers.numbers[0].form == "percent"
    if hit is not None and percent and discourse.topics and _is_bare_level(place, hit):
        hit = None  # 西藏覆盖率为95%，而全国平均水平只有36%: of what was spoken of
    hit = None if hit is not None and _is_product(place, hit, discourse) else hit
    hit = None if hit is not None and _is_another_kind(place, hit, place.numbers.numbers[0]) else hit
    moved = changed_thing(place, hit)
    if moved is not None:
        return [moved] * size
    if size > 1:
        found = aligned(place, hit, cue, size, discourse)
        if found is not None:
            return found
    bracketed = in_brackets(place, discourse) if place.clause.opener == "(" and size == 1 else None
    if bracketed is not None:
        return [bracketed]
    return [_single(place, hit, cue, number, discourse) for number in place.numbers.numbers]


_SPENT_ON: Final = Sieved("用于“?([一-鿿]{2,8}?)”?(?:方面|领域|事业)?的(?:财政)?$")


def _spent_on(place: Place, hit: Found[Indicator] | None) -> Found[Indicator] | None:
    """用于教育的|支出: what is spent on one thing has a name of its own."""
    if hit is None or hit.text != _SPENDING:
        return hit
    purpose = _SPENT_ON.search(place.markup.text, place.start, hit.start)
    entry = INDICATOR_NAMES.get(f"{purpose.group(1)}{hit.text}") if purpose else None
    return hit if entry is None else Found(hit.start, hit.end, hit.text, entry)


_SPENDING: Final = "支出"


def _is_another_kind(place: Place, hit: Found[Indicator], number: NumberMention) -> bool:
    """发生融资|127件, 向8个省份下拨|10亿元: a number of things beside an amount of money, an amount beside a number."""
    unit = SURFACES.get(hit.entry.unit)
    if unit is None or number.form != "quantity" or number.unit is None:
        return False
    if number.dimension == "count" and counts_steps(place, number):
        return False  # 生产总值连跨|3个|千亿元台阶
    if unit.unit.dimension == _MONEY:
        return number.dimension in _NO_MONEY and hit.entry.name != _SIZE
    shares = number.unit == _SHARES and hit.entry.unit != _SHARES  # 公司|回购1256万股
    counts = unit.unit.dimension == "count" and hit.entry.nature in OF_THINGS
    return counts and (shares or number.dimension in _AMOUNTS)


_SHARES: Final = "股"
_NO_MONEY: Final = frozenset({"count", "duration"})  # 专项债券|18.7年
_SIZE: Final = "规模"  # 机队规模|6架
_AMOUNTS: Final = frozenset({_MONEY, "mass", "volume", "length", "duration", "time", "energy"})


_AND: Final = Sieved("(?:和|及|与|以及|、|并)(?:另外|另)?")


def _charged(place: Place, cue: Cue | None) -> Found[Indicator] | None:
    """对进口钢铁和铝产品征收25%和10%的|关税: the rate that the number is, rather than a statistic before it."""
    follows = _grown(place, None) if cue is None else None
    return follows if follows is not None and follows.entry.nature == "rate" else None


_RATE: Final = re.compile(
    "[一-鿿]{0,10}?(?:率|覆盖面|受惠面|受益面|资助面|改制面|含[一-鿿]{1,3}量)(?:分别|均|已|也|则|仅|就)*(?:◆*|达到?|为|是|高达|超过?|不低于|保持在|接近|约){0,2}"
)


def _names_rate(place: Place, hit: Found[Indicator], cue: Cue | None) -> bool:
    """累计治愈|率达到92%, 建制村|通畅率: what the lexicon knows is only the beginning of the name of a rate."""
    markup = place.markup
    if place.numbers.numbers[0].form != "percent" or hit.entry.nature in _LEVELS or hit.entry.nature == "price":
        return False
    level = cue is None or cue.rule in ("percent.reaches", "percent.default")
    return level and _RATE.fullmatch(markup.shape, hit.end, place.head) is not None


_BARE_LEVEL: Final = re.compile("(?:^|的|[，。；]|全[国省市区县球]|世界|同期|历史|平均)$")


def _is_bare_level(place: Place, hit: Found[Indicator]) -> bool:
    """全国的|平均水平, which names nothing; 物价增长|水平 does."""
    return (
        hit.text in _MEAN_LEVEL
        and _BARE_LEVEL.search(place.markup.text[max(place.start, hit.start - 2) : hit.start]) is not None
    )


def _is_anothers(place: Place, hit: Found[Indicator]) -> bool:
    """384亿元|救灾款|和740亿元恢复重建资金: what the number before is of, where this one has a thing of its own."""
    markup, last = place.markup, place.numbers.numbers[-1]
    owned = any(n.claimable and hit.start - 1 <= n.outer_end <= hit.start for n in markup.numbers)
    joined = owned and _AND.fullmatch(markup.text, hit.end, place.head) is not None
    if not joined:
        return False
    begin = last.outer_end + markup.text.startswith("的", last.outer_end)
    if last.form == "percent" and any(other.start == begin for other in markup.indicators):
        return True  # 贡献了9%的营业收入和13%的|利润
    begin = last.outer_end if last.form != "percent" else begin
    thing = after(markup.text, begin, place.clause.end, markup.terms, ())
    return thing is not None or charge(place, last.outer_end, linked=False) is not None


def _is_listed(place: Place, hit: Found[Indicator]) -> bool:
    """文化投资运营和创意设计服务等|3个行业|增速: a statistic inside a list that a count sums up is part of a name."""
    end = summed_up(place.markup, place.start, place.head)
    return hit.end <= end < place.head


_ABROAD: Final = Sieved("国家|地区|省|市|县|口岸|城市")  # 产品出口|120个国家: no amount of the product
_IN_KIND: Final = {"出口额": "出口量", "进口额": "进口量", "销售额": "销量"}
_PAID: Final = {"关税税率": "关税收入"}  # 关税|1200亿元 is no rate
_AMOUNTS_TO: Final = re.compile("(?:为|达到?|完成|实现|累计|约|近|超过?){0,3}")


def _in_kind(place: Place, hit: Found[Indicator] | None, number: NumberMention) -> Found[Indicator] | None:
    """新能源汽车出口|12.4万辆: what is sold abroad is counted or weighed, not paid."""
    paid = hit is not None and number.dimension == _MONEY and hit.entry.name in _PAID
    if hit is not None and paid and _AMOUNTS_TO.fullmatch(place.markup.text, hit.end, place.head):
        return Found(hit.start, hit.end, hit.text, INDICATORS[_PAID[hit.entry.name]])
    stop = hit.start + hit.text.startswith(("年", "日")) if hit is not None else 0
    shut = closed_down(hit.entry, place.markup.text, place.clause.start, stop) if hit is not None else None
    if hit is not None and shut is not None and shut is not hit.entry:
        return Found(hit.start, hit.end, hit.text, shut)
    known = _IN_KIND.get(hit.entry.name) if hit is not None else None
    if known is not None and number.dimension == "count" and _ABROAD.match(place.markup.text, number.outer_end):
        return None
    if hit is None or known is None or number.form != "quantity" or number.dimension == _MONEY:
        return hit
    return Found(hit.start, hit.end, hit.text, INDICATORS[known])


def _of_whole(place: Place) -> Topic | None:
    """小微企业|占我国企业总数的九成: where only the whole's statistic is printed, the share is of that."""
    markup = place.markup
    for start, end in denominators(markup, place.start, place.head):
        named = indicator_before(markup, start, end, ())
        if named is None or named.entry.nature == "share" or markup.text[start] != "占":
            continue
        topic = with_subject(markup, with_indicator(markup, Topic(), named), place.start, start)
        return topic if topic.own_subject else None
    return None


_AMOUNT: Final = re.compile("(?:[总数用电运]量|总数|户数|人口|装机(?:容量)?)$")
_WHOLES: Final = frozenset(
    {"能源消费总量", "用电量", "全社会用电量", "企业数量", "市场主体", "人口", "发电量", "发电装机容量", "货运量"}
)


def _is_of_its_own(whole: Topic, discourse: Discourse) -> bool:
    """增加值增长8%；非化石能源|占能源消费总量的比重提高1个百分点: no share of what was spoken of."""
    if not discourse.topics:
        return True
    amount = _AMOUNT.search(whole.indicator_text or "") is not None  # not 占全球企业的
    return amount and whole.indicator in _WHOLES and whole.unit != discourse.topic.unit


def _grown(place: Place, cue: Cue | None) -> Found[Indicator] | None:
    """6.9%的|经济增速, 15%的|税率: the statistic that follows the number whose growth or level it is."""
    markup, begin = place.markup, place.numbers.end
    follows = [hit for hit in markup.indicators if begin <= hit.start <= begin + _NEAR]
    follows = [hit for hit in follows if hit.text not in _MEAN_LEVEL]  # 提高到12%左右的|水平
    if not follows or place.numbers.numbers[0].form != "percent":
        return None
    if cue is not None and cue.rule.endswith(("following_growth", "following_fall")):
        return follows[0]
    link = begin + markup.text.startswith("的", begin)
    level = cue is None or cue.rule.endswith(("of_index", "of_which", "of_share"))
    return follows[0] if level and follows[0].start == link and follows[0].entry.nature in _LEVELS else None


def _single(
    place: Place, hit: Found[Indicator] | None, cue: Cue | None, number: NumberMention, discourse: Discourse
) -> Topic:
    ranked = ranked_by_share(place, hit, number, discourse) or members_share(place, number)
    ranked = ranked or equity(place, number, discourse) or printed_rate(place, cue, number, discourse)
    if ranked is not None:
        return ranked
    measure = cue.measure if cue else "level"
    holder = _of_holder(place, hit, number, discourse)
    if holder is not None:
        return holder
    count = _amount(place, hit, measure, number, discourse)
    if count is not None:
        return count
    part = part_of_following(place, hit, cue, number, discourse)
    if part is not None:
        return part
    if hit is None and number.form == "rank":
        ranked = of_rank(place, number, discourse)
        if ranked is not None:
            return ranked
    whole = _of_whole(place) if hit is None and measure in ("share", "change") else None
    if whole is not None and _is_of_its_own(whole, discourse):
        return whole
    following = statistic_after(place, number, discourse) if hit is None else None
    following = following or people_after(place, number) or _of_people(place, hit, number, discourse)
    if following is not None:
        return following
    large = sized(place, number)
    if large is not None:
        return large
    amount = measured(place, hit, number, discourse) if measure in _COUNT_MEASURES else None
    if amount is not None:
        return amount
    if hit is None:
        return _left_out(place, cue, number, discourse)
    return _of_hit(place, hit, number, measure, discourse)


def _of_people(place: Place, hit: Found[Indicator] | None, number: NumberMention, discourse: Discourse) -> Topic | None:
    """服务群众|20万: the topic of people whose number prints no unit."""
    people = as_people(place, number) if hit is None else None
    topic = counted(place, None, people, discourse) if people is not None else None
    return topic._replace(unit=people.unit, counted=True) if topic is not None and people is not None else None


def _of_hit(place: Place, hit: Found[Indicator], number: NumberMention, measure: str, discourse: Discourse) -> Topic:
    """The topic of a number with its statistic printed before it, where it can be a figure of that."""
    if _cannot_be(number, hit):
        return of_unit(place, number, discourse)
    topic = of_indicator(place, hit, discourse)
    if counts_steps(place, number) or stand_before(place):
        topic = topic._replace(nature="count")  # steps that a span took are of the whole span
    owned = topic.own_subject and not _is_ruled(place, hit, topic)
    return topic if owned or measure != "level" else of_what_follows(place, number, topic)


_PLACES: Final = frozenset({"个", "家", "所"})
_HELD: Final = frozenset({"张"})


def _of_holder(place: Place, hit: Found[Indicator] | None, number: NumberMention, discourse: Discourse) -> Topic | None:
    """床位2050张，其中，|医院|934张: where a part is of those just counted, in units in which no hospital is."""
    last = discourse.topics[-1] if discourse.topics else None
    if hit is None or last is None or number.unit not in _HELD or discourse.unit != number.unit:
        return None
    if hit.entry.unit not in _PLACES or hit.end != place.head:
        return None
    topic = last.inherited()._replace(subject=hit.text, sector=hit.entry.sector or last.sector, own_subject=True)
    return topic._replace(classes=())


def _is_product(place: Place, hit: Found[Indicator], discourse: Discourse) -> bool:
    """产量大幅增长，锂电池增长10%，|工业机器人|增长27%: a thing of which more are made, not how many there are."""
    last = discourse.topic
    percent = place.numbers.numbers[0].form == "percent"
    if percent and hit.end == place.head and discourse.topics and discourse.measure == "level":
        # 平均利率3.1%，其中一般债券3%，|专项债券|3.2%: what has the rate that was spoken of
        return hit.entry.unit == "元" and discourse.topics[-1].nature == "rate" and discourse.topics[-1].unit == "%"
    spoken = last.indicator in MADE or (names_output(last.indicator) and hit.entry.sector != last.sector)
    return spoken and percent and is_made(place.markup, hit)


def _amount(
    place: Place, hit: Found[Indicator] | None, measure: str, number: NumberMention, discourse: Discourse
) -> Topic | None:
    """The topic of what is dealt with, of a part of what was told last, of a count; None of all other numbers."""
    if measure not in _COUNT_MEASURES:
        return None
    abroad = _ABROAD.match(place.markup.text, number.outer_end) is not None
    if not abroad and (hit is None or hit.text in DEALINGS):
        sold = sold_itself(place, number, discourse) or dealt(place, number, discourse)
        sold = sold or dealt_next(place, number, discourse)
        if sold is not None:
            return sold
    share = apiece(place, number, discourse) if hit is None and measure == "level" else None
    if share is not None or number.dimension != "count" or number.form != "quantity":
        return share
    made = also_made(place, number, discourse)
    return made or going_on(place, hit, number, discourse) or counted(place, hit, number, discourse)


_RULED: Final = re.compile("[一-鿿]{1,3}[了着过](?:一[一-鿿])?$")


def _is_ruled(place: Place, hit: Found[Indicator], topic: Topic) -> bool:
    """参观者观看了|厚度|仅有0.02毫米的箔材: what rules a statistic makes it describe the thing that follows."""
    subject = place.markup.text.rfind(topic.subject or "", place.start, hit.start)
    begin = subject + len(topic.subject or "") if subject >= 0 else hit.start
    return _RULED.search(place.markup.text, begin, hit.start) is not None


# 居全国城市第7位，|副省级城市|第4位: among whom the same has another place.
_FIELD: Final = re.compile(
    "[，、和及]?(?:分别)?(?:居|列|位居|位列|排名?)?(?:全[国省市球区]|世界|亚洲|[东中西]部|[东中西]部(?:地区|省[份市])|[中西东]部[一二三四五六七八九十]{1,2}省|副省级城市|计划单列市"
    "|省会城市|地级市|同类(?:城市|地区|行业|企业)|同行业|行业|长三角|珠三角|省内|国内)(?:城市|省份|地区|排名)?"
)


def _left_out(place: Place, cue: Cue | None, number: NumberMention, discourse: Discourse) -> Topic:
    """The topic of a number whose statistic is not printed with it: 增长5%, 占40%, 居全国第3位."""
    again = number.form == "rank" and discourse.measure == "rank" and bool(discourse.topics)
    if again and _FIELD.fullmatch(place.markup.text, place.start, place.head):
        return discourse.topics[-1].inherited()
    measure = cue.measure if cue else "level"
    part = shared_out(place, number, discourse) if measure == "share" else None
    topic = part or elliptic(place, cue, number, discourse)
    if topic.indicator is None and number.dimension in NAMES and measure in _COUNT_MEASURES:
        topic = topic._replace(indicator=NAMES[number.dimension])
    borrowed = cue is not None and cue.rule in _OF_ITS_OWN and not topic.own_indicator and discourse.measure != "share"
    if measure == "share" and (topic.indicator is None or (borrowed and topic.nature in _NO_WHOLE)):
        topic = topic._replace(indicator=SHARE_NAME)
    named = topic.own_indicator and topic.indicator != topic.subject  # 甲、乙|位居前三名: they are no statistic
    unnamed = number.form == "rank" and not named and not topic.known
    return topic._replace(indicator=RANK_NAME, indicator_text=None) if unnamed else topic


def _cannot_be(number: NumberMention, hit: Found[Indicator]) -> bool:
    """Whether a count stands beside an index or a rate whose figure it cannot be (采购经理指数…的行业增加到19个)."""
    entry = hit.entry
    counts = number.dimension == "count" and number.unit is not None  # 指数为89.2 prints none
    return counts and entry.nature in ("index", "rate") and entry.unit not in ("", number.unit)
