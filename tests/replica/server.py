"""A real HTTP server that serves a site's files, with validators, and with faults on demand."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

OBSTACLE = (
    "<!DOCTYPE html><html><head><title>安全验证</title></head><body>请完成验证后继续访问 Just a moment...</body></html>"
)


@dataclass
class Fault:
    """What goes wrong with a path, for its next ``times`` requests; the kinds are methods of ``_Handler``."""

    kind: str
    times: int = 1


@dataclass
class Site:
    """What is served: path -> bytes, faults by path, and the log of the requests."""

    files: dict[str, bytes] = field(default_factory=dict)
    faults: dict[str, list[Fault]] = field(default_factory=dict)
    log: list[tuple[str, int]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    at_once: int = 0
    most_at_once: int = 0
    validators: bool = True
    redirects: dict[str, str] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def put(self, files: Mapping[str, str], encoding: str = "utf-8") -> None:
        """Serves these files."""
        self.files |= {path: text.encode(encoding) for path, text in files.items()}

    def spoil(self, path: str, *kinds: str, times: int = 1) -> None:
        """The next requests for the path fail in these ways, one after the other."""
        assert path in self.files, path
        self.faults.setdefault(path, []).extend(Fault(kind, times) for kind in kinds)

    def due(self, path: str) -> str:
        """The fault of this request, or ""."""
        with self.lock:
            for fault in self.faults.get(path, []):
                if fault.times > 0:
                    fault.times -= 1
                    return fault.kind
        return ""

    def asked(self, prefix: str = "/") -> list[str]:
        """The paths that were asked for."""
        return [path for path, _ in self.log if path.startswith(prefix)]


@contextmanager
def serving(site: Site) -> Iterator[str]:
    """Serves the site on a free port; the URL of its root without the slash."""
    handler = type("Handler", (_Handler,), {"site": site})
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_arguments: object) -> None:
        """A client that hangs up is no error here."""


class _Handler(BaseHTTPRequestHandler):
    site: Site
    protocol_version = "HTTP/1.1"
    timeout = 10

    def do_GET(self) -> None:
        site = self.site
        with site.lock:
            site.at_once += 1
            site.most_at_once = max(site.most_at_once, site.at_once)
            site.agents.add(self.headers.get("User-Agent", ""))
        try:
            self._answer()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        finally:
            with site.lock:
                site.at_once -= 1

    def _answer(self) -> None:
        body = self.site.files.get(self.path)
        fault = self.site.due(self.path)
        if fault == "withdrawn" or body is None:
            return self._send(404, b"<html><title>404</title></html>")
        if fault:
            return getattr(self, f"_{fault}")(body)  # type: ignore[no-any-return]
        tag = f'"{sha256(body).hexdigest()[:16]}"'
        if self.site.validators and self.headers.get("If-None-Match") == tag:
            return self._send(304, b"", {"ETag": tag})
        headers = {"ETag": tag, "Last-Modified": formatdate(1_700_000_000, usegmt=True)} if self.site.validators else {}
        return self._send(200, body, headers)

    def _send(self, status: int, body: bytes, headers: Mapping[str, str] | None = None, length: int = -1) -> None:
        self.site.log.append((self.path, status))
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length < 0 else length))
        self.end_headers()
        self.wfile.write(body)

    # ------------------------------------------------------------------ faults

    def _error(self, _body: bytes) -> None:
        self._send(500, b"Internal Server Error")

    def _busy(self, _body: bytes) -> None:
        self._send(429, b"Too Many Requests", {"Retry-After": "1"})

    def _busy_for_hours(self, _body: bytes) -> None:
        self._send(429, b"Too Many Requests", {"Retry-After": "7200"})

    def _slow(self, body: bytes) -> None:
        """A byte now and then, for longer than anyone waits."""
        self.close_connection = True
        self.site.log.append((self.path, 200))
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        for byte in body[:40]:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            time.sleep(0.1)

    def _cut(self, body: bytes) -> None:
        """The connection breaks in the middle."""
        self.close_connection = True
        self._send(200, body[: len(body) // 2], length=len(body))

    def _wrong_length(self, body: bytes) -> None:
        """The length says less than there is."""
        self.close_connection = True
        self._send(200, body, length=len(body) * 2 // 3)

    def _obstacle(self, _body: bytes) -> None:
        self._send(200, OBSTACLE.encode(), {"Content-Type": "text/html; charset=utf-8"})

    def _private(self, _body: bytes) -> None:
        self._send(302, b"", {"Location": "http://169.254.169.254/latest/meta-data/"})

    def _redirect(self, _body: bytes) -> None:
        self._send(302, b"", {"Location": self.site.redirects[self.path]})

    def _refused(self, _body: bytes) -> None:
        self._send(403, b"Forbidden")

    def _huge(self, _body: bytes) -> None:
        self._send(200, b"<html>" + b"0" * 3 * 1024 * 1024)

    def log_message(self, *_arguments: object) -> None:
        """Says nothing."""


def paths_of(files: Iterable[str], part: str) -> list[str]:
    """The paths with ``part`` in them, in order."""
    return [path for path in files if part in path]
