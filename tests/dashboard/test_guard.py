from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.guard import MAX_STRING, OddBodyError, check_body, read_json
from dashboard.security import MAX_ADDRESS
from tests.dashboard.odd_bodies import honest_bodies, odd_bodies

PATH = "/_dash-update-component"
BODIES = int(os.environ.get("BAOSHU_FUZZ", "400"))
"""How many odd bodies are sent; `make fuzz` sends ten thousand."""


@pytest.fixture(scope="module")
def app(store: Path) -> Dash:
    return create_app(store)


@pytest.fixture(scope="module")
def client(app: Dash) -> FlaskClient:
    client: FlaskClient = app.server.test_client()
    return client


def test_no_odd_body_is_answered_with_5xx(client: FlaskClient, app: Dash) -> None:
    answers: Counter[int] = Counter()
    for body in odd_bodies(app, BODIES):
        answer = client.post(PATH, data=body, content_type="application/json")
        answers[answer.status_code] += 1
        assert answer.status_code < 500, body[:2000]
        assert b"Traceback" not in answer.data
    assert set(answers) <= {200, 204, 400, 413}
    assert answers[400] > BODIES / 4
    assert answers[200] + answers[204] > BODIES / 20, "odd values have to get through to the callbacks"
    assert client.get("/healthz").get_json()["claims"] == 323


def test_what_the_page_sends_gets_through(client: FlaskClient, app: Dash) -> None:
    bodies = honest_bodies(app)
    assert len(bodies) >= 5
    for body in bodies:
        answer = client.post(PATH + "?endId=abc", json=body)
        assert answer.status_code in (200, 204), (body["output"], answer.data)


@pytest.mark.parametrize(
    ("content_type", "query"),
    [("text/plain", ""), ("application/x-www-form-urlencoded", ""), ("application/json", "?x=1")],
)
def test_other_kinds_of_requests_are_refused(client: FlaskClient, app: Dash, content_type: str, query: str) -> None:
    body = json.dumps(honest_bodies(app)[0])
    assert client.post(PATH + query, data=body, content_type=content_type).status_code == 400


def test_requests_from_another_site_are_refused(client: FlaskClient, app: Dash) -> None:
    body = honest_bodies(app)[0]
    assert client.post(PATH, json=body, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.post(PATH, json=body, headers={"Origin": "http://evil.example"}).status_code == 403


@pytest.mark.parametrize(
    "content",
    [b"{", b"NaN", b"\xff", b"[" * 10_000, b'"\\ud800"', b'{"\\ud800": 1}', b"9" * 5_000, b"1" + b"0" * 30],
)
def test_what_is_no_sound_json_is_refused(content: bytes) -> None:
    with pytest.raises(OddBodyError):
        read_json(content)


def test_too_much_is_refused() -> None:
    for value in ("x" * (MAX_STRING + 1), [0] * 30_000, {"a": "x" * (MAX_STRING + 1)}):
        with pytest.raises(OddBodyError):
            read_json(json.dumps(value).encode())
    assert read_json(json.dumps({"a": [1, 2.5, "利润", None, True]}).encode())["a"][2] == "利润"


PATTERN = '{"index":["ALL"],"type":"row"}'
MATCH = '{"index":["MATCH"],"type":"row"}'


def body_of(id_: Any, several: bool = True) -> dict[str, Any]:
    one = {"id": id_, "property": "n_clicks", "value": 1}
    name = json.dumps(id_, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    outputs = {"id": "out", "property": "data"}
    inputs = [[one] if several else one]
    return {"output": "out.data", "outputs": outputs, "inputs": inputs, "changedPropIds": [f"{name}.n_clicks"]}


@pytest.mark.parametrize(
    ("pattern", "body", "good"),
    [
        (PATTERN, body_of({"type": "row", "index": 3}), True),
        (PATTERN, body_of({"type": "row", "index": "利"}), True),
        (PATTERN, body_of({"type": "other", "index": 3}), False),
        (PATTERN, body_of({"type": "row", "index": [3]}), False),
        (PATTERN, body_of({"type": "row"}), False),
        (PATTERN, body_of("row"), False),
        (PATTERN, body_of({"type": "row", "index": 3}, several=False), False),
        (MATCH, body_of({"type": "row", "index": 3}, several=False), True),
        (MATCH, body_of({"type": "row", "index": 3}), False),
    ],
)
def test_patterns_are_checked_too(pattern: str, body: dict[str, Any], good: bool) -> None:
    callbacks = {"out.data": {"inputs": [{"id": pattern, "property": "n_clicks"}], "state": [], "callback": print}}
    if good:
        check_body(body, callbacks)
    else:
        with pytest.raises(OddBodyError):
            check_body(body, callbacks)


def test_long_addresses_are_refused(client: FlaskClient) -> None:
    for path in ("/", "/api/claims.csv", "/healthz"):
        assert client.get(path + "?q=" + "x" * MAX_ADDRESS).status_code == 414


def test_a_failure_has_a_number_and_no_words(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise RuntimeError("secret words")

    monkeypatch.setattr("dashboard.api.findings.search", fail)
    answer = create_app(store).server.test_client().get("/api/search.json?q=a")
    assert answer.status_code == 500
    assert "secret" not in answer.get_data(as_text=True)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/_dash-component-suites/dash/../../etc/passwd", "/_dash-component-suites/os/x.js"])
def test_component_files_are_those_of_the_page(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_other_methods_are_refused_in_one_line(client: FlaskClient) -> None:
    answer = client.put("/healthz")
    assert (answer.status_code, answer.mimetype) == (405, "text/plain")
