"""Serves the dashboard with waitress: threads for the work, one loop that holds any number of slow readers.

Where anyone else could reach it, a login is asked for; on one's own machine only names of that machine are answered,
so that no website can come in by pointing a name of its own at it.
"""

from __future__ import annotations

import ipaddress
import threading
from dataclasses import dataclass
from pathlib import Path

import waitress
from dash import Dash
from waitress.server import BaseWSGIServer

from dashboard.app import CLAIMS, create_app
from dashboard.cache_folder import cache_folder
from dashboard.compression import Bundles, compress_bundles
from dashboard.login import VARIABLE, readers_from_environment
from dashboard.origin import answer_to
from dashboard.security import MAX_BODY
from dashboard.warm import keep_warm

THREADS = 8
"""More than the exports that may be sent at a time (dashboard.api.tables)."""
_OWN_NAMES = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Serving:
    """How to serve: ``names`` are further host names to answer to, ``url`` is the public address for links."""

    host: str = "127.0.0.1"
    port: int = 8050
    login: bool = True
    names: tuple[str, ...] = ()
    url: str = ""


class LoginNeededError(ValueError):
    """The address can be reached from elsewhere, and nobody is asked to log in."""


def is_loopback(host: str) -> bool:
    """True for an address that only this machine can reach."""
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def protected_app(store: Path, how: Serving) -> Dash:
    """The app with the login and the host names that the address asks for; raises ``LoginNeededError``, ``ValueError``.

    ``ValueError`` is raised for a ``BAOSHU_AUTH`` that is not written right.
    """
    readers = readers_from_environment() if how.login else ()
    if how.login and not readers and not is_loopback(how.host):
        raise LoginNeededError(
            f"{how.host} 可从别处访问：请用 baoshu password 生成 {VARIABLE}，或明确加 --no-login · "
            f"can be reached from elsewhere: set {VARIABLE} (baoshu password), or say --no-login"
        )
    app = create_app(store, readers, how.url.rstrip("/"))
    if how.names or (is_loopback(how.host) and not readers):
        answer_to(app.server, (*_OWN_NAMES, how.host, *how.names))
    return app


def create_server(app: Dash, host: str, port: int) -> BaseWSGIServer:
    """A server that listens; its ``run`` serves. Port 0 takes a free one."""
    return waitress.create_server(
        app.server,
        host=host,
        port=port,
        threads=THREADS,
        ident="baoshu",
        max_request_body_size=MAX_BODY,
        max_request_header_size=64 * 1024,
        channel_timeout=60,
        connection_limit=1000,
        asyncore_use_poll=True,
    )


def serve(store: Path, how: Serving) -> None:
    """Serves the store's dashboard until interrupted; prints the address when it listens.

    Raises what ``protected_app`` does, and ``OSError`` where it cannot listen.
    """
    app = protected_app(store, how)
    server = create_server(app, how.host, how.port)
    app.server.test_client().get(
        "/healthz", headers={"Host": "localhost"}
    )  # prepares the table before the first reader
    stop = threading.Event()
    threading.Thread(target=keep_warm, args=(app.server.extensions[CLAIMS], stop), daemon=True).start()
    bundles = Bundles(cache_folder(store))
    threading.Thread(target=compress_bundles, args=(app, bundles), daemon=True).start()
    print(f"报数 http://{how.host}:{how.port}/  (Ctrl-C 停止 · to stop)", flush=True)
    try:
        server.run()
    finally:
        stop.set()
        server.close()
