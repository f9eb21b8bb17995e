"""The claims that a filter leaves, as a mask over the table, and what is counted of them: exact, whatever the filter.

A reader's questions are asked of ten million claims as of ten thousand: masks are made of the small numbers that
``dashboard.codes`` has of every claim, and a count looks at the claims that a mask takes in or at those that it leaves
out, whichever are fewer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from dashboard.codes import CELL_PARTS, Codes, changed
from dashboard.filter import Filter
from dashboard.mask import Mask
from dashboard.prepared import Prepared
from dashboard.sector_tree import with_descendants

Tally: TypeAlias = npt.NDArray[Any]
_CHUNK = 1 << 20
"""Claims that are looked through at a time for the rows of a page."""
_COMPARED = 8
"""So many values are compared one after the other: faster, up to here, than to look every claim's value up."""
_FEW = 8
"""Claims that are left out are counted one by one, those taken in only marked, which is so many times as fast."""
EPOCH = date(1970, 1, 1).toordinal()
"""The day from which ``Codes`` counts days."""


@dataclass(frozen=True, eq=False)
class Part:
    """Some claims, None for all."""

    mask: Mask | None

    @cached_property
    def many(self) -> bool:
        """Whether it leaves out fewer claims than it takes in."""
        return self.mask is None or 2 * int(np.count_nonzero(self.mask)) > self.mask.size

    @cached_property
    def fewer(self) -> npt.NDArray[np.int64]:
        """The places of the claims that it takes in or, where they are fewer, of those that it leaves out; from 0."""
        if self.mask is None:
            return np.array([], dtype=np.int64)
        return np.flatnonzero(~self.mask if self.many else self.mask)


@dataclass(frozen=True, eq=False)
class Selection:
    """A filter over a snapshot; ``found`` are the claims that its text and its review leave, where it has them."""

    prepared: Prepared
    narrowed: Filter
    found: tuple[Mask, ...] = ()
    _known: dict[tuple[bool, bool], Part] = field(default_factory=dict)

    @property
    def codes(self) -> Codes:
        """The numbers of the snapshot's claims."""
        return self.prepared.codes

    def mask(self) -> Mask | None:
        """The claims of the filter, None for all."""
        return self.part().mask

    def part(self, cells: bool = True, indicator: bool = True) -> Part:
        """The claims of the filter; without the parts that cells hold, without the indicator."""
        cells = cells and any(getattr(self.narrowed, name) for name in CELL_PARTS)
        indicator = indicator and bool(self.narrowed.indicator)
        if (cells, indicator) not in self._known:
            self._known[cells, indicator] = Part(self._mask(cells, indicator))
        return self._known[cells, indicator]

    def _mask(self, cells: bool, indicator: bool) -> Mask | None:
        masks: list[Mask] = []
        if cells:
            masks += [self._of_part(name) for name in CELL_PARTS if getattr(self.narrowed, name)]
        if indicator:
            masks.append(self.prepared.kept(_of_indicators, self.prepared, self.narrowed.indicator))
        if self.narrowed.month_from or self.narrowed.month_to:
            masks.append(_of_months(self.codes, self.narrowed.month_from, self.narrowed.month_to))
        masks += self.found
        if not masks and not self.narrowed.as_of:
            return None
        mask = masks[0].copy() if masks else np.ones(self.size, dtype=bool)
        for other in masks[1:]:
            mask &= other
        if self.narrowed.as_of:
            mask[: _first_of(self.codes, date.fromisoformat(self.narrowed.as_of))] = False
        return mask

    @property
    def size(self) -> int:
        """How many claims the table has."""
        return int(self.codes.array("cell").size)

    def _of_part(self, name: str) -> Mask:
        codes = self.codes.part(name)
        numbers = 1 + np.flatnonzero(self._wanted(name))
        if numbers.size > _COMPARED:
            wanted = np.concatenate([[False], self._wanted(name)])
            looked_up: Mask = wanted[codes]
            return looked_up
        mask = np.zeros(codes.size, dtype=bool)
        for number in numbers.astype(codes.dtype):
            mask |= codes == number
        return mask

    def _wanted(self, name: str) -> Mask:
        """Which values of a part of the cells the filter names."""
        chosen: Sequence[str] = getattr(self.narrowed, name)
        wanted = set(with_descendants(chosen) if name == "sector" else chosen)
        return np.array([value in wanted for value in self.codes.cells().values[name]], dtype=bool)

    def fitting(self, without: str | None = None) -> Mask:
        """The cells that the filter leaves; ``without`` leaves one part of it out."""
        cells = self.codes.cells()
        fits = np.ones(cells.codes["status"].size, dtype=bool)
        for name in CELL_PARTS:
            if getattr(self.narrowed, name) and name != without:
                fits &= np.concatenate([self._wanted(name), [False]])[cells.codes[name]]  # -1 is the last
        return fits

    def tally(self, name: str, part: Part) -> Tally:
        """How many claims of the part have each number of an array of ``Codes``."""
        totals = self.codes.totals(name)
        if part.mask is None:
            return totals
        counts = np.bincount(self.codes.array(name)[part.fewer], minlength=totals.size)
        return totals - counts if part.many else counts

    def count(self) -> tuple[int, int, int]:
        """How many claims, sentences and issues there are."""
        mask, codes = self.mask(), self.codes
        starts = codes.array("issue_start")
        if mask is None:
            return self.size, int(np.count_nonzero(codes.totals("passage")[1:])), int(starts.size)
        claims = int(np.count_nonzero(mask))
        if codes.runs("passage"):
            sentences = changed(codes.array("passage")[np.flatnonzero(mask)])
        else:
            sentences = int(np.count_nonzero(self._marked("passage")[1:]))
        issues = int(np.count_nonzero(np.logical_or.reduceat(mask, starts))) if starts.size else 0
        return claims, sentences, issues

    def _marked(self, name: str) -> Mask:
        """Which numbers of an array the claims of the filter have."""
        part, codes, totals = self.part(), self.codes.array(name), self.codes.totals(name)
        if part.mask is None or (part.many and _FEW * part.fewer.size < codes.size):
            left: Mask = self.tally(name, part) > 0
            return left
        marks = np.zeros(totals.size, dtype=bool)
        marks[codes[np.flatnonzero(part.mask) if part.many else part.fewer]] = True
        return marks

    def cell_counts(self) -> Mapping[str, Mapping[str, int]]:
        """For each part of the cells how many claims each value would have, the other parts as they are."""
        counts, cells = self.tally("cell", self.part(cells=False)), self.codes.cells()
        found = {}
        for name in CELL_PARTS:
            left = np.where(self.fitting(without=name) & (cells.codes[name] >= 0), counts, 0)
            sums = np.zeros(len(cells.values[name]), dtype=np.int64)
            np.add.at(sums, cells.codes[name][left > 0], left[left > 0])
            found[name] = {value: int(number) for value, number in zip(cells.values[name], sums, strict=True) if number}
        return found

    def indicator_counts(self, most: int) -> Mapping[str, int]:
        """The claims of the indicators chosen and then of the fullest, together ``most``, the indicator left free.

        Of indicators with as many claims those come first that have more in the whole table.
        """
        counts = self.tally("indicator", self.part(indicator=False))
        counts = np.concatenate([[0], counts[1:]])
        chosen = _numbers(self.prepared, self.narrowed.indicator)
        chosen = chosen[counts[chosen] > 0]
        fullest = _largest(counts, most + chosen.size)
        wanted = np.concatenate([chosen, fullest[~np.isin(fullest, chosen)]])
        return _named(self.prepared, wanted, counts, chosen, most)

    def figures(self, most: int, chosen: Sequence[int]) -> list[tuple[int, int, int]]:
        """Number, claims and points of the figures with the most points, and of all those ``chosen`` that have any."""
        claims, others = self.tally("figure", self.part()), np.asarray(chosen, dtype=np.int64)
        figures = self.codes.array("dot_figure")[np.flatnonzero(self._marked("dot")[1:])]
        points = np.bincount(figures, minlength=claims.size)
        wanted = np.union1d(_largest(points, most), others[points[others] > 0])
        return [(int(at), int(claims[at]), int(points[at])) for at in wanted]

    def positions(self, first: int, rows: int) -> list[int]:
        """The places in the table, from 1, of so many of the claims from the ``first`` (0) on."""
        mask = self.mask()
        if mask is None:
            return list(range(first + 1, min(first + rows, self.size) + 1))
        found: list[int] = []
        for start in range(0, mask.size, _CHUNK):
            part = mask[start : start + _CHUNK]
            number = int(np.count_nonzero(part))
            if first < number:
                found += (np.flatnonzero(part)[first : first + rows - len(found)] + start + 1).tolist()
            first = max(first - number, 0)
            if len(found) == rows:
                break
        return found


def _of_indicators(prepared: Prepared, chosen: tuple[str, ...]) -> Mask:
    numbers, codes = _numbers(prepared, chosen), prepared.codes.array("indicator")
    if numbers.size == 1:
        one: Mask = codes == numbers[0]
        return one
    wanted = np.zeros(prepared.codes.totals("indicator").size, dtype=bool)
    wanted[numbers] = True
    return wanted[codes]


def _of_months(codes: Codes, first: str | None, last: str | None) -> Mask:
    months = codes.array("month")
    low = _month(first) if first else 1
    high = _month(last) if last else np.iinfo(months.dtype).max
    if high < low:
        return np.zeros(months.size, dtype=bool)
    # one comparison for both ends: what lies below the first wraps around to a large number
    found: Mask = months - months.dtype.type(low) <= months.dtype.type(high - low)
    return found


def _month(text: str) -> int:
    year, month = map(int, text.split("-"))
    return 12 * year + month


def _first_of(codes: Codes, day: date) -> int:
    """The place of the first claim of an issue up to the day: the latest issues come first."""
    later = int(np.count_nonzero(codes.array("day") > day.toordinal() - EPOCH))
    starts = codes.array("day_start")
    return int(starts[later]) if later < starts.size else int(codes.array("cell").size)


def _numbers(prepared: Prepared, indicators: Sequence[str]) -> npt.NDArray[np.int64]:
    sql = "SELECT code FROM indicators WHERE list_contains($chosen, indicator)"
    found = prepared.database.cursor().execute(sql, {"chosen": list(indicators)}).fetchall() if indicators else []
    return np.array([code for (code,) in found], dtype=np.int64)


def _largest(counts: Tally, most: int) -> npt.NDArray[np.int64]:
    """The numbers with the largest counts, at most so many and none with 0; of equal counts those of lower number."""
    least = int(np.partition(counts, -most)[-most]) if counts.size > most else 1
    if least < 1:
        least = 1
    above = np.flatnonzero(counts > least)
    level = np.flatnonzero(counts == least)[: max(most - above.size, 0)]
    return np.concatenate([above, level])


def _named(
    prepared: Prepared, wanted: npt.NDArray[np.int64], counts: Tally, chosen: npt.NDArray[np.int64], most: int
) -> dict[str, int]:
    """The indicators' names with their claims: those chosen first, then the fullest."""
    sql = "SELECT code, indicator FROM indicators WHERE code IN (SELECT unnest(CAST($codes AS INTEGER[])))"
    rows = prepared.database.cursor().execute(sql, {"codes": wanted.tolist()}).fetchall()
    own = set(chosen.tolist())
    rows.sort(key=lambda row: (row[0] not in own, -int(counts[row[0]]), row[0]))
    return {name: int(counts[code]) for code, name in rows[:most]}
