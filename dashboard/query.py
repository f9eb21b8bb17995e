"""The only reader of the published table: DuckDB over the snapshot's Parquet files, never writing.

Every value reaches SQL as a parameter; names of columns come from the schema. The database may read
the store's directory and nothing else. Each call reads the snapshot that is current when it begins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from dashboard.filter import LISTS, Filter, Offered
from dashboard.sector_tree import branches, with_descendants
from etl.schema import BY_NAME, CLAIMS, ISSUES, SENTENCES

PAGE_LIMIT = 500
"""The most rows one page of the table may ask for."""
PLOT_LIMIT = 50_000
"""The most claims one chart is made of."""
BATCH_ROWS = 20_000

PLOTTED = (
    "claim_id",
    "publication",
    "issue_date",
    "value_text",
    "value",
    "value_high",
    "bound",
    "unit",
    "measure",
    "comparison",
    "base_start",
    "base_end",
    "base_text",
    "indicator",
    "subject",
    "sector",
    "classes",
    "region",
    "period_start",
    "period_end",
    "period_kind",
    "status",
    "confidence",
)
"""The columns that charts are made of: half of the table's, which halves the time."""

_SEARCHED = ("sentence", "article_title", "subject", "indicator", "sector")
_ORDER = "issue_date DESC, issue_id, source_start, claim_id"


@dataclass(frozen=True, slots=True)
class Scope:
    """What the whole table holds."""

    claims: int
    issues: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Count:
    """What a filter leaves."""

    claims: int
    sentences: int
    issues: int


def where(narrowed: Filter) -> tuple[str, dict[str, object]]:
    """The SQL condition of a filter and its parameters."""
    parts = ["TRUE"]
    values: dict[str, object] = {}
    for name in LISTS:
        chosen: Sequence[str] = getattr(narrowed, name)
        if chosen:
            parts.append(f"list_contains($f_{name}, {name})")
            values[f"f_{name}"] = list(with_descendants(chosen) if name == "sector" else chosen)
    for name, sign in (("month_from", ">="), ("month_to", "<=")):
        month: str | None = getattr(narrowed, name)
        if month:
            parts.append(f"strftime(period_end, '%Y-%m') {sign} $f_{name}")
            values[f"f_{name}"] = month
    if narrowed.as_of:
        parts.append("issue_date <= CAST($f_as_of AS DATE)")
        values["f_as_of"] = narrowed.as_of
    if narrowed.text:
        looked = " OR ".join(f"contains(lower(coalesce({name}, '')), $f_text)" for name in _SEARCHED)
        parts.append(f"({looked})")
        values["f_text"] = narrowed.text.lower()
    return " AND ".join(parts), values


def order_by(sort: Sequence[Mapping[str, object]]) -> str:
    """ORDER BY terms for a grid's sort model; anything that is no column of the schema is left out."""
    terms = []
    for item in sort[:4]:
        column, direction = item.get("colId"), item.get("sort")
        if isinstance(column, str) and column in BY_NAME and column != "classes" and direction in ("asc", "desc"):
            terms.append(f"{column} {'ASC' if direction == 'asc' else 'DESC'} NULLS LAST")
    return ", ".join([*terms, _ORDER])


class Claims:
    """The claims of one store.

    ``store`` is the store's root; a store that has published nothing yet reads as empty.
    """

    def __init__(self, store: Path) -> None:
        self.store = store.resolve()
        self._database = duckdb.connect(":memory:", config={"threads": 2, "autoinstall_known_extensions": False})
        for name, schema in (("no_claims", CLAIMS), ("no_sentences", SENTENCES), ("no_issues", ISSUES)):
            self._database.register("nothing", schema.empty_table())
            self._database.execute(f"CREATE TABLE {name} AS SELECT * FROM nothing")
            self._database.unregister("nothing")
        quoted = str(self.store).replace("'", "''")
        self._database.execute(f"SET allowed_directories=['{quoted}']")
        self._database.execute("SET enable_external_access=false")
        self._database.execute("SET lock_configuration=true")
        self._offered = lru_cache(maxsize=2)(self._read_offered)

    def snapshot(self) -> Path | None:
        """The directory of the snapshot that is current now, or None."""
        current = self.store / "current"
        return current.resolve() if current.exists() else None

    def _run(self, sql: str, values: Mapping[str, object] | None = None, table: str = "claims") -> Any:
        snapshot = self.snapshot()
        files = sorted(map(str, (snapshot / table).glob("*.parquet"))) if snapshot else []
        values = dict(values or {})
        if files:
            values["files"] = files
        source = "read_parquet($files)" if files else f"no_{table}"
        return self._database.cursor().sql(sql.replace(f"{{{table}}}", source), params=values)

    def frame(self, sql: str, values: Mapping[str, object] | None = None, table: str = "claims") -> pd.DataFrame:
        """The answer of a query over ``{claims}``, ``{sentences}`` or ``{issues}``; dashboard.queries asks with it."""
        frame: pd.DataFrame = self._run(sql, values, table).df()
        return frame

    def narrowing(self, narrowed: Filter) -> tuple[str, dict[str, object]]:
        """The SQL condition of a filter and its parameters, for ``frame``."""
        return where(narrowed)

    def offered(self) -> Offered:
        """What the filters may choose from; read once a snapshot."""
        return self._offered(self.snapshot())

    def _read_offered(self, snapshot: Path | None) -> Offered:
        del snapshot  # the key of the cache
        lists = {}
        for name in ("publication", "sector", "indicator"):
            rows = self._run(
                f"SELECT {name}, count(*) n FROM {{claims}} WHERE {name} IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1"
            ).fetchall()
            lists[name] = {str(value): int(count) for value, count in rows}
        lists["sector"] = {branch.name: branch.rows for branch in branches(lists["sector"])}
        months = self._run(
            "SELECT DISTINCT strftime(period_end, '%Y-%m') FROM {claims} WHERE period_end IS NOT NULL ORDER BY 1"
        ).fetchall()
        return Offered(**lists, month=tuple(month for (month,) in months))

    def scope(self) -> Scope:
        """How many claims and issues the table holds, and from when to when they were printed."""
        row = self._run(
            "SELECT count(*), count(DISTINCT issue_id), min(issue_date), max(issue_date) FROM {claims}"
        ).fetchall()[0]
        return Scope(int(row[0]), int(row[1]), row[2], row[3])

    def count(self, narrowed: Filter) -> Count:
        """How many claims, sentences and issues the filter leaves."""
        condition, values = where(narrowed)
        row = self._run(
            f"SELECT count(*), count(DISTINCT sentence_id), count(DISTINCT issue_id) FROM {{claims}} WHERE {condition}",
            values,
        ).fetchall()[0]
        return Count(*map(int, row))

    def page(self, narrowed: Filter, first: int, last: int, sort: Sequence[Mapping[str, object]]) -> pd.DataFrame:
        """Rows ``first`` (from 0) to ``last``, exclusive, of the filtered claims in the order asked for."""
        condition, values = where(narrowed)
        first = max(first, 0)
        rows = min(max(last - first, 0), PAGE_LIMIT)
        return self.frame(
            f"SELECT * FROM {{claims}} WHERE {condition} ORDER BY {order_by(sort)} LIMIT {rows} OFFSET {first}", values
        )

    def plots(self, narrowed: Filter) -> pd.DataFrame:
        """What could be charted: indicator, measure, comparison with numbers of claims, sectors, periods, points."""
        condition, values = where(narrowed)
        return self.frame(
            "SELECT indicator, measure, comparison, count(*) claims, count(DISTINCT sector) sectors,"
            " count(DISTINCT period_end) periods, count(DISTINCT (sector, subject, period_start, period_end)) points"
            f" FROM {{claims}} WHERE {condition} AND indicator IS NOT NULL AND period_end IS NOT NULL"
            " AND period_start IS NOT NULL GROUP BY ALL ORDER BY points DESC, indicator, measure, comparison",
            values,
        )

    def plotted(self, narrowed: Filter, indicator: str, measure: str, comparison: str | None) -> pd.DataFrame:
        """The filtered claims of one indicator, measure and comparison that have a period; ``PLOTTED`` columns."""
        condition, values = where(narrowed)
        values |= {"indicator": indicator, "measure": measure, "comparison": comparison}
        return self.frame(
            f"SELECT {', '.join(PLOTTED)} FROM {{claims}} WHERE {condition} AND indicator = $indicator"
            " AND measure = $measure"
            " AND comparison IS NOT DISTINCT FROM $comparison AND period_start IS NOT NULL AND period_end IS NOT NULL"
            f" ORDER BY {_ORDER} LIMIT {PLOT_LIMIT}",
            values,
        )

    def claim(self, claim_id: str) -> pd.DataFrame:
        """The claim of that id: one row or none."""
        return self.frame("SELECT * FROM {claims} WHERE claim_id = $claim LIMIT 1", {"claim": claim_id})

    def holds(self, narrowed: Filter, claim_id: str) -> bool:
        """True if the filter leaves the claim in."""
        condition, values = where(narrowed)
        rows = self._run(
            f"SELECT 1 FROM {{claims}} WHERE claim_id = $claim AND {condition} LIMIT 1", values | {"claim": claim_id}
        ).fetchall()
        return bool(rows)

    def same_figure(self, claim: Mapping[str, object]) -> pd.DataFrame:
        """Every claim, filtered or not, that may state the same figure: observations tell which do."""
        same = ("indicator", "measure", "comparison", "period_start", "period_end", "status", "unit")
        whose = "sector IN ($sector, $subject) OR subject IN ($sector, $subject)"
        if claim["sector"] is None and claim["subject"] is None:
            whose = "sector IS NULL AND subject IS NULL"
        condition = " AND ".join([*(f"{name} IS NOT DISTINCT FROM ${name}" for name in same), f"({whose})"])
        return self.frame(
            f"SELECT * FROM {{claims}} WHERE {condition} AND indicator IS NOT NULL ORDER BY {_ORDER} LIMIT 2000",
            {name: claim[name] for name in (*same, "sector", "subject") if f"${name}" in condition},
        )

    def neighbours(self, article_id: str, sentence_id: str, reach: int = 2) -> pd.DataFrame:
        """The sentences of the article around one, in reading order, the one itself included."""
        return self.frame(
            "SELECT sentence_id, ordinal, paragraph, role, sentence FROM {sentences} s WHERE article_id = $article AND"
            " abs(ordinal - (SELECT min(ordinal) FROM {sentences} WHERE sentence_id = $sentence)) <= $reach"
            " ORDER BY ordinal",
            {"article": article_id, "sentence": sentence_id, "reach": reach},
            "sentences",
        )

    def reader(self, narrowed: Filter) -> pa.RecordBatchReader:
        """All filtered claims, batch by batch, in the table's own columns and order."""
        condition, values = where(narrowed)
        columns = ", ".join(column.name for column in BY_NAME.values())
        found = self._run(f"SELECT {columns} FROM {{claims}} WHERE {condition} ORDER BY {_ORDER}", values)
        reader: pa.RecordBatchReader = found.to_arrow_reader(BATCH_ROWS)
        return reader
