"""One judgement of a claim, and everything that is checked before it is believed."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, TypeAlias

from etl.lexicon.sectors import SECTORS
from etl.schema import BY_NAME, CODES

VERDICTS = ("right", "wrong", "corrected")
MAX_REASON, MAX_AUTHOR, MAX_WORDS = 500, 40, 100
MAX_CLASSES = 12
MAX_VALUE = 1e18
FIELDS = (
    "value",
    "value_high",
    "bound",
    "unit",
    "measure",
    "comparison",
    "base_start",
    "base_end",
    "kind",
    "indicator",
    "subject",
    "sector",
    "classes",
    "region",
    "period_start",
    "period_end",
    "status",
)
"""The columns that may be corrected: what the number means. Its place and its text are what was printed."""

Value: TypeAlias = "str | float | list[str] | None"


class RefusedError(ValueError):
    """A judgement that cannot be accepted; the message says which part and why, in Chinese and English."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """``fields`` holds the corrected columns with their right values; dates are ISO, None means none."""

    verdict: str
    fields: Mapping[str, Value]
    reason: str
    author: str


def judgement(verdict: object, fields: object, reason: object, author: object, was: Mapping[str, Value]) -> Judgement:
    """The judgement that untrusted parts stand for; raises ``RefusedError``.

    ``was`` is the claim as it was extracted, by ``FIELDS``; what a correction leaves as it was is left out.
    """
    if not isinstance(verdict, str) or verdict not in VERDICTS:
        raise RefusedError("verdict: 须为 right、wrong 或 corrected · must be right, wrong or corrected")
    given = _checked(fields)
    corrected = {name: value for name, value in given.items() if value != was[name]}
    said = words("reason", reason, MAX_REASON)
    if verdict == "corrected" and not corrected:
        raise RefusedError("fields: 没有改动任何一项 · nothing is corrected")
    if verdict != "corrected" and given:
        raise RefusedError("fields: 只有 corrected 可带改正 · only corrected takes corrections")
    if verdict != "right" and not said:
        raise RefusedError("reason: 请写明理由 · say why")
    if corrected:
        _consistent({**was, **corrected})
    return Judgement(verdict, corrected, said, author_name(author))


def author_name(author: object) -> str:
    """Who judges; raises ``RefusedError`` for nobody."""
    name = words("author", author, MAX_AUTHOR)
    if not name:
        raise RefusedError("author: 请署名 · say who judges")
    return name


def words(name: str, value: object, most: int) -> str:
    """A text of at most so many characters that can all be seen; ``""`` for None; raises ``RefusedError``."""
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > most:
        raise RefusedError(f"{name}: 须为不超过 {most} 字的文字 · must be text of at most {most} characters")
    if not value.replace("\n", " ").isprintable():
        raise RefusedError(f"{name}: 含不可见字符 · holds characters that cannot be seen")
    return value.strip()


def extracted(claim: Mapping[str, Any]) -> dict[str, Value]:
    """A row of the claims table by ``FIELDS``, as judgements hold values: ISO days, lists, None for missing."""
    return {name: _plain(claim[name]) for name in FIELDS}


def _plain(value: Any) -> Value:
    if hasattr(value, "tolist") and getattr(value, "ndim", 0) == 1:
        value = value.tolist()
    if isinstance(value, list):
        return [str(each) for each in value]
    if value is None or value != value:
        return None
    if hasattr(value, "isoformat"):
        return str(value.isoformat())[:10]
    return float(value) if isinstance(value, int | float) else str(value)


def _checked(fields: object) -> dict[str, Value]:
    if fields is None:
        return {}
    if not isinstance(fields, dict) or len(fields) > len(FIELDS):
        raise RefusedError("fields: 须为列名到值的对象 · must be an object of columns and values")
    unknown = [str(name)[:40] for name in fields if name not in FIELDS]
    if unknown:
        raise RefusedError(f"fields: 不能改正 · cannot be corrected: {', '.join(unknown)}")
    return {name: _value(name, value) for name, value in fields.items()}


def _value(name: str, value: object) -> Value:
    if value is None or value == "":
        if not BY_NAME[name].nullable:
            raise RefusedError(f"{name}: 不能为空 · cannot be empty")
        return None
    return _CHECKS.get(name, _free)(name, value)


def _free(name: str, value: object) -> Value:
    if not isinstance(value, str):
        raise RefusedError(f"{name}: 须为文字 · must be text")
    said = words(name, value, MAX_WORDS)
    if not said:
        raise RefusedError(f"{name}: 不能为空白 · cannot be blank")
    return said


def _number(name: str, value: object) -> Value:
    if isinstance(value, bool) or not isinstance(value, int | float | str) or len(str(value)) > 40:
        raise RefusedError(f"{name}: 须为数 · must be a number")
    try:
        number = float(Decimal(str(value).strip()))
    except (InvalidOperation, ValueError, OverflowError):
        raise RefusedError(f"{name}: 须为数 · must be a number") from None
    if not math.isfinite(number) or abs(number) > MAX_VALUE:
        raise RefusedError(f"{name}: 超出范围 · out of range")
    return number


def _code(name: str, value: object) -> Value:
    if not isinstance(value, str) or value not in CODES[name]:
        raise RefusedError(f"{name}: 须为 · must be one of {', '.join(CODES[name])}")
    return value


def _sector(name: str, value: object) -> Value:
    if not isinstance(value, str) or value not in SECTORS:
        raise RefusedError(f"{name}: 不在行业目录中 · is not in the list of sectors")
    return value


def _day(name: str, value: object) -> Value:
    try:
        if not isinstance(value, str) or len(value) != len("2019-05-31"):
            raise ValueError
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise RefusedError(f"{name}: 须为日期，如 2019-05-31 · must be a day like 2019-05-31") from None


def _classes(name: str, value: object) -> Value:
    if not isinstance(value, list) or len(value) > MAX_CLASSES:
        raise RefusedError(f"{name}: 须为至多 {MAX_CLASSES} 项的列表 · must be a list of at most {MAX_CLASSES}")
    return [str(_free(name, each)) for each in value]


_CHECKS: dict[str, Callable[[str, object], Value]] = {
    **dict.fromkeys(("value", "value_high"), _number),
    **dict.fromkeys(("bound", "measure", "comparison", "kind", "status"), _code),
    **dict.fromkeys(("base_start", "base_end", "period_start", "period_end"), _day),
    "sector": _sector,
    "classes": _classes,
}


def _consistent(fields: Mapping[str, Value]) -> None:
    """Refuses what cannot be true together."""
    for first, last in (("period_start", "period_end"), ("base_start", "base_end")):
        start, end = fields[first], fields[last]
        if (start is None) != (end is None) or (start is not None and str(start) > str(end)):
            raise RefusedError(f"{first}, {last}: 起止须同时给出且先起后止 · give both, the first day first")
    low, high = fields["value"], fields["value_high"]
    if (high is not None) != (fields["bound"] == "range"):
        raise RefusedError("value_high: 上端与 bound=range 须同时给出 · goes with bound=range, and only with it")
    if isinstance(low, float) and isinstance(high, float) and high < low:
        raise RefusedError("value_high: 上端小于下端 · the upper end is below the lower")
