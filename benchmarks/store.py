"""The store with 100,000 claims: one issue replaced, the table read, rows exported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count
from tempfile import TemporaryDirectory

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from benchmarks.extraction import ISSUES
from benchmarks.figure import Figure, seconds
from etl.extraction import renamed, source_files
from etl.model import Issue
from etl.pipeline import extract
from etl.reading import read_file
from etl.schema import CLAIMS
from etl.store import IssueRows, Store
from etl.store.export import csv_chunks
from etl.table import claims_table, issues_table, sentences_table

CLAIMS_WANTED = 100_000


def figures() -> Iterator[Figure]:
    """Milliseconds of what a refresh and a reader do, rows a second of the export."""
    issue = max(map(read_file, source_files(ISSUES)), key=lambda each: len(each.text))
    with TemporaryDirectory() as folder:
        store = Store(folder)
        size = _rows(issue, 0).tables["claims"].num_rows
        store.replace_issues(_rows(issue, day) for day in range(CLAIMS_WANTED // size))
        one, versions = _rows(issue, 3), count(1)

        def replace_one() -> None:
            store.replace_issues([_changed(one, next(versions))])

        total = store.current().rows("claims")
        yield Figure(f"replace one issue of {total:,} claims, durable", seconds(replace_one) * 1000, "ms")
        yield from _reading(store, total)


def _reading(store: Store, total: int) -> Iterator[Figure]:
    path = store.path / "current" / "claims"
    grouped = f"SELECT sector, period_end, avg(value) FROM '{path}/*.parquet' GROUP BY ALL"
    yield Figure("pandas reads the table", seconds(lambda: pd.read_parquet(path)) * 1000, "ms")
    yield Figure("DuckDB groups by sector and period", seconds(lambda: duckdb.execute(grouped).fetchall()) * 1000, "ms")
    table = pa.Table.from_pandas(pd.read_parquet(path), CLAIMS)
    yield Figure("CSV export", total / seconds(lambda: sum(map(len, csv_chunks(table.to_reader(20_000))))), "rows/s")


def _rows(issue: Issue, day: int) -> IssueRows:
    """The issue as if it had been printed ``day`` days later."""
    date = issue.issue_date + timedelta(days=day)
    issue = replace(issue, masthead=replace(issue.masthead, issue_date=date))
    issue = renamed(issue, f"{issue.publication}-{date}")
    claims = extract(issue)
    tables = {
        "claims": claims_table((issue, article, claim) for article, claim in claims),
        "sentences": sentences_table([issue]),
        "issues": issues_table([(issue, len(claims))]),
    }
    return IssueRows(tables, issue.text.encode(), issue.text)


def _changed(rows: IssueRows, version: int) -> IssueRows:
    claims = rows.tables["claims"]
    place = claims.schema.get_field_index("value")
    claims = claims.set_column(place, claims.schema.field(place), pc.add(claims["value"], float(version)))
    return IssueRows({**rows.tables, "claims": claims}, rows.source, rows.text)
