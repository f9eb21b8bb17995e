"""A bucket: the rows of one publication and one year, one Parquet file a dataset.

Within a bucket the issues stand in order of date and id, each in one run, so that replacing an
issue is a matter of slices, made while the bucket is read once, and the same rows always make the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TypeAlias
from urllib.parse import quote

import pyarrow as pa
import pyarrow.compute as pc

from etl.schema import CLAIMS, COLUMNS, ISSUES, SENTENCES, Column, described

HISTORY_COLUMNS: tuple[Column, ...] = (
    *COLUMNS,
    Column(
        "withdrawn_at",
        pa.timestamp("ms", "UTC"),
        "撤下时间",
        "withdrawn at",
        "此行从表中撤下的时间",
        "When the row left the claims table",
        nullable=False,
    ),
    Column(
        "withdrawn_by",
        pa.int32(),
        "撤下快照",
        "withdrawn by",
        "不再含此行的第一个快照",
        "The first snapshot without the row",
        nullable=False,
    ),
    Column(
        "withdrawn_for",
        pa.string(),
        "撤下原因",
        "withdrawn for",
        "来源已改（changed）、来源已撤（removed）或换了抽取版本（extractor）",
        "The source changed, was removed, or was read by another version of the extractor",
        nullable=False,
    ),
)
"""The columns of a claim that is no longer in the claims table."""

DATASETS: Mapping[str, pa.Schema] = {
    "claims": CLAIMS,
    "sentences": SENTENCES,
    "issues": ISSUES,
    "history": pa.schema([described(column) for column in HISTORY_COLUMNS]),
}
"""The folders of a snapshot and the schema of their files. ``history`` has the claims that were replaced or removed."""

IssueKey: TypeAlias = tuple[date, str]
"""By which the issues of a bucket are in order: day and id."""
_UNSAFE = re.compile(r"[^\w-]")
_LONGEST_NAME = 60  # characters; a name in UTF-8 may take 255 bytes


@dataclass(frozen=True, slots=True, order=True)
class BucketKey:
    """What a bucket holds: one publication, one year of issue."""

    publication: str
    year: int

    @property
    def file_name(self) -> str:
        """The name of its file, the same in every dataset and snapshot."""
        name = _UNSAFE.sub(lambda match: quote(match.group(), safe=""), self.publication)
        if len(name) > _LONGEST_NAME:
            name = f"{name[:_LONGEST_NAME]}~{digest(self.publication.encode())[:8]}"
        return f"{name}-{self.year}.parquet"


def digest(content: pa.Buffer | bytes) -> str:
    """SHA-256 of the content, hexadecimal."""
    return sha256(content).hexdigest()


def conformed(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """The table in the schema's columns; one that an earlier schema did not have is empty."""
    if table.schema.equals(schema, check_metadata=True):
        return table
    present = set(table.column_names)
    columns = [
        table[field.name].cast(field.type) if field.name in present else pa.nulls(table.num_rows, field.type)
        for field in schema
    ]
    return pa.Table.from_arrays(columns, schema=schema)


def merged(
    standing: Iterable[pa.Table],
    drop: AbstractSet[str],
    coming: Iterable[tuple[IssueKey, pa.Table]],
    gone: Callable[[pa.Table], object],
) -> Iterator[pa.Table]:
    """The rows of a bucket in its order: those that stand, without the issues of ``drop``, and those that come.

    ``standing`` is the bucket in order, in pieces of any size; ``coming`` is sorted and has the rows of one issue each,
    all of them in ``drop``. ``gone`` is told what is dropped. Of all these, one piece is in memory at a time.
    """
    waiting = iter(coming)
    following = next(waiting, None)
    for piece in standing:
        for key, run in _runs(piece, drop, following[0] if following else None):
            while following and following[0] < key:
                yield following[1]
                following = next(waiting, None)
            if key[1] in drop:
                gone(run)
            else:
                yield run
    if following:
        yield following[1]
        yield from (table for _, table in waiting)


def _runs(table: pa.Table, drop: AbstractSet[str], following: IssueKey | None) -> Iterator[tuple[IssueKey, pa.Table]]:
    """The table cut where the issue changes, without a copy; uncut where that makes no difference."""
    if table.num_rows == 0:
        return
    encoded = pc.run_end_encode(table["issue_id"].combine_chunks())
    ids, ends = encoded.values.to_pylist(), encoded.run_ends.to_pylist()
    days = table["issue_date"]
    last = (days[-1].as_py(), ids[-1])
    if (following is None or last < following) and drop.isdisjoint(ids):
        yield last, table
        return
    start = 0
    for end, issue_id in zip(ends, ids, strict=True):
        yield (days[start].as_py(), issue_id), table.slice(start, end - start)
        start = end
