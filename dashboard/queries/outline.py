"""The outline of a figure: which observations it has under a filter, before anything of them is read in full.

A figure may have tens of thousands of observations, a chart draws some hundreds. DuckDB finds the observations, counts
them by period, by name, by sector; only those that are drawn are read with all their statements.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple, TypeAlias

import duckdb

from dashboard.figures.mark import ToldBy, named, words_of
from dashboard.filter import Filter
from dashboard.observation import Observation, Row, observations
from dashboard.query import Claims
from dashboard.record import answered
from dashboard.time_path import BY_KIND

_NAME = "entity, place, base"
_WITHIN = "(CAST($within AS VARCHAR[]) IS NULL OR list_contains($within, entity))"
_OF_PERIOD = "period_start = $start AND period_end = $end"
_KINDS = " ".join(f"WHEN '{kind}' THEN '{path}'" for kind, path in BY_KIND.items())
_PATH = f"CASE period_kind {_KINDS} ELSE 'span' END"
_STATED = (
    "CREATE TEMP TABLE stated AS WITH"
    " f AS (SELECT preference, observation, region FROM plotted WHERE figure = {figure} AND {condition}),"
    " g AS (SELECT observation, CASE WHEN min(region) = max(region) THEN min(region) END AS only_region"
    " FROM f GROUP BY 1),"
    " r AS (SELECT preference, observation, coalesce(region, only_region, '') AS entity_region FROM f"
    " JOIN g USING (observation)),"
    " o AS (SELECT observation, entity_region, min(preference) AS charted FROM r GROUP BY 1, 2)"
    " SELECT preference, entity_region, charted FROM r JOIN o USING (observation, entity_region)"
)
"""Every statement that the filter leaves, with the charted one of its observation; one without a region joins the only
region that there is."""
_TOLD_BY = (
    "SELECT (SELECT count(DISTINCT entity_region) > 1 FROM stated WHERE entity_region != '') AS region,"
    " (SELECT count(DISTINCT base) > 1 FROM plotted WHERE figure = {figure}) AS base,"
    f" (SELECT coalesce(bool_or({_PATH} = 'cumulative'), FALSE) FROM plotted WHERE figure = {{figure}}) AS cumulative"
)
_OUTLINE = (
    "CREATE TEMP TABLE outline AS"
    " WITH h AS (SELECT preference, entity_region FROM stated WHERE preference = charted)"
    " SELECT preference, entity, {place} AS place, {base} AS base, is_sector, unit, status, value, period_start,"
    " period_end, period_kind, {path} AS path FROM h JOIN (FROM plotted WHERE figure = {figure}) p USING (preference)"
)
"""One row an observation, known by the ``preference`` of its charted statement."""
_ABROAD = "CASE WHEN entity_region IN ('中国', entity) THEN '' ELSE entity_region END"
"""The region, where it is told beside whose figure it is: as ``figures.mark.named`` tells it."""
_CUMULATIVE = (
    f"CASE WHEN {_PATH} = 'year' AND month(period_start) = 1 AND day(period_start) = 1 THEN 'cumulative'"
    f" ELSE {_PATH} END"
)
"""The path where the figure is also told from January on: a whole or half year ends that path."""
_LISTED = "(SELECT unnest(CAST($chosen AS INTEGER[])))"
_STATEMENTS = f"SELECT preference, entity_region FROM stated WHERE charted IN {_LISTED}"
_READ = (
    f"SELECT * EXCLUDE (figure, series, observation, is_sector, issue_id, subject, kind) FROM plotted"
    f" WHERE preference IN {_LISTED}"
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
    """The observations of one figure under a filter, as the temporary tables ``outline`` and ``stated``.

    ``told_by`` says whether names tell regions and bases apart.
    """

    def __init__(self, cursor: duckdb.DuckDBPyConnection, indicator: str, told_by: ToldBy) -> None:
        self._cursor, self._indicator, self.told_by = cursor, indicator, told_by

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
            f" WHERE {_WITHIN} AND {_OF_PERIOD} ORDER BY preference",
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
            f"WITH n AS (SELECT {_NAME}, count(DISTINCT period_end) AS n, bool_or(is_sector) AS is_sector,"
            f" min(preference) AS first FROM outline GROUP BY {_NAME}),"
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
        """The observations of these preferences with all their statements, named, in the order of preference."""
        if not chosen:
            return []
        # in two steps: joined in one, DuckDB would build its table of the wider side
        region = {row["preference"]: row["entity_region"] for row in self.rows(_STATEMENTS, chosen=list(chosen))}
        rows = self.rows(_READ, chosen=list(region))
        return named(observations(row | {"entity_region": region[row["preference"]]} for row in rows), self.told_by)


@contextmanager
def outlined(claims: Claims, narrowed: Filter, figure: Figure, period: Row | None = None) -> Iterator[Outline]:
    """The outline of a figure for as long as the context lasts, of one period if that is given; empty where the filter
    leaves nothing."""
    prepared, asked = claims.asked(narrowed)
    only, values = asked.sql, {**asked.values}
    if period is not None:
        only = f"{only} AND {_OF_PERIOD}"
        values |= {"start": period["period_start"], "end": period["period_end"]}
    cursor = prepared.database.cursor()
    try:
        yield outline_of(cursor, claims.figure(*figure, prepared), figure[0], only, values)
    finally:
        cursor.close()


def outline_of(
    cursor: duckdb.DuckDBPyConnection, figure: int, indicator: str, only: str, values: Mapping[str, object]
) -> Outline:
    """Makes the two tables for the rows of ``plotted`` that a condition leaves of the figure of this code."""
    code = f"CAST({figure} AS UBIGINT)"
    cursor.execute(_STATED.format(figure=code, condition=only), {**values})
    region, base, cumulative = cursor.execute(_TOLD_BY.format(figure=code)).fetchall()[0]
    parts = {
        "place": _ABROAD if region else "''",
        "base": "base" if base else "''",
        "path": _CUMULATIVE if cumulative else _PATH,
    }
    cursor.execute(_OUTLINE.format(figure=code, **parts))
    return Outline(cursor, indicator, ToldBy(region, base))
