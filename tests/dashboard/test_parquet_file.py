from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dashboard import prepared, row_group, window
from dashboard.bits import Bits
from dashboard.export import parquet_file
from dashboard.export.parquet_file import parquet_pieces
from dashboard.export.selection import FULL, TABLE, Selection
from dashboard.filter import Filter
from dashboard.query import Claims
from dashboard.window import Window, windows_of

_ROWS = 40
"""Rows of a window in these tests: the table has nine windows."""


@pytest.fixture
def claims(own_store: Path, monkeypatch: pytest.MonkeyPatch) -> Claims:
    """A table of several windows, whose row groups lie ready."""
    monkeypatch.setattr(window, "ROWS", _ROWS)
    monkeypatch.setattr(row_group, "ROWS", _ROWS)
    monkeypatch.setattr(prepared, "FORMAT", 0)
    monkeypatch.setattr(parquet_file, "_ROWS_IN_GROUP", 10)
    monkeypatch.setattr("dashboard.query.BATCH_ROWS", 7)
    return Claims(own_store)


def exported(claims: Claims, path: Path, narrowed: Filter, columns: Sequence[str] = TABLE) -> pq.ParquetFile:
    chosen = Selection(claims, claims.prepared(), narrowed, tuple(columns), base="http://here")
    with path.open("wb") as file:
        file.writelines(parquet_pieces(chosen))
    read = pq.ParquetFile(path, page_checksum_verification=True)
    found = read.schema_arrow
    assert found.equals(chosen.schema)
    assert [field.metadata for field in found] == [field.metadata for field in chosen.schema]
    rows = pa.Table.from_batches(chosen.batches(), chosen.schema)
    assert read.read().to_pylist() == rows.to_pylist()
    return read


@pytest.mark.parametrize("columns", [TABLE, ("value", "classes", "claim_id"), ("sentence",), FULL])
def test_an_export_is_the_table_for_every_reader(claims: Claims, tmp_path: Path, columns: tuple[str, ...]) -> None:
    path = tmp_path / "a.parquet"
    read = exported(claims, path, Filter(), columns)
    expected = claims.reader(Filter()).read_all().to_pylist()
    groups = [read.metadata.row_group(number).num_rows for number in range(read.num_row_groups)]
    if columns != FULL:
        assert groups == [*[_ROWS] * (len(expected) // _ROWS), len(expected) % _ROWS]
    if "claim_id" in columns:
        asked = f"SELECT claim_id FROM '{path}' WHERE value > 100"
        assert [row[0] for row in duckdb.execute(asked).fetchall()] == [
            row["claim_id"] for row in expected if row["value"] > 100
        ]


@pytest.mark.parametrize(
    "narrowed",
    [Filter(as_of="2019-06-28"), Filter(sector=("采矿业",)), Filter(kind=("economic",)), Filter(text="无此")],
)
def test_row_groups_go_out_as_they_lie_only_where_all_of_their_claims_are_left(
    claims: Claims, tmp_path: Path, narrowed: Filter
) -> None:
    left = len(claims.reader(narrowed).read_all())
    read = exported(claims, tmp_path / "a.parquet", narrowed)
    assert read.metadata.num_rows == left
    whole = [each for each in claims.windows(narrowed) if each.whole]
    sizes = [read.metadata.row_group(number).num_rows for number in range(read.num_row_groups)]
    assert sizes.count(_ROWS) >= sum(each.until - each.after == _ROWS for each in whole)


def test_row_groups_that_an_earlier_arrow_or_schema_described_join_what_is_encoded_now(
    claims: Claims, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lying = row_group.read

    def described_otherwise(database: duckdb.DuckDBPyConnection, after: int) -> bytes:
        content = lying(database, after).replace(b"parquet-cpp-arrow version", b"parquet-cpp-earlier arrow")
        assert b"earlier arrow" in content
        return content

    monkeypatch.setattr(row_group, "read", described_otherwise)
    exported(claims, tmp_path / "a.parquet", Filter())


@pytest.mark.parametrize(
    ("members", "windows"),
    [
        ([], []),
        ([0], [Window(0, 40, False)]),
        (range(40), [Window(0, 40, True)]),
        ([39, *range(80, 90)], [Window(0, 40, False), Window(80, 90, True)]),
        (range(90), [Window(0, 40, True), Window(40, 80, True), Window(80, 90, True)]),
    ],
)
def test_windows_are_those_in_which_claims_lie(
    members: Sequence[int], windows: list[Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window, "ROWS", _ROWS)
    assert windows_of(Bits.with_members(np.array(members, dtype=np.int64), 90)) == windows


def test_row_groups_lie_as_they_are_encoded(claims: Claims) -> None:
    sql = "SELECT DISTINCT compression FROM pragma_storage_info('row_groups') WHERE segment_type = 'BLOB'"
    assert claims.relation(sql).fetchall() == [("Uncompressed",)]
