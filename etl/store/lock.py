"""One writer at a time: an advisory lock that the system frees when its holder dies."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from etl.store.fault import StoreBusyError

_PATIENCE = 0.5  # seconds: whoever only looks whether the lock is held has it for some microseconds
_PAUSE = 0.02


@contextmanager
def locked(path: Path, wait: bool = True) -> Iterator[None]:
    """Holds the lock file; raises ``StoreBusyError`` when another process has it and ``wait`` is False."""
    with path.open("a+", encoding="ascii") as file:
        if wait:
            fcntl.flock(file, fcntl.LOCK_EX)
        elif not _seized(file):
            file.seek(0)
            holder = file.read().strip() or "?"
            raise StoreBusyError(
                f"{path.parent}: 另一进程（{holder}）正在写入，请稍后再试 · process {holder} is writing, try later"
            )
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def _seized(file: TextIO) -> bool:
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                return False
            time.sleep(_PAUSE)
        else:
            return True


def is_locked(path: Path) -> bool:
    """Whether a process holds the lock file just now."""
    try:
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        return False
    return False
