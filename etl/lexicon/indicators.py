"""The statistics that Chinese newspapers report, under one canonical name each.

Names and their usual units follow the statistical communiqués and the yearbooks of the National
Bureau of Statistics, the releases of the ministries, and government work reports; the surface forms
were counted in news of 2007 to 2026 and reviewed one by one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast

from etl.lexicon.cells import Cells, stands_alone
from etl.lexicon.scanner import TERMS
from etl.lexicon.terms import Found, TermFinder, by_surface, read_rows

FILE: Final = "indicators.csv"

CATEGORIES: Final[Mapping[str, str]] = {
    "national_accounts": "国民经济核算",
    "industry": "工业",
    "investment": "投资",
    "trade": "贸易",
    "prices": "价格",
    "money_credit": "货币与信贷",
    "fiscal": "财政",
    "labour": "就业",
    "enterprises": "企业",
    "science_technology": "科技",
    "energy_environment": "能源与环境",
    "transport": "交通运输",
    "agriculture": "农业",
    "services": "服务业",
    "living": "人民生活",
    "general": "通用",
}
"""Category -> Chinese label; ``general`` holds the bare heads that a subject completes (产量, 规模)."""

NATURES: Final[Mapping[str, str]] = {
    "flow": "时期数",
    "stock": "时点数",
    "rate": "比率",
    "index": "指数",
    "price": "价格",
    "share": "占比",
    "capacity": "能力",
    "count": "个数",
}
"""Nature -> Chinese label.

``flow`` accumulates over a period; ``stock`` holds at a date; ``rate`` is a level in % or per head;
``index`` a level in points or %; ``price`` a price whose % is a growth; ``share`` a part of a whole;
``capacity`` what could be made, carried or treated; ``count`` a number of things that belongs to no
clock (国家和地区数量, 项目数量).
"""

SCOPES: Final[Mapping[str, str]] = {"national": "全国或地区总量", "subject": "某一主体"}
"""Scope -> Chinese label: ``national`` is about the country or region itself when no subject is printed."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One statistic: its canonical name, what kind of figure it is, and how it is printed.

    ``unit`` is the usual unit of its level, without magnitude ('' if it depends on the subject);
    ``sector`` the sector the statistic itself implies ('' if none). ``generic`` marks a bare head
    that a product or subject before it completes. The name is a surface form too; ``aliases`` are
    the others, on the normalised view; ``not_in`` holds longer words in which they mean something
    else (规模 in 规模以上), and words that run into them (柴油|价格 is no 油价). ``example`` is a
    phrase in which the finder finds this entry.
    """

    name: str
    category: str
    unit: str
    nature: str
    sector: str
    scope: str
    generic: bool
    aliases: tuple[str, ...]
    not_in: tuple[str, ...]
    example: str

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Every printed form, the canonical name first."""
        return (self.name, *(alias for alias in self.aliases if alias != self.name))


def _indicator(cells: Cells) -> Indicator:
    return Indicator(
        name=cells.filled("name"),
        category=cells.choice("category", CATEGORIES),
        unit=cells.text("unit"),
        nature=cells.choice("nature", NATURES),
        sector=cells.text("sector"),
        scope=cells.choice("scope", SCOPES),
        generic=cells.flag("generic"),
        aliases=cells.several("aliases"),
        not_in=cells.several("not_in"),
        example=cells.filled("example"),
    )


def _load() -> dict[str, Indicator]:
    indicators: dict[str, Indicator] = {}
    for line, row in enumerate(read_rows(FILE), start=2):
        cells = Cells(FILE, line, row)
        indicator = _indicator(cells)
        if indicator.name in indicators:
            raise ValueError(f"{cells.where}, column name: {indicator.name!r} has a row already; join the two")
        indicators[indicator.name] = indicator
    return indicators


INDICATORS: Final[dict[str, Indicator]] = _load()
"""Canonical name -> indicator."""

SURFACES: Final[dict[str, Indicator]] = by_surface(((entry.surfaces, entry) for entry in INDICATORS.values()), FILE)
"""Printed form, on the normalised view -> indicator."""

_BLOCKED: Final[Mapping[str, Indicator | None]] = {
    longer: None for entry in INDICATORS.values() for longer in entry.not_in if longer not in SURFACES
}
_FINDER: Final = TermFinder[Indicator | None]({**SURFACES, **_BLOCKED}, TERMS)


def find_indicators(text: str) -> list[Found[Indicator]]:
    """The indicators that the normalised ``text`` names, left to right, the longest form at each place.

    >>> [found.entry.name for found in find_indicators("规模以上工业企业利润增长7.2%")]
    ['利润总额']
    """
    return [
        cast("Found[Indicator]", found)
        for found in _FINDER.find(text)
        if found.entry is not None and stands_alone(text, found.start, found.end)
    ]
