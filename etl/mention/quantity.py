"""A numeral with the unit or classifier printed after it, and a numeral with none."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from etl.grammar import Rule
from etl.lexicon.units import PATTERN as UNIT
from etl.lexicon.units import SURFACES, Surface, unit_at
from etl.mention.draft import FORMS, Draft
from etl.mention.numeral import PATTERN as NUMERAL
from etl.mention.numeral import Numeral, read_numeral

_HALF: Final = Decimal("0.5")
_APPROXIMATION: Final = "(?:多|余(?!额)|来(?![自到历临访的说看])|几)"
# 7座|半潜式平台, 10公里|半径, 6个|半决赛: the half of a word that follows; 2斤半 and 一年半 have their own.
_HALF_OF_WORD: Final = (
    "[个种名位项家次年月天元小数少边极样民党云方潜径决挂自导封开岛圆球程价票途夜山路官壁荒干湿专公失残露]"
)
_QUANTITY: Final = re.compile(
    f"(?P<numeral>{NUMERAL})(?P<scale>[kK](?=[个元美欧港日]))?+(?P<few>{_APPROXIMATION})?+(?P<unit>{UNIT})"
    f"(?:(?P<tail>多(?![个种名位项家次年月天元小数少边极样民党云方])|半(?!{_HALF_OF_WORD})|余(?![额名个震粮热温波]))"
    f"|(?:/|每)(?P<per>{UNIT}))?+"
)
# 12个|亿元企业 are so many firms of a turnover of 亿元
_COUNTED: Final = re.compile(
    f"(?P<numeral>{NUMERAL})(?P<half>多|半)?个(?P<half2>多|半)?"
    f"亿(?!元(?:(?:以上的?)?(?:项目|企业)|以上的?[一-鿿]{{2,4}}项目|级|产业|[镇乡村县园]))(?P<unit>{UNIT})?"
)
_BARE: Final = re.compile(
    f"(?P<numeral>{NUMERAL})(?P<scale> ?[kKMG](?![A-Za-z0-9])|[eE][0-9]{{1,2}}(?![A-Za-z0-9.]))?+"
    "(?P<few>[多余](?![少数样方边额震]))?+"
)
BESIDES: Final = frozenset(" kKMGeE多余来几")
"""What may follow a numeral that is no unit: a scale, a word of approximation."""
_SCALES: Final = {"k": 1000, "K": 1000, "M": 10**6, "G": 10**9, "": 1}
_HINTS: Final = {"多": "more_than", "余": "more_than", "来": "about", "几": "about", "半": "", "": ""}


def _unit(printed: str, numeral: Numeral) -> Surface | None:
    """The printed unit, unless it is a word that only looks like one after this numeral."""
    surface = SURFACES[printed]
    if surface.unit.numeral != "any" and (not numeral.sized or numeral.bare):
        return None
    if surface.unit.name == "级" and (numeral.bare or numeral.magnitude >= 10_000):
        return None  # 万亿级 is the size of something, 6.5级 a grade
    return surface


_OLDEST: Final = 10_000  # years
_MYRIADS: Final = re.compile(".*[万亿]")


def _before_age(start: int, printed: str) -> Draft | None:
    """1.51亿|5岁以下儿童: nobody is so old; the number ends with its magnitude, and the age is another."""
    myriads = _MYRIADS.match(printed)
    numeral = read_numeral(myriads.group()) if myriads else None
    if myriads is None or numeral is None:
        return None
    end = start + myriads.end()
    return Draft(start, end, numeral.value, None, "bare", "bare", "count", numeral.high, numeral.hint, numeral)


class _Printed:
    """What is printed of a quantity: its numeral, a scale, words of approximation, unit, tail and rate, '' for none."""

    __slots__ = ("few", "numeral", "per", "scale", "tail", "unit")

    def __init__(self, numeral: str, unit: str, scale: str = "", few: str = "", tail: str = "", per: str = "") -> None:
        self.numeral, self.unit = numeral, unit
        self.scale, self.few, self.tail, self.per = scale, few, tail, per


def _quantity(match: re.Match[str]) -> Draft | None:
    scale, few, tail, per = (match[name] or "" for name in ("scale", "few", "tail", "per"))
    printed = _Printed(match["numeral"], match["unit"], scale, few, tail, per)
    return _amount(match.start(), match.start("unit"), match.end(), printed)


def _amount(start: int, at: int, end: int, printed: _Printed) -> Draft | None:
    """What stands from ``start`` to ``end``, its unit ``at`` some place in it."""
    numeral = read_numeral(printed.numeral)
    surface = _unit(printed.unit, numeral) if numeral else None
    if numeral is None or surface is None:
        return None
    if printed.scale:
        numeral = numeral.in_thousands()
    if surface.unit.dimension == "age" and numeral.value > _OLDEST:
        return _before_age(start, printed.numeral)
    unit = surface.unit
    hint = _HINTS[printed.few] or _HINTS[surface.infix] or _HINTS[printed.tail] or numeral.hint
    name, dimension = unit.name, unit.dimension
    if name == "度" and numeral.magnitude >= 10_000:
        name, dimension = "千瓦时", "energy"  # nothing but electricity is counted in 万度 and 亿度
    if printed.per:
        name, dimension = f"{name}/{SURFACES[printed.per].unit.name}", "rate"
    half = "半" in (surface.infix, printed.tail)
    return Draft(
        start,
        at if unit.numeral == "noun" else end,
        (numeral.value + _HALF if half else numeral.value) * unit.factor,
        name,
        FORMS.get(dimension, "quantity"),
        "quantity",
        dimension,
        None if numeral.high is None else numeral.high * unit.factor,
        hint,
        numeral,
    )


_TAILS: Final = frozenset("多半余/每")


def read(view: str, start: int, end: int) -> Draft | None:
    """The numeral from ``start`` to ``end`` with the unit after it, or without one: what the two rules would read."""
    if view[end : end + 1] in BESIDES:
        return _by_rules(view, start)
    unit = unit_at(view, end)
    stop = end + len(unit)
    if unit and view[stop : stop + 1] in _TAILS:
        return _by_rules(view, start)
    found = _amount(start, end, stop, _Printed(view[start:end], unit)) if unit else None
    return found or bare(view, start, end)


def _by_rules(view: str, start: int) -> Draft | None:
    for rule in RULES:
        match = rule.pattern.match(view, start)
        draft = rule.produce(match) if match is not None else None
        if draft is not None:
            return draft
    return None


def _bare(match: re.Match[str]) -> Draft | None:
    numeral = read_numeral(match["numeral"])
    if numeral is None or not match["numeral"]:
        return None
    hint = _HINTS[match["few"] or ""] or numeral.hint
    scale = (match["scale"] or "").strip()
    size = Decimal(10) ** int(scale[1:]) if scale[:1] in ("e", "E") else _SCALES[scale]
    return Draft(
        match.start(),
        match.end(),
        numeral.value * size,
        None,
        "bare",
        "bare",
        "count",
        numeral.high,
        hint,
        numeral,
        "code" if scale else "",  # 5G and 4K name things; as a size the letter is not newspaper Chinese
    )


_PAID: Final = re.compile("投资|投入|投了|产值|收入|利润|销售|资金|订单|目标|贷款|融资|花了?|赚了?|卖了?|补贴|债|款|赔")
_OF_USERS: Final = re.compile("人|用户|粉丝|播放|浏览|点击|下载|次")


def _is_money(match: re.Match[str]) -> bool:
    """投资3个亿, 今年的目标是1.5个亿, but not 用户超过3个亿: colloquially, money goes without its unit."""
    text, start, end = match.string, match.start(), match.end()
    around = text[max(0, start - 8) : start] + text[end : end + 4]
    return _PAID.search(around) is not None and _OF_USERS.search(around) is None


def bare(view: str, start: int, end: int) -> Draft | None:
    """The numeral that fills a stretch, where none of ``BESIDES`` follows, without a unit."""
    numeral = read_numeral(view[start:end])
    if numeral is None:
        return None
    return Draft(start, end, numeral.value, None, "bare", "bare", "count", numeral.high, numeral.hint, numeral)


def _counted(match: re.Match[str]) -> Draft | None:
    """1.4个亿: a magnitude counted like a thing."""
    numeral = read_numeral(match["numeral"])
    if numeral is None or not match["numeral"] or numeral.bare:
        return None
    half = Decimal("0.5") if "半" in (match["half"], match["half2"]) else Decimal(0)
    hint = "more_than" if "多" in (match["half"], match["half2"]) else numeral.hint
    size = Decimal(10**8)
    unit = SURFACES[match["unit"] or "元"].unit if match["unit"] or _is_money(match) else None
    return Draft(
        match.start(),
        match.end(),
        (numeral.value + half) * size,
        unit.name if unit else None,
        FORMS.get(unit.dimension, "quantity") if unit else "bare",
        "counted_magnitude",
        unit.dimension if unit else "count",
        base=hint,
        numeral=Numeral(numeral.value * size, magnitude=numeral.magnitude * size, myriads=size, arabic=True),
    )


QUANTITY: Final[Rule[Draft]] = Rule(
    "quantity",
    _QUANTITY,
    _quantity,
    (
        ("实现利润27204.3亿元", "27204.3亿元 = 2720430000000 元"),
        ("财政收入63万6463亿元", "63万6463亿元 = 63646300000000 元"),
        ("企业60万家", "60万家 = 600000 家"),
        ("出口500多万美元", "500多万美元 = 5000000 美元 more_than"),
        ("装机8041.6万千瓦", "8041.6万千瓦 = 80416000 千瓦"),
        ("历时3个多月", "3个多月 = 3 个月 more_than"),
        ("全球1.51亿5岁以下儿童", "5岁 = 5 岁 at_most"),
        ("回落１．７个百分点", "１．７个百分点 = 1.7 百分点"),
        ("均价8500元/平方米", "8500元/平方米 = 8500 元/平方米"),
        ("增长百分点之外还有两倍半", "两倍半 = 2.5 倍"),
        ("已记录到36次余震", "36次 = 36 次"),
    ),
    ("受到各方关注", "人民生活改善", "一致同意", "三方会谈"),
)
BARE: Final[Rule[Draft]] = Rule(
    "bare",
    _BARE,
    _bare,
    (("总量突破60万亿", "60万亿 = 60000000000000 more_than"), ("采购经理指数为50.2", "50.2 = 50.2")),
    ("万", "上海市"),
)
COUNTED: Final[Rule[Draft]] = Rule(
    "counted_magnitude",
    _COUNTED,
    _counted,
    (
        ("投入1.4个亿", "1.4个亿 = 140000000 元"),
        ("用户1.4个亿", "1.4个亿 = 140000000"),
        ("贷款三个亿元", "三个亿元 = 300000000 元"),
    ),
    ("三个方面", "两个万人大镇", "十二个亿元企业", "36个亿元以上工业项目"),
)
RULES: Final[tuple[Rule[Draft], ...]] = (QUANTITY, BARE)
