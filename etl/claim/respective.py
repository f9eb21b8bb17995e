"""分别: each number of a list is told of one member of the list that stands before the word.

机收率、机播率|分别超过90%和55% names two statistics, 煤炭、天然气储量|分别增长2%和4% one that two things have, and
新材料和新能源|分别占25%和70% two things of a statistic told before. What stands between the list and the word (环比,
今年第二季度, 比上月) belongs to neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from etl.claim.coordination import Part, noun_list, without_growth
from etl.claim.counted_list import each_counted
from etl.claim.discourse import Discourse
from etl.claim.joint import shorter
from etl.claim.made import MADE, is_made
from etl.claim.markup import Markup
from etl.claim.named_owner import owned_before, subject_inside
from etl.claim.place import Place, behind_with, is_term
from etl.claim.statistic import taken_over
from etl.claim.topic import Topic, denominators, described, of_place, with_indicator, with_subject, within
from etl.lexicon.indicators import SURFACES, Indicator
from etl.lexicon.terms import Found
from etl.sieve import Sieved

WORD: Final = "分别"
_CLOSER: Final = Sieved(
    r"(?:同比|环比|以[^，。；、]{2,8}计|[^，。；、]{0,2}(?:相比|对比)|均|都|则|也|也?曾|各|又|再|仅|已|已经|累计|平均|预计|大约|约|共|共计|首次|大幅|大幅度|继续|将"
    r"|仍|还|就|年均|任务|目标|每(?:吨|升|公斤|斤|人|户|亩|平方米|立方米|[个台辆股])|较?上?[月年季]|的?(?:增速|增幅|涨幅|降幅|跌幅|同比增速|占比)(?:也)?|[(][^()]{1,12}[)])$"
)
_SEPARATOR: Final = re.compile(r"、|以及|和|与|及")
_OPENER: Final = re.compile(
    r"[，。；：:“”(]|其中|其次是|特别是|尤其是|分别是|包括|以及|(?:方面|当中|之中|中)[，,]|"
    r"(?:^|[，。；])(?:从[^，。；、]{1,10}来?看)"
)
_SHARE: Final = "比重"
_STATISTIC: Final = Sieved(
    "(?:率|数量|人数|户数|件数|起数|次数|宗数|人次|批次|比例|比重|占比|规模|损失|成本|支出|存量|余额|总额|金额|数额|面积|里程|产值"
    "|产量|销量|总量|储量|流量|用量|能耗|电量|价格|均价|单价|指数|收入|利润|密度|强度|浓度|温度|速度|时长|寿命|身高|体重|额|值|量)$"
)
PARTNER: Final = re.compile(
    r"(?:其中)?(?:我国|中国|我|全国|全省|全市)?(?:对|与|同(?![城业行期类步比学])|向)(?=[一-鿿“])"
)
_NOT_OF_THEM: Final = re.compile("[于以被在，]|[^，]{9}")
_BARE: Final = frozenset({"人数", "数量", "金额"})  # which say too little to be told of things: 交通事故、受伤|人数
_JOINER: Final = Sieved("而|但|且|并|又|将")
_SCOPE: Final = Sieved("(?:全[国省市县区州校村]|我国|中国|我[省市县区]|当地)")
_HERE: Final = Sieved("全[省市县区州]")
_LEANS: Final = Sieved("[是有为将把被着过占达这该此]|其(?![他它余])|以上|以下")
_NAME: Final = (2, 6)
"""Characters of a statistic that the lexicon does not know."""
_LONGEST_MEMBER: Final = 14


class _Statistic(NamedTuple):
    """A statistic that a member of the list names: where its name begins; None for one that no lexicon knows."""

    start: int
    end: int
    hit: Found[Indicator] | None


def respective(place: Place, size: int, discourse: Discourse) -> list[Topic] | None:
    """The topics of ``size`` numbers that 分别 tells of one member each; None where there is no such list.

    新材料和新能源则分别占25%和70% has two subjects, 三块地分别收了1045公斤和937公斤 none.
    """
    markup = place.markup
    at = markup.text.rfind(WORD, place.start, place.head)
    wholes = _of_wholes(place, at, size, discourse) if at >= 0 and size > 1 else None
    if wholes is not None:
        return wholes
    if at < 0 or size < 2 or _NOT_OF_THEM.search(markup.text, behind_with(place, at + len(WORD)), place.head):
        return None
    end = _list_end(place, at)
    parts = members(place, end, size)
    if parts is None:
        return _told_apart(place, end, size, discourse)
    named = [_statistic(markup, part) for part in parts]
    closing = named[-1].hit if named[-1] is not None else None  # 工业机器人、智能手机|产量
    if discourse.topic.indicator in MADE or (closing is not None and closing.entry.name in MADE):
        named = [None if each and each.hit and is_made(markup, each.hit) else each for each in named]
    if any(each and each.hit and each.hit.entry.nature == "index" for each in named):
        return None  # 生产指数和新订单指数: parts of an index, as in any list
    if all(named):
        return _statistics(markup, parts, [each for each in named if each is not None], discourse, place.start)
    last = named[-1]
    if any(named[:-1]):
        return _named_alike(markup, parts, named, discourse)
    counted = each_counted(place, parts, last.hit if last is not None else None)
    if counted is not None:
        return counted
    if last is not None:
        return _shared(markup, parts, last, discourse) or _told_apart(place, end, size, discourse)
    counts = place.numbers.numbers[0].dimension == "count"
    return None if counts else _things(place, at, parts, discourse)


_WHOLES: Final = re.compile(
    WORD + "占了?(?:我国|全国|全球|全省|全市|世界)?(?P<of>[^，。；占]{4,36}?)的?(?:比重|比例)?(?:达到?|为|是)?"
)


def _of_wholes(place: Place, at: int, size: int, discourse: Discourse) -> list[Topic] | None:
    """出口船|分别占造船完工量、新接订单量的84%和94%: each share is of a whole of its own, all are of one owner."""
    markup = place.markup
    printed = _WHOLES.fullmatch(markup.text, at, place.head)
    parts = noun_list(markup, *printed.span("of"), size) if printed else None
    named = [_statistic(markup, part) for part in parts] if parts else []
    found = [each for each in named if each is not None]
    if not found or len(found) < size:
        return None
    base = Topic(region=discourse.topic.region)
    owner = with_subject(markup, base, place.start, at)
    owner = owner if owner.own_subject else discourse.topic
    whose = {"subject": owner.subject, "sector": owner.sector, "classes": owner.classes, "own_subject": True}
    topics = [
        with_indicator(markup, base, each.hit) if each.hit else _unknown(markup, base, each.start, each.end)
        for each in found
    ]
    return [topic._replace(**whose) for topic in topics]


def respective_before(
    place: Place, start: int, hit: Found[Indicator], size: int, discourse: Discourse
) -> list[Topic] | None:
    """衣着类、居住类价格上涨较多，|分别上涨7%和3%: the members of a list that ends in the statistic of a clause before.

    ``start`` is where that clause begins; None where the number's own clause does not say 分别.
    """
    markup = place.markup
    if WORD not in markup.text[place.start : place.head] or hit.start <= start:
        return None
    parts = members(Place(markup, place.clause, start, place.numbers, ()), hit.end, size)
    if parts is None or hit.start <= parts[-1].start - 1:
        return None
    named = [_statistic(markup, part) for part in parts]
    if all(named):
        return _statistics(markup, parts, [each for each in named if each is not None], discourse)
    last = named[-1]
    if last is None or any(named[:-1]):
        return None
    shared = _shared(markup, parts, last, discourse)
    if shared is not None or last.start <= parts[-1].start or last.hit is None:
        return shared
    base = with_indicator(markup, Topic(region=discourse.topic.region), last.hit)
    return [_thing(markup, base, part) for part in (*parts[:-1], Part(parts[-1].start, last.start))]


def _named_alike(
    markup: Markup, parts: Sequence[Part], named: Sequence[_Statistic | None], discourse: Discourse
) -> list[Topic] | None:
    """售汇、结汇: where one short member is a statistic as a whole, the others are."""
    whole = any(each and each.hit and each.start == part.start for each, part in zip(named, parts, strict=True))
    if not whole or any(part.end - part.start > _NAME[1] for part in parts):
        return None
    alike = [each or _Statistic(part.start, part.end, None) for each, part in zip(named, parts, strict=True)]
    return _statistics(markup, parts, alike, discourse)


def _told_apart(place: Place, end: int, size: int, discourse: Discourse) -> list[Topic] | None:
    """甲国和乙国今年第二季度|国内生产总值|分别: a time stands between the list and the statistic of its members."""
    markup = place.markup
    hits = within(markup.indicators, place.start, end)
    rate = end - markup.text.startswith("率", end - 1)  # 经济增长|率
    hit = next((hit for hit in hits if hit.end in (rate, end) and hit.start > place.start), None)
    stop = _list_end(place, hit.start) if hit is not None else 0
    parts = members(place, stop, size) if hit is not None and stop < hit.start else None
    if hit is None or parts is None or any(_statistic(markup, part) for part in parts):
        return None
    base = with_indicator(markup, Topic(region=discourse.topic.region), hit)
    return [_thing(markup, base, part) for part in parts]


def members(place: Place, end: int, size: int) -> list[Part] | None:
    """The members of the list that ends at an offset; None where what stands there is no list of ``size``."""
    markup = place.markup
    cut = list(_SEPARATOR.finditer(markup.text, place.start, end))
    if len(cut) < size - 1:
        return None
    times = [p.end for p in markup.periods if place.start <= p.start and p.end <= cut[0].start()]
    start = max([place.start, *times])
    opened = [each.end() for each in _OPENER.finditer(markup.text, start, cut[0].start())]
    start = max([start, *opened])
    joiner = _JOINER.match(markup.text, start)
    parts = noun_list(markup, joiner.end() if joiner else start, end, size)
    if parts is None or parts[-1].end < end - 1:
        return None
    spans = [markup.text[part.start : part.end] for part in parts]
    if any("，" in words or not words.strip() for words in spans):
        return None
    return None if any(_LEANS.search(words) for words in spans[1:]) else parts


def _list_end(place: Place, at: int) -> int:
    """Where the list ends before 分别: before what the numbers are compared with, times, 同比 and the like."""
    markup, end = place.markup, at
    while True:
        closer = _CLOSER.search(markup.text, max(place.start, end - 16), end)
        ends = [closer.start()] if closer else []
        ends += [p.start for p in markup.periods if p.end == end and p.start > place.start]
        ends += [b.start for b in place.bases if b.end == end and b.start > place.start]
        ends += [first for first, last in denominators(markup, place.start, end) if last == end]
        if not ends or min(ends) >= end:
            return end
        end = min(ends)


def _statistic(markup: Markup, part: Part) -> _Statistic | None:
    """The statistic with which a member ends, known or by its last characters (率, 人数, 额); its growth is none."""
    part = without_growth(markup, part)
    found = within(markup.indicators, part.start, part.end)
    found = [] if KINDS_OF_TRADE.match(markup.text, part.start) else found
    known = [
        hit
        for hit in found
        if hit.end == part.end or (hit.end == part.end - 1 and markup.text[hit.end] in "数量额率值")
    ]
    if known:
        longest = min(known, key=lambda hit: hit.start)
        of = next((hit for hit in found if hit.end == longest.start), None) if longest.entry.name == _SHARE else None
        return _Statistic((of or longest).start, longest.end, of or longest)  # 业务量|比重: of 业务量
    end = _STATISTIC.search(markup.text, part.start, part.end)
    return _Statistic(end.start(), part.end, None) if end else None


KINDS_OF_TRADE: Final = re.compile("(?:外贸[、和]内贸|内贸[、和]外贸)")
"""Two kinds of what is handled (外贸、内贸|吞吐量), no statistics of their own."""


def _statistics(
    markup: Markup, parts: Sequence[Part], named: Sequence[_Statistic], discourse: Discourse, opens: int | None = None
) -> list[Topic] | None:
    """全市平均开工率和返岗率: statistics of one owner, which stands before the first of them."""
    named = _alike_qualified(named)
    starts = [_name_start(markup, part, each, named[1:]) for part, each in zip(parts, named, strict=True)]
    base = Topic(region=discourse.topic.region)
    topics = [
        with_indicator(markup, base, each.hit) if each.hit else _unknown(markup, base, start, each.end)
        for start, each in zip(starts, named, strict=True)
    ]
    first = with_subject(markup, topics[0], parts[0].start, starts[0])
    first = first if opens is None else owned_before(markup, first, opens, parts[0].start)
    if not first.own_subject:
        first = taken_over(first, discourse)
    found, names = [first], {topic.indicator for topic in topics}
    for part, start, topic, each in zip(parts[1:], starts[1:], topics[1:], named[1:], strict=True):
        own = with_subject(markup, topic, part.start, start)
        if len(names) == 1 and not own.own_subject and start > part.start:
            # 盗窃案件、抢劫|案件: the words before tell them apart
            own = _thing(markup, topic, Part(part.start, start))
        if not own.own_subject and each.hit is not None:
            own = subject_inside(markup, topic, each.hit)
        found.append(own if own.own_subject else _owned_like(topic, first, discourse))
    return found


_QUALIFIER: Final = re.compile(
    "(?:单位|万元|每万元|规模以上工业单位)(?:国内生产总值|地区生产总值|GDP|工业增加值|增加值)|城镇居民|农村居民|城乡居民|城镇|农村"
    "|一般公共预算|政府性基金|国有资本经营|快递|邮政|电信|软件|旅游|民航|铁路|公路|水路|港口|商品房|二手房"
)
"""What tells of whom or of what a statistic is, printed once for two: 快递业务量和业务收入, but not 营业收入和利润."""


def _alike_qualified(named: Sequence[_Statistic]) -> list[_Statistic]:
    """快递业务量和|业务收入, 单位国内生产总值能耗和|二氧化碳排放量: what opens the first name opens the others."""
    opened = _QUALIFIER.match(named[0].hit.text) if named[0].hit is not None else None
    if opened is None:
        return list(named)
    found = [named[0]]
    for each in named[1:]:
        hit = each.hit
        entry = SURFACES.get(opened.group() + hit.text) if hit is not None else None
        if hit is not None and entry is not None and entry.name != hit.entry.name:
            each = _Statistic(each.start, each.end, Found(hit.start, hit.end, hit.text, entry))
        found.append(each)
    return found


def _owned_like(topic: Topic, first: Topic, discourse: Discourse) -> Topic:
    """A statistic has the owner of the first of its list, a country's not that of an industry."""
    if topic.scope == "national" and topic.category != first.category and first.sector:
        return taken_over(topic, discourse)
    region = first.region if first.own_subject else topic.region
    whose = {"subject": first.subject, "sector": first.sector, "classes": first.classes, "region": region}
    return topic._replace(**whose, own_subject=first.own_subject)


def _name_start(markup: Markup, part: Part, each: _Statistic, others: Sequence[_Statistic]) -> int:
    """Where a statistic's name begins; an unknown one is taken to be as long as the others of the list."""
    if each.hit is not None:
        return each.start
    scope = _SCOPE.match(markup.text, part.start, each.start)
    start = scope.end() if scope else part.start
    least, most = _NAME
    if part.end - start <= most:
        return start
    known = [other.end - other.start for other in others if other.hit is not None]
    length = max(min(known, default=part.end - each.start + 2), least, part.end - each.start)
    return max(part.end - length, start)


def _unknown(markup: Markup, topic: Topic, start: int, end: int) -> Topic:
    """The topic of a statistic that only its name tells."""
    name = markup.sentence.text[start:end].strip(" “”、的")
    return topic._replace(indicator=name, indicator_text=name, own_indicator=True, known=False)


def _shared(markup: Markup, parts: Sequence[Part], last: _Statistic, discourse: Discourse) -> list[Topic] | None:
    """煤炭、天然气储量: the statistic of the last member is that of the others, without what narrows it to the last."""
    hit = last.hit
    if hit is None or hit.start > parts[-1].start:
        return None  # 甲省、乙省|增加值: as any list before a statistic
    whole = [_completed(markup, part, hit) for part in parts[:-1]]
    if all(whole):
        return _of_one_owner(markup, parts, [*(each for each in whole if each is not None), hit], discourse)
    head = _own_name(hit) or shorter(hit, _BARE)
    if head is None:
        return None
    base = Topic(region=discourse.topic.region)
    topics = [_thing(markup, with_indicator(markup, base, head), part) for part in parts[:-1]]
    last_one, narrowed = with_indicator(markup, base, hit), Part(parts[-1].start, head.start)
    if is_term(markup, narrowed) or hit.entry.sector:
        return [*topics, _thing(markup, last_one, narrowed)]
    return [*topics, taken_over(last_one, discourse)]


def _own_name(hit: Found[Indicator]) -> Found[Indicator] | None:
    """其他用品|价格: a name that only says of what a statistic is ends in that of the statistic."""
    start = hit.end - len(hit.entry.name)
    named = start > hit.start and hit.text.endswith(hit.entry.name)
    return Found(start, hit.end, hit.entry.name, hit.entry) if named else None


def _completed(markup: Markup, part: Part, hit: Found[Indicator]) -> Found[Indicator] | None:
    """The statistic that a member names with the end of the last one's name: 新建住宅|和二手住宅|价格."""
    for cut in range(1, len(hit.text) - 1):
        for start in range(part.start, part.end - 1):
            entry = SURFACES.get(markup.text[start : part.end] + hit.text[cut:])
            if entry is not None and entry.name != hit.entry.name:
                return Found(start, part.end, markup.text[start : part.end], entry)
    return None


def _of_one_owner(
    markup: Markup, parts: Sequence[Part], hits: Sequence[Found[Indicator]], discourse: Discourse
) -> list[Topic]:
    """一线城市|新建住宅和二手住宅价格: the statistics have the owner that stands before the first."""
    base = Topic(region=discourse.topic.region)
    first, *others = (with_indicator(markup, base, hit) for hit in hits)
    first = with_subject(markup, first, parts[0].start, hits[0].start)
    first = first if first.own_subject else taken_over(first, discourse)
    return [first, *(_owned_like(topic, first, discourse) for topic in others)]


def _things(place: Place, at: int, parts: Sequence[Part], discourse: Discourse) -> list[Topic] | None:
    """新材料和新能源: what the numbers are of; what they measure is told behind 分别, or was before."""
    markup = place.markup
    if any(part.end - part.start > _LONGEST_MEMBER for part in parts):
        return None
    base = discourse.topic.inherited()._replace(subject=None, sector=None, classes=())
    told = [h for h in within(markup.indicators, parts[0].start + 1, parts[0].end) if h.end < parts[0].end]
    if told:  # 折算成|零售价格|甲类油品和乙类油品
        parts = [Part(told[-1].end, parts[0].end), *parts[1:]]
    opener = _TRADED.match(markup.text, parts[0].start, parts[0].end)
    if opener is not None and not told:  # 进口|原油、机电产品
        parts = [Part(opener.end(), parts[0].end), *parts[1:]]
        told = within(markup.indicators, opener.start(), opener.end())
    counts = place.numbers.numbers[0].dimension == "count"
    told += [] if counts else within(markup.indicators, at + 1, place.head)  # 发生融资|127件 is no amount
    base = with_indicator(markup, base, told[-1]) if told else base
    topics = [_thing(markup, base, part) for part in parts]
    return [of_place(markup, topic, discourse.topics[-1]) for topic in topics] if discourse.topics else topics


_TRADED: Final = re.compile("(?:进口|出口)(?=[一-鿿])")
_TRADER: Final = Sieved("[一-鿿“”]{2,16}?(?<![将拟会])[对与同](?=[一-鿿“])")
_TRADED_WITH: Final = re.compile("进出口|出口|进口|贸易|投资")
_NEAR: Final = 60  # characters


def partner_start(markup: Markup, start: int, end: int) -> int:
    """Where a partner is named behind who trades with it: 福建省民营企业对|东盟、美国; ``start`` if nobody is."""
    trader = _TRADER.match(markup.text, start, end)
    abroad = trader is not None and any(region.start == trader.end() for region in markup.regions)
    traded = abroad and _TRADED_WITH.search(markup.text, start, end + _NEAR) is not None
    partner = trader if traded else PARTNER.match(markup.text, start, end)
    return partner.end() if partner else start


def _thing(markup: Markup, base: Topic, part: Part) -> Topic:
    part = Part(partner_start(markup, part.start, part.end), part.end)
    scope = _HERE.match(markup.text, part.start, part.end - _NAME[0])
    part = Part(scope.end(), part.end) if scope else part
    words = markup.sentence.text[part.start : part.end].strip(" “”、的")
    if not words or len(words) > _LONGEST_MEMBER:
        return with_subject(markup, base, part.start, part.end)
    return described(markup, base._replace(subject=words, own_subject=True), part.start, part.end)
