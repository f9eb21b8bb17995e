"""The selection as CSV: UTF-8 with BOM, CRLF, inert in a spreadsheet; a piece a batch."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.export.heading import Heading, headings
from dashboard.export.selection import Selection
from etl.store.export import csv_chunks


def csv_pieces(selection: Selection) -> Iterator[bytes]:
    """The pieces of the file, the heading line first."""
    names = None if selection.heading is Heading.NAMES else headings(selection.columns, selection.heading)
    return csv_chunks(selection.batches(), selection.schema, names)
