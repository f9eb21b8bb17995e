"""Rows of the table ``plotted`` for claims that a test makes up, and the observations of a figure of a store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb
import pyarrow as pa

from dashboard import plotted
from dashboard.figures.mark import named
from dashboard.filter import Filter
from dashboard.observation import Observation, observations, placed
from dashboard.queries.outline import Figure
from dashboard.query import Claims
from dashboard.record import answered
from etl.schema import CLAIMS


def plotted_database(claims: Sequence[Mapping[str, Any]]) -> duckdb.DuckDBPyConnection:
    """A database with the claims in ``plotted``; columns that they do not name are null."""
    database = duckdb.connect()
    listed = [{name: claim.get(name) for name in CLAIMS.names} for claim in claims]
    database.register("made_up", pa.Table.from_pylist(listed, schema=CLAIMS))
    database.execute(
        "CREATE TABLE claims AS SELECT *, row_number() OVER () AS position, hash(indicator, measure, comparison) AS"
        " figure, 0 AS series FROM made_up"
    )
    plotted.fill(database)
    return database


def plotted_rows(claims: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The claims as ``plotted`` has them."""
    return answered(plotted_database(claims).execute("SELECT * FROM plotted"))


def observed(claims: Sequence[Mapping[str, Any]]) -> list[Observation]:
    """The observations of claims that a test makes up."""
    return observations(placed(plotted_rows(claims)))


def figure_of(claims: Claims, figure: Figure, narrowed: Filter = Filter()) -> list[Observation]:  # noqa: B008
    """All observations of a figure that a filter leaves, named, every statement read in full."""
    prepared, asked = claims.asked(narrowed)
    sql = f"SELECT * FROM plotted WHERE figure = CAST({claims.figure(*figure, prepared)} AS UBIGINT) AND {asked.sql}"
    return named(observations(placed(claims.rows(sql, asked.values, prepared))))
