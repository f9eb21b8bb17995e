"""One writer at a time: an advisory lock that the system frees when its holder dies."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from etl.store.fault import StoreBusyError


@contextmanager
def locked(path: Path, wait: bool = True) -> Iterator[None]:
    """Holds the lock file; raises ``StoreBusyError`` when another process has it and ``wait`` is False."""
    with path.open("a+", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            file.seek(0)
            holder = file.read().strip() or "?"
            raise StoreBusyError(
                f"{path.parent}: 另一进程（{holder}）正在写入，请稍后再试 · process {holder} is writing, try later"
            ) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
