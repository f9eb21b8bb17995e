"""Signatures: what the first bytes of a file say of its form."""

from __future__ import annotations

_SIGNATURES = (
    (b"%pdf-", "PDF"),
    (b"pk\x03\x04", "ZIP"),
    (b"pk\x05\x06", "ZIP"),
    (b"\xd0\xcf\x11\xe0", "DOC/XLS"),
    (b"{\\rtf", "RTF"),
    (b"\x89png", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"gif8", "GIF"),
    (b"ii*\x00", "TIFF"),
    (b"mm\x00*", "TIFF"),
    (b"\x1f\x8b", "GZIP"),
    (b"rar!", "RAR"),
    (b"7z\xbc\xaf", "7Z"),
)
_PDF_HEAD = 1024  # bytes; the standard lets a PDF begin so late


def signature(data: bytes) -> str | None:
    """The name of the form whose signature opens the bytes, or None."""
    head = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    found = next((name for mark, name in _SIGNATURES if head.startswith(mark)), None)
    return "PDF" if found is None and b"%PDF-1." in data[:_PDF_HEAD] else found
