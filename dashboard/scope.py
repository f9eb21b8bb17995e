"""What a snapshot holds as a whole: its extent, the choices it offers to the filters, the order of counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.filter import Offered
from dashboard.prepared import Prepared
from dashboard.sector_tree import branches


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
    cursor = prepared.database.cursor()
    lists = {}
    for name in ("publication", "sector", "indicator"):
        rows = cursor.execute(
            f"SELECT {name}, count(*) n FROM claims WHERE {name} IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1"
        ).fetchall()
        lists[name] = {str(value): int(count) for value, count in rows}
    lists["sector"] = {branch.name: branch.rows for branch in branches(lists["sector"])}
    months = cursor.execute(
        "SELECT DISTINCT strftime(period_end, '%Y-%m') FROM claims WHERE period_end IS NOT NULL ORDER BY 1"
    ).fetchall()
    return Offered(**lists, month=tuple(month for (month,) in months))


def read_scope(prepared: Prepared) -> Scope:
    """The extent of the snapshot."""
    row = (
        prepared.database.cursor()
        .execute("SELECT count(*), count(DISTINCT issue_id), min(issue_date), max(issue_date) FROM claims")
        .fetchall()[0]
    )
    return Scope(int(row[0]), int(row[1]), row[2], row[3])


def in_order(name: str, counts: Mapping[str, int]) -> dict[str, int]:
    """The counts of one part of the filter: sectors as their tree has them, others by number."""
    if name == "sector":
        return {branch.name: branch.rows for branch in branches(counts)}
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
