"""Stands before the callbacks: a body that the page itself could not have sent is answered with 400, never with 500.

Dash takes ids and values as they come. Here a body must be JSON of sane size and depth, must name a callback that the
server has, and must bring exactly that callback's outputs, inputs and state, in order. What the values may be, each
callback checks itself, by type, length and membership (dashboard.view).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from dash import Dash
from flask import Response, request

PATH = "/_dash-update-component"
MAX_DEPTH, MAX_NODES, MAX_STRING = 24, 20_000, 10_000
_KEYS = {"output", "outputs", "inputs", "state", "changedPropIds", "parsedChangedPropsIds"}
_QUERY = {"endId"}
"""What the renderer adds to the address of each callback."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_WILDCARDS = (["ALL"], ["MATCH"], ["ALLSMALLER"])

Spec = Mapping[str, Any]


class OddBodyError(ValueError):
    """The body is none that the page sends."""


def guard(app: Dash) -> None:
    """Checks every callback's body before Dash sees it; call it when all callbacks are registered."""

    def check() -> Response | None:
        if request.path != PATH or request.method != "POST":
            return None
        try:
            if not request.args.keys() <= _QUERY:
                raise OddBodyError("another query is expected")
            if request.mimetype != "application/json":
                raise OddBodyError("the body must be JSON")
            check_body(read_json(request.get_data(cache=True)), app.callback_map)
        except OddBodyError as odd:
            return Response(f"{odd}\n", 400, mimetype="text/plain")
        return None

    app.server.before_request(check)


def read_json(content: bytes) -> Any:
    """The JSON of a request; raises ``OddBodyError`` for what is none, is too deep, too much, or cannot be encoded."""
    try:
        body = json.loads(content.decode("utf-8"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise OddBodyError("the body is no JSON") from error
    waiting, nodes = [(body, 0)], 0
    while waiting:
        value, depth = waiting.pop()
        nodes += 1
        if depth > MAX_DEPTH or nodes > MAX_NODES:
            raise OddBodyError("the body is too deep or holds too much")
        if isinstance(value, str):
            _check_text(value)
        elif isinstance(value, dict):
            for name in value:
                _check_text(name)
            waiting += [(each, depth + 1) for each in value.values()]
        elif isinstance(value, list):
            waiting += [(each, depth + 1) for each in value]
        elif isinstance(value, int) and abs(value) > 2**63:
            raise OddBodyError("a number is too large")
    return body


def _refuse(constant: str) -> None:
    raise OddBodyError(f"{constant} is no JSON")


def _check_text(text: str) -> None:
    if len(text) > MAX_STRING:
        raise OddBodyError("a text is too long")
    if _SURROGATE.search(text):
        raise OddBodyError("a text is no Unicode")


def check_body(body: Any, callbacks: Mapping[str, Spec]) -> None:
    """Raises ``OddBodyError`` unless the body is one that the page sends to one of the callbacks."""
    if not isinstance(body, dict) or not body.keys() <= _KEYS:
        raise OddBodyError("the body must be an object with the parts of a callback")
    output = body.get("output")
    spec = callbacks.get(output) if isinstance(output, str) else None
    if spec is None or "callback" not in spec:
        raise OddBodyError("there is no such callback")
    _check_outputs(body.get("outputs"), str(output), bool(spec.get("no_output")))
    sent = []
    for part, name in (("inputs", "inputs"), ("state", "state")):
        values = body.get(part, [])
        if not isinstance(values, list) or len(values) != len(spec[name]):
            raise OddBodyError(f"{part}: not as many as the callback has")
        for value, expected in zip(values, spec[name], strict=True):
            sent += _check_argument(value, expected, part)
    changed = body.get("changedPropIds", [])
    if not isinstance(changed, list) or not all(isinstance(each, str) and each in sent for each in changed):
        raise OddBodyError("changedPropIds: names what is no input")
    if not isinstance(body.get("parsedChangedPropsIds", []), list):
        raise OddBodyError("parsedChangedPropsIds: must be a list")


def _check_outputs(outputs: Any, output: str, none: bool) -> None:
    if none:
        if outputs not in (None, []):
            raise OddBodyError("outputs: the callback has none")
        return
    several = output.startswith("..") and output.endswith("..")
    names = output[2:-2].split("...") if several else [output]
    listed = outputs if several else [outputs]
    if not isinstance(listed, list) or len(listed) != len(names):
        raise OddBodyError("outputs: not those of the callback")
    for each, name in zip(listed, names, strict=True):
        id_, _, property_ = name.rpartition(".")
        _check_argument(each, {"id": id_.replace("\\.", "."), "property": property_}, "outputs")


def _check_argument(value: Any, expected: Spec, part: str) -> list[str]:
    """The names (``id.property``) of what is sent for one argument, which a pattern lets be several."""
    pattern = _pattern(expected["id"])
    if pattern is not None and ["MATCH"] not in pattern.values():
        if not isinstance(value, list):
            raise OddBodyError(f"{part}: a pattern takes a list")
        return [name for each in value for name in _check_one(each, expected, pattern, part)]
    return _check_one(value, expected, pattern, part)


def _check_one(value: Any, expected: Spec, pattern: Mapping[str, Any] | None, part: str) -> list[str]:
    if not isinstance(value, dict) or not value.keys() <= {"id", "property", "value"}:
        raise OddBodyError(f"{part}: must be objects of id, property and value")
    if value.get("property") != expected["property"]:
        raise OddBodyError(f"{part}: not the properties of the callback")
    id_ = value.get("id")
    if pattern is None:
        if not isinstance(id_, str) or id_ != expected["id"]:
            raise OddBodyError(f"{part}: not the ids of the callback")
        return [f"{id_}.{expected['property']}"]
    if not isinstance(id_, dict) or id_.keys() != pattern.keys():
        raise OddBodyError(f"{part}: not the ids of the callback")
    for key, wanted in pattern.items():
        given = id_[key]
        scalar = isinstance(given, str | int | float)
        if not scalar or (wanted not in _WILDCARDS and given != wanted):
            raise OddBodyError(f"{part}: not the ids of the callback")
    return [f"{json.dumps(id_, sort_keys=True, separators=(',', ':'), ensure_ascii=False)}.{expected['property']}"]


def _pattern(id_: str) -> Mapping[str, Any] | None:
    """The pattern of an id that is one, as Dash writes it; None for a plain id."""
    if not id_.startswith("{"):
        return None
    pattern: Mapping[str, Any] = json.loads(id_)
    return pattern
