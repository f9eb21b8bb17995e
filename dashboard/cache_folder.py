"""Where the dashboard keeps what it can make again: beside the store, or in the system's temporary folder."""

from __future__ import annotations

import os
import tempfile
from hashlib import sha256
from pathlib import Path

FOLDER = "cache"


def cache_folder(store: Path) -> Path:
    """A folder of ours for the store, made if need be: ``<store>/cache`` where that can be written.

    Elsewhere it lies in the temporary folder, named after user and store, and must belong to us alone: what another
    user put there is not trusted (``OSError``).
    """
    if store.is_dir():
        try:
            (store / FOLDER).mkdir(exist_ok=True)
            if os.access(store / FOLDER, os.W_OK):
                return store / FOLDER
        except OSError:
            pass  # a read-only store is served all the same
    name = sha256(str(store.resolve()).encode()).hexdigest()[:16]
    user = os.getuid() if hasattr(os, "getuid") else 0
    folder = Path(tempfile.gettempdir()) / f"baoshu-{user}-{name}"
    folder.mkdir(mode=0o700, exist_ok=True)
    status = folder.lstat()
    if folder.is_symlink() or (hasattr(os, "getuid") and (status.st_uid != user or status.st_mode & 0o077)):
        raise OSError(f"{folder}: 不属于本用户，请删除 · is not this user's alone: remove it")
    return folder
