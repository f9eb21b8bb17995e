"""The outline of a figure: which observations it has under a filter, before anything of them is read in full.

A figure may have hundreds of thousands of statements, a chart draws some hundreds. The observations are found and
counted over the numbers of ``statements``, by period, by name, by sector; only those that are drawn are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

import duckdb
import numpy as np

from dashboard.bits import Mask, Numbers
from dashboard.country import HOME
from dashboard.figures.mark import ToldBy, named, words_of
from dashboard.filter import Filter
from dashboard.observation import Observation, Row, observations
from dashboard.plotted import KINDS, STATUSES
from dashboard.prepared import Prepared
from dashboard.queries.stated import EPOCH, Stated, Stretch, first_of_each, stated
from dashboard.query import Claims
from dashboard.record import answered
from dashboard.time_path import PATHS, path_of

_WITHIN = (
    "SELECT preference FROM plotted WHERE preference BETWEEN $first AND $last"
    " AND entity IN (SELECT unnest(CAST($within AS VARCHAR[])))"
)
_WHOSE = "SELECT preference, entity, base FROM plotted WHERE preference IN (SELECT unnest(CAST($chosen AS INTEGER[])))"
_READ = (
    "SELECT * EXCLUDE (figure, series, observation, is_sector, issue_id, subject, kind) FROM plotted"
    " WHERE preference IN (SELECT unnest(CAST($chosen AS INTEGER[])))"
)
_ACTUAL = 1 + STATUSES.index("actual")
_A_DAY = date(1970, 2, 1)
_PATH_OF_KIND = np.array([PATHS.index(path_of(kind, _A_DAY, False)) for kind in (None, *KINDS)])
_CUMULATIVE, _YEAR = PATHS.index("cumulative"), PATHS.index("year")
Figure: TypeAlias = tuple[str, str, str | None]
"""An indicator, a measure and a comparison."""
Within: TypeAlias = Sequence[str] | None
"""Only observations of these; all if None."""


class Name(NamedTuple):
    """Whose figure: the words of it, and the number by which the outline has it."""

    words: str
    number: int


class Outline:
    """The observations of one figure under a filter, in the order of preference; some of them are told by a mask.

    ``told_by`` says whether names tell regions and bases apart.
    """

    def __init__(self, cursor: duckdb.DuckDBPyConnection, indicator: str, stretch: Stretch, seen: Stated) -> None:
        self._cursor, self._indicator, self._stretch, self._stated = cursor, indicator, stretch, seen
        self.told_by = ToldBy(seen.several_regions, stretch.several_bases)
        self._observations = seen.observations
        self._rows = seen.taken[self._observations]

    def _numbers(self, name: str) -> Numbers:
        found: Numbers = self._stated.numbers[name][self._rows]
        return found

    @property
    def every(self) -> Mask:
        """All observations."""
        return np.ones(self._rows.size, dtype=bool)

    @cached_property
    def happened(self) -> Mask:
        """Those of what happened, not of what is ahead."""
        mask: Mask = self._numbers("status") == _ACTUAL
        return mask

    @cached_property
    def of_sectors(self) -> Mask:
        """Those of a sector itself."""
        return self._numbers("is_sector").astype(bool)

    @cached_property
    def _path(self) -> Numbers:
        """How each counts time: a place in ``PATHS``."""
        path = _PATH_OF_KIND[self._numbers("kind")]
        if self._stretch.cumulative:
            started = self._numbers("started").astype("datetime64[D]")
            path[(path == _YEAR) & (started == started.astype("datetime64[Y]"))] = _CUMULATIVE
        return path

    @cached_property
    def _units(self) -> dict[int, str]:
        return dict(self._cursor.execute("SELECT code, unit FROM units").fetchall())

    @cached_property
    def _regions(self) -> dict[int, str]:
        return dict(self._cursor.execute("SELECT code, region FROM regions").fetchall())

    def within(self, names: Within) -> Mask:
        """Those of these."""
        if names is None:
            return self.every
        found = np.zeros(self._stated.numbers["preference"].size, dtype=bool)
        found[self._of_entities(names)] = True
        mask: Mask = found[self._rows]
        return mask

    def _of_entities(self, names: Sequence[str]) -> list[int]:
        """The rows of the figure that are of these."""
        place = {"first": self._stretch.first, "last": self._stretch.last}
        found = self._cursor.execute(_WITHIN, place | {"within": list(names)}).fetchall()
        return [preference - self._stretch.first for (preference,) in found]

    def along(self, path: str) -> Mask:
        """Those that count time so."""
        mask: Mask = self._path == PATHS.index(path)
        return mask

    def of_unit(self, unit: str) -> Mask:
        """Those in this unit."""
        code = next((code for code, own in self._units.items() if own == unit), -1)
        mask: Mask = self._numbers("unit") == code
        return mask

    def of_periods(self, periods: Sequence[Row]) -> Mask:
        """Those of any of these periods."""
        wanted = {
            tuple(period[name].toordinal() - EPOCH for name in ("period_start", "period_end")) for period in periods
        }
        numbers, first = self._stated.numbers, self._stretch.first
        own = self._numbers("period") - first
        known = np.unique(own)
        days = zip(numbers["started"][known].tolist(), numbers["ended"][known].tolist(), strict=True)
        found = np.zeros(numbers["preference"].size, dtype=bool)
        found[known] = [each in wanted for each in days]
        mask: Mask = found[own]
        return mask

    def periods(self, among: Mask) -> list[dict[str, Any]]:
        """The periods that some observations have, the latest first: first and last day, ``kind``, ``size``."""
        numbers = self._stated.numbers
        size = numbers["preference"].size
        own, kind = self._numbers("period")[among] - self._stretch.first, self._numbers("kind")[among]
        sizes = np.bincount(own, minlength=size)
        told = np.flatnonzero(kind)
        first = np.append(told, -1)[first_of_each(own[told], size)]
        known = np.flatnonzero(sizes)
        days = (numbers["ended"][known], numbers["started"][known], np.append(kind, 0)[first[known]], sizes[known])
        rows = sorted(zip(*(column.tolist() for column in days), strict=True), reverse=True)
        return [
            {"period_start": _day(start), "period_end": _day(end), "kind": ("", *KINDS)[code] or None, "size": number}
            for end, start, code, number in rows
        ]

    def sectors(self) -> dict[str, int]:
        """How many observations each sector has itself."""
        names, sizes = np.unique(self._numbers("name")[self.of_sectors], return_counts=True)
        whose = self._whose(names)
        found: dict[str, int] = {}
        for name, size in _pairs(names, sizes):
            entity = whose[name][0]
            found[entity] = found.get(entity, 0) + size
        return found

    def sizes(self, among: Mask) -> list[tuple[bool, str, int]]:
        """How many of some observations there are of each unit, those of sectors and others apart."""
        both = 2 * self._numbers("unit")[among].astype(np.int64) + self.of_sectors[among]
        sizes = np.bincount(both)
        return [(bool(each & 1), self._units[each >> 1], int(sizes[each])) for each in np.flatnonzero(sizes).tolist()]

    def paths(self, among: Mask) -> list[str]:
        """How some observations count time, each way once, in the order in which they come."""
        found, first = np.unique(self._path[among], return_index=True)
        return [PATHS[path] for path in found[np.argsort(first)].tolist()]

    def preferences(self, among: Mask) -> list[int]:
        """The preferences of some observations."""
        found: list[int] = self._numbers("preference")[among].tolist()
        return found

    def farthest(self, among: Mask, most: int) -> list[int]:
        """The preferences of the ``most`` of them whose values are farthest from zero."""
        found = self._numbers("preference")[among]
        far = np.argsort(-np.abs(self._numbers("value")[among]), kind="stable")
        farthest: list[int] = found[far[:most]].tolist()
        return farthest

    def cells(self, among: Mask, most: int) -> tuple[list[int], int]:
        """Of the ``most`` names with the most of some observations one observation a period, by preference; and how
        many names there are."""
        at = np.flatnonzero(among)
        own = self._ids[at]
        sizes = np.bincount(own)
        first = first_of_each(own, sizes.size)
        known = np.flatnonzero(sizes)
        fullest = known[np.lexsort((first[known], -sizes[known]))[:most]]
        wanted = np.zeros(sizes.size, dtype=bool)
        wanted[fullest] = True
        at = at[wanted[own]]
        both = (
            self._ids[at] * self._stated.numbers["preference"].size + self._numbers("period")[at] - self._stretch.first
        )
        _, begins = np.unique(both, return_index=True)
        preferences: list[int] = self._numbers("preference")[at[np.sort(begins)]].tolist()
        return preferences, int(known.size)

    @cached_property
    def _place(self) -> Numbers:
        """For each observation the number of the region that its name tells, 0 for none."""
        region = self._stated.region[self._observations]
        home = next((code for code, name in self._regions.items() if name == HOME), 0)
        return np.where((region == home) | (region == self._numbers("itself")), 0, region)

    @cached_property
    def _ids(self) -> Numbers:
        """For each observation the number of its name: below the figure's size where no region is told."""
        found = (self._numbers("name") - self._stretch.first).astype(np.int64)
        if self.told_by.region:
            told = np.flatnonzero(self._place)
            both = found[told] * (int(self._place.max(initial=0)) + 1) + self._place[told]
            found[told] = self._stated.numbers["preference"].size + np.unique(both, return_inverse=True)[1]
        return found

    def names(self, most: int, chosen: Sequence[str] = ()) -> list[tuple[Name, int]]:
        """Whose figures there are, each with the number of its periods: the ``most`` with most periods, sectors before
        others, and with them all that the words in ``chosen`` may mean."""
        ids, size = self._ids, self._rows.size
        if not size:
            return []
        periods = _distinct(ids, self._numbers("ended"))
        others = np.ones(periods.size, dtype=bool)
        others[ids[self.of_sectors]] = False
        known = np.flatnonzero(periods)
        # one number that sorts: of two names that with more periods, then that of a sector, then that which comes first
        ranks = (int(periods.max()) - periods[known]) * 2 + others[known]
        first = np.sort(ranks * size + first_of_each(ids, periods.size)[known]) % size
        listed = first[:most]
        if chosen:
            spelt = {words[:end] for words in chosen for end in range(len(words) + 1)}
            meant = np.isin(self._numbers("name")[first], self._stated.numbers["name"][self._of_entities(list(spelt))])
            listed = first[meant | (np.arange(first.size) < most)]
        return list(zip(self._named(listed), periods[ids[listed]].tolist(), strict=True))

    def _named(self, at: Numbers) -> list[Name]:
        """The names of the observations at these places."""
        names = self._numbers("name")[at]
        whose = self._whose(names)
        places = self._place[at].tolist() if self.told_by.region else [0] * at.size
        found = []
        for number, name, place in zip(self._ids[at].tolist(), names.tolist(), places, strict=True):
            entity, base = whose[name]
            where = self._regions[place] if place else ""
            found.append(Name(words_of(entity or self._indicator, where, base if self.told_by.base else ""), number))
        return found

    def _whose(self, names: Numbers) -> dict[int, tuple[str, str]]:
        """Whose figure, and against which base, by the number of the name: its first statement."""
        rows = self._cursor.execute(_WHOSE, {"chosen": np.unique(names).tolist()}).fetchall() if names.size else []
        return {name: (entity, base) for name, entity, base in rows}

    def of_names(self, names: Sequence[Name]) -> list[Observation]:
        """All observations under these names, read in full."""
        return self.read(self.preferences(np.isin(self._ids, [name.number for name in names])))

    def read(self, chosen: Sequence[int]) -> list[Observation]:
        """The observations of these preferences, named, in the order of preference.

        ``statements`` counts all that state it; ``told`` has the charted one and those that are worded otherwise.
        """
        if not chosen:
            return []
        seen, first = self._stated, self._stretch.first
        wanted = np.zeros(seen.numbers["preference"].size, dtype=bool)
        wanted[np.asarray(chosen) - first] = True
        own = wanted[seen.charted]
        told, charted, regions = seen.taken[own], seen.charted[own], seen.region[own]
        needed = seen.otherwise(own) | (told == charted)
        known = self._regions if regions.any() else {}
        region = {first + at: known.get(code, "") for at, code in _pairs(told[needed], regions[needed])}
        rows = answered(self._cursor.execute(_READ, {"chosen": list(region)}))
        found = observations(row | {"entity_region": region[row["preference"]]} for row in rows)
        sizes = dict(_pairs(*np.unique(charted, return_counts=True)))
        return named([row | {"statements": sizes[row["preference"] - first]} for row in found], self.told_by)


def _day(number: int) -> date:
    return date.fromordinal(EPOCH + number)


def _pairs(*columns: Numbers) -> Iterator[tuple[int, int]]:
    return zip(*(column.tolist() for column in columns), strict=True)


def _distinct(ids: Numbers, days: Numbers) -> Numbers:
    """How many different days come with each id."""
    since = days - days.min()
    bits = int(since.max()).bit_length()
    both = np.sort(ids << bits | since)
    new = np.concatenate([[True], both[1:] != both[:-1]])
    return np.bincount(both[new] >> bits)


@contextmanager
def outlined(claims: Claims, narrowed: Filter, figure: Figure, period: Row | None = None) -> Iterator[Outline]:
    """The outline of a figure for as long as the context lasts, of one period if that is given; empty where the filter
    leaves nothing."""
    prepared = claims.prepared()
    selection = claims.selection(narrowed, prepared)
    taken = None if selection.all else selection.bits().gathered
    cursor = prepared.database.cursor()
    try:
        stretch: Stretch = prepared.answered(_stretch_of, prepared, claims.figure(*figure, prepared))
        yield Outline(cursor, figure[0], stretch, stated(cursor, stretch, taken, period))
    finally:
        cursor.close()


def _stretch_of(prepared: Prepared, figure: int) -> Stretch:
    return Stretch.of(prepared.database.cursor(), figure)
