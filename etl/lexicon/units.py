"""Units of measure and classifiers: how they are printed, what they are called, how they compare.

Names follow GB 3100 (SI units), ISO 4217 (currencies under their Chinese names) and the classifiers
counted in newspapers of 2007 to 2026. Magnitudes (万, 亿) are no part of a unit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from etl.lexicon.terms import read_rows, split_cell
from etl.sieve import Sieved

FILE: Final = "units.csv"

DIMENSIONS: Final[Mapping[str, str]] = {
    "money": "金额",
    "count": "计数",
    "percent": "百分比",
    "points": "百分点",
    "multiple": "倍数",
    "energy": "能量",
    "power": "功率",
    "mass": "质量",
    "length": "长度",
    "area": "面积",
    "volume": "体积",
    "speed": "速度",
    "time": "时间",
    "duration": "时长",
    "age": "年龄",
    "anniversary": "周年",
    "calendar": "历法",
    "ordinal": "序数",
    "temperature": "温度",
    "angle": "度",
    "data": "数据量",
    "computing": "算力",
    "frequency": "频率",
    "pressure": "压强",
    "voltage": "电压",
    "current": "电流",
    "charge": "电荷",
    "resistance": "电阻",
    "force": "力",
    "light": "光",
    "sound": "声级",
    "radiation": "辐射",
    "amount": "物质的量",
    "points_index": "点数",
    "grade": "级",
    "rate": "每单位",
    "rank": "位次",
    "ratio": "比",
}
"""Dimension -> Chinese label; ``calendar`` and ``ordinal`` units (月, 届) never make a quantity."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: canonical name, dimension, and what one printed unit is worth in it (角 is 0.1 元).

    ``numeral`` is ``arabic`` for a word that is a unit only after digits or a magnitude (3000方, but
    三方 are three parties), ``noun`` for what is counted without a classifier and is no part of the
    printed number (50城市). ``not_before`` lists what may not follow the unit (10人, but 10人民币),
    as pattern fragments without repetition.
    """

    name: str
    dimension: str
    factor: Decimal
    numeral: str
    surfaces: tuple[str, ...]
    not_before: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Surface:
    """A printed form of a unit; ``infix`` is what stands inside it (个多月, 个半小时), '' if nothing;
    ``latin`` that it ends in a Latin letter, after which none may follow."""

    unit: Unit
    infix: str = ""
    latin: bool = False


def _read() -> tuple[Unit, ...]:
    units = []
    for row in read_rows(FILE):
        if row["dimension"] not in DIMENSIONS or row["numeral"] not in {"any", "arabic", "noun"}:
            raise ValueError(f"{FILE}: unit {row['unit']!r}: unknown dimension or numeral, see etl/lexicon/units.py")
        units.append(
            Unit(
                row["unit"],
                row["dimension"],
                Decimal(row["factor"]),
                row["numeral"],
                split_cell(row["surfaces"]),
                split_cell(row["not_before"]),
                row["example"],
            )
        )
    return tuple(units)


UNITS: Final[tuple[Unit, ...]] = _read()
"""Every unit, in the order of the file."""


def _surfaces() -> dict[str, Surface]:
    found: dict[str, Surface] = {}
    for unit in UNITS:
        for surface in unit.surfaces:
            if surface in found:
                raise ValueError(f"{FILE}: {surface!r} stands for {found[surface].unit.name!r} and for {unit.name!r}")
            found[surface] = Surface(unit, latin=surface[-1].isascii() and surface[-1].isalpha())
    for surface, entry in list(found.items()):
        if len(surface) > 1 and surface[0] == "个":
            found |= {f"个{infix}{surface[1:]}": Surface(entry.unit, infix) for infix in "多半"}
    return found


SURFACES: Final[dict[str, Surface]] = _surfaces()
"""Printed form -> unit, with 个多月 and 个半小时 beside 个月 and 个小时."""


_FREQUENT: Final = "年%元个日月人次家公周名位届步件天亩条场万项号户吨米平岁轮批点时小K"
"""The characters that most printed units begin with, those first that are printed most: they are compared first."""


def _branch(entries: list[tuple[str, Surface]]) -> str:
    """A pattern that matches the longest of the printed forms that may stand here."""
    heads: dict[str, list[tuple[str, Surface]]] = {}
    end = ""
    for rest, surface in entries:
        if rest:
            heads.setdefault(rest[0], []).append((rest[1:], surface))
        else:
            barred = "|".join(surface.unit.not_before)
            latin = "(?![A-Za-z0-9])" if surface.latin else ""
            end = (f"(?!{barred})" if barred else "") + latin or "(?:)"
    ordered = sorted(heads.items(), key=lambda item: _FREQUENT.find(item[0]) % len(_FREQUENT))
    options = [re.escape(head) + _branch(tails) for head, tails in ordered]
    if end:
        options.append(end)
    return options[0] if len(options) == 1 else "(?:" + "|".join(options) + ")"


PATTERN: Final[str] = _branch(list(SURFACES.items()))
"""A regular expression fragment for the longest printed unit; linear, no repetition at all."""


def _lengths() -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for surface in SURFACES:
        found.setdefault(surface[0], set()).add(len(surface))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


_LENGTHS: Final = _lengths()


@cache
def _barred(fragments: tuple[str, ...]) -> Sieved:
    return Sieved("|".join(fragments))


_BARRED: Final = {form: _barred(each.unit.not_before) for form, each in SURFACES.items() if each.unit.not_before}
_LATIN: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")


def unit_at(text: str, start: int) -> str:
    """The longest printed form of a unit that may stand at an offset, as ``PATTERN`` finds it; empty if none does.

    >>> unit_at("3000平方米的", 4), unit_at("10人民币", 2)
    ('平方米', '')
    """
    for size in _LENGTHS.get(text[start : start + 1], ()):
        printed = text[start : start + size]
        surface = SURFACES.get(printed)
        if (
            surface is None
            or len(printed) < size
            or (surface.latin and text[start + size : start + size + 1] in _LATIN)
        ):
            continue
        barred = _BARRED.get(printed)
        if barred is None or barred.match(text, start + size) is None:
            return printed
    return ""
