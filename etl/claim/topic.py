"""What a number is about: indicator, subject, sector, classes and region, from the words before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, Final, TypeVar

from etl.claim import phrase
from etl.claim.base import BasePhrase
from etl.claim.divided import divided
from etl.claim.markup import CODE, Markup
from etl.claim.quoted import bare_name
from etl.claim.result_name import without_result
from etl.claim.tail import name_end
from etl.lexicon.indicators import Indicator
from etl.lexicon.regions import common_region
from etl.lexicon.terms import Found
from etl.lexicon.units import SURFACES
from etl.model import NumberMention
from etl.sieve import Sieved

T = TypeVar("T")

_SUFFIX: Final = re.compile(r"(?:中小)?(?:企业|行业|产业|领域|公司|集团|单位|居民|家庭|地区|部门|市场)")
COUNTRY: Final = frozenset({"我国", "中国", "全国"})
OF_THINGS: Final = frozenset({"stock", "count"})
"""Natures of the statistics that tell how many things there are."""
_WHOLE_COUNTRY: Final = re.compile(r"^(?:我国|全国|中国|国内|全国各地)$")
# 广义货币(M2)|余额: the bare head completes the name before it.
_ADJOINS: Final = re.compile(r"的?(?:[(][^()]{1,10}[)])?")
_DENOMINATOR: Final = Sieved(
    r"占(?!地(?![区方])|用)[^，；]{1,22}?(?:的?(?:比重|比例|份额)|的|达|为|超|近|约|(?=[0-9一二三四五六七八九])|$)|与[^，；]{1,16}?(?:之比|的比[值例率]|比值)|在[^，；]{1,16}中的?(?=比重|占比|份额|比例)|与(?:GDP|国内生产总值)比[率例值]|相当于[^，；]{1,16}?的?(?:比重|比例)"
)
_ORGANISATIONS: Final = ("公司", "集团", "银行", "大学", "学院", "医院", "研究院", "研究所", "实验室", "股份", "协会")
ORGANISATION: Final = Sieved(f"(?:{'|'.join(f'{end}(?<![家类些各]{end})' for end in _ORGANISATIONS)})$")
"""How the name of an organisation ends."""
_OTHERS: Final = Sieved("其[他余](?:行业|产业|企业|地区|省份|商品|产品)(?=的?$)")  # 其他行业|利润
_CODES: Final = re.compile(CODE.replace("[(]", "[(（]").replace("[)]", "[)）]"))
_ASIDE: Final = re.compile(
    r"[(](?:不?含|不?包括|其中|(?:以下)?[简统]称)[^()0-9]{1,16}[)]"
)  # 执业医师(含助理执业医师)|951人
_AT_LEAST: Final = Sieved("(?:[0-9A-Z地县市省乡]{1,2}|国家|副省)级(?:及|和)?以上$")  # 地级及以上|城市
_TOTAL: Final = "(?:GDP|生产总值|总(?:[量额数值]|[产销]量|产值|收入|支出|投资|面积|人口|用电量|能耗|消费|需求|装机))"
_OF_TOTAL: Final = Sieved(
    f"(?:达到?|为|是|相当于|超过|超|接近|约|近|仅|只有|等于)了?[^，。；]{{0,10}}{_TOTAL}的(?:近|约|超过?)?$"
)
_PARTS: Final = frozenset({"fraction", "multiple"})
_OF_WHOLE: Final = re.compile("(?:超过|超|达到|接近|约占|占|等于)了?[^，。；是]{1,16}的(?:近|约|超过?)?$")
_MEASURED_BY: Final = Sieved("(?:是|只有|仅为|仅有|相当于|等于|约为)[^，。；是]{1,22}(?:的|平均水平)(?:近|约|超过?)?$")
TOTALS: Final = frozenset({"总数", "总量"})
"""Bare heads that add nothing to what they complete: 增加值|总量."""
_LONGEST: Final = 30
_LONGEST_TERM: Final = 40  # characters
_WHOLE: Final = 14


class Topic:
    """What a number is about.

    ``nature``, ``unit`` and ``scope`` are the indicator's in the lexicon ('' when it has no entry);
    ``own_subject`` and ``own_indicator`` tell whether the clause itself printed them or they came
    down from an earlier one. Nobody changes a topic: ``_replace`` makes another, as that of a named tuple does.
    """

    __slots__ = (
        "category",
        "classes",
        "counted",
        "generic",
        "implied_sector",
        "indicator",
        "indicator_text",
        "known",
        "nature",
        "own_indicator",
        "own_subject",
        "region",
        "scope",
        "sector",
        "subject",
        "unit",
    )

    def __init__(
        self,
        indicator: str | None = None,
        indicator_text: str | None = None,
        nature: str = "",
        unit: str = "",
        scope: str = "",
        category: str = "",
        generic: bool = False,
        implied_sector: str | None = None,
        subject: str | None = None,
        sector: str | None = None,
        classes: tuple[str, ...] = (),
        region: str | None = None,
        own_indicator: bool = False,
        own_subject: bool = False,
        known: bool = False,
        counted: bool = False,
    ) -> None:
        self.indicator = indicator
        self.indicator_text = indicator_text
        self.nature = nature
        self.unit = unit
        self.scope = scope
        self.category = category
        self.generic = generic
        self.implied_sector = implied_sector
        self.subject = subject
        self.sector = sector
        self.classes = classes
        self.region = region
        self.own_indicator = own_indicator
        self.own_subject = own_subject
        self.known = known
        self.counted = counted

    def _replace(self, **changes: Any) -> Topic:
        """The topic with some of its fields changed."""
        made = self._copy()
        for name, value in changes.items():
            setattr(made, name, value)
        return made

    def inherited(self) -> Topic:
        """The same topic as a later clause takes it over."""
        made = self._copy()
        made.own_indicator = made.own_subject = False
        return made

    def _copy(self) -> Topic:
        return Topic(
            self.indicator,
            self.indicator_text,
            self.nature,
            self.unit,
            self.scope,
            self.category,
            self.generic,
            self.implied_sector,
            self.subject,
            self.sector,
            self.classes,
            self.region,
            self.own_indicator,
            self.own_subject,
            self.known,
            self.counted,
        )


_MANY: Final = 12
"""So many terms are worth a binary search."""


def _begins(number: NumberMention) -> int:
    return number.start


def _opens(term: Found[T]) -> int:
    return term.start


def within(found: Sequence[Found[T]], start: int, end: int) -> list[Found[T]]:
    """The terms that lie inside a span, of those that were found from left to right."""
    if len(found) > _MANY:
        first = bisect_left(found, start, key=_opens)
        found = found[first : bisect_left(found, end, lo=first, key=_opens)]
    return [term for term in found if start <= term.start and term.end <= end]


def denominators(markup: Markup, start: int, end: int) -> list[tuple[int, int]]:
    """The wholes that shares are of: 占地区生产总值比重, 与国内生产总值之比."""
    if not _DENOMINATOR.may(markup.text, start, end):
        return []
    return [match.span() for match in _DENOMINATOR.finditer(markup.text, start, end)]


def excluded_spans(markup: Markup, start: int, end: int, bases: Sequence[BasePhrase]) -> list[tuple[int, int]]:
    """Where no indicator or subject may be looked for: bases of comparison, denominators, 是全国平均水平的."""
    spans = [(phrase.start, phrase.end) for phrase in bases if phrase.end > phrase.start]
    measured = _MEASURED_BY.search(markup.text, max(start, end - _LONGEST), end)
    first = bisect_left(markup.numbers, end, key=_begins)
    part = any(n.outer_start == end and n.form in _PARTS for n in markup.numbers[first : first + 2])
    if measured is None and part:
        measured = _OF_WHOLE.search(markup.text, max(start, end - _LONGEST), end)  # 超过年径流量的|一半
    measured = measured or _OF_TOTAL.search(markup.text, max(start, end - _LONGEST), end)
    spans += [measured.span()] if measured else []
    return [*spans, *denominators(markup, start, end)]


def asides(markup: Markup, start: int, end: int) -> list[tuple[int, int]]:
    """Brackets that say what is counted with it, in which no statistic is looked for."""
    return [aside.span() for aside in _ASIDE.finditer(markup.text, start, end)] if "(" in markup.text else []


def indicator_before(
    markup: Markup, start: int, end: int, excluded: Sequence[tuple[int, int]]
) -> Found[Indicator] | None:
    """The indicator that governs a number: the last one before it outside the excluded spans.

    比重 and its like give way to the statistic whose share they are.
    """
    found = markup.indicators
    if len(found) > _MANY:
        found = found[bisect_left(found, start - _LONGEST_TERM, key=_opens) : bisect_left(found, end, key=_opens)]
    hits = [
        hit
        for hit in found
        if start < hit.end <= end and not any(first <= hit.start < last for first, last in excluded)
    ]
    proper = [hit for hit in hits if hit.entry.nature != "share" or not hit.entry.generic]  # 销量的|市场占有率
    chosen = proper or hits
    if (
        len(chosen) > 1
        and chosen[-1].entry.generic
        and _ADJOINS.fullmatch(markup.text, chosen[-2].end, chosen[-1].start)
    ):
        completes = not chosen[-2].entry.generic or chosen[-1].entry.name in TOTALS
        return chosen[-2] if completes and not _counts_owners(chosen[-2], chosen[-1]) else chosen[-1]
    return chosen[-1] if chosen else None


def _counts_owners(name: Found[Indicator], head: Found[Indicator]) -> bool:
    """产业园|产值, 高新技术企业|收入: what could be counted has the money, which does not complete its name."""
    if name.entry.nature == "stock" and head.entry.name in _MADE:
        return True  # 充电桩|产量: things that are made, not how many there are
    if name.entry.nature == "stock" and head.entry.nature == "rate":
        return True  # 智能工厂|普及率, 养老机构|覆盖率
    units = SURFACES.get(name.entry.unit), SURFACES.get(head.entry.unit)
    if units[0] is None or units[1] is None or head.entry.name == _SIZE:
        return False
    return units[0].unit.dimension == "count" and units[1].unit.dimension == "money"


_MADE: Final = frozenset({"产量", "销量", "出货量"})
_SIZE: Final = "规模"  # 园区|规模, 人口|规模 are not of money alone


def with_indicator(markup: Markup, topic: Topic, hit: Found[Indicator]) -> Topic:
    """The topic with the indicator of ``hit`` and what the lexicon says of it; 日均, 人均 make another figure of it."""
    entry = hit.entry
    share, start = divided(markup, hit)
    named = hit.text if share and "总" in entry.name and start < hit.start else entry.name  # 人均用水量
    return topic._replace(
        indicator=f"{share}{named}",
        indicator_text=markup.sentence.text[start : hit.end],
        nature=entry.nature,
        unit=entry.unit,
        scope=entry.scope,
        category=entry.category,
        generic=entry.generic,
        implied_sector=entry.sector or None,
        own_indicator=True,
        known=True,
    )


def with_subject(markup: Markup, topic: Topic, start: int, end: int) -> Topic:
    """The topic with the subject between two offsets, if any: a short phrase as printed, of a long one its terms."""
    stop = end
    for term in markup.sectors:
        if start <= term.start < end and stop < term.end <= end + 3:
            stop = term.end
    others = _OTHERS.search(markup.text, start, stop)
    if others is not None:
        return topic._replace(subject=others.group(), sector=None, classes=(), own_subject=True)
    stop = name_end(markup.text, start, stop)
    words = phrase.before(markup.text, start, stop, markup.terms)
    led = markup.text[words.start - 1 : words.start] if words is not None else ""
    if words is None or led == "其" or (led == "占" and words.text.endswith(_SHARES)):  # 占|总人口比重
        return topic
    first, last = _cut(markup, words.start, words.end)
    least = _AT_LEAST.search(markup.text, start, first)
    first = least.start() if least else first
    text = without_result(phrase.WITHIN.sub("", bare_name(markup.sentence.text[first:last])))
    text = _CODES.sub("", text) if "(" in text or "（" in text else text
    if not text or len(text) > _LONGEST or _is_nobody(markup.text, text, first) or _DATA.search(text):
        return topic
    return described(markup, topic._replace(subject=text, own_subject=True), first, last)


def _is_nobody(printed: str, name: str, start: int) -> bool:
    """这一|数字|是五年前的3倍, 5|月份: of whom it is was told before, or stands behind."""
    told = name == "数字" and printed[start - 1 : start] in ("一", "个", "该", "此")
    return told or name == "月份"


_SHARES: Final = ("比重", "比例", "份额")
_DATA: Final = Sieved("(?<!大)数据$")  # 国铁集团数据|显示 is who says so


def _cut(markup: Markup, start: int, end: int) -> tuple[int, int]:
    """A phrase of at most 14 characters whole; of a longer one, the terms that name sectors, classes or products."""
    if end - start <= _WHOLE:
        return start, end
    terms = [
        (t.start, t.end)
        for t in within(markup.sectors, start, end)
        if not t.entry.weak or _stands(markup, t, start, end)
    ]
    terms += [(t.start, t.end) for t in within(markup.classes, start, end)]
    terms += [(t.start, t.end) for t in within(markup.products, start, end)]
    if not terms:
        return start, end
    first, last = min(t[0] for t in terms), max(t[1] for t in terms)
    suffix = _SUFFIX.match(markup.text, last, end)
    last = suffix.end() if suffix else last
    return (first, end) if _GOES_ON.fullmatch(markup.text, last, end) else (first, last)


_GOES_ON: Final = re.compile("[^的]{1,6}|(?:、[^、的]{1,8}){1,4}等.{0,4}(?:[产行企]业|产品)")  # |、信息等重点产业
_BESIDE_LEFT: Final = frozenset(["", *"、和及与国"])
_BESIDE_RIGHT: Final = frozenset(["", *"、和及与等行业领产两三四五六七八九十"])  # 通用设备|三个行业


def _stands(markup: Markup, term: Found[T], start: int, end: int) -> bool:
    """Whether a weak sector name stands alone or in a list, not inside a longer word."""
    left = markup.text[max(start, term.start - 1) : term.start]
    right = markup.text[term.end : min(end, term.end + 1)]
    return left in _BESIDE_LEFT and right in _BESIDE_RIGHT


_JOINT: Final = re.compile("[、和与及]")
_INDUSTRY: Final = "工业"


def described(markup: Markup, topic: Topic, start: int, end: int) -> Topic:
    """The topic with sector, classes and region read off the words between two offsets.

    The place in the name of an organisation (佛山某某公司) is only a part of its name.
    """
    organised = ORGANISATION.search(markup.text, start, end) is not None
    line = markup.text.endswith("至", 0, start) and any(t.end == start - 1 for t in markup.regions)  # 甲地至|乙地高铁
    regions = [] if organised or line else [t.entry.name for t in within(markup.regions, start, end)]
    return topic._replace(
        sector=_sector_of(markup, start, end),
        classes=tuple(dict.fromkeys([t.entry.name for t in within(markup.classes, start, end)])),
        region=common_region(regions) if regions else topic.region,
    )


def _sector_of(markup: Markup, start: int, end: int) -> str | None:
    """The sector that the words between two offsets name, or that makes the products they name."""
    made_things = [t for t in within(markup.products, start, end) if t.entry.sector]
    named = [t for t in within(markup.sectors, start, end) if not _is_part_of(t, made_things)]
    if not named and not made_things:
        return None
    sectors = list(dict.fromkeys(t.entry.sector.name for t in named))
    products = list(dict.fromkeys(t.entry.sector.name for t in made_things if t.entry.sector))
    made = products[0] if len(products) == 1 else None
    listed = bool(made or sectors) and _JOINT.search(markup.text, start, end) is not None
    if listed and not sectors and _members(markup, start, end) > 1:
        made = None if _kinds_of(markup, start, end) < _members(markup, start, end) else made
    sector = sectors[-1] if len(sectors) == 1 or (sectors and not listed) else None
    if sectors and listed:
        closing = _umbrella(markup, start, end)
        sector = closing if closing or _members(markup, start, end) > len(sectors) + len(products) else sector
    if made and sectors == [_INDUSTRY] and made_things[-1].start >= named[-1].end:
        sector = made  # 规模以上工业|原煤
    return sector if sectors else made


def _is_part_of(term: Found[Any], things: Sequence[Found[Any]]) -> bool:
    """工业|机器人: the name of an industry in that of a thing."""
    size = term.end - term.start
    return any(t.start <= term.start and term.end <= t.end and t.end - t.start > size for t in things)


def _kinds_of(markup: Markup, start: int, end: int) -> int:
    """How many members of a list are known products: 乳清、脱模剂等 are not both of the food industry."""
    return len(within(markup.products, start, end)) + len(within(markup.regions, start, end))


def _members(markup: Markup, start: int, end: int) -> int:
    """How many members a list has: separators inside a name (农、林、牧、渔业) do not count."""
    names = [(t.start, t.end) for t in within(markup.sectors, start, end)]
    names += [(t.start, t.end) for t in within(markup.products, start, end)]
    marks = (start + mark.start() for mark in re.finditer("、", markup.text[start:end]))
    return 1 + sum(not any(first < mark < last for first, last in names) for mark in marks)


def _umbrella(markup: Markup, start: int, end: int) -> str | None:
    """新能源、新材料等|高新技术产业: what a list is closed by names them all."""
    named = within(markup.sectors, start, end)
    closed = named and markup.text[named[-1].start - 1 : named[-1].start] == "等"
    return named[-1].entry.sector.name if closed else None


def of_place(markup: Markup, topic: Topic, last: Topic) -> Topic:
    """中部地区增长8.2%: a new place keeps the industry and classes whose figure of the same statistic is compared."""
    if topic.sector or topic.classes or topic.indicator != last.indicator:
        return topic
    if not any(region.text == topic.subject for region in markup.regions):
        return topic
    return topic._replace(sector=last.sector, classes=last.classes)
