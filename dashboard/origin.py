"""Only this dashboard's own pages, and scripts that say what they do, may change anything or ask by POST.

A browser says where a request comes from (``Sec-Fetch-Site``, ``Origin``): another site is refused. What changes
something must beside that bring the token of the cookie in a header, which another site can neither read nor set.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Collection
from urllib.parse import urlsplit

from dash import Dash
from flask import Flask, Response, request

COOKIE, HEADER = "_csrf_token", "X-CSRFToken"
"""Dash reads this cookie and sends it in this header with every callback."""
_SHORTEST = 16
_OWN = {"same-origin", "none", ""}


def watch_origin(app: Dash) -> None:
    """Refuses POST from other sites with 403 and gives pages their token."""
    server: Flask = app.server

    def check() -> Response | None:
        if request.method in ("GET", "HEAD", "OPTIONS") or same_origin():
            return None
        return Response("来自其他网站的请求 · a request from another site\n", 403, mimetype="text/plain")

    def give_token(response: Response) -> Response:
        if response.mimetype == "text/html" and response.status_code == 200 and not request.cookies.get(COOKIE):
            response.set_cookie(COOKIE, secrets.token_urlsafe(24), samesite="Strict", secure=request.is_secure)
        return response

    server.before_request(check)
    server.after_request(give_token)


def answer_to(server: Flask, names: Collection[str]) -> None:
    """Answers to these host names alone, with any port; others get 421."""
    allowed = {name.strip("[]").lower() for name in names}

    def check() -> Response | None:
        try:
            asked = urlsplit(f"//{request.headers.get('Host', '')}").hostname
        except ValueError:
            asked = None
        if asked in allowed:
            return None
        return Response("不应答这个主机名 · does not answer to this host name\n", 421, mimetype="text/plain")

    server.before_request(check)


def same_origin() -> bool:
    """True unless the browser says that another site asks."""
    if request.headers.get("Sec-Fetch-Site", "") not in _OWN:
        return False
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.host


def has_token() -> bool:
    """True if the request brings the token of its cookie in the header."""
    cookie, header = request.cookies.get(COOKIE, ""), request.headers.get(HEADER, "")
    return len(cookie) >= _SHORTEST and hmac.compare_digest(cookie.encode(), header.encode())
