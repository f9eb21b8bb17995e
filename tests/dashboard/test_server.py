from __future__ import annotations

import http.client
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from dashboard.app import create_app
from dashboard.security import MAX_BODY
from dashboard.server import THREADS, create_server

SLOW = 200
"""Readers who send their request a byte at a time, or do not read what they asked for."""


@contextmanager
def serving(store: Path) -> Iterator[int]:
    server = create_server(create_app(store), "127.0.0.1", 0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield int(server.effective_port)
    finally:
        server.task_dispatcher.shutdown(timeout=5)
        server.trigger.pull_trigger(server.close)  # by the thread that waits on its sockets: no other may close them
        thread.join(timeout=5)


@pytest.fixture(scope="module")
def port(store: Path) -> Iterator[int]:
    with serving(store) as port:
        yield port


def asked(port: int, path: str = "/healthz") -> tuple[int, float]:
    """The status of an answer and the seconds that it took."""
    begun = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        return answer.status, time.perf_counter() - begun
    finally:
        connection.close()


def test_slow_readers_keep_nobody_waiting(port: int) -> None:
    with ExitStack() as open_:
        for number in range(SLOW):
            slow = open_.enter_context(socket.create_connection(("127.0.0.1", port)))
            if number % 2:
                slow.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")  # and nothing more
            else:
                slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
                slow.sendall(b"GET /api/claims.csv HTTP/1.1\r\nHost: localhost\r\n\r\n")  # and does not read
        probes = [asked(port) for _ in range(20)]
    assert [status for status, _ in probes] == [200] * 20
    assert max(seconds for _, seconds in probes) < 20, "nobody waits for the slow ones to give up (60 s)"


def test_there_are_more_threads_than_exports(port: int) -> None:
    from dashboard.api.tables import AT_A_TIME

    assert THREADS > AT_A_TIME
    assert asked(port, "/api/claims.csv")[0] == 200


def test_a_body_that_is_too_large_is_refused_before_it_is_read(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as client:
        head = f"POST /_dash-update-component HTTP/1.1\r\nHost: localhost\r\nContent-Length: {MAX_BODY * 200}\r\n\r\n"
        client.sendall(head.encode())
        client.settimeout(20)
        assert b" 413 " in client.recv(200)


@pytest.mark.parametrize(
    "request_",
    [b"GET / HTTP/1.1\r\nHost: a b\r\n\r\n", b"\x00\r\n\r\n", b"GET /%ff%00 HTTP/1.0\r\n\r\n", b"FOO / X\r\n\r\n"],
)
def test_broken_requests_are_answered_and_do_no_harm(port: int, request_: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port)) as client:
        client.sendall(request_)
        client.shutdown(socket.SHUT_WR)
        client.settimeout(20)
        answer = client.recv(200)
        assert not answer.startswith((b"HTTP/1.0 5", b"HTTP/1.1 5")), answer
    assert asked(port)[0] == 200
