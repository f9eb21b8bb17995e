"""Columns: lines that break where the column ends become the paragraph lines they were set from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.reading.line import Line, width
from etl.reading.passage import Passage
from etl.reading.stop import is_closed

_WIDEST = 60.0  # ems; no column and no typewritten line is wider, and paragraph lines of a corpus are mostly longer
_NARROWEST = 8.0
_RAGGED = 2.0  # ems that hanging punctuation and half-width digits take from a full line
_EVIDENCE = 3  # lines that must stand together before their width tells anything
_INDENT = 2  # columns


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """The lines with every column break closed; documents without columns come back as they are."""
    runs = list(_runs(lines))
    widths = [found for run in runs if (found := _column_width(run)) is not None]
    usual = max(widths, key=widths.count) if widths else None
    result: list[Line] = []
    for run in runs:
        column = _column_width(run) or usual
        result += run if column is None else _rejoined(run, column)
    return result


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines that follow each other without a blank line."""
    run: list[Line] = []
    for line in lines:
        if run and line.gap:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _column_width(run: Sequence[Line]) -> float | None:
    """The width all full lines of the run share, or None where lines are paragraphs."""
    if len(run) < _EVIDENCE:
        return None
    if max(len(line.passage.text) for line in run) > 2 * _WIDEST:
        return None
    widths = [width(line.passage.text) for line in run]
    column = max(widths)
    if not _NARROWEST <= column <= _WIDEST:
        return None
    full = [line for line, wide in zip(run[:-1], widths, strict=False) if wide >= column - _RAGGED]
    broken = sum(not is_closed(line.passage.text) for line in full)
    return column if len(full) * 10 >= (len(run) - 1) * 6 and broken * 2 > len(full) else None


def _rejoined(run: Sequence[Line], column: float) -> list[Line]:
    result: list[Line] = []
    parts: list[Passage] = []
    for line in run:
        if parts and (line.indent >= _INDENT or width(parts[-1].text) < column - _RAGGED):
            result.append(_closed_up(run[0] if not result else None, parts))
            parts = []
        parts.append(line.passage)
    result.append(_closed_up(run[0] if not result else None, parts))
    return result


def _closed_up(first: Line | None, parts: list[Passage]) -> Line:
    gap, indent = (first.gap, first.indent) if first is not None else (0, 0)
    return Line(Passage.joined(parts), gap, indent)
