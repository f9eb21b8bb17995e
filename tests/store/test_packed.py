"""Packed rows: the same tables, smaller, from one process to another."""

from __future__ import annotations

import pickle
from datetime import date

from etl.store import IssueRows
from etl.store.packed import PackedRows
from tests.sample import make_issue
from tests.store.test_store import rows_of


def test_packed_rows_are_the_same_rows() -> None:
    sentences = [f"增长{number}%，下降{number}%。" for number in range(40)]
    tables = rows_of(make_issue("样报", date(2019, 1, 2), sentences)).tables
    packed = PackedRows.of(tables)
    assert packed.size < sum(table.nbytes for table in tables.values()) / 3
    sent = pickle.loads(pickle.dumps(packed))
    assert dict(sent) == dict(tables)
    assert all(sent[name].schema.equals(table.schema, check_metadata=True) for name, table in tables.items())
    assert IssueRows(sent).head == ("样报-2019-01-02", "样报", date(2019, 1, 2), 80)


def test_an_issue_without_claims_has_tables_without_rows() -> None:
    packed = PackedRows.of(rows_of(make_issue("样报", date(2019, 1, 2), ["没有数字。"])).tables)
    assert {name: packed[name].num_rows for name in packed} == {"claims": 0, "sentences": 1, "issues": 1}
