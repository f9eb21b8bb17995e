"""The claims that a filter leaves, as bits over the table, and what is counted of them: exact, whatever the filter.

A reader's questions are asked of ten million claims as of ten thousand. What a filter says is said here and nowhere
else: claims are taken in by the small numbers that ``dashboard.codes`` has of every claim, in whichever order they are
counted, and DuckDB is told which they are by their bits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import and_
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from dashboard.bits import THREADS, Bits, Mask, Numbers, at_once
from dashboard.codes import BY_CELL, BY_FIGURE, BY_SERIES, CELL_PARTS, IN_PLACE, Codes
from dashboard.filter import Filter
from dashboard.prepared import Prepared
from dashboard.sector_tree import with_descendants

At: TypeAlias = slice | Numbers
"""Some places of an order: a stretch of it, or one by one."""
Test = Callable[[At], Mask]
"""Which of some claims of an order are taken in."""
_COMPARED = 8
"""So many values are compared one after the other: faster, up to here, than to look every claim's value up."""
_LOOKED_UP = 16
"""So many claims are looked at in a row in the time that one is by itself."""
_HEAD = 4096
"""So many of the largest numbers are counted first."""
_SPARSE = 8
"""Where figures are so many times as many as the points to be counted, the figure of each point is looked up."""
_CUT = 4
"""So many times as many claims as are asked for are expected among those that a first cut by value leaves."""
EPOCH = date(1970, 1, 1).toordinal()
"""The day from which ``Codes`` counts days."""


@dataclass(frozen=True, eq=False)
class Selection:
    """A filter over a snapshot; ``found`` are the claims that its text and its review leave, where it has them."""

    prepared: Prepared
    narrowed: Filter
    found: tuple[Bits, ...] = ()
    _known: dict[tuple[str, bool, bool], Bits] = field(default_factory=dict)

    @property
    def codes(self) -> Codes:
        """The numbers of the snapshot's claims."""
        return self.prepared.codes

    @property
    def all(self) -> bool:
        """Whether the filter takes in every claim, since it asks for nothing."""
        return self.narrowed == Filter() and not self.found

    def bits(self, order: str = IN_PLACE, cells: bool = True, indicator: bool = True) -> Bits:
        """The claims of the filter in an order; without the parts that cells hold, without the indicator."""
        cells = cells and any(getattr(self.narrowed, name) for name in CELL_PARTS)
        indicator = indicator and bool(self.narrowed.indicator)
        if (order, cells, indicator) not in self._known:
            tests, found = list(self._tests(order, cells)), self._found(indicator)
            self._known[order, cells, indicator] = _passing(self.codes, order, tests, found)
        return self._known[order, cells, indicator]

    def _tests(self, order: str, cells: bool) -> Iterator[Test]:
        codes, narrowed = self.codes, self.narrowed
        for name in CELL_PARTS if cells else ():
            if getattr(narrowed, name):
                yield _of_part(codes.part(name, order), 1 + np.flatnonzero(self._wanted(name)))
        if narrowed.month_from or narrowed.month_to:
            yield _of_months(codes.array(f"month{order}"), narrowed.month_from, narrowed.month_to)
        if narrowed.as_of:
            yield _from_place(codes, order, _first_of(codes, date.fromisoformat(narrowed.as_of)))

    def _found(self, indicator: bool) -> Bits | None:
        """The claims that text, review and indicator leave; None where the filter asks for none of them."""
        found = [*self.found]
        if indicator:
            found.append(self.prepared.kept(_of_indicators, self.prepared, self.narrowed.indicator))
        return reduce(and_, found) if found else None

    def _wanted(self, name: str) -> Mask:
        """Which values of a part of the cells the filter names."""
        chosen: Sequence[str] = getattr(self.narrowed, name)
        wanted = set(with_descendants(chosen) if name == "sector" else chosen)
        return np.array([value in wanted for value in self.codes.cells().values[name]], dtype=bool)

    def _fitting(self, without: str) -> Mask:
        """The cells that the filter leaves, one part of it left out."""
        cells = self.codes.cells()
        fits = np.ones(cells.codes["status"].size, dtype=bool)
        for name in CELL_PARTS:
            if getattr(self.narrowed, name) and name != without:
                fits &= np.concatenate([self._wanted(name), [False]])[cells.codes[name]]  # -1 is the last
        return fits

    def count(self) -> tuple[int, int, int]:
        """How many claims, sentences and issues there are."""
        bits, codes = self.bits(), self.codes
        return bits.count, self._last_of_sentences().count, codes.issues().touched(bits).count

    def _last_of_sentences(self) -> Bits:
        """The last claims, in the filter or not, of the sentences that have one in it."""
        sentences = self.codes.sentences()
        return sentences.runs.touched(self.bits()) & sentences.counted

    def passages(self) -> Numbers:
        """The keys of the claims' sentences."""
        found: Numbers = self.codes.array("passage")[self._last_of_sentences().members()]
        return found

    def cell_counts(self) -> Mapping[str, Mapping[str, int]]:
        """For each part of the cells how many claims each value would have, the other parts as they are."""
        cells = self.codes.cells()
        counts = np.diff(self.bits(BY_CELL, cells=False).before(self.codes.starts("cell")))
        found = {}
        for name in CELL_PARTS:
            left = np.where(self._fitting(without=name) & (cells.codes[name] >= 0), counts, 0)
            sums = np.zeros(len(cells.values[name]), dtype=np.int64)
            np.add.at(sums, cells.codes[name][left > 0], left[left > 0])
            found[name] = {value: int(number) for value, number in zip(cells.values[name], sums, strict=True) if number}
        return found

    def indicator_counts(self, most: int) -> Mapping[str, int]:
        """The claims of the indicators chosen and then of the fullest, together ``most``, the indicator left free.

        Of indicators with as many claims those come first that have more in the whole table.
        """
        bits, starts = self.bits(BY_FIGURE, indicator=False), self.codes.starts("indicator")

        def counted(codes: Numbers) -> Numbers:
            return bits.before(starts[codes]) - bits.before(starts[codes - 1])

        chosen = _numbers(self.prepared, self.narrowed.indicator)
        chosen = chosen[counted(chosen) > 0]
        every = np.arange(1, starts.size)
        fullest = _largest(every, np.diff(starts), counted, most + chosen.size, every)
        wanted = np.concatenate([chosen, fullest[~np.isin(fullest, chosen)]])
        return _named(self.prepared, wanted, counted(wanted), chosen, most)

    def figures(self, most: int, chosen: Sequence[int]) -> list[tuple[int, int, int]]:
        """Number, claims and points of the figures with the most points, and of all those ``chosen`` that have any."""
        codes, bits = self.codes, self.bits(BY_FIGURE)
        starts, ends, ranked = (codes.array(f"figure_{name}") for name in ("start", "end", "by_dots"))
        dots = codes.dots().touched(bits)

        def pointed(figures: Numbers) -> Numbers:
            return dots.before(ends[figures - 1]) - dots.before(starts[figures - 1])

        others = np.asarray(chosen, dtype=np.int64)
        lying = codes.figures()
        if dots.count * _SPARSE < lying.size:
            members = dots.members()
            figures = lying[np.maximum(np.searchsorted(codes.figure_starts(), members, side="right") - 1, 0)]
            own = (starts[figures - 1] <= members) & (members < ends[figures - 1])  # others are of no figure
            largest, _ = _first_by_count(*np.unique(figures[own], return_counts=True), most)
        else:
            largest = _largest(ranked, codes.array("figure_dots")[ranked - 1], pointed, most, lying)
        wanted = np.union1d(largest, others[pointed(others) > 0])
        claims = bits.before(ends[wanted - 1]) - bits.before(starts[wanted - 1])
        return list(zip(wanted.tolist(), claims.tolist(), pointed(wanted).tolist(), strict=True))

    def of_figures(self, figures: Numbers) -> Numbers:
        """How many of the claims each of these figures has, by number."""
        bits = self.bits(BY_FIGURE)
        starts, ends = (self.codes.array(f"figure_{name}") for name in ("start", "end"))
        return bits.before(ends[figures - 1]) - bits.before(starts[figures - 1])

    def periods(self) -> Numbers:
        """In how many periods each series tells of the country as a whole, by its number, from 1; ``[0]`` is none."""
        ticks = self.codes.ticks().touched(self.bits(BY_SERIES))
        return np.concatenate([[0], np.diff(ticks.before(self.codes.starts("series")))])

    def latest(self, series: Sequence[int], most: int) -> list[int]:
        """The places, from 1, of so many claims that tell of the country as a whole, the latest of each series."""
        bits, starts, places = self.bits(BY_SERIES), self.codes.starts("series"), self.codes.array(f"place{BY_SERIES}")
        found: list[int] = []
        for number in series:
            first, last = bits.before(starts[number - 1 : number + 1]).tolist()
            found += (places[bits.members(first, min(most, last - first))] + 1).tolist()
        return found

    def positions(self, first: int, rows: int) -> list[int]:
        """The places in the table, from 1, of so many of the claims from the ``first`` (0) on."""
        found: list[int] = (self.bits().members(first, rows) + 1).tolist()
        return found

    def by_value(self, first: int, rows: int, falling: bool) -> list[int]:
        """The same in the order of their values; of equal values those come first that stand first in the table.

        What is sorted is what a cut leaves: claims whose value is so small, or so large, that enough of the claims are
        expected to be as far out.
        """
        ranks, bits = self.codes.array("value_rank"), self.bits()
        last = min(first + rows, bits.count)
        if last <= first:
            return []
        left, cut = bits, _CUT * last * ranks.size // bits.count
        while cut < ranks.size:
            left = bits & Bits.made(bits.size, _as_far_out(ranks, cut, falling))
            if left.count >= last:
                break
            left, cut = bits, 8 * cut
        members = left.members()
        keys = np.uint32(ranks.size) - ranks[members] if falling else ranks[members]
        outer = keys <= np.partition(keys, last - 1)[last - 1]
        members, keys = members[outer], keys[outer]
        found: list[int] = (members[np.argsort(keys, kind="stable")[first:last]] + 1).tolist()
        return found


def _passing(codes: Codes, order: str, tests: list[Test], found: Bits | None) -> Bits:
    """The claims in an order that pass all tests and are in a set over the table.

    Where the set holds few, only they are looked at.
    """
    size = int(codes.array(f"month{order}").size)
    if found is not None and found.count * _LOOKED_UP < found.size and order != BY_SERIES:  # which has not all claims
        members = found.members() if order == IN_PLACE else codes.numbers(order)[found.members()]
        return Bits.with_members(members[_all_of(tests, members)], size)
    if found is not None:
        tests = [*tests, _of_bits(codes, order, found)]
    return Bits.made(size, lambda at: _all_of(tests, at))


def _all_of(tests: list[Test], at: At) -> Mask:
    return reduce(and_, (test(at) for test in tests), _any(at))


def _any(at: At) -> Mask:
    return np.ones(at.stop - at.start if isinstance(at, slice) else at.size, dtype=bool)


def _of_part(codes: Numbers, numbers: Numbers) -> Test:
    """The claims whose part of the cell is one of the numbers."""
    if numbers.size > _COMPARED:
        wanted = np.zeros(1 + int(np.iinfo(codes.dtype).max), dtype=bool)
        wanted[numbers] = True
        return lambda at: wanted.take(codes[at])
    listed = numbers.astype(codes.dtype)
    return lambda at: reduce(np.logical_or, (codes[at] == each for each in listed), ~_any(at))


def _of_months(months: Numbers, first: str | None, last: str | None) -> Test:
    low = _month(first) if first else 1
    high = _month(last) if last else int(np.iinfo(months.dtype).max)
    if high < low:
        return lambda at: ~_any(at)
    # one comparison for both ends: what lies below the first wraps around to a large number
    least, width = months.dtype.type(low), months.dtype.type(high - low)
    return lambda at: months[at] - least <= width


def _month(text: str) -> int:
    year, month = map(int, text.split("-"))
    return 12 * year + month


def _from_place(codes: Codes, order: str, first: int) -> Test:
    """The claims from a place in the table on: the latest issues come first."""
    if order == IN_PLACE:
        return lambda at: (np.arange(at.start, at.stop) if isinstance(at, slice) else at) >= first
    places = codes.array(f"place{order}")
    return lambda at: places[at] >= first


def _as_far_out(ranks: Numbers, cut: int, falling: bool) -> Test:
    """The claims whose value is among so many smallest, or largest."""
    if falling:
        return lambda at: ranks[at] >= np.uint32(ranks.size - cut)
    return lambda at: ranks[at] <= np.uint32(cut)


def _of_bits(codes: Codes, order: str, bits: Bits) -> Test:
    """The claims of a set over the table, looked up for each claim of the order."""
    if order == IN_PLACE:
        return lambda at: bits.mask(at) if isinstance(at, slice) else bits.gathered(at)
    places = codes.array(f"place{order}")
    return lambda at: bits.gathered(places[at])


def _of_indicators(prepared: Prepared, chosen: tuple[str, ...]) -> Bits:
    """The claims of indicators, over the table."""
    codes = prepared.codes
    starts, places = codes.starts("indicator"), codes.array(f"place{BY_FIGURE}")
    parts = [places[starts[number - 1] : starts[number]] for number in _numbers(prepared, chosen).tolist()]
    return Bits.with_members(np.concatenate([*parts, places[:0]]), codes.size)


def _first_of(codes: Codes, day: date) -> int:
    """The place of the first claim of an issue up to the day: the latest issues come first."""
    later = int(np.count_nonzero(codes.array("day") > day.toordinal() - EPOCH))
    starts = codes.array("day_start")
    return int(starts[later]) if later < starts.size else codes.size


def _numbers(prepared: Prepared, indicators: Sequence[str]) -> npt.NDArray[np.int64]:
    sql = "SELECT code FROM indicators WHERE list_contains($chosen, indicator)"
    found = prepared.database.cursor().execute(sql, {"chosen": list(indicators)}).fetchall() if indicators else []
    return np.array([code for (code,) in found], dtype=np.int64)


def _largest(
    numbers: Numbers, totals: Numbers, counted: Callable[[Numbers], Numbers], most: int, lying: Numbers
) -> Numbers:
    """The numbers with the largest counts, at most so many and none with 0; of equal counts the lower numbers.

    ``totals`` are the most that ``counted`` can give, the largest first: what comes after the last of so many large
    counts need not be counted. Where that does not help, all are, in the order in which they are ``lying``: what lies
    together is looked up together.
    """
    for head in (_HEAD, 8 * _HEAD):
        if head < numbers.size:
            found, counts = _first_by_count(numbers[:head], counted(numbers[:head]), most)
            if found.size == most and counts[-1] > totals[head]:
                return found
    counts = np.concatenate(at_once(counted, np.array_split(lying, THREADS)))
    return _first_by_count(lying, counts, most)[0]


def _first_by_count(numbers: Numbers, counts: Numbers, most: int) -> tuple[Numbers, Numbers]:
    held = np.flatnonzero(counts)
    if held.size > most:
        held = held[counts[held] >= np.partition(counts[held], -most)[-most]]
    order = held[np.lexsort((numbers[held], -counts[held]))[:most]]
    return numbers[order], counts[order]


def _named(
    prepared: Prepared, wanted: Numbers, counts: Numbers, chosen: npt.NDArray[np.int64], most: int
) -> dict[str, int]:
    """The indicators' names with their claims: those chosen first, then the fullest."""
    sql = "SELECT code, indicator FROM indicators WHERE code IN (SELECT unnest(CAST($codes AS INTEGER[])))"
    names = dict(prepared.database.cursor().execute(sql, {"codes": wanted.tolist()}).fetchall())
    own = set(chosen.tolist())
    rows = sorted(
        zip(wanted.tolist(), counts.tolist(), strict=True), key=lambda row: (row[0] not in own, -row[1], row[0])
    )
    return {names[code]: count for code, count in rows[:most]}
