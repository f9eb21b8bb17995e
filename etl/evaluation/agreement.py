"""Field by field: does a row of the claims table say what a gold claim says?

A gold claim is one line of a gold file: ``doc``, ``start``, ``end``, ``text``, ``kind``, ``measure``,
``comparison``, ``value``, ``value_high``, ``bound``, ``unit``, ``indicator`` and ``subject`` (lists of
accepted names), ``sector``, ``classes``, ``region``, ``period`` ([first day, last day] or null),
``status``; ``alternatives`` holds other accepted readings, each a mapping of the fields that differ.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

import pandas as pd

Gold = Mapping[str, Any]
Row = Mapping[str, Any]

FIELDS = ("number", "measure", "period", "indicator", "subject", "sector", "kind", "bound", "region")
"""What is compared; the first six, in this order, are the tiers of the score."""

_RELATIVE_TOLERANCE = 2e-3  # a printed number and its gold value may differ by rounding
_SHORTEST_PART = 0.5  # a name that is contained in the accepted one must make up half of it
_UNITS = {"個": "个", "人民币": "元", "CNY": "元", "percent": "%", "pp": "百分点"}
_NEAR_BOUNDS = (
    frozenset({"more_than", "at_least"}),
    frozenset({"less_than", "at_most"}),
    frozenset({"about", "exact"}),
)
_IGNORED = re.compile("[\\s“”\"'‘’《》()（）、，,·的]")


def agreement(row: Row, gold: Gold) -> dict[str, bool]:
    """For each of ``FIELDS``, whether ``row`` agrees with ``gold`` in any of its accepted readings."""
    readings = [gold, *({**gold, **other} for other in gold.get("alternatives", ()))]
    verdicts = [_agreement(row, reading) for reading in readings]
    return {field: any(verdict[field] for verdict in verdicts) for field in FIELDS}


def _agreement(row: Row, gold: Gold) -> dict[str, bool]:
    return {
        "number": _same_number(row.get("value"), gold["value"])
        and _same_number(row.get("value_high"), gold.get("value_high"))
        and _unit(row.get("unit")) == _unit(gold["unit"])
        and _near_bound(row.get("bound"), gold["bound"]),
        "measure": row.get("measure") == gold["measure"] and _known(row.get("comparison")) == gold.get("comparison"),
        "period": (_day(row.get("period_start")), _day(row.get("period_end")))
        == tuple(gold.get("period") or (None, None))
        and (_known(row.get("status")) or "actual") == gold.get("status", "actual"),
        "indicator": any(_same_name(row.get(name), gold["indicator"]) for name in ("indicator", "indicator_text")),
        "subject": _same_name(row.get("subject"), gold["subject"]),
        "sector": _folded(row.get("sector")) == _folded(gold.get("sector")),
        "kind": row.get("kind") == gold.get("kind"),
        "bound": row.get("bound") == gold["bound"],
        "region": _folded(row.get("region")) == _folded(gold.get("region")),
    }


def _known(value: object) -> object | None:
    """The value, or None for every way a table says that there is none."""
    missing = value is None or value is pd.NaT or value == "" or (isinstance(value, float) and math.isnan(value))
    return None if missing else value


def _folded(name: object) -> str:
    return _IGNORED.sub("", unicodedata.normalize("NFKC", str(_known(name) or "")).lower())


def _unit(unit: object) -> str:
    return _UNITS.get(str(unit), str(unit))


def _day(value: object) -> str | None:
    return None if _known(value) is None else str(value)[:10]


def _same_number(row: Any, gold: Any) -> bool:
    if _known(row) is None or _known(gold) is None:
        return _known(row) is None and _known(gold) is None
    return math.isclose(float(row), float(gold), rel_tol=_RELATIVE_TOLERANCE, abs_tol=1e-9)


def _near_bound(row: object, gold: object) -> bool:
    return row == gold or {row, gold} in _NEAR_BOUNDS


def _same_name(row: object, accepted: list[str]) -> bool:
    """Whether the name is an accepted one, or one of the two holds the other and is not twice as long."""
    if not accepted:
        return True
    name = _folded(row)
    for other in map(_folded, accepted):
        if name == other and _known(row) is not None:
            return True
        short, long = sorted((name, other), key=len)
        if short and short in long and len(short) / len(long) >= _SHORTEST_PART:
            return True
    return False
