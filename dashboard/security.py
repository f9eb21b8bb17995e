"""Headers and limits on every answer: a strict CSP with hashes, no framing, small bodies, short addresses."""

from __future__ import annotations

import logging
import secrets

from dash import Dash
from dash.exceptions import DependencyException
from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from dashboard.guard import guard
from dashboard.login import Reader, require_login
from dashboard.origin import watch_origin
from dashboard.view import MAX_QUERY

MAX_BODY = 256 * 1024
"""The largest request body, in bytes; the page's own requests stay below 20 kB."""
MAX_ADDRESS = 4 * MAX_QUERY
"""The longest query string as it comes in, in bytes: a Chinese character takes nine."""
_YEAR = "public, max-age=31536000, immutable"
LOG = logging.getLogger("baoshu.dashboard")


def content_security_policy(app: Dash) -> str:
    """Everything from here alone; inline scripts by hash, inline styles because plotly and Mantine set them."""
    scripts = " ".join(["'self'", *app.csp_hashes()])
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


def secure(app: Dash, readers: tuple[Reader, ...] = ()) -> None:
    """Sets limits, login, guard and headers; call it after the last callback is registered, for all to be whole.

    ``readers`` may log in, and nobody else may read; without any, everyone may.
    """
    server: Flask = app.server
    server.config["MAX_CONTENT_LENGTH"] = MAX_BODY
    server.before_request(_limit)
    require_login(server, readers)
    watch_origin(app)
    guard(app)
    server.register_error_handler(HTTPException, _refused)
    server.register_error_handler(DependencyException, _no_file)
    server.register_error_handler(Exception, _failed)
    headers = {
        "Content-Security-Policy": content_security_policy(app),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }

    def add_headers(response: Response) -> Response:
        response.headers.update(headers)
        cached = _cached(response)
        if cached:
            response.headers["Cache-Control"] = cached
        return response

    server.after_request(add_headers)


def _limit() -> Response | None:
    if len(request.query_string) > MAX_ADDRESS:
        return Response("网址过长 · the address is too long\n", 414, mimetype="text/plain")
    return None


def _cached(response: Response) -> str | None:
    """How long a browser may keep the answer: a bundle for good, since its address changes with it; data never."""
    if request.path.startswith("/_dash-component-suites/") and response.cache_control.max_age:
        return _YEAR
    if request.path.startswith("/assets/"):
        return _YEAR if response.status_code in (200, 304) and request.args.get("m") else None
    return "no-store" if "Cache-Control" not in response.headers else None


def _refused(error: HTTPException) -> Response:
    """An answer of one line instead of a page of HTML."""
    words = Response(f"{error.code} {error.name}\n", error.code or 500, mimetype="text/plain")
    words.headers.extend({name: value for name, value in error.get_headers() if name in ("Allow", "Location")})
    return words


def _no_file(_error: DependencyException) -> Response:
    """A bundle that no page names."""
    return Response("404 Not Found\n", 404, mimetype="text/plain")


def _failed(error: Exception) -> Response:
    """Says that something failed, and under which number the log has it; no word of what."""
    number = secrets.token_hex(3)
    LOG.error("%s failed (%s)", request.path, number, exc_info=error)
    return Response(
        f"500 服务端日志里有编号 {number} · the server's log has it under {number}\n", 500, mimetype="text/plain"
    )
