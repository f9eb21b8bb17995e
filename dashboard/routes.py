"""The HTTP routes beside the page: the export and the health check."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, request

from dashboard.language import Language
from dashboard.query import Claims
from dashboard.view import parse_search, problems_text
from etl.store.export import csv_chunks

CSV_NAME = "baoshu-claims.csv"


def register(server: Flask, claims: Claims) -> None:
    """Adds ``/api/claims.csv`` (the page's query string) and ``/healthz``."""

    @server.get("/healthz")
    def healthz() -> dict[str, Any]:
        scope = claims.scope()
        return {"status": "ok", "claims": scope.claims, "issues": scope.issues}

    @server.get("/api/claims.csv")
    def claims_csv() -> Response:
        view, problems = parse_search(request.query_string.decode("ascii", "replace"), claims.offered())
        if problems:
            # An export of more than was asked for would be taken for what was asked for.
            return Response(problems_text(problems, Language.ZH) + "\n", 400, mimetype="text/plain")
        return Response(
            csv_chunks(claims.reader(view.filter)),
            mimetype="text/csv",
            headers={"Content-Disposition": f'attachment; filename="{CSV_NAME}"', "Cache-Control": "no-store"},
        )
