"""Reviews over HTTP: judge, undo, read the log, take it away as gold annotations."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, TypeVar

from flask import Flask, Response, g, request

from dashboard.api.problem import ProblemError
from dashboard.guard import OddBodyError, read_json
from dashboard.origin import COOKIE, HEADER, has_token
from dashboard.query import Claims
from dashboard.review.gold import gold_lines
from dashboard.review.judgement import RefusedError
from dashboard.review.log import NothingToUndoError, Review
from dashboard.review.reviews import Reviews, UnknownClaimError
from dashboard.view import CLAIM_ID

_JUDGE = {"claim", "verdict", "fields", "reason", "author"}
_UNDO = {"claim", "reason", "author"}
_T = TypeVar("_T")


def register(server: Flask, claims: Claims, reviews: Reviews) -> None:
    """Adds ``/api/reviews.json``, ``/api/reviews/gold.jsonl``, ``POST /api/reviews`` and ``POST /api/reviews/undo``."""

    @server.get("/api/reviews.json")
    def log() -> Response:
        claim = request.args.get("claim")
        if set(request.args) - {"claim"} or (claim is not None and not CLAIM_ID.fullmatch(claim)):
            raise ProblemError(400, "只有参数 claim · takes the parameter claim alone")
        attached = reviews.attached()
        lines = reviews.log.lines() if claim is None else tuple(reversed(reviews.history(claim)))
        now = {review.id: claim_id for claim_id, review in attached.by_claim.items()}
        return _json({"reviews": [_line(line, now) for line in lines], "lost": [each.id for each in attached.lost]})

    @server.get("/api/reviews/gold.jsonl")
    def gold() -> Response:
        rest = request.args.get("rest", "optional")
        if set(request.args) - {"rest"} or rest not in ("optional", "none"):
            raise ProblemError(400, "rest: 须为 optional 或 none · must be optional or none")
        lines = "".join(gold_lines(reviews, claims, rest == "optional"))
        name = 'attachment; filename="baoshu-gold.jsonl"'
        return Response(lines, mimetype="application/x-ndjson", headers={"Content-Disposition": name})

    @server.post("/api/reviews")
    def judge() -> Response:
        said = _said(_JUDGE)
        claim, verdict, fields, reason = _claim(said), said.get("verdict"), said.get("fields"), said.get("reason")
        line = _written(lambda: reviews.judge(claim, verdict, fields, reason, _author(said)))
        return _json(_line(line, {line.id: line.claim_id}), 201)

    @server.post("/api/reviews/undo")
    def undo() -> Response:
        said = _said(_UNDO)
        line = _written(lambda: reviews.undo(_claim(said), _author(said), said.get("reason")))
        return _json(_line(line, {}), 201)


def _said(allowed: set[str]) -> dict[str, Any]:
    if not has_token():
        raise ProblemError(403, f"缺少令牌 · the token of the cookie {COOKIE} is missing in the header {HEADER}")
    if request.mimetype != "application/json":
        raise ProblemError(415, "须为 JSON · must be JSON")
    try:
        said = read_json(request.get_data())
    except OddBodyError as odd:
        raise ProblemError(400, str(odd)) from None
    if not isinstance(said, dict) or not said.keys() <= allowed:
        raise ProblemError(400, f"须为对象，只含 · must be an object of {', '.join(sorted(allowed))}")
    return said


def _claim(said: dict[str, Any]) -> str:
    claim = said.get("claim")
    if not isinstance(claim, str) or not CLAIM_ID.fullmatch(claim):
        raise ProblemError(400, "claim: 须为编号 · must be the id of a claim")
    return claim


def _author(said: dict[str, Any]) -> object:
    """Who logged in judges; where nobody has to log in, whoever says so."""
    return g.reader or said.get("author")


def _written(write: Callable[[], _T]) -> _T:
    try:
        return write()
    except RefusedError as error:
        raise ProblemError(422, str(error)) from None
    except UnknownClaimError:
        raise ProblemError(404, "claim: 没有这条数字 · there is no such claim") from None
    except NothingToUndoError as error:
        raise ProblemError(409, str(error)) from None
    except sqlite3.Error as error:
        raise ProblemError(503, f"判定没有写成 · the review could not be written: {error}", 10) from None


def _line(line: Review, now: dict[int, str]) -> dict[str, Any]:
    """A line of the log; ``now`` says at which claim a judgement stands today."""
    return {**asdict(line), "stands_at": now.get(line.id)}


def _json(body: object, status: int = 200) -> Response:
    return Response(json.dumps(body, ensure_ascii=False), status, mimetype="application/json")
