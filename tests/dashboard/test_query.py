from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from dashboard.condition import order_by
from dashboard.filter import Filter
from dashboard.query import PAGE_LIMIT, Claims
from dashboard.sector_tree import branches, with_descendants
from etl.schema import CLAIMS
from tests.dashboard.printed_issues import FORMULA, HOSTILE, SECTORS


def test_the_scope_is_that_of_the_table(claims: Claims) -> None:
    scope = claims.scope()
    assert (scope.claims, scope.issues) == (323, 13)
    assert str(scope.first) == "2019-03-28"
    assert str(scope.last) == "2025-07-01"


def test_what_is_offered_stands_in_the_table(claims: Claims) -> None:
    offered = claims.offered()
    assert set(SECTORS) <= set(offered.sector)
    assert offered.indicator["利润总额"] == 309
    assert offered.month[0] == "2019-02"
    assert offered.members("measure") == set(CLAIMS_MEASURES)


CLAIMS_MEASURES = ("level", "growth", "change", "contribution", "share", "gap", "ratio", "rank")


@pytest.mark.parametrize(
    ("narrowed", "rows"),
    [
        (Filter(), 323),
        (Filter(publication=("样例电子报",)), 11),
        (Filter(sector=("纺织业",)), 12),
        (Filter(indicator=("增加值",)), 11),
        (Filter(measure=("share", "contribution")), 22),
        (Filter(kind=("technical",)), 1),
        (Filter(status=("target",)), 2),
        (Filter(month_from="2024-12"), 10),
        (Filter(month_from="2019-05", month_to="2019-05"), 32),
        (Filter(text="压舱石"), 1),
        (Filter(text="压舱石", status=("target",)), 0),
        (Filter(text=HOSTILE[:12].upper()), 1),
        (Filter(text="%"), 319),
        (Filter(text="_"), 0),
        (Filter(text="' OR 1=1 --"), 0),
        (Filter(publication=("'; DROP TABLE claims; --",)), 0),
    ],
)
def test_each_part_of_a_filter_narrows(claims: Claims, narrowed: Filter, rows: int) -> None:
    assert claims.count(narrowed).claims == rows
    assert len(claims.reader(narrowed).read_all()) == rows


def test_a_sector_takes_in_those_below_it(claims: Claims) -> None:
    assert {"黑色金属冶炼和压延加工业", "汽车制造业"} <= set(with_descendants(["制造业"]))
    assert {"汽车制造业", "通用设备制造业"} <= set(with_descendants(["装备制造业"]))
    assert claims.count(Filter(sector=("制造业",))).claims > claims.count(Filter(sector=("纺织业",))).claims


def test_branches_stand_in_tree_order_with_the_rows_below_them() -> None:
    listed = branches({"汽车制造业": 3, "煤炭开采和洗选业": 2, "没有这个行业": 1})
    found = {branch.name: branch for branch in listed}
    assert found["制造业"].rows == 3
    assert found["汽车制造业"].depth == found["制造业"].depth + 1
    assert [b.name for b in listed].index("制造业") < [b.name for b in listed].index("汽车制造业")
    assert found["没有这个行业"].depth == 0


def test_pages_do_not_overlap_and_are_bounded(claims: Claims) -> None:
    pages = [claims.page(Filter(), first, first + 100, []) for first in range(0, 400, 100)]
    ids = [claim for page in pages for claim in page["claim_id"]]
    assert [len(page) for page in pages] == [100, 100, 100, 23]
    assert len(set(ids)) == 323
    assert len(claims.page(Filter(), 0, 10**9, [])) <= PAGE_LIMIT
    assert claims.page(Filter(), -5, -1, []).empty


def test_sorting_takes_columns_of_the_schema_only(claims: Claims) -> None:
    values = list(claims.page(Filter(measure=("growth",)), 0, 100, [{"colId": "value", "sort": "asc"}])["value"])
    assert values == sorted(values)
    hostile: list[dict[str, object]] = [
        {"colId": "value; DROP TABLE x", "sort": "asc"},
        {"colId": "value", "sort": "asc; --"},
        {"colId": 3},
    ]
    assert order_by(hostile) == order_by([])


def test_the_reader_gives_the_table_its_own_columns(claims: Claims) -> None:
    assert claims.reader(Filter()).schema.names == CLAIMS.names


def test_hostile_words_come_back_as_they_were_printed(claims: Claims) -> None:
    row = claims.page(Filter(text=FORMULA), 0, 5, []).iloc[0]
    assert row["subject"] == FORMULA


def test_the_claim_and_its_neighbours(claims: Claims) -> None:
    row = claims.page(Filter(text="压舱石"), 0, 1, []).iloc[0]
    assert claims.claim(row["claim_id"])["sentence"].iloc[0] == row["sentence"]
    near = claims.neighbours(row["claim_id"])
    assert row["sentence"] in set(near["sentence"])
    assert 3 <= len(near) <= 5
    assert claims.claim("none").empty
    assert claims.holds(Filter(), row["claim_id"])
    assert not claims.holds(Filter(status=("target",)), row["claim_id"])


def test_an_empty_store_is_an_empty_table(tmp_path: Path) -> None:
    empty = Claims(tmp_path)
    assert empty.scope().claims == 0
    assert empty.offered().sector == {}
    assert empty.page(Filter(), 0, 10, []).empty
    assert empty.plots(Filter()).empty
    assert empty.neighbours("a").empty


def test_the_database_reads_the_store_and_nothing_else(claims: Claims, tmp_path: Path) -> None:
    outside = tmp_path / "secret.csv"
    outside.write_text("a,b\n1,2\n")
    with pytest.raises(duckdb.Error):
        claims.relation("SELECT * FROM read_csv($path)", {"path": str(outside)}).fetchall()
    with pytest.raises(duckdb.Error):
        claims.prepared().database.cursor().execute("SET enable_external_access=true")
