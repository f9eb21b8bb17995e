"""The rows of a filter: whole files that are streamed, and JSON page by page."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pyarrow as pa
from flask import Flask, Response, request

from dashboard.api.parameters import Asked, read_asked
from dashboard.api.problem import ProblemError
from dashboard.export.csv_file import csv_pieces
from dashboard.export.description import describe
from dashboard.export.package import package_pieces
from dashboard.export.parquet_file import parquet_pieces
from dashboard.export.selection import FULL, TABLE, Selection
from dashboard.export.workbook import TooManyRowsError, workbook_pieces
from dashboard.query import Claims
from dashboard.review.reviews import Reviews

TYPES = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
"""The files that an export may be, with their media types."""
OWN = {form: {"columns"} if form == "parquet" else {"columns", "header"} for form in TYPES}
"""The parameters of each file beside the page's."""
DEFAULT_COLUMNS = {"csv": TABLE, "parquet": TABLE, "xlsx": FULL, "zip": (*TABLE, "citation", "link")}
"""The columns of each file where none are asked for."""
JSON_OWN = frozenset({"columns", "limit", "cursor"})
AT_A_TIME = 3
"""So many files are sent at a time: a reader on a slow line holds a thread of the server for as long as it takes."""


def register(server: Flask, claims: Claims, reviews: Reviews, base: str) -> None:
    """Adds ``/api/claims.csv``, ``.parquet``, ``.xlsx``, ``.zip`` and ``.json``; ``base`` is the public address."""
    places = threading.BoundedSemaphore(AT_A_TIME)

    def chosen(asked: Asked) -> Selection:
        return selection(claims, reviews, asked, base or request.host_url.rstrip("/"))

    @server.get("/api/claims.<any(csv, parquet, xlsx, zip):form>")
    def claims_file(form: str) -> Response:
        asked = read_asked(request.query_string, claims.offered(), frozenset(OWN[form]), DEFAULT_COLUMNS[form])
        file = pieces(form, chosen(asked))
        if not places.acquire(blocking=False):
            words = "正在导出的人太多，请稍后再试 · too many exports at a time, try again in a moment"
            raise ProblemError(503, words, retry_after=5)
        name = f'attachment; filename="baoshu-claims.{form}"'
        held = _Held(file, places)
        return Response(held, mimetype=TYPES[form], headers={"Content-Disposition": name})

    @server.get("/api/claims.json")
    def claims_json() -> Response:
        asked = read_asked(request.query_string, claims.offered(), JSON_OWN)
        return _page(claims, chosen(asked), asked)


class _Held(Iterator[bytes]):
    """The pieces of a file and the place that sending it takes, given back at its end or when the reader leaves."""

    def __init__(self, pieces: Iterator[bytes], places: threading.BoundedSemaphore) -> None:
        self._pieces, self._places, self._holding = pieces, places, True

    def __next__(self) -> bytes:
        try:
            return next(self._pieces)
        except BaseException:
            self._give_back()
            raise

    def close(self) -> None:
        """Ends the sending; Flask calls it when the answer is over, however it ended."""
        close = getattr(self._pieces, "close", None)
        if close:
            close()
        self._give_back()

    def _give_back(self) -> None:
        if self._holding:
            self._holding = False
            self._places.release()


def selection(claims: Claims, reviews: Reviews, asked: Asked, base: str) -> Selection:
    """What is asked for, of the snapshot that answers now."""
    prepared = claims.prepared()
    verdicts = reviews.verdicts(prepared)[1] if "review" in asked.columns else {}
    return Selection(claims, prepared, asked.view.filter, asked.columns, asked.heading, base, verdicts)


def pieces(form: str, chosen: Selection) -> Iterator[bytes]:
    """The pieces of a file; raises ``ProblemError`` for rows that it cannot hold."""
    if form == "csv":
        return csv_pieces(chosen)
    if form == "parquet":
        return parquet_pieces(chosen)
    if form == "zip":
        return package_pieces(chosen, describe(chosen))
    try:
        return workbook_pieces(chosen, describe(chosen))
    except TooManyRowsError as error:
        raise ProblemError(413, str(error)) from None


def _page(claims: Claims, chosen: Selection, asked: Asked) -> Response:
    """One page, with the address of the next; a cursor holds for the snapshot that it was made for."""
    serial, after = asked.cursor or (chosen.prepared.serial, 0)
    if serial != chosen.prepared.serial:
        raise ProblemError(410, "cursor: 表已更新，请从头再读 · the table was refreshed: read from the beginning")
    table, last = claims.page_after(asked.view.filter, chosen.prepared, after, asked.limit)
    following = None
    if last is not None:
        own = {"columns": ",".join(asked.columns)} if asked.columns != TABLE else {}
        own |= {"limit": str(asked.limit), "cursor": f"{serial}-{last}"}
        following = "/api/claims.json?" + "&".join(part for part in (asked.query, urlencode(own)) if part)
    body = {
        "snapshot": serial,
        "total": claims.count(asked.view.filter).claims,
        "next": following,
        "claims": rows_of(chosen, table),
    }
    answer = Response(json.dumps(body, ensure_ascii=False), mimetype="application/json")
    if following:
        answer.headers["Link"] = f'<{following}>; rel="next"'
    return answer


def rows_of(chosen: Selection, table: pa.Table) -> list[dict[str, Any]]:
    """The rows as JSON has them: days as ISO text, codes as codes."""
    rows: list[dict[str, Any]] = []
    for batch in table.to_batches():
        shaped = chosen.shaped(batch)
        days = [field.name for field in shaped.schema if pa.types.is_date(field.type)]
        for row in shaped.to_pylist():
            row.update((name, row[name].isoformat()) for name in days if row[name] is not None)
            rows.append(row)
    return rows
