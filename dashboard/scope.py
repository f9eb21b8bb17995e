"""What a snapshot holds as a whole: its extent, the choices it offers to the filters, the order of counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from dashboard.filter import Filter, Offered
from dashboard.prepared import Prepared
from dashboard.sector_tree import branches
from dashboard.selection import EPOCH, Selection


@dataclass(frozen=True, slots=True)
class Scope:
    """What the whole table holds."""

    claims: int
    issues: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Count:
    """What a filter leaves."""

    claims: int
    sentences: int
    issues: int


def read_offered(prepared: Prepared) -> Offered:
    """The choices of the filters, each with its number of claims."""
    counts = Selection(prepared, Filter()).cell_counts()
    rows = prepared.database.cursor().execute("SELECT indicator, n FROM indicators ORDER BY code").fetchall()
    months = np.flatnonzero(np.bincount(prepared.codes.array("month"))[1:])  # month 1 of year 0 would be 0 here
    return Offered(
        publication=in_order("publication", counts["publication"]),
        sector=in_order("sector", counts["sector"]),
        indicator=dict(rows),
        month=tuple(f"{month // 12:04d}-{month % 12 + 1:02d}" for month in months.tolist()),
    )


def read_scope(prepared: Prepared) -> Scope:
    """The extent of the snapshot."""
    days = [date.fromordinal(EPOCH + day) for day in prepared.codes.array("day").tolist()]
    return Scope(
        prepared.codes.size,
        int(prepared.codes.array("issue_start").size),
        min(days, default=None),
        max(days, default=None),
    )


def in_order(name: str, counts: Mapping[str, int]) -> dict[str, int]:
    """The counts of one part of the filter: sectors as their tree has them, others by number."""
    if name == "sector":
        return {branch.name: branch.rows for branch in branches(counts)}
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
