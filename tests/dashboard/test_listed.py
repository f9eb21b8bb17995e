from __future__ import annotations

import random

import pandas as pd
import pytest

from dashboard import listed
from dashboard.components.table import needed
from dashboard.filter import Filter
from dashboard.query import COLUMNS, Claims


def read_column_by_column(claims: Claims, positions: list[int], columns: tuple[str, ...]) -> pd.DataFrame:
    """The rows as DuckDB has them in the table itself."""
    names = ", ".join(columns)
    frames = [claims.frame(f"SELECT {names} FROM claims WHERE position = $at", {"at": at}) for at in positions]
    every = claims.frame(f"SELECT {names} FROM claims")
    return pd.concat([every.head(0), *frames], ignore_index=True).astype(every.dtypes)


@pytest.mark.parametrize("columns", [listed.COLUMNS, ("sentence", "page"), ("value_high",), needed()])
def test_rows_are_those_of_the_table_wherever_they_lie(claims: Claims, columns: tuple[str, ...]) -> None:
    size = claims.scope().claims
    edges = [1, listed.ROWS, listed.ROWS + 1, size]
    for positions in ([*edges, *random.Random(1).sample(range(1, size + 1), 30)], [size, 1], [7, 7]):
        found = claims.at_places(positions, columns=columns)
        wanted = read_column_by_column(claims, positions, columns)
        # a column of numbers of which none is missing among these rows is of whole numbers: both are the same numbers
        pd.testing.assert_frame_equal(found, wanted, check_dtype=False)


def test_every_row_of_the_table_is_in_a_piece(claims: Claims) -> None:
    size = claims.scope().claims
    found = claims.at_places(range(1, size + 1), columns=("claim_id",))["claim_id"]
    assert found.to_list() == claims.reader(Filter()).read_all()["claim_id"].to_pylist()


def test_no_rows_have_the_columns_too(claims: Claims) -> None:
    found = claims.page(Filter(text="没有的"), 0, 100, [], needed())
    assert found.empty
    assert tuple(found.columns) == needed()
    assert found["issue_date"].dtype == claims.page(Filter(), 0, 1, [], needed())["issue_date"].dtype


def test_what_the_table_lists_by_itself_is_in_the_pieces() -> None:
    assert set(needed()) <= set(listed.COLUMNS)
    assert set(listed.COLUMNS) < set(COLUMNS.split(", "))


def test_pieces_lie_as_they_are_packed(claims: Claims) -> None:
    sql = "SELECT DISTINCT compression FROM pragma_storage_info('pieces') WHERE segment_type = 'BLOB'"
    assert claims.relation(sql).fetchall() == [("Uncompressed",)]
