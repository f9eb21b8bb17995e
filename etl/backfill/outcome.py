"""What became of the documents of a batch, as one Arrow table: a row a document, its rows of every dataset in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from etl.model import Document, SetAside
from etl.refresh.work import Ready
from etl.store import DATASETS
from etl.store.commit import LIVE

_ROWS = {name: pa.list_(pa.field("row", pa.struct(list(DATASETS[name])), nullable=False)) for name in LIVE}
SCHEMA = pa.schema(
    [
        pa.field("source_uri", pa.string(), nullable=False),
        pa.field("sha256", pa.string(), nullable=False),
        pa.field("issue_id", pa.string()),
        pa.field("reason", pa.string()),
        pa.field("tries", pa.int32(), nullable=False),
        *(pa.field(name, kind, nullable=False) for name, kind in _ROWS.items()),
    ]
)
"""Either ``issue_id`` and the rows, or ``reason``, which says why there are none, after how many ``tries``."""


def packed(outcomes: Sequence[tuple[Document, Ready | SetAside]]) -> pa.Table:
    """The outcomes as a table by ``SCHEMA``, in order."""
    ready = [result if isinstance(result, Ready) else None for _, result in outcomes]
    aside = [result if isinstance(result, SetAside) else None for _, result in outcomes]
    columns = [
        pa.array([document.source_uri for document, _ in outcomes], pa.string()),
        pa.array([document.sha256 for document, _ in outcomes], pa.string()),
        pa.array([each and each.issue_id for each in ready], pa.string()),
        pa.array([each and each.reason for each in aside], pa.string()),
        pa.array([each.tries if each else 0 for each in aside], pa.int32()),
        *(_nested(name, [each and each.tables[name] for each in ready]) for name in LIVE),
    ]
    return pa.Table.from_arrays(columns, schema=SCHEMA)


def _nested(dataset: str, tables: Sequence[pa.Table | None]) -> pa.ListArray:
    """A list of rows for each document."""
    schema, offsets = DATASETS[dataset], [0]
    for table in tables:
        offsets.append(offsets[-1] + (table.num_rows if table else 0))
    present = [table.cast(schema) for table in tables if table is not None]
    (batch,) = pa.concat_tables([schema.empty_table(), *present]).combine_chunks().to_batches() or [_nothing(schema)]
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), batch.to_struct_array(), type=_ROWS[dataset])


def _nothing(schema: pa.Schema) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays([pa.array([], field.type) for field in schema], schema=schema)


@dataclass(frozen=True, slots=True)
class StagedRows(Mapping[str, pa.Table]):
    """A document's rows by dataset, read from its batch's file when they are asked for."""

    load: Callable[[str], pa.Table]
    name: str
    row: int

    def __getitem__(self, dataset: str) -> pa.Table:
        lists = self.load(self.name)[dataset].chunk(0)
        start, end = (lists.offsets[self.row + each].as_py() for each in (0, 1))
        rows = lists.values.slice(start, end - start)
        return pa.Table.from_batches([pa.RecordBatch.from_struct_array(rows)])

    def __iter__(self) -> Iterator[str]:
        return iter(LIVE)

    def __len__(self) -> int:
        return len(LIVE)


def unpacked(load: Callable[[str], pa.Table], name: str) -> Iterator[Ready | SetAside]:
    """The outcomes that a batch's file holds, in order; ``load`` reads a file by its name."""
    rows = load(name).select(["source_uri", "sha256", "issue_id", "reason", "tries"]).to_pylist()
    for number, row in enumerate(rows):
        if row["issue_id"] is not None:
            yield Ready(row["issue_id"], StagedRows(load, name, number))
        else:
            yield SetAside(row["source_uri"], row["reason"], sha256=row["sha256"], tries=row["tries"])
