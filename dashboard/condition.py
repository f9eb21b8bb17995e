"""The SQL of a filter and of a sort: names come from the schema, every value is a parameter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.filter import LISTS, Filter
from dashboard.mask import in_mask
from dashboard.sector_tree import with_descendants
from etl.schema import BY_NAME


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on claims and the values of its parameters."""

    sql: str
    values: Mapping[str, object]


def condition(narrowed: Filter, masks: Mapping[str, str], without: str | None = None) -> Condition:
    """The condition that a filter puts on the claims; ``without`` leaves one part of the filter out.

    ``masks`` holds the bits of the claims that ``text`` and ``review`` leave, where the filter has them.
    """
    parts: list[str] = []
    values: dict[str, object] = {}
    for name in LISTS:
        chosen: Sequence[str] = getattr(narrowed, name)
        if chosen and name != without:
            parts.append(f"list_contains($f_{name}, {name})")
            values[f"f_{name}"] = list(with_descendants(chosen) if name == "sector" else chosen)
    if narrowed.month_from:
        parts.append("period_end >= $f_from")
        values["f_from"] = first_day(narrowed.month_from)
    if narrowed.month_to:
        parts.append("period_end <= $f_to")
        values["f_to"] = last_day(narrowed.month_to)
    if narrowed.as_of:
        parts.append("issue_date <= $f_as_of")
        values["f_as_of"] = date.fromisoformat(narrowed.as_of)
    for name, bits in masks.items():
        parts.append(in_mask(f"f_{name}"))
        values[f"f_{name}"] = bits
    return Condition(" AND ".join(parts) or "TRUE", values)


def first_day(month: str) -> date:
    """The first day of a month written 2019-05."""
    return date.fromisoformat(f"{month}-01")


def last_day(month: str) -> date:
    """The last day of a month written 2019-05."""
    if month.endswith("-12"):
        return date(int(month[:4]), 12, 31)
    year, number = map(int, month.split("-"))
    return date(year, number + 1, 1) - timedelta(days=1)


def order_by(sort: Sequence[Mapping[str, object]]) -> str:
    """ORDER BY terms for a grid's sort model; anything that is no column of the schema is left out."""
    found: dict[str, str] = {}
    for item in sort[:4]:
        column, direction = item.get("colId"), item.get("sort")
        if isinstance(column, str) and column in BY_NAME and column != "classes" and direction in ("asc", "desc"):
            found.setdefault(column, "ASC" if direction == "asc" else "DESC")
    return ", ".join([*(f"{column} {direction} NULLS LAST" for column, direction in found.items()), "position"])
