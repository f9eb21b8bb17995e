from __future__ import annotations

import base64
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from typer.testing import CliRunner

from baoshu.command import app as command
from dashboard.app import create_app
from dashboard.login import MAX_FAILURES, OPEN, VARIABLE, Login, Reader, TooManyFailuresError, entry
from dashboard.origin import COOKIE, HEADER
from dashboard.server import LoginNeededError, Serving, is_loopback, protected_app

ENTRY = entry("张三", "密码 pass:word")
READER = Reader.parse(ENTRY)
SAMPLE = {"package_name": "dash", "fingerprinted_path": "x.js", "path": "x", "filename": "baoshu.css"}
GIVEN = {**SAMPLE, "form": "csv", "unknown": "x", "claim_id": "x", "issue_id": "x", "page": "0"}


def header(name: str = "张三", password: str = "密码 pass:word") -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()}


@pytest.fixture(scope="module")
def server(store: Path) -> Flask:
    server: Flask = create_app(store, (READER,)).server
    return server


@pytest.fixture
def client(server: Flask) -> FlaskClient:
    return server.test_client()


def addresses(server: Flask) -> list[tuple[str, str]]:
    """Every method of every URL rule of the server, with values filled in."""
    found = []
    with server.test_request_context():
        adapter = server.url_map.bind("localhost")
        for rule in server.url_map.iter_rules():
            values = {name: GIVEN[name] for name in rule.arguments}
            for method in sorted((rule.methods or set()) | {"GET", "POST"}):
                found.append((method, adapter.build(rule.endpoint, values, method=None)))
    return found


def test_without_a_login_every_address_but_health_is_401(server: Flask, client: FlaskClient) -> None:
    seen = set()
    for method, path in addresses(server):
        for given in ({}, header(password="falsch"), {"Authorization": "Bearer x"}):
            if given and "Basic" in given["Authorization"] and path != "/":
                continue  # wrong passwords are counted: once is enough
            answer = client.open(path, method=method, headers=given)
            expected = (200, 405) if path in OPEN else (401,)
            assert answer.status_code in expected, (method, path)
            answer.close()
        seen.add(path)
    assert {"/", "/_dash-layout", "/api/claims.csv", "/api/openapi.json", "/api/reviews", "/healthz"} <= seen
    assert len(seen) >= 15


def test_health_tells_strangers_nothing_of_the_data(client: FlaskClient) -> None:
    assert client.get("/healthz").get_json() == {"status": "ok"}
    assert client.get("/healthz", headers=header()).get_json()["claims"] == 323


def test_with_the_login_everything_is_there(client: FlaskClient) -> None:
    assert client.get("/", headers=header()).status_code == 200
    assert client.get("/api/facets.json", headers=header()).status_code == 200
    asked = client.get("/", headers={})
    assert asked.headers["WWW-Authenticate"].startswith("Basic ")
    assert "Content-Security-Policy" in asked.headers


def test_who_is_logged_in_judges(own_store: Path) -> None:
    client = create_app(own_store, (READER,)).server.test_client()
    client.set_cookie(COOKIE, "t" * 24)
    claim = client.get("/api/claims.json?limit=1", headers=header()).get_json()["claims"][0]["claim_id"]
    body = {"claim": claim, "verdict": "right", "author": "somebody else"}
    made = client.post("/api/reviews", json=body, headers={**header(), HEADER: "t" * 24})
    assert made.get_json()["author"] == "张三"


def test_wrong_passwords_are_slowed_down_and_right_ones_known(monkeypatch: pytest.MonkeyPatch) -> None:
    login = Login((READER,))
    right = header()["Authorization"]
    assert login.name(right, "a") == "张三"
    computed: list[bytes] = []

    def hashed(_reader: Reader, password: bytes) -> bytes:
        computed.append(password)
        return b""

    monkeypatch.setattr(Reader, "hashed", hashed)
    for number in range(MAX_FAILURES):
        assert login.name(header(password=str(number))["Authorization"], "b") is None
    with pytest.raises(TooManyFailuresError):
        login.name(header(password="next")["Authorization"], "b")
    assert len(computed) == MAX_FAILURES
    assert login.name(right, "b") == "张三"
    assert login.name(header("李四")["Authorization"], "c") is None


@pytest.mark.parametrize("given", ["", "Basic", "Basic !!!", "Basic eA==", "basic " + "A" * 5000, "Basic /w==", "\x00"])
def test_what_is_no_login_is_none(given: str) -> None:
    assert Login((READER,)).name(given, "a") is None


@pytest.mark.parametrize(
    "written",
    ["张三", "张三:geheim", ENTRY.replace("scrypt", "md5"), ENTRY[:40], ENTRY.replace(":8:", ":0:"), ":" + ENTRY],
    ids=["name alone", "password", "md5", "cut short", "no cost", "no name"],  # the salt differs from run to run
)
def test_an_entry_that_is_not_written_right_is_named_without_its_hash(written: str) -> None:
    with pytest.raises(ValueError, match=VARIABLE) as error:
        Reader.parse(written)
    assert ENTRY.rsplit(":", 1)[1] not in str(error.value)
    assert "geheim" not in str(error.value)


def test_the_entry_holds_no_password_and_two_are_never_alike() -> None:
    assert "pass" not in ENTRY
    assert entry("a", "b") != entry("a", "b")
    with pytest.raises(ValueError, match="blank"):
        entry("a b", "c")


def test_the_command_writes_an_entry_that_lets_in() -> None:
    done = CliRunner().invoke(command, ["password", "李四"], input="geheim\ngeheim\n")
    assert done.exit_code == 0
    reader = Reader.parse(done.stdout.strip().splitlines()[-1])
    assert Login((reader,)).name(header("李四", "geheim")["Authorization"], "a") == "李四"


def test_what_only_this_machine_can_reach() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "localhost", "::1", "127.8.8.8", "[::1]")))
    assert not any(map(is_loopback, ("0.0.0.0", "192.168.0.7", "::", "example.org", "", "127.0.0.1.example.org")))


def test_elsewhere_a_login_is_needed_unless_it_is_switched_off(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    with pytest.raises(LoginNeededError, match="--no-login"):
        protected_app(store, Serving("0.0.0.0"))
    opened = protected_app(store, Serving("0.0.0.0", login=False))
    assert opened.server.test_client().get("/").status_code == 200
    monkeypatch.setenv(VARIABLE, f"{ENTRY} {entry('李四', 'x')}")
    assert protected_app(store, Serving("0.0.0.0")).server.test_client().get("/").status_code == 401
    assert protected_app(store, Serving()).server.test_client().get("/").status_code == 401
    monkeypatch.setenv(VARIABLE, "nonsense")
    with pytest.raises(ValueError, match=VARIABLE):
        protected_app(store, Serving())
    result = CliRunner().invoke(command, ["serve", "--store", str(store), "--host", "0.0.0.0"])
    assert result.exit_code == 2
    assert VARIABLE in result.output


def test_on_one_s_own_machine_only_its_own_names_are_answered(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    client = protected_app(store, Serving()).server.test_client()
    for host, status in (
        ("localhost:8050", 200),
        ("127.0.0.1:8050", 200),
        ("[::1]:8050", 200),
        ("evil.example", 421),
        ("", 421),
    ):
        assert client.get("/", headers={"Host": host}).status_code == status, host
    named = protected_app(store, Serving(names=("baoshu.example",))).server.test_client()
    assert named.get("/", headers={"Host": "baoshu.example"}).status_code == 200
