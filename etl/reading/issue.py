"""The two ways into reading: bytes, or a file."""

from __future__ import annotations

from pathlib import Path

from etl.model import Issue
from etl.reading.decode import SIZE_LIMIT
from etl.reading.error import ReadingError
from etl.reading.form import form_of


def read_issue(data: bytes, source_uri: str) -> Issue:
    """The issue in the bytes of one document; ``source_uri`` names it and may supply its name and date.

    Raises ReadingError, one line that names file, place and remedy.
    """
    _refuse_size(len(data), source_uri)
    return form_of(data, source_uri).read(data, source_uri)


def read_file(path: Path, source_uri: str | None = None) -> Issue:
    """The issue in a file; its size is asked before a byte is read. Raises ReadingError, also for OSError."""
    uri = source_uri or path.name
    try:
        _refuse_size(path.stat().st_size, uri)
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReadingError(
            uri,
            "文件",
            f"无法读取（{reason}）",
            "请检查路径与权限",
            f"file: cannot be read ({reason}); check path and permissions",
        ) from error
    return read_issue(data, uri)


def _refuse_size(size: int, source_uri: str) -> None:
    if size > SIZE_LIMIT:
        limit = SIZE_LIMIT // (1024 * 1024)
        raise ReadingError(
            source_uri,
            "文件大小",
            f"{size:,} 字节，超过 {limit} MB",
            "请按期拆分",
            f"size: {size:,} bytes, more than {limit} MB; split it into issues",
        )
