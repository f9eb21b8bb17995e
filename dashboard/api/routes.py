"""All addresses under ``/api/``, and how they say what is wrong."""

from __future__ import annotations

from flask import Flask, Response, request

from dashboard.api import description, findings, judging, manual, tables
from dashboard.api.problem import ProblemError
from dashboard.query import Claims
from dashboard.review.reviews import Reviews

_FILES = (".csv", ".parquet", ".xlsx", ".zip", ".jsonl")


def register(server: Flask, claims: Claims, reviews: Reviews, base: str = "") -> None:
    """Adds the API; ``base`` is the public address of the dashboard, by default that of the request."""
    tables.register(server, claims, reviews, base)
    findings.register(server, claims)
    judging.register(server, claims, reviews)
    description.register(server, claims)
    manual.register(server)
    server.register_error_handler(ProblemError, _problem)

    @server.get("/api/<path:unknown>")
    def no_such_address(unknown: str) -> Response:
        del unknown
        raise ProblemError(404, "没有这个地址，见 /api/ · no such address, see /api/")


def _problem(error: ProblemError) -> Response:
    return error.response(as_json=not request.path.endswith(_FILES))
