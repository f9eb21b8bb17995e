"""Addresses that last: a claim by its id and an issue by its id lead to the issue with the number marked in place."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Flask, redirect
from werkzeug.wrappers import Response

from dashboard.query import Claims

MAX_ID = 200


def register(server: Flask, claims: Claims) -> None:
    """Adds ``/claim/<claim_id>`` and ``/issue/<issue_id>``; an id that the table does not have says so on its page."""

    @server.get("/claim/<claim_id>")
    def claim(claim_id: str) -> Response:
        found = claims.claim(claim_id) if len(claim_id) <= MAX_ID else None
        if found is None or found.empty:
            return redirect("/rows?" + urlencode({"claim": claim_id[:MAX_ID]}))
        return redirect("/issues?" + urlencode({"issue": found["issue_id"].iloc[0], "claim": claim_id}))

    @server.get("/issue/<issue_id>")
    def issue(issue_id: str) -> Response:
        return redirect("/issues?" + urlencode({"issue": issue_id[:MAX_ID]}))
