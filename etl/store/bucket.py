"""A bucket: the rows of one publication and one year, one Parquet file a dataset.

Within a bucket the issues stand in order of date and id, each in one run, so that replacing an
issue is a matter of slices and the same rows always make the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from urllib.parse import quote

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

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

_ROWS_IN_GROUP = 100_000
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


def parquet_bytes(table: pa.Table) -> pa.Buffer:
    """The table as a Parquet file: zstd, page checksums, statistics; the same rows give the same bytes."""
    sink = pa.BufferOutputStream()
    pq.write_table(
        table, sink, compression="zstd", write_page_checksum=True, row_group_size=_ROWS_IN_GROUP, store_schema=True
    )
    return sink.getvalue()


def read_parquet(content: bytes | pa.Buffer, columns: list[str] | None = None) -> pa.Table:
    """The table of a Parquet file's bytes, page checksums verified; of ``columns``, those that the file has."""
    file = pq.ParquetFile(pa.BufferReader(content), page_checksum_verification=True)
    present = None if columns is None else [name for name in columns if name in file.schema_arrow.names]
    return file.read(columns=present, use_threads=False)  # buckets are small: threads would only wait for each other


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


def merged(table: pa.Table, drop: set[str], add: Iterable[pa.Table], schema: pa.Schema) -> pa.Table:
    """The bucket's table without the issues of ``drop`` and with the tables of ``add``, in bucket order."""
    runs = [(key, run) for key, run in _runs(table) if key[1] not in drop]
    runs += [pair for each in add for pair in _runs(conformed(each, schema))]
    runs.sort(key=lambda pair: pair[0])
    return pa.concat_tables([run for _, run in runs]) if runs else schema.empty_table()


def _runs(table: pa.Table) -> list[tuple[tuple[date, str], pa.Table]]:
    """The table cut where the issue changes: ((issue_date, issue_id), rows without a copy)."""
    if table.num_rows == 0:
        return []
    encoded = pc.run_end_encode(table.column("issue_id").combine_chunks())
    runs, start = [], 0
    for end, issue_id in zip(encoded.run_ends.to_pylist(), encoded.values.to_pylist(), strict=True):
        day = table.column("issue_date")[start].as_py()
        runs.append(((day, issue_id), table.slice(start, end - start)))
        start = end
    return runs
