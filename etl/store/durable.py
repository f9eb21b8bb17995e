"""Writes that survive a crash: everything is on the disk before its name is, and names switch at once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO


@contextmanager
def new_file(path: Path) -> Iterator[IO[bytes]]:
    """A new file to write to, whose bytes are on the disk when the block ends; the caller syncs the folder."""
    with path.open("xb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def write_file(path: Path, content: bytes | memoryview) -> None:
    """Writes a new file and waits until its bytes are on the disk; the caller syncs the folder."""
    with new_file(path) as file:
        file.write(content)


def sync_file(path: Path) -> None:
    """Waits until the bytes of a file that somebody has written are on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def put_file(path: Path, part: Path, content: bytes | memoryview) -> None:
    """Writes a file that appears whole under its name or not at all; ``part`` is its name until then.

    Both folders are there already. What was left under ``part`` is overwritten, and nothing stays there.
    """
    part.unlink(missing_ok=True)
    try:
        write_file(part, content)
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Waits until the names in the folder are on the disk."""
    sync_file(folder)


def link_or_copy(source: str, target: str) -> None:
    """Gives the file a second name; where the file system has no hard links, a copy."""
    try:
        os.link(source, target)
    except OSError:
        with Path(source).open("rb") as reader, Path(target).open("xb") as writer:
            shutil.copyfileobj(reader, writer)
            writer.flush()
            os.fsync(writer.fileno())


def switch_link(link: Path, target: str) -> None:
    """Points the symbolic link at the target in one step, and waits until that is on the disk."""
    fresh = link.with_name(f".{link.name}.new")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(target)
    fresh.replace(link)
    sync_folder(link.parent)


def make_folder(folder: Path) -> None:
    """Makes the folder, and those above it that are missing, and puts their names on the disk."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)
