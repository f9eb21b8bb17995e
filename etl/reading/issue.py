"""The two ways into reading: bytes, or a file."""

from __future__ import annotations

from pathlib import Path

from etl.isolation import PARSING, RECOGNITION, StoppedError, Worker, limited
from etl.model import Issue
from etl.reading.document import issue_of
from etl.reading.error import ReadingError
from etl.reading.form import form_of
from etl.reading.limit import refuse_size
from etl.reading.signature import signature

#: Bytes. Scans of a whole daily newspaper stay below; single forms have lower limits of their own.
SIZE_LIMIT = 200 * 1024 * 1024

_PICTURES = ("PDF", "PNG", "JPEG")  # forms that may have to be recognised, which takes longer


def read_issue(data: bytes, source_uri: str) -> Issue:
    """The issue in the bytes of one document; ``source_uri`` names it and may supply its name and date.

    Raises ReadingError, one line that names file, place and remedy.
    """
    refuse_size(len(data), SIZE_LIMIT, source_uri)
    try:
        with limited(PARSING):
            document = form_of(data, source_uri).read(data, source_uri)
            return issue_of(document, data, source_uri)
    except (MemoryError, RecursionError) as error:
        megabytes = PARSING.memory // 1024**2
        raise ReadingError(
            source_uri,
            "全文",
            f"解析所需内存超过 {megabytes} MB",
            "请检查文件是否损坏，或另存为纯文本",
            f"whole file: parsing needs more than {megabytes} MB; check whether it is damaged, or save it as text",
        ) from error


def read_isolated(data: bytes, source_uri: str, worker: Worker) -> Issue:
    """The issue in the bytes, read by the worker's process; raises ReadingError, also when that had to be stopped."""
    limits = RECOGNITION if signature(data) in _PICTURES else PARSING
    try:
        return worker.call(read_issue, data, source_uri, limits=limits)
    except StoppedError as error:
        chinese, _, english = str(error).partition(" · ")
        raise ReadingError(
            source_uri,
            "全文",
            f"解析被中止：{chinese}",
            "请检查文件是否损坏，或另存为纯文本",
            f"whole file: {english}; check whether it is damaged, or save it as plain text",
        ) from error


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
