"""What is exported: the rows of a filter, which columns of them, under which headings, with links to where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from dashboard.citation import gb_t_7714_of
from dashboard.export.heading import EXTRAS, Heading, labelled, schema_of
from dashboard.filter import Filter
from dashboard.permalink import permalink
from dashboard.prepared import Prepared
from dashboard.query import Claims
from dashboard.window import Window
from etl.schema import BY_NAME, CLAIMS

_NEEDED = {
    "review": ("claim_id",),
    "link": ("claim_id",),
    "citation": ("article_title", "publication", "issue_date", "page"),
}
TABLE = tuple(CLAIMS.names)
"""The columns of the table."""
FULL = (*TABLE, *EXTRAS)
"""They and everything that may stand beside them."""


@dataclass(frozen=True)
class Selection:
    """The rows of ``narrowed`` in one snapshot; ``base`` is the dashboard's address, without a slash at the end."""

    claims: Claims
    prepared: Prepared
    narrowed: Filter
    columns: tuple[str, ...] = TABLE
    heading: Heading = Heading.NAMES
    base: str = ""
    verdicts: Mapping[str, str] = field(default_factory=dict)

    @property
    def schema(self) -> pa.Schema:
        """The Arrow schema of what is exported."""
        return schema_of(self.columns)

    def windows(self) -> list[Window]:
        """The windows of the table in which its rows lie."""
        return self.claims.windows(self.narrowed, self.prepared)

    def batches(self, windows: Sequence[Window] | None = None) -> Iterator[pa.RecordBatch]:
        """All rows, or those of some windows, batch by batch, in the columns asked for; codes by their names where
        headings ask for them."""
        needed = dict.fromkeys(name for column in self.columns for name in _NEEDED.get(column, (column,)))
        columns = [name for name in TABLE if name in needed]
        reader = self.claims.reader(self.narrowed, self.prepared, columns, windows)
        return (self.shaped(batch) for batch in reader)

    def shaped(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """A batch of the table in the columns asked for."""
        cells = [self._cells(name, batch) for name in self.columns]
        return pa.RecordBatch.from_arrays(cells, schema=schema_of(self.columns))

    def _cells(self, name: str, batch: pa.RecordBatch) -> pa.Array:
        if name in BY_NAME:
            cells = batch.column(name)
        elif name == "citation":
            parts = (batch.column(each).to_pylist() for each in _NEEDED["citation"])
            cells = pa.array([gb_t_7714_of(*row) for row in zip(*parts, strict=True)], pa.string())
        elif name == "link":
            cells = pa.array(
                [permalink(self.base, claim) for claim in batch.column("claim_id").to_pylist()], pa.string()
            )
        else:
            cells = pa.array(map(self.verdicts.get, batch.column("claim_id").to_pylist()), pa.string())
        return labelled(name, cells, self.heading)
