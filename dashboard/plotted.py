"""The table ``plotted``: the claims that can be charted, with what tells their observations apart.

Rows lie in the order of their figure (indicator, measure, comparison), so that a chart reads one stretch of the table,
and within a figure as ``preference`` ranks them: which of two statements of one observation is charted. The rule is
told in ``dashboard.observation``. ``statements`` lies beside it in the same order and holds of each row only numbers:
what finds the observations that a filter leaves, before anything of them is read. ``stretches`` tells where the rows of
a figure lie, and what holds for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import duckdb
import numpy as np
import pyarrow as pa

from dashboard.country import whose_sql
from dashboard.observation import ONE_SIDED, PRECISION, PRINTED
from dashboard.sector_name import names_sector
from dashboard.time_path import BY_KIND
from etl.schema import CODES

COLUMNS = (
    "claim_id",
    "publication",
    "issue_id",
    "issue_date",
    "value_text",
    "value",
    "value_high",
    "bound",
    "unit",
    "measure",
    "comparison",
    "indicator",
    "subject",
    "sector",
    "region",
    "period_start",
    "period_end",
    "period_kind",
    "status",
    "kind",
    "confidence",
)
"""The columns of the table that ``plotted`` repeats: those of a filter, and those that charts show."""

_RANKS = " ".join(f"WHEN '{bound}' THEN {rank}" for bound, rank in PRECISION.items())
_EXACTNESS = f"CASE bound {_RANKS} ELSE {ONE_SIDED} END"
"""How exactly a statement is worded, the most exact first."""
_PRINTED = f"'{PRINTED.pattern}'"
_DIGITS = (
    f"length(replace(regexp_extract(value_text, {_PRINTED}, 1), ',', ''))"
    f" + length(regexp_extract(value_text, {_PRINTED}, 2))"
)
"""How many digits the number shows: 7.2% has two."""
_RULE = f"{_EXACTNESS}, issue_date DESC, {_DIGITS} DESC, confidence DESC, claim_id"

_NARROWING = "list_sort(list_filter(coalesce(c.classes, []), lambda name: name != '规模以上'))"
_ENTITY = (
    "CASE WHEN c.sector IS NULL OR (c.subject IS NOT NULL AND o.subject IS NULL)"
    f" THEN coalesce({whose_sql('c')}, '')"
    f" WHEN len({_NARROWING}) = 0 THEN c.sector"
    f" ELSE c.sector || '（' || array_to_string({_NARROWING}, '、') || '）' END"
)
"""Whose figure it is: the sector, with the classes that narrow it, where the subject is only its other name;
the country has one name."""
_BASE = (
    "CASE WHEN comparison = 'base_period' AND coalesce(base_start, base_end) IS NOT NULL"
    " THEN concat_ws('…', base_start, base_end)"
    " WHEN comparison IN ('base_period', 'peer') THEN coalesce(base_text, '') ELSE '' END"
)
"""What the figure is measured against, where that tells figures apart; empty for 同比 and 环比."""
_SENTENCE = "CASE WHEN c.sentence_id IS NOT NULL THEN hash(c.sentence_id) END"
"""Which sentence prints a statement, as a number: an id is as long as the name of an issue."""
_SAME = "entity, base, period_start, period_end, status, unit"
"""In what statements of one figure agree when they are of one observation; the region is told by the charts."""
_PAIRS = 50_000
_KINDS = " ".join(f"WHEN '{kind}' THEN '{path}'" for kind, path in BY_KIND.items())
PATH = f"CASE period_kind {_KINDS} ELSE 'span' END"
"""How a statement counts time, as ``time_path.path_of`` has it where no figure is cumulative."""
WORDING = "value, value_high, bound"
"""Statements that agree in these agree; of others it has to be found out."""
STATUSES = tuple(CODES["status"])
KINDS = tuple(CODES["period_kind"])
"""In ``statements`` these are numbers, from 1; 0 for none."""
_STATEMENTS = 1_000_000
"""Statements whose numbers are made at a time, and some more."""
_CODED = (
    "SELECT p.preference, p.position, coalesce(r.code, 0) AS region, coalesce(i.code, 0) AS itself,"
    f" hash({WORDING}) AS wording, CAST(p.period_start - DATE '1970-01-01' AS INTEGER) AS started,"
    " CAST(p.period_end - DATE '1970-01-01' AS INTEGER) AS ended,"
    f" CAST(coalesce(list_position({list(KINDS)}, p.period_kind), 0) AS UTINYINT) AS kind,"
    f" CAST(coalesce(list_position({list(STATUSES)}, p.status), 0) AS UTINYINT) AS status,"
    " u.code AS unit, p.is_sector, p.value, hash(p.figure, p.observation) AS observation,"
    " hash(p.figure, p.entity, p.base) AS name, hash(p.figure, p.period_start, p.period_end) AS period"
    " FROM plotted p JOIN units u ON u.unit = p.unit LEFT JOIN regions r ON r.region = p.region"
    " LEFT JOIN regions i ON i.region = p.entity WHERE p.preference BETWEEN $first AND $last ORDER BY p.preference"
)
"""Regions and units by their numbers, from 1; ``itself`` is the region whose figure it is, 0 for none."""
_KNOWN = ("observation", "name", "period")
"""Of one figure, an observation, whatever its region, a name (whose figure, against which base) and a period are known
by their first statements."""


def fill(database: duckdb.DuckDBPyConnection) -> None:
    """Makes ``plotted``, ``statements`` and ``stretches`` from the table ``claims``, which has its keys."""
    _fill_other_names(database)
    columns = ", ".join(f"c.{name}" for name in COLUMNS)
    database.execute(
        "CREATE TABLE plotted AS SELECT CAST(row_number() OVER () AS INTEGER) AS preference,"
        f" hash({_SAME}) AS observation, coalesce(entity = sector, FALSE) AS is_sector, *"
        f" FROM (SELECT c.position, c.figure, c.series, {columns},"
        f" {_ENTITY} AS entity, {_BASE} AS base, {_SENTENCE} AS sentence_key"
        " FROM claims c LEFT JOIN other_names o ON o.subject = c.subject AND o.sector = c.sector"
        f" WHERE c.figure IS NOT NULL ORDER BY c.figure, {_RULE})"
    )
    database.execute("DROP TABLE other_names")
    database.execute(
        "CREATE TABLE regions AS SELECT CAST(row_number() OVER (ORDER BY region) AS INTEGER) AS code, region"
        " FROM (SELECT DISTINCT region FROM plotted WHERE region IS NOT NULL)"
    )
    database.execute(
        "CREATE TABLE units AS SELECT CAST(row_number() OVER (ORDER BY unit) AS INTEGER) AS code, unit"
        " FROM (SELECT DISTINCT unit FROM plotted)"
    )
    database.execute(
        "CREATE TABLE stretches AS SELECT figure, min(preference) AS first, max(preference) AS last,"
        f" min(base) < max(base) AS several_bases, bool_or({PATH} = 'cumulative') AS cumulative"
        " FROM plotted GROUP BY figure ORDER BY figure"
    )
    _fill_statements(database)


def _fill_statements(database: duckdb.DuckDBPyConnection) -> None:
    """Makes ``statements``, some whole figures at a time."""
    columns = "* REPLACE (" + ", ".join(f"CAST(0 AS INTEGER) AS {name}" for name in _KNOWN) + ")"
    nothing = {"first": 1, "last": 0}
    database.execute(f"CREATE TABLE statements AS SELECT {columns} FROM ({_CODED})", nothing)
    sql = f"SELECT max(last) FROM stretches GROUP BY last // {_STATEMENTS} ORDER BY 1"
    lasts = [last for (last,) in database.execute(sql).fetchall()]
    for first, last in pairwise([0, *lasts]):
        coded: pa.Table = database.cursor().sql(_CODED, params={"first": first + 1, "last": last}).to_arrow_table()
        for name in _KNOWN:
            _, begins, alike = np.unique(coded[name].to_numpy(), return_index=True, return_inverse=True)
            known = pa.array((first + 1 + begins[alike]).astype(np.int32))
            coded = coded.set_column(coded.schema.get_field_index(name), name, known)
        database.register("coded", coded)
        database.execute("INSERT INTO statements FROM coded")
        database.unregister("coded")


def _fill_other_names(database: duckdb.DuckDBPyConnection) -> None:
    """Pairs of a subject and the sector whose other name it is."""
    database.execute("CREATE TEMP TABLE other_names (subject VARCHAR, sector VARCHAR)")
    for pairs in _pairs(database):
        same = [(subject, sector) for subject, sector in pairs if names_sector(subject, sector)]
        subjects, sectors = zip(*same, strict=True) if same else ((), ())
        table = pa.table({"subject": pa.array(subjects, pa.string()), "sector": pa.array(sectors, pa.string())})
        database.register("found_names", table)
        database.execute("INSERT INTO other_names FROM found_names")
        database.unregister("found_names")


def _pairs(database: duckdb.DuckDBPyConnection) -> Iterator[list[tuple[str, str]]]:
    """Subjects with their sectors, each pair once, so many at a time."""
    asked = database.cursor().execute(
        "SELECT DISTINCT subject, sector FROM claims WHERE subject IS NOT NULL AND sector IS NOT NULL"
    )
    while pairs := asked.fetchmany(_PAIRS):
        yield pairs
