"""Headers and limits on every answer: a strict CSP with hashes, no framing, no sniffing, small bodies."""

from __future__ import annotations

from dash import Dash
from flask import Response

MAX_BODY = 256 * 1024
"""The largest request body, in bytes; the page's own requests stay below 20 kB."""


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


def secure(app: Dash) -> None:
    """Sets limits and headers; call it after the last callback is registered, for the hashes to be whole."""
    app.server.config["MAX_CONTENT_LENGTH"] = MAX_BODY
    headers = {
        "Content-Security-Policy": content_security_policy(app),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }

    def add_headers(response: Response) -> Response:
        response.headers.update(headers)
        return response

    app.server.after_request(add_headers)
