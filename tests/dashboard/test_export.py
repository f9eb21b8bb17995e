from __future__ import annotations

import csv
import io
import json
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest
from flask.testing import FlaskClient

from dashboard.api.tables import AT_A_TIME, TYPES
from dashboard.app import create_app
from dashboard.export import workbook
from dashboard.export.heading import EXTRAS
from dashboard.filter import Filter
from dashboard.query import Claims
from dashboard.saving import save
from etl.schema import BY_NAME, CLAIMS
from tests.dashboard.printed_issues import FORMULA, HOSTILE_TITLE

MINING = {"sector": "采矿业", "from": "2019-05", "to": "2019-05"}


@pytest.fixture(scope="module")
def client(store: Path) -> FlaskClient:
    client: FlaskClient = create_app(store).server.test_client()
    return client


def fetched(client: FlaskClient, form: str, query: dict[str, Any], status: int = 200) -> bytes:
    with client.get(f"/api/claims.{form}", query_string=query) as answer:
        assert answer.status_code == status, answer.get_data(as_text=True)
        return bytes(answer.get_data())


def rows_of(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(("heading", "place"), [("zh", 0), ("en", 1)])
def test_headings_come_with_codes_by_their_names(client: FlaskClient, heading: str, place: int) -> None:
    plain, named = (
        rows_of(fetched(client, "csv", {"status": "target", **header})) for header in ({}, {"header": heading})
    )
    label = BY_NAME["status"].label_zh if heading == "zh" else BY_NAME["status"].label_en
    assert list(named[0]) == [column.label_zh if heading == "zh" else column.label_en for column in BY_NAME.values()]
    assert {row[label] for row in named} == {BY_NAME["status"].codes["target"][place]}
    value = BY_NAME["value"].label_zh if heading == "zh" else BY_NAME["value"].label_en
    assert [row[value] for row in named] == [row["value"] for row in plain]


def test_columns_are_chosen_and_cited_and_linked(client: FlaskClient) -> None:
    rows = rows_of(fetched(client, "csv", {**MINING, "columns": "value,claim_id,citation,link,review"}))
    assert list(rows[0]) == ["value", "claim_id", "citation", "link", "review"]
    for row in rows:
        assert row["citation"].endswith(").") or row["citation"].endswith("2019-06-29.")
        assert "[N]. " in row["citation"]
        assert row["link"] == f"http://localhost/claim/{row['claim_id']}"


def test_a_parquet_export_is_the_filtered_table_with_its_descriptions(client: FlaskClient, claims: Claims) -> None:
    table = pq.read_table(io.BytesIO(fetched(client, "parquet", MINING)))
    narrowed = Filter(sector=("采矿业",), month_from="2019-05", month_to="2019-05")
    assert table.schema.names == CLAIMS.names
    for name in CLAIMS.names:
        assert table.schema.field(name).metadata == CLAIMS.field(name).metadata
    assert table["claim_id"].to_pylist() == claims.reader(narrowed).read_all()["claim_id"].to_pylist()
    assert table.num_rows > 0


def test_a_workbook_has_numbers_days_links_and_a_sheet_that_explains_them(client: FlaskClient) -> None:
    book = openpyxl.load_workbook(io.BytesIO(fetched(client, "xlsx", {**MINING, "header": "zh"})))
    sheet, about = book.worksheets
    heads = [cell.value for cell in sheet[1]]
    assert heads == [column.label_zh for column in (*BY_NAME.values(), *EXTRAS.values())]
    row = dict(zip(heads, sheet[2], strict=True))
    assert isinstance(row["数值"].value, float | int)
    assert row["出版日期"].is_date
    assert row["原文链接"].hyperlink.target == f"http://localhost/claim/{row['编号'].value}"
    assert row["状态"].value == "实际"
    words = [str(cell.value) for line in about.iter_rows() for cell in line if cell.value is not None]
    assert "采矿业" in words
    for column in BY_NAME.values():
        assert column.description_zh in words
    assert any("actual 实际" in word for word in words)


def test_no_cell_of_a_workbook_is_a_formula(client: FlaskClient) -> None:
    book = openpyxl.load_workbook(io.BytesIO(fetched(client, "xlsx", {"publication": [], "q": "HYPERLINK"})))
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert all(cell.data_type != "f" for cell in cells)
    assert HOSTILE_TITLE in {cell.value for cell in cells}
    assert FORMULA in {cell.value for cell in cells}


def test_a_workbook_that_would_be_too_long_is_refused_with_the_remedy(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MAX_ROWS", 10)
    assert "CSV" in fetched(client, "xlsx", {}, 413).decode()


def test_links_beyond_what_a_sheet_holds_are_text_and_said_to_be(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MAX_LINKS", 2)
    book = openpyxl.load_workbook(io.BytesIO(fetched(client, "xlsx", {"columns": "link"})))
    sheet, about = book.worksheets
    assert [bool(sheet.cell(row, 1).hyperlink) for row in (2, 3, 4, 5)] == [True, True, False, False]
    assert str(sheet.cell(5, 1).value).startswith("http://localhost/claim/")
    assert any("链接是文字" in str(cell.value) for line in about.iter_rows() for cell in line)


def test_a_package_holds_data_readme_citations_and_query(client: FlaskClient) -> None:
    package = zipfile.ZipFile(io.BytesIO(fetched(client, "zip", MINING)))
    assert package.testzip() is None
    files = {name: package.read(name) for name in package.namelist()}
    assert set(files) == {"claims.csv", "README.md", "citations.txt", "query.json"}
    rows, query = rows_of(files["claims.csv"]), json.loads(files["query.json"])
    assert query["rows"] == len(rows) > 0
    assert query["filter"] == {"sector": ["采矿业"], "month_from": "2019-05", "month_to": "2019-05"}
    assert query["sha256"] == {
        name: sha256(files[name]).hexdigest() for name in ("claims.csv", "citations.txt", "README.md")
    }
    cited = {line.split("] ", 1)[1] for line in files["citations.txt"].decode().splitlines()}
    assert cited == {row["citation"].removeprefix("'") for row in rows}
    readme = files["README.md"].decode()
    assert all(f"| {name} |" in readme for name in CLAIMS.names)
    assert "采矿业" in readme


@pytest.mark.parametrize("form", TYPES)
def test_every_form_of_an_empty_table_is_a_whole_file(tmp_path: Path, form: str) -> None:
    assert len(fetched(create_app(tmp_path).server.test_client(), form, {})) > 100


def test_pages_of_json_lead_through_the_whole_table(client: FlaskClient, claims: Claims) -> None:
    address: str | None = "/api/claims.json?limit=100&kind=economic"
    found: list[str] = []
    while address:
        answer = client.get(address)
        body = answer.get_json()
        found += [row["claim_id"] for row in body["claims"]]
        assert body["total"] == claims.count(Filter(kind=("economic",))).claims
        address = body["next"]
        assert (address is None) == ("Link" not in answer.headers)
    assert found == claims.reader(Filter(kind=("economic",))).read_all()["claim_id"].to_pylist()


def test_json_rows_are_the_table_s(client: FlaskClient) -> None:
    row = client.get("/api/claims.json?limit=1&sector=采矿业").get_json()["claims"][0]
    assert list(row) == CLAIMS.names
    assert row["issue_date"].count("-") == 2
    assert isinstance(row["value"], float)
    assert isinstance(row["classes"], list)


def test_a_cursor_of_another_snapshot_is_gone(client: FlaskClient) -> None:
    assert client.get("/api/claims.json?cursor=999-5").status_code == 410


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("header=fr", "header"),
        ("header=zh&header=en", "header"),
        ("columns=sentence,password", "password"),
        ("colour=red", "colour"),
        ("sector=没有的行业", "没有的行业"),
        ("limit=5", "limit"),
        ("from=0000-01", "from"),
    ],
)
def test_an_export_that_is_not_understood_is_refused_and_says_why(client: FlaskClient, query: str, named: str) -> None:
    answer = client.get(f"/api/claims.csv?{query}")
    assert answer.status_code == 400
    assert answer.mimetype == "text/plain"
    assert named in answer.get_data(as_text=True)


@pytest.mark.parametrize("query", ["limit=0", "limit=999999", "limit=x", "cursor=x", "cursor=1-2-3", "limit=٣"])
def test_a_page_that_is_not_understood_is_refused(client: FlaskClient, query: str) -> None:
    answer = client.get(f"/api/claims.json?{query}")
    assert answer.status_code == 400
    assert answer.mimetype == "application/problem+json"
    assert query.split("=")[0] in answer.get_json(force=True)["detail"]


def test_only_so_many_files_are_sent_at_a_time_and_places_come_back(client: FlaskClient) -> None:
    held = [client.get("/api/claims.csv") for _ in range(AT_A_TIME)]
    refused = client.get("/api/claims.csv")
    assert [answer.status_code for answer in held] == [200] * AT_A_TIME
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "5")
    held[0].get_data()  # read to the end
    held[1].close()  # given up
    again = [client.get("/api/claims.csv") for _ in range(2)]
    assert [answer.status_code for answer in again] == [200, 200]
    for answer in (*held, *again):
        answer.close()


def test_an_export_to_a_folder_that_is_not_there_leaves_nothing(store: Path, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no"):
        save(tmp_path / "no" / "a.csv", store, "", "")
    with pytest.raises(ValueError, match="colour"):
        save(tmp_path / "a.csv", store, "colour=red", "")
    assert list(tmp_path.iterdir()) == []
