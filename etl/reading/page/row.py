"""Rows: glyphs that stand side by side on one line, as far as no gutter parts them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median_low

from etl.reading.page.glyph import Box, Glyph, around
from etl.reading.passage import LAYOUT

_LEVEL = 0.35  # of the size: how far baselines of one line lie apart
_GUTTER = 0.9  # of the size: a wider gap parts two rows
_PARTS = 0.4  # of the size: lines that were recognised apart stand apart, unless their gap is as narrow as that
_SPACE = 0.55  # of the size: a wider gap is a space
_FIGURES = "0123456789.,%"
_BACK = 0.6  # of the size: how far a character may begin before the end of the one before
_ALIKE = 1.8  # how much larger one size of a row may be than another
_SPACED = 0.35  # share of spaces above which a line is letter-spaced


@dataclass(slots=True)
class Row:
    """Glyphs from left to right, with their box and the size of most of them."""

    glyphs: list[Glyph]
    box: Box
    size: float

    @property
    def text(self) -> str:
        """The printed text."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def baseline(self) -> float:
        """Where the row stands."""
        return self.glyphs[0].baseline


def rows_of(glyphs: Iterable[Glyph]) -> list[Row]:
    """The rows of a page, in no order."""
    open_rows: defaultdict[int, list[list[Glyph]]] = defaultdict(list)
    runs: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: each.box.x0):
        run = _run_before(glyph, open_rows)
        if run is None:
            run = []
            runs.append(run)
            open_rows[_level(glyph)].append(run)
        run.append(glyph)
    return [row for run in runs if (row := _row(run)) is not None]


def _level(glyph: Glyph) -> int:
    return int(glyph.baseline / 4)


def _run_before(glyph: Glyph, open_rows: defaultdict[int, list[list[Glyph]]]) -> list[Glyph] | None:
    """The run that the glyph goes on with: the one whose end lies nearest."""
    reach = int(_LEVEL * glyph.size * _ALIKE / 4) + 1
    best, least = None, float("inf")
    for level in range(_level(glyph) - reach, _level(glyph) + reach + 1):
        runs = open_rows.get(level)
        if not runs:
            continue
        open_rows[level] = runs = [run for run in runs if glyph.box.x0 - run[-1].box.x1 < 40 * glyph.size]
        for run in runs:
            last = run[-1]
            size = max(last.size, glyph.size)
            gap = glyph.box.x0 - last.box.x1
            level_gap = abs(glyph.baseline - last.baseline)
            fits = level_gap <= _LEVEL * size and size <= _ALIKE * min(last.size, glyph.size)
            widest = _GUTTER if glyph.part == last.part else _PARTS
            if fits and -_BACK * size <= gap <= widest * size and abs(gap) + level_gap < least:
                best, least = run, abs(gap) + level_gap
    return best


def _row(run: Sequence[Glyph]) -> Row | None:
    """The row of a run, its spaces as they are seen; None when it prints nothing."""
    printed = [glyph for glyph in run if glyph.text not in LAYOUT]
    if not printed:
        return None
    size = median_low([glyph.size for glyph in printed])
    spaces = len(run) - len(printed)
    is_set_apart = len(run) > 3 and spaces >= _SPACED * len(run)
    glyphs: list[Glyph] = []
    room = False
    for glyph in run:
        if glyph.text in LAYOUT:
            room = True
            continue
        if glyphs and not is_set_apart and (room or _gapes(glyphs[-1], glyph, size)):
            glyphs.append(space_between(glyphs[-1], glyph))
        glyphs.append(glyph)
        room = False
    return Row(glyphs, around(glyph.box for glyph in printed), size)


def _gapes(before: Glyph, after: Glyph, size: float) -> bool:
    """Whether a gap is a space, though none is printed; a number that is set wide stays one."""
    if before.text in _FIGURES and after.text in _FIGURES:
        return False
    return after.box.x0 - before.box.x1 > _SPACE * size


def space_between(before: Glyph, after: Glyph) -> Glyph:
    """The space that stands between two glyphs of a line."""
    one, other = before.seen or before.box, after.seen or after.box
    seen = replace(one, x0=one.x1, x1=max(other.x0, one.x1))
    room = replace(before.box, x0=before.box.x1, x1=max(after.box.x0, before.box.x1))
    return replace(before, text=" ", box=room, seen=seen)


def lines_up(rows: Iterable[Row]) -> list[list[Row]]:
    """The rows of one column as lines from top to bottom; rows on one level, from left to right, make one line."""
    lines: list[list[Row]] = []
    for row in sorted(rows, key=lambda each: (each.baseline, each.box.x0)):
        if lines and abs(lines[-1][0].baseline - row.baseline) <= _LEVEL * max(row.size, lines[-1][0].size):
            lines[-1].append(row)
        else:
            lines.append([row])
    return [sorted(line, key=lambda row: row.box.x0) for line in lines]
