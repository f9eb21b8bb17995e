"""The selection as Parquet: zstd, page checksums, the table's descriptions in the metadata; machine names always."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.export.drain import Drain
from dashboard.export.heading import Heading
from dashboard.export.selection import Selection
from etl.store.bucket import conformed

_ROWS_IN_GROUP = 100_000


def parquet_pieces(selection: Selection) -> Iterator[bytes]:
    """The pieces of the file: after each row group what was written, at the end the footer."""
    selection = replace(selection, heading=Heading.NAMES)
    drain, waiting, rows = Drain(), [], 0
    with pq.ParquetWriter(drain, selection.schema, compression="zstd", write_page_checksum=True) as writer:
        for batch in selection.batches():
            waiting.append(batch)
            rows += batch.num_rows
            if rows >= _ROWS_IN_GROUP:
                writer.write_table(conformed(pa.Table.from_batches(waiting), selection.schema))
                waiting, rows = [], 0
                yield drain.taken()
        if waiting:
            writer.write_table(conformed(pa.Table.from_batches(waiting), selection.schema))
    yield drain.taken()
