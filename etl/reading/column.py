"""Columns: lines that break where the column ends become the paragraph lines they were set from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.reading.line import Line
from etl.reading.passage import Passage
from etl.reading.stop import is_closed

_WIDEST = 60.0  # ems; no column and no typewritten line is wider, and paragraph lines of a corpus are mostly longer
_NARROWEST = 8.0
_RAGGED = 2.0  # ems that hanging punctuation and half-width digits take from a full line
_EVIDENCE = 3  # lines that must stand together before their width tells anything
_INDENT = 1.0  # ems


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
    widths = [line.width for line in run]
    column = max(widths)
    if not _NARROWEST <= column <= _WIDEST:
        return None
    full = [line for line, wide in zip(run[:-1], widths, strict=False) if wide >= column - _RAGGED]
    broken = sum(not is_closed(line.passage.text) for line in full)
    return column if len(full) * 10 >= (len(run) - 1) * 6 and broken * 2 > len(full) else None


def _rejoined(run: Sequence[Line], column: float) -> list[Line]:
    """The run's paragraphs: one ends with a line that is not full, or before one that is indented."""
    paragraphs: list[list[Line]] = []
    for line in run:
        if not paragraphs or line.indent >= _INDENT or paragraphs[-1][-1].width < column - _RAGGED:
            paragraphs.append([])
        paragraphs[-1].append(line)
    return [replace(lines[0], passage=Passage.joined(line.passage for line in lines)) for lines in paragraphs]
