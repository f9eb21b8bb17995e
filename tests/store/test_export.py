"""The CSV export, compared whole: what a spreadsheet gets, byte for byte."""

from __future__ import annotations

import csv
import io
from datetime import date

import pyarrow as pa
import pyarrow.csv
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.schema import CLAIMS
from etl.store.export import csv_chunks
from etl.table import claims_table
from tests.sample import make_issue, percent_claims


def exported(table: pa.Table) -> bytes:
    return b"".join(csv_chunks(table.to_reader(max_chunksize=2)))


def test_whole_file() -> None:
    table = pa.table(
        {
            "sentence": pa.array(["利润下降1.1%。", '他说："增长"，\n明显', None, ""]),
            "value": pa.array([-1.1, 8.1e13, None, 7.2]),
            "classes": pa.array([["规模以上", "中小企业"], [], ["=x"], None], pa.list_(pa.string())),
            "day": pa.array([date(2019, 1, 2), None, None, None], pa.date32()),
            "page": pa.array([1, 2, 3, None], pa.int32()),
        }
    )
    assert exported(table).decode("utf-8") == (
        "\ufeffsentence,value,classes,day,page\r\n"
        '"利润下降1.1%。",-1.1,"规模以上|中小企业",2019-01-02,1\r\n'
        '"他说：""增长""，\n明显",8.1e+13,"",,2\r\n'
        ',,"\'=x",,3\r\n'
        '"",7.2,,,\r\n'
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\0"])
@pytest.mark.parametrize(
    "kind", [pa.string(), pa.large_string(), pa.dictionary(pa.int32(), pa.string()), pa.string_view()]
)
def test_no_text_cell_is_a_formula(start: str, kind: pa.DataType) -> None:
    payload = start + 'HYPERLINK("x","y")'
    rows = list(
        csv.reader(io.StringIO(exported(pa.table({"a": pa.array([payload], kind)})).decode("utf-8-sig"), newline=""))
    )
    assert rows == [["a"], ["'" + payload]]


def test_numbers_stay_numbers() -> None:
    rows = list(csv.reader(io.StringIO(exported(pa.table({"n": [-127.2e8, 0.1]})).decode("utf-8-sig"))))
    assert [float(value) for (value,) in rows[1:]] == [-12720000000.0, 0.1]


def test_a_table_without_rows_has_a_header() -> None:
    assert exported(CLAIMS.empty_table()).decode("utf-8-sig") == ",".join(CLAIMS.names) + "\r\n"


def test_batches_need_a_schema() -> None:
    with pytest.raises(TypeError, match="schema"):
        next(csv_chunks([]))
    assert b"".join(csv_chunks([], pa.schema([("a", pa.int32())]))) == b"\xef\xbb\xbfa\r\n"


def test_claims_keep_their_place() -> None:
    issue = make_issue(sentences=("利润同比增长7.2%。", "收入增长3%，成本增长2%。"))
    table = claims_table((issue, article, claim) for article, claim in percent_claims(issue))
    rows = list(csv.DictReader(io.StringIO(exported(table).decode("utf-8-sig"), newline="")))
    assert [row["value_text"] for row in rows] == ["7.2%", "3%", "2%"]
    for row in rows:
        assert issue.text[int(row["source_start"]) : int(row["source_end"])] == row["value_text"]


@settings(deadline=None)  # a busy machine is no failure
@given(st.lists(st.none() | st.text(st.characters(exclude_categories=["Cs"])), max_size=6))
def test_text_comes_back(cells: list[str | None]) -> None:
    """Every text is the same after reading, but for the ' that makes it inert."""
    read = pa.csv.read_csv(
        io.BytesIO(
            exported(pa.table({"a": pa.array(cells, pa.string()), "n": pa.array([1] * len(cells), pa.int32())}))
        ),
        parse_options=pa.csv.ParseOptions(newlines_in_values=True),
        convert_options=pa.csv.ConvertOptions(
            column_types={"a": pa.string()},
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
            null_values=[""],
        ),
    )["a"].to_pylist()
    expected = [f"'{cell}" if cell and cell[0] in "=+-@\t\r\0" else cell for cell in cells]
    assert read == expected
