"""A numeral with the unit or classifier printed after it, and a numeral with none."""

from __future__ import annotations

import re
from decimal import Decimal

from etl.grammar import Rule
from etl.lexicon.units import PATTERN as UNIT
from etl.lexicon.units import SURFACES, Surface
from etl.mention.draft import FORMS, Draft
from etl.mention.numeral import PATTERN as NUMERAL
from etl.mention.numeral import Numeral, read_numeral

_HALF = Decimal("0.5")
_APPROXIMATION = "(?:多|余(?!额)|来(?![自到历临访的说看])|几(?![年个次天]))"
_QUANTITY = re.compile(
    f"(?P<numeral>{NUMERAL})(?P<few>{_APPROXIMATION})?+(?P<unit>{UNIT})"
    f"(?:(?P<tail>[多半](?![个种名位项家次年月天元小数少边])|余(?![额名个]))|(?:/|每)(?P<per>{UNIT}))?+"
)
_BARE = re.compile(f"(?P<numeral>{NUMERAL})(?P<few>[多余](?![少数样方边额]))?+")
_HINTS = {"多": "more_than", "余": "more_than", "来": "about", "几": "about", "半": "", "": ""}


def _unit(match: re.Match[str], numeral: Numeral) -> Surface | None:
    """The printed unit, unless it is a word that only looks like one after this numeral."""
    surface = SURFACES[match["unit"]]
    if surface.unit.numeral == "arabic" and not numeral.sized:
        return None
    if surface.unit.name == "级" and (numeral.bare or numeral.magnitude >= 10_000):
        return None  # 万亿级 is the size of something, 6.5级 a grade
    return surface


def _quantity(match: re.Match[str]) -> Draft | None:
    numeral = read_numeral(match["numeral"])
    surface = _unit(match, numeral) if numeral else None
    if numeral is None or surface is None:
        return None
    unit, half = surface.unit, _HALF if "半" in (surface.infix, match["tail"]) else Decimal(0)
    hint = _HINTS[match["few"] or ""] or _HINTS[surface.infix] or _HINTS[match["tail"] or ""] or numeral.hint
    name, dimension = unit.name, unit.dimension
    if match["per"]:
        name, dimension = f"{name}/{SURFACES[match['per']].unit.name}", "rate"
    return Draft(
        match.start(),
        match.end(),
        (numeral.value + half) * unit.factor,
        name,
        FORMS.get(dimension, "quantity"),
        "quantity",
        dimension,
        None if numeral.high is None else numeral.high * unit.factor,
        hint,
        numeral,
    )


def _bare(match: re.Match[str]) -> Draft | None:
    numeral = read_numeral(match["numeral"])
    if numeral is None or not match["numeral"]:
        return None
    hint = _HINTS[match["few"] or ""] or numeral.hint
    return Draft(
        match.start(), match.end(), numeral.value, None, "bare", "bare", "count", numeral.high, hint, numeral
    )


QUANTITY: Rule[Draft] = Rule(
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
        ("回落１．７个百分点", "１．７个百分点 = 1.7 百分点"),
        ("均价8500元/平方米", "8500元/平方米 = 8500 元/平方米"),
        ("增长百分点之外还有两倍半", "两倍半 = 2.5 倍"),
    ),
    ("受到各方关注", "人民生活改善", "一致同意", "三方会谈"),
)
BARE: Rule[Draft] = Rule(
    "bare",
    _BARE,
    _bare,
    (("总量突破60万亿", "60万亿 = 60000000000000 more_than"), ("采购经理指数为50.2", "50.2 = 50.2")),
    ("万", "上海市"),
)
RULES: tuple[Rule[Draft], ...] = (QUANTITY, BARE)
