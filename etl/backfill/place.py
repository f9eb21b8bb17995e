"""Files under names, on a disk or in an object store: each appears whole under its final name, or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from threading import get_ident
from typing import Any, Protocol

import fsspec
import pyarrow as pa

from etl.store.durable import make_folder, put_file

_PART = ".part-"


class Place(Protocol):
    """A folder, or what stands for one in an object store; names may have one ``/``."""

    def put(self, name: str, content: bytes | pa.Buffer) -> None:
        """Keeps the content, durably; what had the name before is replaced."""

    def get(self, name: str) -> pa.Buffer:
        """The content; raises ``FileNotFoundError``."""

    def has(self, name: str) -> bool:
        """Whether there is a file of this name."""

    def names(self) -> set[str]:
        """The names of all files."""

    def remove(self, name: str) -> None:
        """Removes one."""

    def clear(self) -> None:
        """Removes all of it."""


def is_url(place: str) -> bool:
    """Whether it names an object store rather than a folder."""
    return "://" in place


def place_of(root: str) -> Place:
    """The place at a folder or a URL."""
    return Objects(root) if is_url(root) else Disk(Path(root))


def file_system(url: str) -> tuple[Any, str]:
    """The file system of a URL, which remembers no listing, and the path in it."""
    system, path = fsspec.core.url_to_fs(url, use_listings_cache=False)
    return system, str(path).rstrip("/")


class Disk:
    """A folder; what is read is mapped into memory, not loaded. Any number of processes may write at a time."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, name: str, content: bytes | pa.Buffer) -> None:
        """Keeps the content: its bytes are on the disk before its name is."""
        path = self._root / name
        make_folder(path.parent)
        part = path.with_name(f"{_PART}{path.name}.{os.uname().nodename}.{os.getpid()}.{get_ident()}")
        put_file(path, part, memoryview(content))

    def get(self, name: str) -> pa.Buffer:
        """The content; raises ``FileNotFoundError``."""
        path = self._root / name
        if path.stat().st_size == 0:  # nothing can be mapped
            return pa.py_buffer(b"")
        with pa.memory_map(str(path)) as file:
            return file.read_buffer()

    def has(self, name: str) -> bool:
        """Whether there is a file of this name."""
        return (self._root / name).is_file()

    def names(self) -> set[str]:
        """The names of all files; what a crash left half written has none."""
        found = (path for path in self._root.rglob("*") if path.is_file() and not path.name.startswith(_PART))
        return {path.relative_to(self._root).as_posix() for path in found}

    def remove(self, name: str) -> None:
        """Removes one."""
        (self._root / name).unlink(missing_ok=True)

    def clear(self) -> None:
        """Removes the folder; what a worker that nobody waits for any more writes just then may stay."""
        shutil.rmtree(self._root, ignore_errors=True)


class Objects:
    """Objects below a prefix; an object appears whole by what object stores promise."""

    def __init__(self, url: str) -> None:
        self._system, self._root = file_system(url)

    def put(self, name: str, content: bytes | pa.Buffer) -> None:
        """Keeps the content."""
        path = f"{self._root}/{name}"
        if "file" in self._system.protocol:  # a file:// URL, for trying it out
            self._system.makedirs(path.rpartition("/")[0], exist_ok=True)
        self._system.pipe_file(path, bytes(content))

    def get(self, name: str) -> pa.Buffer:
        """The content; raises ``FileNotFoundError``."""
        return pa.py_buffer(self._system.cat_file(f"{self._root}/{name}"))

    def has(self, name: str) -> bool:
        """Whether there is an object of this name."""
        return bool(self._system.exists(f"{self._root}/{name}"))

    def names(self) -> set[str]:
        """The names of all objects."""
        found = self._system.find(self._root) if self._system.exists(self._root) else ()
        return {str(path).removeprefix(f"{self._root}/") for path in found}

    def remove(self, name: str) -> None:
        """Removes one."""
        self._system.rm_file(f"{self._root}/{name}")

    def clear(self) -> None:
        """Removes them."""
        if self._system.exists(self._root):
            self._system.rm(self._root, recursive=True)
