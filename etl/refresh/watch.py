"""A refresh whenever something changes in a folder."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import watchfiles

_QUIET = 1_500  # ms without a change before a refresh begins: whoever copies files in is let finish


def changes(folders: Sequence[Path], act: Callable[[], object], stop: threading.Event | None = None) -> None:
    """Calls ``act`` after every burst of changes in the folders, until ``stop`` is set or Ctrl-C.

    Hidden files and folders do not count. Raises ``FileNotFoundError`` for a folder that is missing.
    """

    def counts(_change: watchfiles.Change, name: str) -> bool:
        path = Path(name)
        inside = [path.relative_to(folder) for folder in folders if path.is_relative_to(folder)]
        return any(not any(part.startswith(".") for part in each.parts) for each in inside)

    folders = [folder.resolve() for folder in folders]
    for _ in watchfiles.watch(*folders, watch_filter=counts, step=_QUIET, debounce=20 * _QUIET, stop_event=stop):
        act()
