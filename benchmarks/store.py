"""The store with a million claims: one issue replaced, the table read, rows exported."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import count
from tempfile import TemporaryDirectory

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from benchmarks.figure import Figure, seconds
from benchmarks.text import samples
from etl.model import Issue
from etl.pipeline import extract
from etl.schema import CLAIMS
from etl.store import IssueRows, Store
from etl.store.export import csv_chunks
from etl.table import claims_table, issues_table, sentences_table

CLAIMS_WANTED = 1_000_000
REPLACE_MS = 1000.0
"""The longest that one issue may take into a million claims, acknowledged and durable."""
EXPORT_ROWS = CLAIMS_WANTED / 3
"""The least rows a second of the CSV export: a million in three seconds."""

_FIRST_DAY = date(1990, 1, 1)


def figures() -> Iterator[Figure]:
    """Milliseconds of what a refresh and a reader do, rows a second of the export."""
    issue = max(samples().issues, key=lambda each: len(each.text))
    with TemporaryDirectory() as folder:
        store = Store(folder)
        size = _printed(issue)["claims"].num_rows
        store.replace_issues(_rows(issue, day) for day in range(-(-CLAIMS_WANTED // size)))
        one, versions = _rows(issue, 3), count(1)

        def replace_one() -> None:
            store.replace_issues([_changed(one, next(versions))])

        total = store.current().rows("claims")
        name = f"replace one issue among {total:,} claims, durable"
        yield Figure(name, seconds(replace_one) * 1000, "ms", at_most=REPLACE_MS)
        yield from _reading(store, total)


def _reading(store: Store, total: int) -> Iterator[Figure]:
    path = store.path / "current" / "claims"
    grouped = f"SELECT sector, period_end, avg(value) FROM '{path}/*.parquet' GROUP BY ALL"
    yield Figure("pandas reads the table", seconds(lambda: pd.read_parquet(path)) * 1000, "ms")
    yield Figure("DuckDB groups by sector and period", seconds(lambda: duckdb.execute(grouped).fetchall()) * 1000, "ms")
    table = pa.Table.from_pandas(pd.read_parquet(path), CLAIMS)
    time = seconds(lambda: sum(map(len, csv_chunks(table.to_reader(20_000)))))
    yield Figure("CSV export", total / time, "rows/s", at_least=EXPORT_ROWS)


@cache
def _printed(issue: Issue) -> dict[str, pa.Table]:
    claims = extract(issue)
    return {
        "claims": claims_table((issue, article, claim) for article, claim in claims),
        "sentences": sentences_table([issue]),
        "issues": issues_table([(issue, len(claims))]),
    }


def _rows(issue: Issue, day: int) -> IssueRows:
    """The issue as if it had been printed ``day`` days after the first: only its id and date are new."""
    when = _FIRST_DAY + timedelta(days=day)
    tables = {}
    for name, table in _printed(issue).items():
        for column, value in (("issue_id", f"{issue.publication}-{when}"), ("issue_date", when)):
            table = _with(table, column, value)
        tables[name] = table
    return IssueRows(tables, issue.text.encode(), issue.text)


def _with(table: pa.Table, column: str, value: object) -> pa.Table:
    place = table.schema.get_field_index(column)
    field = table.schema.field(place)
    return table.set_column(place, field, pa.repeat(pa.scalar(value, field.type), table.num_rows))


def _changed(rows: IssueRows, version: int) -> IssueRows:
    claims = rows.tables["claims"]
    place = claims.schema.get_field_index("value")
    claims = claims.set_column(place, claims.schema.field(place), pc.add(claims["value"], float(version)))
    return IssueRows({**rows.tables, "claims": claims}, rows.source, rows.text)
