"""The HTTP routes beside the pages: the API and the health check."""

from __future__ import annotations

from typing import Any

import duckdb
from flask import Flask, current_app, g

from dashboard import api
from dashboard.query import Claims
from dashboard.review.reviews import Reviews


def register(server: Flask, claims: Claims, reviews: Reviews, base: str = "") -> None:
    """Adds ``/api/…`` and ``/healthz``; ``base`` is the dashboard's public address, by default that of the request."""
    api.register(server, claims, reviews, base)

    @server.get("/healthz")
    def healthz() -> tuple[dict[str, Any], int]:
        try:
            scope = claims.scope()
        except (duckdb.Error, OSError):
            return {"status": "数据仓读不了 · the store cannot be read"}, 503
        if current_app.config.get("BAOSHU_LOGIN") and g.reader is None:
            return {"status": "ok"}, 200
        return {"status": "ok", "claims": scope.claims, "issues": scope.issues}, 200
