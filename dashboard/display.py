"""How numbers, bounds and periods are written on the page: 81万亿元, >30%, 2025年1—5月."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from dashboard.language import Language

MAGNITUDES: tuple[tuple[float, str], ...] = ((1e12, "万亿"), (1e8, "亿"), (1e4, "万"))
"""Factor and name, the largest first."""

_SIGNS = {"exact": "", "about": "≈", "more_than": ">", "at_least": "≥", "less_than": "<", "at_most": "≤", "range": ""}
_FLIPPED = {"more_than": "<", "at_least": "≤", "less_than": ">", "at_most": "≥"}
_VERB_SIGNED = {"growth", "change", "contribution", "gap"}
_PRINTED = re.compile(
    r"-?(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<magnitude>[十百千万亿]{0,3})(?P<unit>[^0-9十百千万亿]*)"
)
_QUARTERS = "一二三四"
_MINUS = "\u2212"
MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def magnitude(largest: float) -> tuple[float, str]:
    """The factor and name (``亿``) that suit numbers up to ``largest``; (1, "") below ten thousand."""
    for factor, name in MAGNITUDES:
        if abs(largest) >= factor:
            return factor, name
    return 1.0, ""


def digits(value: float) -> str:
    """A number with at most six significant digits, no trailing zeros, thousands separated, a true minus."""
    if value == 0:
        return "0"
    places = max(0, 6 - len(str(int(abs(value)))))
    rounded = f"{abs(value):,.{places}f}"
    if "." in rounded:
        rounded = rounded.rstrip("0").rstrip(".")
    if rounded == "0":
        rounded = f"{abs(value):.3g}"
    return (_MINUS if value < 0 else "") + rounded


@lru_cache(maxsize=16_384)
def amount(value: float, unit: str) -> str:
    """A value with its unit as a Chinese reader writes it: 8.1e13 元 is ``81万亿元``."""
    if unit in ("%", "百分点", "‰"):
        return f"{digits(round(value, 2))}{unit}"
    factor, name = magnitude(value)
    return f"{digits(value / factor)}{name}{unit}"


def bound_sign(bound: str, value: float, measure: str) -> str:
    """The sign for a bound; where a verb made the value negative the sign turns: 下降超5% is ``<−5%``."""
    if value < 0 and measure in _VERB_SIGNED:
        return _FLIPPED.get(bound, _SIGNS.get(bound, ""))
    return _SIGNS.get(bound, "")


@lru_cache(maxsize=16_384)
def printed_amount(value: float, unit: str, value_text: str) -> str:
    """The value as the paper writes it where that is plain (14.0%, 27204.3亿元), else normalised (百项: 100项).

    The verb's sign is set in front, and a unit that is only understood is filled in.
    """
    printed = _PRINTED.fullmatch("".join(unicodedata.normalize("NFKC", value_text).split()))
    if printed is None or printed["unit"] not in ("", unit):
        return amount(value, unit)
    sign = _MINUS if value < 0 else ""
    return f"{sign}{printed['number']}{printed['magnitude']}{unit}"


def figure_text(row: Mapping[str, Any]) -> str:
    """A claim's figure with its bound in front: ``>30%``, ``≈30%``, ``4%～6%``."""
    value, unit, bound = float(row["value"]), row["unit"], row["bound"]
    high = row["value_high"]
    if bound == "range" and high is not None and high == high:
        return f"{amount(value, unit)}～{amount(float(high), unit)}"
    return bound_sign(bound, value, row["measure"]) + printed_amount(value, unit, row["value_text"])


def day_text(day: date | None, language: Language = Language.ZH) -> str:
    """A day: 2025年7月1日, ``1 Jul 2025``."""
    if day is None:
        return ""
    if language is Language.EN:
        return f"{day.day} {MONTHS_EN[day.month - 1]} {day.year}"
    return f"{day.year}年{day.month}月{day.day}日"


def month_text(year: int, month: int, language: Language = Language.ZH) -> str:
    """A month: 2025年7月, ``Jul 2025``."""
    return f"{MONTHS_EN[month - 1]} {year}" if language is Language.EN else f"{year}年{month}月"


def month_ends(start: date, end: date) -> bool:
    """True if the period holds whole months."""
    return start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]


@lru_cache(maxsize=4_096)  # a chart names the same few periods hundreds of times
def period_text(start: date | None, end: date | None, kind: str | None = None, language: Language = Language.ZH) -> str:
    """A period as a reader says it: 2019年, 2019年1—5月, 2024年末, 2016年—2020年; empty without an end.

    ``kind`` is the schema's ``period_kind``: only a quarter is called one, 1—3月 stays what it is.
    """
    if start is None or end is None:
        return day_text(end or start, language)
    if start == end:
        return _instant(end, language)
    if not month_ends(start, end):
        return f"{day_text(start, language)}—{day_text(end, language)}"
    if (start.month, end.month) == (1, 12):
        whole = str(start.year) if start.year == end.year else f"{start.year}—{end.year}"
        return whole if language is Language.EN else whole.replace("—", "年—") + "年"
    return _months(start, end, kind, language)


def _instant(day: date, language: Language) -> str:
    last = day.day == calendar.monthrange(day.year, day.month)[1]
    if not last:
        return day_text(day, language)
    if language is Language.EN:
        return f"end of {day.year}" if day.month == 12 else f"end of {month_text(day.year, day.month, language)}"
    return f"{day.year}年末" if day.month == 12 else f"{day.year}年{day.month}月末"


def _months(start: date, end: date, kind: str | None, language: Language) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return month_text(start.year, start.month, language)
    if start.year != end.year:
        return f"{month_text(start.year, start.month, language)}—{month_text(end.year, end.month, language)}"
    if language is Language.EN:
        return f"{MONTHS_EN[start.month - 1]}–{MONTHS_EN[end.month - 1]} {end.year}"
    if kind == "half_year":
        return f"{start.year}年{'上' if start.month == 1 else '下'}半年"
    if kind == "quarter":
        return f"{start.year}年{_QUARTERS[start.month // 3]}季度"
    return f"{start.year}年{start.month}—{end.month}月"
