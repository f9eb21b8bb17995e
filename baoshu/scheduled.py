"""The schedule beside the server: a process of its own that ends when the server does, however that ends."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from etl.configuration import CONFIGURATION, ConfigurationError, read_configuration
from etl.crontab import trigger
from etl.refresh.command import HELD

_PATIENCE = 30.0  # seconds for a refresh under way to come to a stop; what it has published stays


@contextmanager
def scheduled(cron: str, config: Path | None, store: Path) -> Iterator[None]:
    """Runs ``baoshu schedule`` by ``cron``, or by the configuration's ``schedule``, while the context lasts.

    Without either there is none. Raises ``ConfigurationError``.
    """
    arguments = _arguments(cron, config, store)
    if not arguments:
        yield
        return
    process = subprocess.Popen(
        [sys.executable, "-m", "etl", "schedule", *arguments],
        stdin=subprocess.PIPE,
        env={**os.environ, HELD: "1"},
        start_new_session=True,  # Ctrl-C is for the server to pass on
    )
    try:
        yield
    finally:
        if process.stdin:
            process.stdin.close()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.terminate()
            process.wait()


def _arguments(cron: str, config: Path | None, store: Path) -> list[str]:
    path = config or (CONFIGURATION if CONFIGURATION.is_file() else None)
    found = read_configuration(path) if path else None
    when = cron or (found.schedule if found else None)
    if not when:
        return []
    try:
        trigger(when)
    except ValueError as error:
        raise ConfigurationError(f"--refresh: {error}") from None
    return ["--cron", when, "--store", str(store), *(["--config", str(path)] if path else [])]
