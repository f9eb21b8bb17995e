from __future__ import annotations

import gzip
import re
from pathlib import Path

import brotli
import pytest
from dash import Dash
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard import compression
from dashboard.app import create_app
from dashboard.cache_folder import cache_folder
from dashboard.compression import Bundles, compress_bundles

ANY = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.fixture
def app(own_store: Path, monkeypatch: pytest.MonkeyPatch) -> Dash:
    fast = {
        "br": lambda content: brotli.compress(content, quality=1),
        "gzip": lambda content: gzip.compress(content, 1),
    }
    monkeypatch.setattr(compression, "_ENCODERS", fast)
    return create_app(own_store)


def get(client: FlaskClient, path: str, headers: dict[str, str] | None = None) -> TestResponse:
    """The answer, read to its end and closed."""
    answer = client.get(path, headers=headers)
    answer.get_data()
    answer.close()
    return answer


def scripts(client: FlaskClient) -> list[str]:
    page = get(client, "/").get_data(as_text=True)
    return re.findall(r'(?:src|href)="(/[^"]+\.(?:js|css)[^"]*)"', page)


def test_bundles_come_as_they_are_in_every_encoding(app: Dash, own_store: Path) -> None:
    client = app.server.test_client()
    plain = {path: get(client, path).data for path in scripts(client)}
    assert len(plain) >= 10
    before = {path: get(client, path, headers=ANY).headers.get("Content-Encoding") for path in plain}
    assert set(before.values()) <= {"gzip", None}
    assert compress_bundles(app, Bundles(cache_folder(own_store))) >= 10
    for path, content in plain.items():
        answer = get(client, path, headers=ANY)
        if len(content) < compression.SMALLEST:
            continue
        assert answer.headers["Content-Encoding"] == "br", path
        assert brotli.decompress(answer.data) == content
        assert "Accept-Encoding" in answer.headers["Vary"]
        older = get(client, path, headers={"Accept-Encoding": "gzip"})
        assert gzip.decompress(older.data) == content
        assert get(client, path, headers={"Accept-Encoding": "identity"}).data == content


def test_bundles_are_kept_on_disk_and_in_browsers(app: Dash, own_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compress_bundles(app, Bundles(cache_folder(own_store)))

    def fail(_content: bytes) -> bytes:
        raise AssertionError("compressed again")

    monkeypatch.setattr(compression, "_ENCODERS", {"br": fail, "gzip": fail})
    compress_bundles(app, Bundles(cache_folder(own_store)))
    client = app.server.test_client()
    for path in scripts(client):
        assert "immutable" in get(client, path).headers["Cache-Control"], path
    assert "immutable" not in get(client, "/assets/baoshu.css").headers.get("Cache-Control", "")


def test_answers_are_compressed_and_exports_are_not(app: Dash) -> None:
    client = app.server.test_client()
    page = get(client, "/api/claims.json?limit=50", headers=ANY)
    assert page.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(page.data).startswith(b'{"snapshot"')
    with client.get("/api/claims.csv", headers=ANY) as export:
        assert "Content-Encoding" not in export.headers
        assert export.data.startswith(b"\xef\xbb\xbf")


def test_a_bundle_that_is_unchanged_is_not_sent_again(app: Dash) -> None:
    client = app.server.test_client()
    first = get(client, "/assets/baoshu.css", headers=ANY)
    again = get(client, "/assets/baoshu.css", headers={**ANY, "If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.data == b""
