"""Clauses without a statistic of their own: a new subject for the one spoken of, or nothing new."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.counting import may_be_subject, of_unit
from etl.claim.cue import Cue
from etl.claim.discourse import Discourse
from etl.claim.economy import GDP, whole_economy
from etl.claim.made import output_of
from etl.claim.market import SHARE_PRICE, tells_of_shares
from etl.claim.markup import Markup
from etl.claim.measured import NAMES, NO_PRICE
from etl.claim.people import PEOPLE_NAME, done_to
from etl.claim.place import Place, before_rank, subject_spans
from etl.claim.topic import OF_THINGS, Topic, denominators, described, excluded_spans, of_place, with_subject
from etl.claim.unknown import STATISTIC, unknown_statistic
from etl.lexicon.indicators import INDICATORS, SURFACES, Indicator
from etl.model import NumberMention
from etl.sieve import Sieved

_ORDINAL: Final = re.compile("第[一二三]产业")  # what grows of them, where nothing is said, is their value added
_SPLIT: Final = frozenset({"investment", "energy_environment"})  # 投资增长5%。分产业看，第一产业增长9%: of 投资
_SUMMED: Final = Sieved("个(?:行业|产业|领域|地区|省份|省市|城市|品种)$")
_MONEY: Final = frozenset({"元", "美元", "欧元", "日元", "英镑", "港元"})


_RATED: Final = frozenset({"%", "元", "点"})


def elliptic(place: Place, cue: Cue | None, number: NumberMention, discourse: Discourse) -> Topic:
    """A clause without an indicator: a new subject for the statistic spoken of, or nothing new at all."""
    last = discourse.topic
    economy = whole_economy(place, number, last.region if discourse.topics else None) or _of_counted(place, discourse)
    if economy is not None:
        return economy
    if number.form == "quantity" and discourse.topics and discourse.unit == number.unit:
        counts = number.dimension == "count" and discourse.topics[-1].unit in _RATED  # 62家公司收益率超30%，其中|41家
        same = (told for told in reversed(discourse.topics) if counts and told.nature in OF_THINGS)
        last = next(same, discourse.topics[-1])
    if _goes_on_with_count(place, cue, discourse) or _is_of_next_whole(place, number, discourse):
        return _of_other_people(discourse.topics[-1].inherited(), place, number)
    end = _end(place, cue, number)
    base = last.inherited()._replace(subject=None, sector=None, classes=())
    if not discourse.topics and number.form == "percent":
        own = last.category not in _SPLIT and _ORDINAL.search(place.markup.text, place.start, end) is not None
        base = base._replace(indicator=None) if own else base
    named = _named(place, number, end, base, last, discourse)
    found = named if named is not None else _unnamed(place, number, base, last, discourse)
    return _of_other_people(found, place, number)


_THEIR_GROWTH: Final = Sieved(
    "的?(?:公司|企业|个股)?的?(?:同比)?(?:增幅|增速|涨幅|降幅|跌幅)(?:均|都|在|为|达到?|超过?){0,3}"
)


def _of_counted(place: Place, discourse: Discourse) -> Topic | None:
    """净利润同比增长，85家公司|增幅在50%以上: what grows of the firms is what the sentence told of them."""
    markup, last = place.markup, discourse.topics[-1] if discourse.topics else None
    counts = [n for n in markup.numbers if place.clause.start <= n.start and n.end <= place.start and n.unit == "家"]
    if last is None or not counts or not _THEIR_GROWTH.fullmatch(markup.text, place.start, place.head):
        return None
    told = [hit for hit in markup.indicators if hit.end <= counts[-1].start and hit.entry.nature == "flow"]
    return with_known(last.inherited(), told[-1].entry) if told else None


def _of_other_people(topic: Topic, place: Place, number: NumberMention) -> Topic:
    """查处67人，|问责5763人: others, of whom the verb tells."""
    verb = done_to(place, number) if (topic.indicator or "").endswith(PEOPLE_NAME) else None
    return topic._replace(indicator=f"{verb}{PEOPLE_NAME}", indicator_text=None) if verb else topic


_MOVES: Final = frozenset({"growth", "change", "ratio"})
_MARKED: Final = re.compile(
    "(?:同比|环比|[比较][^，。；]{1,12}|分别|实际|是|达到?|为|相当于|[0-9]{2,4}年?同?期?的?|去年|上年|同期|的|了|又|也|均){0,6}[▲▼]*了?"
)


def _goes_on_with_count(place: Place, cue: Cue | None, discourse: Discourse) -> bool:
    """6万人来到书店，|同比增长20%: what moves is the count of the clause before, of whatever it was."""
    markup, number = place.markup, place.markup.clause_at(place.clause.start)
    last = discourse.topics[-1] if discourse.topics else None
    if cue is None or cue.measure not in _MOVES or last is None or last.nature != "count" or not number:
        return False
    if (
        place.clause.opener not in ("，", ",")
        or place.start != place.clause.start
        or _BRANCH.search(last.indicator or "")
    ):
        return False
    previous = markup.clauses[number - 1]
    told = [n for n in markup.numbers if n.claimable and previous.start <= n.start < previous.end]
    ends = len(told) == 1 or (bool(told) and told[-1].outer_end == previous.end)  # 50家场馆举办演出|900场
    return ends and _MARKED.fullmatch(markup.shape, place.start, place.head) is not None


_NEXT_WHOLE: Final = re.compile("[、和及与]?(?:仅?是|仅?为|仅?相当于)?[一-鿿]{2,10}的(?:近|约|不到)?")


def _is_of_next_whole(place: Place, number: NumberMention, discourse: Discourse) -> bool:
    """相当于美国的1/10、|日本的|1/20: what was held against one is held against the next, and is no figure of it."""
    if discourse.measure != "ratio" or not discourse.topics or number.form not in ("percent", "fraction", "multiple"):
        return False
    return _NEXT_WHOLE.fullmatch(place.markup.text, place.start, place.head) is not None


_BRANCH: Final = Sieved("(?:行业|产业|门类|大类|地区|城市|省份?|省市|月|市|县|品种)$")


_MEAN_LEVEL: Final = Sieved("的?(?:平均)?水平(?:为|只有|仅有?|是|达到?|约|不到){0,2}$")  # 全国的|平均水平只有


_EACH: Final = Sieved(  # 水稻|每50公斤|提高9元
    "每(?:[0-9]{1,4}|[一二两三十百千]{1,2})?(?:公斤|千克|斤|吨|亩|公顷|桶|升|盎司|平方米|立方米|千瓦时)$"
)


def _end(place: Place, cue: Cue | None, number: NumberMention) -> int:
    """Where the subject of a number must end: before its cue, the bases of comparison, the whole of a share."""
    end = min(cue.start, place.head) if cue and cue.start >= place.start else place.head
    mean = _MEAN_LEVEL.search(place.markup.text, place.start, end)
    end = mean.start() if mean else end
    each = _EACH.search(place.markup.text, place.start, end)
    end = each.start() if each else end
    if number.form == "rank":
        end = before_rank(place.markup, place.start, end)
    wholes = [first for first, _ in excluded_spans(place.markup, place.start, end, ())]  # 占投资比重|提高到
    wholes += [first for first, _ in denominators(place.markup, place.start, place.head)]  # 在出口总值中|占比
    return min([end, *wholes, *(b.start for b in place.bases if place.start <= b.start < end)])


def _named(
    place: Place, number: NumberMention, end: int, base: Topic, last: Topic, discourse: Discourse
) -> Topic | None:
    """The topic with the subject, or the statistic that no lexicon has, that the clause prints."""
    markup = place.markup
    parts = _PARTS.fullmatch(markup.text, place.start, place.head) if number.form == "percent" else None
    if parts is not None and place.start == place.clause.start:
        start, stop = parts.span("who")
        return described(markup, base._replace(subject=markup.sentence.text[start:stop], own_subject=True), start, stop)
    for start, stop in subject_spans(place, end):
        unknown = unknown_statistic(markup, start, stop, discourse) if number.form != "rank" else None
        if unknown is not None:
            return unknown
        topic = with_subject(markup, base, start, stop)
        if number.form == "rank" and topic.own_subject and _HELD.search(topic.subject or ""):
            return _of_quality(topic, last)
        if topic.own_subject and _is_traded(place, topic, last):
            return with_known(topic._replace(region=None), INDICATORS[SHARE_PRICE])
        if topic.own_subject and number.unit in _PRICES and last.nature != "price":
            return with_known(topic, INDICATORS["价格"])
        if topic.own_subject and topic.subject and (may_be_subject(topic, last) or _lists(markup, topic.subject)):
            if last.indicator is None and (topic.sector or topic.classes):
                return _of_article(topic, discourse)
            if last.indicator is None or STATISTIC.search(topic.subject) or _other_statistic(number, last, discourse):
                return _plainly(number, topic) or _of_country(place, number, topic) or _headed_by(topic, discourse)
            return _of_output(markup, _of_mode(of_place(markup, topic, last), last), last)
    return None


_PARTS: Final = Sieved(  # 自主创新和结构调整、节能减排和生态建设|占16%
    "(?!其中|其|在)(?P<who>(?:(?![和与及占])[一-鿿]){2,12}(?:[、和与及](?:(?![和与及占])[一-鿿]){2,12}){2,4}(?<!的))(?:合计|共|分别|各|则|仅|只|约)?占到?(?:约|近|超过?|了|达)?"
)


# 县域综合实力|居全省第25位: what is ranked is no owner of the statistic spoken of.
_HELD: Final = Sieved("(?:实力|能力|竞争力|水平|满意度|活跃度|效益|质量|成效|评价|得分|环境)$")


def _of_quality(topic: Topic, last: Topic) -> Topic:
    name = topic.subject
    region = topic.region or last.region
    held = Topic(name, name, "index", "", "subject", region=region, own_indicator=True, known=True, counted=True)
    return held._replace(sector=topic.sector, subject=name)


_MODE: Final = re.compile("国家铁路|铁路|公路|水路|民航|航空")


def _of_mode(topic: Topic, last: Topic) -> Topic:
    """铁路货运量37亿吨，|公路|297亿吨: a statistic named after one way to carry is not that of another."""
    printed = _MODE.match(last.indicator or "")
    if printed is None or not _MODE.fullmatch(topic.subject or "") or topic.subject == printed.group():
        return topic
    rest = (last.indicator or "")[printed.end() :]
    entry = SURFACES.get(f"{topic.subject}{rest}") or SURFACES.get(rest)
    return topic if entry is None else with_known(topic, entry)


def _of_output(markup: Markup, topic: Topic, last: Topic) -> Topic:
    """发电量增长3%，|钢材|增长4%: of a product of another industry more is made, not more of the one before it."""
    product = any(each.text == topic.subject for each in markup.products)
    apart = product and None not in (topic.sector, last.sector) and topic.sector != last.sector
    entry = output_of(topic.subject or "", last.indicator) if product else None
    known = entry is not None and entry.sector == topic.sector and entry.sector is not None
    return with_known(topic, entry) if entry is not None and (apart or known) else topic


_MOVED: Final = re.compile("[涨跌](?:停|幅)?(?:了|逾|近|约|超过?|幅[达为超])?")
_SHARES: Final = re.compile("(?:板块|个股|概念股|[A-H港美]股|股份|(?<![控参持入])股)$")
_INDEX: Final = re.compile("指数?$")


def _is_traded(place: Place, topic: Topic, last: Topic) -> bool:
    """恒生指数涨逾1%，|某某汽车|涨逾9%, |航空板块|大涨6%: what moves of a share is its price."""
    text, whose = place.markup.text, topic.subject or ""
    if _MOVED.search(text, max(place.start, place.head - 4), place.head) is None or _INDEX.search(whose):
        return False
    spoken = last.nature in ("index", "price") and (last.category == "money_credit") and not topic.classes
    return _SHARES.search(whose) is not None or spoken or tells_of_shares(text, place.start, place.numbers.end)


def with_known(topic: Topic, entry: Indicator) -> Topic:
    """The topic with a statistic that is not printed with it."""
    return topic._replace(
        indicator=entry.name,
        indicator_text=None,
        nature=entry.nature,
        unit=entry.unit,
        category=entry.category,
        scope=entry.scope,
        known=True,
        own_indicator=True,
    )


def _of_country(place: Place, number: NumberMention, topic: Topic) -> Topic | None:
    """中国的增长率可能维持在7.75%: the growth of a country is that of its product."""
    markup = place.markup
    grows = number.form == "percent" and _GROWTH.search(markup.text, place.start, place.head) is not None
    if not grows or not any(region.text == topic.subject for region in markup.regions):
        return None
    return with_known(topic, INDICATORS[GDP])


# 鲫鱼|22.57元/公斤: so much for so much is the price of the thing
_PRICES: Final = frozenset({"元/公斤", "元/斤", "元/吨", "元/千克", "元/升", "美元/桶"})
_GROWTH: Final = re.compile("增长率|增速|增长速度|增长")


def _plainly(number: NumberMention, topic: Topic) -> Topic | None:
    """加沙|72小时停火: so long or so far is what it is, no amount of 加沙."""
    if number.dimension not in _PLAIN or number.form != "quantity" or STATISTIC.search(topic.subject or ""):
        return None
    return topic._replace(indicator=NAMES[number.dimension], indicator_text=None, nature="count", own_indicator=True)


_PLAIN: Final = frozenset({"time", "duration", "length", "angle", "speed"})


def _unnamed(place: Place, number: NumberMention, base: Topic, last: Topic, discourse: Discourse) -> Topic:
    """The topic of a clause that prints no subject: as before, if the number can be of that."""
    if _conflicts(number, last) or (not discourse.topics and not _agrees(number, last)):
        return of_unit(place, number, discourse)
    return _spoken_of(number, last, base, discourse)


def _spoken_of(number: NumberMention, last: Topic, base: Topic, discourse: Discourse) -> Topic:
    """What the paragraph speaks of, or else the article, if a number can be of it; ``base`` if neither."""
    bare = last.indicator is None and last.subject is None
    spoken = discourse.article_topic
    if bare and spoken is not None and number.form != "rank" and _agrees(number, spoken):
        return spoken.inherited()._replace(region=last.region or spoken.region)
    return base if bare else last.inherited()


def _lists(markup: Markup, subject: str) -> bool:
    """Whether a subject lists industries or products: 铁路船舶航空航天、有色、钢铁三个行业."""
    named = [t.text for t in markup.sectors] + [t.text for t in markup.products]
    summed = _SUMMED.search(subject) is not None
    return "、" in subject and (summed or any(name in subject for name in named))


def _of_article(topic: Topic, discourse: Discourse) -> Topic:
    """A new paragraph that goes on listing industries or classes goes on with the article's statistic."""
    spoken = discourse.article_topic
    if spoken is None or spoken.scope != "subject":
        return topic
    return spoken.inherited()._replace(
        subject=topic.subject,
        sector=topic.sector,
        classes=topic.classes,
        region=topic.region or spoken.region,
        own_subject=True,
    )


def _other_statistic(number: NumberMention, last: Topic, discourse: Discourse) -> bool:
    """Whether an amount in another unit than the last amount's must be of a statistic of its own."""
    other = number.form == "quantity" and discourse.unit is not None and number.unit != discourse.unit
    return other or _conflicts(number, last)


def _conflicts(number: NumberMention, last: Topic) -> bool:
    """Whether an amount is of money and the statistic spoken of is not, or the other way round (投资: 30万公顷)."""
    if number.form != "quantity" or not last.indicator or not last.unit:
        return False
    if last.nature == "price" and number.dimension == "money" and number.value >= NO_PRICE:
        return True  # 药品价格…。财政安排832亿元
    priced = (number.unit or "").partition("/")[0] in _MONEY  # 1.41万元/吨 is money
    return (number.dimension == "money" or priced) != (last.unit in _MONEY)


def _agrees(number: NumberMention, last: Topic) -> bool:
    """Whether a number that opens a sentence can be of the statistic the sentence before spoke of."""
    if number.form != "quantity" or not last.indicator:
        return True
    if _conflicts(number, last):
        return False
    return last.unit in ("", number.unit) or (number.dimension == "money" and last.unit in _MONEY)


def _headed_by(topic: Topic, discourse: Discourse) -> Topic:
    """With no statistic spoken of, the printed head noun is the indicator; of A的B, A is the subject."""
    owner, mark, head = (topic.subject or "").rpartition("的")
    if not mark:
        owner = topic.subject or ""
    return topic._replace(
        indicator=head, indicator_text=head, subject=owner or discourse.topic.subject, own_indicator=True
    )
