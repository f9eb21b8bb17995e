"""Counts and search as JSON: what the facets of a filter hold, where a text is printed."""

from __future__ import annotations

import json
from typing import Any

from flask import Flask, Response, request

from dashboard.api.parameters import read_asked
from dashboard.query import PAGE_LIMIT, Claims
from dashboard.search import Hit, search

SEARCH_OWN = frozenset({"limit", "offset"})


def register(server: Flask, claims: Claims) -> None:
    """Adds ``/api/facets.json`` and ``/api/search.json``."""

    @server.get("/api/facets.json")
    def facets() -> Response:
        asked = read_asked(request.query_string, claims.offered(), frozenset())
        count = claims.count(asked.view.filter)
        found = {name: dict(counts) for name, counts in claims.facets(asked.view.filter).items()}
        body = {"claims": count.claims, "sentences": count.sentences, "issues": count.issues, "facets": found}
        return Response(json.dumps(body, ensure_ascii=False), mimetype="application/json")

    @server.get("/api/search.json")
    def found() -> Response:
        asked = read_asked(request.query_string, claims.offered(), SEARCH_OWN)
        total, hits = search(claims, asked.view.filter, asked.offset, min(asked.limit, PAGE_LIMIT))
        body = {"total": total, "sentences": [_hit(hit) for hit in hits]}
        return Response(json.dumps(body, ensure_ascii=False), mimetype="application/json")


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "sentence_id": hit.sentence_id,
        "sentence": hit.sentence,
        "spans": hit.spans,
        "article_id": hit.article_id,
        "article_title": hit.title,
        "title_spans": hit.title_spans,
        "role": hit.role,
        "issue_id": hit.issue_id,
        "publication": hit.publication,
        "issue_date": hit.issue_date.isoformat(),
        "page": hit.page,
        "claims": hit.claim_ids,
    }
