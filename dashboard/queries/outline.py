"""The outline of a figure: which observations it has under a filter, before anything of them is read in full.

A figure may have hundreds of thousands of statements, a chart draws some hundreds. The observations are found over the
numbers of ``statements``; DuckDB counts them by period, by name, by sector; only those that are drawn are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple, TypeAlias

import duckdb
import numpy as np
import pyarrow as pa

from dashboard.bits import Bits, Numbers
from dashboard.figures.mark import ToldBy, named, words_of
from dashboard.filter import Filter
from dashboard.observation import Observation, Row, observations
from dashboard.plotted import PATH
from dashboard.queries.stated import OF_PERIOD, Stated, Stretch, Taken, stated
from dashboard.query import Claims
from dashboard.record import answered

_NAME = "entity, place, base"
_WITHIN = "(CAST($within AS VARCHAR[]) IS NULL OR list_contains($within, entity))"
_OUTLINE = (
    "CREATE TEMP TABLE outline AS"
    " SELECT preference, entity, {place} AS place, {base} AS base, is_sector, unit, status, value, period_start,"
    " period_end, period_kind, {path} AS path FROM plotted {regions} WHERE preference BETWEEN $first AND $last"
    " AND get_bit(CAST($charted AS BIT), preference - CAST($first AS INTEGER)) = 1"
)
"""One row an observation, known by the ``preference`` of its charted statement."""
_REGIONS = (
    "JOIN (SELECT preference, coalesce(r.region, '') AS entity_region FROM charted c"
    " LEFT JOIN regions r ON r.code = c.region) USING (preference)"
)
_ABROAD = "CASE WHEN entity_region IN ('中国', entity) THEN '' ELSE entity_region END"
"""The region, where it is told beside whose figure it is: as ``figures.mark.named`` tells it."""
_CUMULATIVE = (
    f"CASE WHEN {PATH} = 'year' AND month(period_start) = 1 AND day(period_start) = 1 THEN 'cumulative' ELSE {PATH} END"
)
"""The path where the figure is also told from January on: a whole or half year ends that path."""
_READ = (
    "SELECT * EXCLUDE (figure, series, observation, is_sector, issue_id, subject, kind) FROM plotted"
    " WHERE preference IN (SELECT unnest(CAST($chosen AS INTEGER[])))"
)
Figure: TypeAlias = tuple[str, str, str | None]
"""An indicator, a measure and a comparison."""
Within: TypeAlias = Sequence[str] | None
"""Only observations of these; all if None."""


class Name(NamedTuple):
    """Whose figure: the words of it, and the parts by which the outline has it."""

    words: str
    entity: str
    place: str
    base: str


class Outline:
    """The observations of one figure under a filter, as the temporary table ``outline``.

    ``told_by`` says whether names tell regions and bases apart.
    """

    def __init__(self, cursor: duckdb.DuckDBPyConnection, indicator: str, told_by: ToldBy, stated: Stated) -> None:
        self._cursor, self._indicator, self._stated, self.told_by = cursor, indicator, stated, told_by

    def rows(self, sql: str, **values: object) -> list[dict[str, Any]]:
        """The answer of a query over ``outline``, by column."""
        return answered(self._cursor.execute(sql, values))

    def periods(self, within: Within = None, only: str = "TRUE", **values: object) -> list[dict[str, Any]]:
        """The periods that have observations, the latest first: first and last day, ``kind``, ``size``."""
        return self.rows(
            "SELECT period_start, period_end, arg_min(period_kind, preference) AS kind, count(*) AS size FROM outline"
            f" WHERE {_WITHIN} AND {only} GROUP BY 1, 2 ORDER BY period_end DESC, period_start DESC",
            within=within,
            **values,
        )

    def sectors(self) -> dict[str, int]:
        """How many observations each sector has itself."""
        sql = "SELECT entity, count(*) AS n FROM outline WHERE is_sector GROUP BY 1"
        return {row["entity"]: row["n"] for row in self.rows(sql)}

    def of_period(self, period: Row, within: Within = None) -> list[dict[str, Any]]:
        """The observations of a period in brief: unit, status, path, value, whether it is a sector's own."""
        return self.rows(
            "SELECT preference, is_sector, entity, unit, status, path, value FROM outline"
            f" WHERE {_WITHIN} AND {OF_PERIOD} ORDER BY preference",
            within=within,
            start=period["period_start"],
            end=period["period_end"],
        )

    def paths(self) -> set[str]:
        """How what happened counts time."""
        return {row["path"] for row in self.rows("SELECT DISTINCT path FROM outline WHERE status = 'actual'")}

    def sizes(self, within: Within, only: str, **values: object) -> list[tuple[bool, str, int]]:
        """How many observations there are of each unit, those of sectors and others apart."""
        sql = f"SELECT is_sector, unit, count(*) AS n FROM outline WHERE {_WITHIN} AND {only} GROUP BY 1, 2"
        return [(row["is_sector"], row["unit"], row["n"]) for row in self.rows(sql, within=within, **values)]

    def cells(self, within: Within, only: str, most: int, **values: object) -> list[dict[str, Any]]:
        """Of the ``most`` names with the most observations one observation a period, in brief.

        Each has ``names``, the number of all names.
        """
        return self.rows(
            f"WITH w AS (SELECT * FROM outline WHERE {_WITHIN} AND {only}),"
            f" n AS (SELECT {_NAME}, count(*) AS n, min(preference) AS first, count(*) OVER () AS names FROM w"
            f" GROUP BY {_NAME} ORDER BY n DESC, first LIMIT {most})"
            f" SELECT preference, entity, period_start, period_end, names FROM w JOIN n USING ({_NAME})"
            f" QUALIFY row_number() OVER (PARTITION BY {_NAME}, period_start, period_end ORDER BY preference) = 1"
            " ORDER BY preference",
            within=within,
            **values,
        )

    def names(self, most: int, chosen: Sequence[str] = ()) -> list[tuple[Name, int]]:
        """Whose figures there are, each with the number of its periods: the ``most`` with most periods, sectors before
        others, and with them all that the words in ``chosen`` may mean."""
        found = self.rows(
            f"WITH d AS (SELECT {_NAME}, bool_or(is_sector) AS is_sector, min(preference) AS first FROM outline"
            f" GROUP BY {_NAME}, period_end), n AS (SELECT {_NAME}, count(*) AS n, bool_or(is_sector) AS is_sector,"
            f" min(first) AS first FROM d GROUP BY {_NAME}),"
            " r AS (SELECT *, row_number() OVER (ORDER BY n DESC, is_sector DESC, first) AS rank FROM n)"
            " SELECT * FROM r WHERE rank <= $most"
            " OR len(list_filter(CAST($chosen AS VARCHAR[]), lambda words: starts_with(words, entity))) > 0"
            " ORDER BY rank",
            most=most,
            chosen=list(chosen),
        )
        return [(self._name(row["entity"], row["place"], row["base"]), row["n"]) for row in found]

    def _name(self, entity: str, place: str, base: str) -> Name:
        return Name(words_of(entity or self._indicator, place, base), entity, place, base)

    def of_names(self, names: Sequence[Name]) -> list[Observation]:
        """All observations under these names, read in full."""
        found = self.rows(
            f"SELECT preference FROM outline WHERE ({_NAME}) IN (SELECT unnest(CAST($entities AS VARCHAR[])),"
            " unnest(CAST($places AS VARCHAR[])), unnest(CAST($bases AS VARCHAR[])))",
            entities=[name.entity for name in names],
            places=[name.place for name in names],
            bases=[name.base for name in names],
        )
        return self.read([row["preference"] for row in found])

    def read(self, chosen: Sequence[int]) -> list[Observation]:
        """The observations of these preferences, named, in the order of preference.

        ``statements`` counts all that state it; ``told`` has the charted one and those that are worded otherwise.
        """
        if not chosen:
            return []
        own = np.isin(self._stated.charted, np.asarray(chosen))
        told, charted, regions = (
            each[own] for each in (self._stated.preference, self._stated.charted, self._stated.region)
        )
        needed = self._stated.otherwise[own] | (told == charted)
        known = dict(self._cursor.execute("SELECT code, region FROM regions").fetchall()) if regions.any() else {}
        region = {at: known.get(code, "") for at, code in _pairs(told[needed], regions[needed])}
        rows = self.rows(_READ, chosen=list(region))
        found = observations(row | {"entity_region": region[row["preference"]]} for row in rows)
        sizes = dict(_pairs(*np.unique(charted, return_counts=True)))
        return named([row | {"statements": sizes[row["preference"]]} for row in found], self.told_by)


def _pairs(*columns: Numbers) -> Iterator[tuple[int, int]]:
    return zip(*(column.tolist() for column in columns), strict=True)


@contextmanager
def outlined(claims: Claims, narrowed: Filter, figure: Figure, period: Row | None = None) -> Iterator[Outline]:
    """The outline of a figure for as long as the context lasts, of one period if that is given; empty where the filter
    leaves nothing."""
    prepared = claims.prepared()
    selection = claims.selection(narrowed, prepared)
    taken = None if selection.all else selection.bits().gathered
    cursor = prepared.database.cursor()
    try:
        yield outline_of(cursor, claims.figure(*figure, prepared), figure[0], taken, period)
    finally:
        cursor.close()


def outline_of(
    cursor: duckdb.DuckDBPyConnection,
    figure: int,
    indicator: str,
    taken: Taken | None = None,
    period: Row | None = None,
) -> Outline:
    """The outline of the figure of this code; of its statements only those that are taken and of the period."""
    stretch = Stretch.of(cursor, figure)
    seen = stated(cursor, stretch, taken, period)
    told_by = ToldBy(seen.several_regions, stretch.several_bases)
    parts = {
        "place": _ABROAD if told_by.region else "''",
        "base": "base" if told_by.base else "''",
        "path": _CUMULATIVE if stretch.cumulative else PATH,
        "regions": _REGIONS if told_by.region else "",
    }
    charted = Bits.with_members(seen.preference[seen.observations] - stretch.first, stretch.last - stretch.first + 1)
    if told_by.region:
        rows = {"preference": seen.preference[seen.observations], "region": seen.region[seen.observations]}
        cursor.register("charted", pa.table(rows))
    values = {"first": stretch.first, "last": stretch.last, "charted": charted.blob()}
    cursor.execute(_OUTLINE.format(**parts), values)
    return Outline(cursor, indicator, told_by, seen)
