"""What the store keeps of the past: old snapshots by a stated rule, and every claim that left the table.

The rule: a snapshot is kept while it is one of the newest 30, for an hour after its successor was
published, for 92 days if it is the last of its day, and for ever if it is the last of its month. Days
are those of Beijing, where the papers are printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

import pyarrow as pa

from etl.store.bucket import DATASETS

KEPT_SNAPSHOTS = 30
"""So many of the newest snapshots are kept ..."""
KEPT_AT_LEAST = timedelta(hours=1)
"""... and every one for so long after its successor was published ..."""
KEPT_DAYS = 92
"""... and the last of each day for so many days, and the last of each month for ever."""
BEIJING = timezone(timedelta(hours=8), "Beijing")


def day_of(moment: datetime) -> date:
    """The day of the moment in Beijing."""
    return moment.astimezone(BEIJING).date()


def current_on(day: date, days: Mapping[date, int]) -> int | None:
    """The snapshot that was current at the end of the day; ``days`` has the last one of each day."""
    return max((serial for each, serial in days.items() if each <= day), default=None)


def kept_serials(moments: Mapping[int, datetime], days: Mapping[date, int], now: datetime, newest: int) -> set[int]:
    """The snapshots that stay, of those with their ``moments`` of publication."""
    serials = sorted(moments)
    kept = set(serials[-newest:])
    kept |= {serial for serial, successor in pairwise(serials) if now - moments[successor] <= KEPT_AT_LEAST}
    last_of_month = {(day.year, day.month): days[day] for day in sorted(days)}
    kept |= set(last_of_month.values())
    kept |= {serial for day, serial in days.items() if (day_of(now) - day).days <= KEPT_DAYS}
    return kept & set(serials)


def withdrawn(
    gone: tuple[Iterable[pa.Table], Iterable[pa.Table]],
    come: Iterable[Mapping[str, pa.Table]],
    moment: datetime,
    serial: int,
) -> pa.Table:
    """The claims that a bucket has lost or that are no longer as they were, by the schema of ``history``.

    ``gone`` has the claims and the issues that were taken out of the bucket, ``come`` the rows by dataset of every
    issue that came in. Where only the place of the source has changed, nothing was lost.
    """
    before = _versions(gone[1])
    again = [tables for tables in come if tables["issues"]["issue_id"][0].as_py() in before]
    after = _versions(tables["issues"] for tables in again)
    kept = {_key(row) for tables in again for row in tables["claims"].to_pylist()}
    lost = [row for table in gone[0] for row in table.to_pylist() if _key(row) not in kept]
    for row in lost:
        reason = _reason(row["issue_id"], before, after)
        row |= {"withdrawn_at": moment, "withdrawn_by": serial, "withdrawn_for": reason}
    return pa.Table.from_pylist(lost, schema=DATASETS["history"])


def _key(row: Mapping[str, object]) -> tuple[object, ...]:
    return tuple(tuple(v) if isinstance(v, list) else v for name, v in row.items() if name != "source_uri")


def _versions(issues: Iterable[pa.Table]) -> dict[str, str]:
    rows = (row for table in issues for row in table.select(["issue_id", "sha256"]).to_pylist())
    return {row["issue_id"]: row["sha256"] for row in rows}


def _reason(issue_id: object, before: Mapping[str, str], after: Mapping[str, str]) -> str:
    name = str(issue_id)
    if name not in after:
        return "removed"
    return "changed" if before[name] != after[name] else "extractor"
