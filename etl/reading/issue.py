"""The two ways into reading: bytes, or a file."""

from __future__ import annotations

from pathlib import Path

from etl.model import Issue
from etl.reading.document import issue_of
from etl.reading.error import ReadingError
from etl.reading.form import form_of
from etl.reading.limit import refuse_size

#: Bytes. Scans of a whole daily newspaper stay below; single forms have lower limits of their own.
SIZE_LIMIT = 200 * 1024 * 1024


def read_issue(data: bytes, source_uri: str) -> Issue:
    """The issue in the bytes of one document; ``source_uri`` names it and may supply its name and date.

    Raises ReadingError, one line that names file, place and remedy.
    """
    refuse_size(len(data), SIZE_LIMIT, source_uri)
    document = form_of(data, source_uri).read(data, source_uri)
    return issue_of(document, data, source_uri)


def read_file(path: Path, source_uri: str | None = None) -> Issue:
    """The issue in a file; its size is asked before a byte is read. Raises ReadingError, also for OSError."""
    uri = source_uri or path.name
    try:
        refuse_size(path.stat().st_size, SIZE_LIMIT, uri)
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
