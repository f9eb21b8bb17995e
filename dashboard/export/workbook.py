"""The selection as a workbook: the claims with real links to their sources, and a sheet that explains them.

Cells hold numbers, days and texts, never a formula. Excel has room for 1,048,576 rows and for 65,530 links a sheet:
more rows are refused, further links stand as text and the explanation says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import xlsxwriter

from dashboard.export.description import Description, column_rows, filter_rows
from dashboard.export.heading import Heading, column_of, label
from dashboard.export.selection import Selection
from etl.store.export import LIST_SEPARATOR

MAX_ROWS = 50_000
"""The most rows of a workbook, which take some fifteen seconds to write; CSV and Parquet have no limit."""
MAX_LINKS = 65_530
_MAX_TEXT = 32_767
_PIECE = 256 * 1024
_WIDTHS = {"sentence": 60, "article_title": 32, "citation": 40, "link": 24, "claim_id": 22, "source_uri": 28}
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "nan_inf_to_errors": True,
}


class TooManyRowsError(ValueError):
    """A workbook cannot hold the rows that were asked for."""


def workbook_pieces(selection: Selection, description: Description) -> Iterator[bytes]:
    """The pieces of the file, which is put together on disk first; raises ``TooManyRowsError`` before the first."""
    if description.rows > MAX_ROWS:
        raise TooManyRowsError(
            f"工作簿最多 {MAX_ROWS:,} 行，当前筛选有 {description.rows:,} 行：请收窄筛选，或改用 CSV、Parquet · "
            f"a workbook holds at most {MAX_ROWS:,} rows, these are {description.rows:,}: narrow them, or take CSV"
        )
    return _pieces(selection, description)


def _pieces(selection: Selection, description: Description) -> Iterator[bytes]:
    with TemporaryDirectory(prefix="baoshu-") as folder:
        path = Path(folder) / "claims.xlsx"
        with xlsxwriter.Workbook(str(path), {**_OPTIONS, "tmpdir": folder}) as book:
            book.set_properties({"title": description.title, "comments": description.query})
            formats = _formats(book)
            _claims(book, selection, description, formats)
            _explanation(book, selection, description, formats)
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece


def _formats(book: Any) -> dict[str, Any]:
    return {
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E7EDF3"}),
        "day": book.add_format({"num_format": "yyyy-mm-dd"}),
        "text": book.add_format({"num_format": "@"}),
        "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
        "bold": book.add_format({"bold": True}),
        "link": book.get_default_url_format(),
    }


def _claims(book: Any, selection: Selection, description: Description, formats: dict[str, Any]) -> None:
    sheet = book.add_worksheet("claims" if selection.heading is Heading.EN else "数字")
    sheet.freeze_panes(1, 0)
    for place, name in enumerate(selection.columns):
        sheet.set_column(place, place, _WIDTHS.get(name, 14))
        sheet.write_string(0, place, label(column_of(name), selection.heading), formats["head"])
    if selection.columns:
        sheet.autofilter(0, 0, description.rows, len(selection.columns) - 1)
    writers = [_writer(sheet, field, formats) for field in selection.schema]
    row = 0
    for batch in selection.batches():
        for cells in zip(*(batch.column(name).to_pylist() for name in selection.columns), strict=True):
            row += 1
            for place, value in enumerate(cells):
                if value is not None:
                    writers[place](row, place, value)


def _writer(sheet: Any, field: pa.Field[Any], formats: dict[str, Any]) -> Callable[[int, int, Any], object]:
    """What writes the cells of a column: text as text, numbers as numbers, days as days, links as links."""
    text, day, link = formats["text"], formats["day"], formats["link"]
    if field.name == "link":
        return lambda row, place, value: (
            sheet.write_url(row, place, value, link)
            if row <= MAX_LINKS
            else sheet.write_string(row, place, value, text)
        )
    if pa.types.is_date(field.type):
        return lambda row, place, value: sheet.write_datetime(row, place, value, day)
    if pa.types.is_list(field.type):
        return lambda row, place, value: sheet.write_string(row, place, LIST_SEPARATOR.join(value)[:_MAX_TEXT], text)
    if pa.types.is_string(field.type):
        return lambda row, place, value: sheet.write_string(row, place, value[:_MAX_TEXT], text)
    write_number: Callable[[int, int, Any], object] = sheet.write_number
    return write_number


def _explanation(book: Any, selection: Selection, description: Description, formats: dict[str, Any]) -> None:
    """What the workbook holds, how it was asked for, and what each column means."""
    english = selection.heading is Heading.EN
    sheet = book.add_worksheet("about" if english else "说明")
    for place, width in enumerate((24, 24, 60, 14, 60)):
        sheet.set_column(place, place, width)
    sheet.write_string(0, 0, description.title, formats["bold"])
    row = 1
    for name, value in filter_rows(description, english):
        row += 1
        sheet.write_string(row, 0, name, formats["bold"])
        sheet.write_string(row, 1, value[:_MAX_TEXT])
    if "link" in selection.columns and description.rows > MAX_LINKS:
        row += 1
        words = f"links beyond row {MAX_LINKS:,} are text" if english else f"第 {MAX_LINKS:,} 行以后的链接是文字"
        sheet.write_string(row, 1, words)
    row += 2
    for line, cells in enumerate(column_rows(selection, english)):
        for place, cell in enumerate(cells):
            sheet.write_string(row + line, place, cell, formats["wrap"] if line else formats["head"])
