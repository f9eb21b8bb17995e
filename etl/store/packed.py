"""An issue's rows on their way from the process that made them to the commit: small, unpacked when they are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import pyarrow as pa

from etl.store.bucket import DATASETS, conformed

_CODEC = "lz4_raw"  # a third of the size for a tenth of a millisecond an issue


class Head(NamedTuple):
    """What an issue is called and where it belongs, and how many claims it has."""

    issue_id: str
    publication: str
    day: date
    claims: int

    @classmethod
    def of(cls, tables: Mapping[str, pa.Table]) -> Head:
        """As the issue's row says it."""
        row = tables["issues"]
        return cls(*(row[name][0].as_py() for name in ("issue_id", "publication", "issue_date", "claims")))


@dataclass(frozen=True, slots=True)
class PackedRows(Mapping[str, pa.Table]):
    """Tables by dataset; what is held is compressed Arrow, without the schema, which both processes know."""

    head: Head
    parts: Mapping[str, tuple[bytes, int]]
    """By dataset: a record batch, compressed, and the bytes that it fills when it is not."""

    @classmethod
    def of(cls, tables: Mapping[str, pa.Table]) -> PackedRows:
        """The same rows, packed."""
        codec, parts = pa.Codec(_CODEC), {}
        for dataset, table in tables.items():
            schema = DATASETS[dataset]
            (batch,) = conformed(table, schema).combine_chunks().to_batches() or [_nothing(schema)]
            content = batch.serialize()
            parts[dataset] = codec.compress(content, asbytes=True), content.size
        return cls(Head.of(tables), parts)

    @property
    def size(self) -> int:
        """Bytes that are held."""
        return sum(len(content) for content, _ in self.parts.values())

    def __getitem__(self, dataset: str) -> pa.Table:
        content, size = self.parts[dataset]
        unpacked = pa.Codec(_CODEC).decompress(content, decompressed_size=size)
        return pa.Table.from_batches([pa.ipc.read_record_batch(unpacked, DATASETS[dataset])])

    def __iter__(self) -> Iterator[str]:
        return iter(self.parts)

    def __len__(self) -> int:
        return len(self.parts)


def _nothing(schema: pa.Schema) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist([], schema=schema)
