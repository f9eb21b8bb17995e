"""What the API says when it cannot do what was asked: one line, for a file to download, else RFC 9457 problem JSON."""

from __future__ import annotations

import json

from flask import Response


class ProblemError(ValueError):
    """Ends a request with a status and the reason in words, in Chinese and English or one of them."""

    def __init__(self, status: int, detail: str, retry_after: int | None = None) -> None:
        super().__init__(detail)
        self.status, self.detail, self.retry_after = status, detail, retry_after

    def response(self, as_json: bool) -> Response:
        """The answer."""
        if as_json:
            body = json.dumps({"status": self.status, "detail": self.detail}, ensure_ascii=False) + "\n"
            answer = Response(body, self.status, mimetype="application/problem+json")
        else:
            answer = Response(self.detail + "\n", self.status, mimetype="text/plain")
        if self.retry_after is not None:
            answer.headers["Retry-After"] = str(self.retry_after)
        return answer
