"""A real object store for the tests of this folder: moto's server, in a process of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import fsspec
import pytest

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def object_store() -> Iterator[None]:
    """The server's address is in the environment, as for a real one."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    settings = {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_REGION": "us-east-1",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    before = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    _wait(port)
    yield
    os.environ.update({name: value for name, value in before.items() if value is not None})
    for name in (name for name, value in before.items() if value is None):
        del os.environ[name]
    server.kill()
    server.wait()


def _wait(port: int) -> None:
    deadline = time.monotonic() + 120
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert time.monotonic() < deadline, "moto's server does not answer"
            time.sleep(0.1)
        else:
            return


@pytest.fixture
def bucket(object_store: None) -> str:  # noqa: ARG001
    """The URL of an empty bucket."""
    name = f"bucket-{next(_NUMBERS)}"
    fsspec.filesystem("s3", use_listings_cache=False).mkdir(name)
    return f"s3://{name}"


def upload(folder: Path, url: str) -> None:
    """Puts the folder's files below the URL."""
    system, root = fsspec.core.url_to_fs(url, use_listings_cache=False)
    for path in (path for path in sorted(folder.rglob("*")) if path.is_file()):
        system.pipe_file(f"{root}/{path.relative_to(folder).as_posix()}", path.read_bytes())
