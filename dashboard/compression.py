"""What is sent is sent small: the page's own bundles compressed once and kept on disk, answers on the way.

Bundles are large and never change under their address: they are compressed in the background when the server first
starts, with brotli at its best, and found again by the SHA-256 of what they hold. Until one is ready it goes out in
gzip. Answers with data are compressed lightly; exports are not, they would take three times as long.
"""

from __future__ import annotations

import gzip
import logging
import os
import pkgutil
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import brotli
from dash import Dash
from dash.fingerprint import check_fingerprint
from flask import Flask, Response, request

LOG = logging.getLogger("baoshu.dashboard")
SMALLEST = 1024
"""Bytes: what is smaller goes as it is."""
BUNDLES = ("/_dash-component-suites/", "/assets/")
_TYPES = ("text/", "application/javascript", "application/json", "application/manifest+json", "image/svg+xml")
_LIVELY = ("application/json", "text/html", "text/plain", "application/problem+json")
FETCHED = (
    ("plotly", "package_data/plotly.min.js"),
    ("dash", "dcc/async-graph.js"),
    ("dash", "dcc/async-markdown.js"),
    ("dash_ag_grid", "async-community.js"),
)
"""Bundles that the page does not name: components fetch them when they are first shown."""
_WHOLE = 300_000
_ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, quality=11),
    "gzip": lambda content: gzip.compress(content, 9, mtime=0),
}


class Bundles:
    """Compressed bundles in a folder, by what they hold."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._memory: dict[tuple[str, str], bytes] = {}

    def ready(self, content: bytes, encoding: str) -> bytes | None:
        """The bundle in this encoding if it was made before."""
        key = (sha256(content).hexdigest(), encoding)
        if key not in self._memory:
            with suppress(OSError):
                self._memory[key] = (self._folder / ".".join(key)).read_bytes()
        return self._memory.get(key)

    def make(self, content: bytes, encoding: str) -> None:
        """Compresses the bundle and keeps it; the file appears whole or not at all."""
        if self.ready(content, encoding) is not None:
            return
        packed = _ENCODERS[encoding](content)
        name = f"{sha256(content).hexdigest()}.{encoding}"
        self._memory[sha256(content).hexdigest(), encoding] = packed
        part = self._folder / f".{name}.{os.getpid()}"
        with suppress(OSError):  # a disk that is full or read-only: what is in memory serves as well
            self._folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(packed)
            part.replace(self._folder / name)


def compress(server: Flask, folder: Path) -> Bundles:
    """Compresses what the server answers, bundles by way of the folder."""
    bundles = Bundles(folder)

    def pack(response: Response) -> Response:
        is_bundle = request.path.startswith(BUNDLES)
        kinds = _TYPES if is_bundle else _LIVELY
        streamed = response.is_streamed and not is_bundle
        if response.status_code != 200 or streamed or not (response.mimetype or "").startswith(kinds):
            return response
        response.vary.add("Accept-Encoding")
        wanted = _accepted()
        response.direct_passthrough = False
        content = response.get_data()
        if "gzip" not in wanted or len(content) < SMALLEST:
            return response
        encoding, packed = _packed(bundles, content, wanted) if is_bundle else ("gzip", gzip.compress(content, 4))
        tag, _weak = response.get_etag()
        response.set_data(packed)
        response.headers["Content-Encoding"] = encoding
        if tag:  # the same in another encoding: alike, not equal
            response.set_etag(tag, weak=True)
        return response

    server.after_request(pack)
    return bundles


def _plain_path(path: str) -> str:
    """The path of a bundle in its package, without the fingerprint that its address has."""
    plain, _has_fingerprint = check_fingerprint(path)  # type: ignore[no-untyped-call]
    return str(plain)


def _packed(bundles: Bundles, content: bytes, wanted: tuple[str, ...]) -> tuple[str, bytes]:
    for encoding in wanted:
        packed = bundles.ready(content, encoding)
        if packed is not None:
            return encoding, packed
    return "gzip", gzip.compress(content, 5)


def _accepted() -> tuple[str, ...]:
    """The encodings that the browser takes, the better first."""
    return tuple(encoding for encoding in ("br", "gzip") if request.accept_encodings.quality(encoding) > 0)


def compress_bundles(app: Dash, bundles: Bundles) -> int:
    """Compresses every bundle that the page loads, unless that was done before; returns how many there are.

    It takes half a minute the first time; call it beside the serving.
    """
    contents = [content for content in loaded(app) if len(content) >= SMALLEST]
    for content in contents:
        for encoding in _ENCODERS:
            bundles.make(content, encoding)
    LOG.info("%d bundles are compressed", len(contents))
    return len(contents)


def loaded(app: Dash) -> Iterator[bytes]:
    """What the page loads: the scripts and styles that it names, and those that the components fetch."""
    with app.server.test_request_context("/"):  # the pages ask which of them it is
        page: str = app.index()  # type: ignore[no-untyped-call]
    has_plotly = False
    folder, assets = Path(app.config.assets_folder), app.config.assets_url_path.strip("/")
    for address in re.findall(r'(?:src|href)="/([^"?]+)', page):
        if address.startswith(f"{assets}/"):
            content = (folder / address.removeprefix(f"{assets}/")).read_bytes()
            has_plotly = has_plotly or (b"plotly.js" in content[:1000] and len(content) > _WHOLE)
            yield content
        elif address.startswith("_dash-component-suites/"):
            package, _, path = address.removeprefix("_dash-component-suites/").partition("/")
            yield pkgutil.get_data(package, _plain_path(path)) or b""
    for package, path in FETCHED:
        wanted = not (package == "plotly" and has_plotly)  # an own bundle stands in for the whole of it
        if wanted and path in app.registered_paths.get(package, ()):
            yield pkgutil.get_data(package, path) or b""
