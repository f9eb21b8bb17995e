"""The forms that issues come in. Each is known by its content, never by a file's name."""

from __future__ import annotations

from typing import Protocol

from etl.model import Issue
from etl.reading.decode import decode
from etl.reading.error import ReadingError
from etl.reading.plain import read_plain


class Form(Protocol):
    """A form of document: whether some bytes have it, and how they are read."""

    def recognises(self, data: bytes) -> bool:
        """Whether the bytes have this form."""

    def read(self, data: bytes, source_uri: str) -> Issue:
        """The issue in the bytes; raises ReadingError."""


class PlainText:
    """Text without markup, in UTF-8, UTF-16 or GB18030."""

    def recognises(self, data: bytes) -> bool:
        """Whether no other form signs these bytes at their head."""
        return _signature(data) is None

    def read(self, data: bytes, source_uri: str) -> Issue:
        """The issue; raises ReadingError for what is no text or names no date or publication."""
        return read_plain(decode(data, source_uri), data, source_uri)


FORMS: tuple[Form, ...] = (PlainText(),)

_SIGNATURES = (
    (b"%pdf-", "PDF"),
    (b"pk\x03\x04", "ZIP/DOCX"),
    (b"\xd0\xcf\x11\xe0", "DOC/XLS"),
    (b"{\\rtf", "RTF"),
    (b"<!doctype html", "HTML"),
    (b"<html", "HTML"),
    (b"\x89png", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x1f\x8b", "GZIP"),
)


def _signature(data: bytes) -> str | None:
    """The name of the form whose signature opens the bytes, or None."""
    head = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next((name for mark, name in _SIGNATURES if head.startswith(mark)), None)


def form_of(data: bytes, source_uri: str) -> Form:
    """The form of the bytes; raises ReadingError for one that is not supported yet."""
    for form in FORMS:
        if form.recognises(data):
            return form
    name = _signature(data)
    raise ReadingError(
        source_uri,
        "文件开头",
        f"{name} 尚未支持",
        "请先导出为纯文本",
        f"head of file: {name} is not supported yet; export it as plain text",
    )
