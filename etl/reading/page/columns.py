"""Columns: the rows of one article, column by column, however the page parts it."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from etl.reading.page.row import Row

_GUTTER = 0.7  # of the size: white that goes through all rows and is wider parts columns
_SPANNING = 1.45  # a row so much wider than most runs over more than one column


def columns_of(rows: Sequence[Row]) -> list[list[Row]]:
    """The columns in reading order, each the rows between two gutters.

    Where rows run over several columns, what stands above them is read before them, and what stands below
    them after them.
    """
    if not rows:
        return []
    parts = _parted(rows)
    if len(parts) > 1:
        return [column for part in parts for column in columns_of(part)]
    usual = median(row.box.width for row in rows)
    spanning = [row for row in rows if row.box.width > _SPANNING * usual]
    if not spanning or not _hides_gutters(rows, spanning):
        return [list(rows)]
    return [column for band in _bands(rows, spanning) for column in columns_of(band)]


def _parted(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows parted where white goes through all of them, from left to right."""
    ordered = sorted(rows, key=lambda row: row.box.x0)
    size = median(row.size for row in rows)
    parts: list[list[Row]] = []
    edge = float("-inf")
    for row in ordered:
        if row.box.x0 - edge > _GUTTER * size:
            parts.append([])
        parts[-1].append(row)
        edge = max(edge, row.box.x1)
    return parts


def _hides_gutters(rows: Sequence[Row], spanning: Sequence[Row]) -> bool:
    others = [row for row in rows if row not in spanning]
    return len(others) > 0 and len(_parted(others)) > 1


def _bands(rows: Sequence[Row], spanning: Sequence[Row]) -> list[list[Row]]:
    """The rows from top to bottom, cut wherever spanning rows begin or end."""
    marked = {id(row) for row in spanning}
    bands: list[tuple[bool, list[Row]]] = []
    for row in sorted(rows, key=lambda each: each.baseline):
        spans = id(row) in marked
        if not bands or bands[-1][0] != spans:
            bands.append((spans, []))
        bands[-1][1].append(row)
    return [band for _, band in bands]
