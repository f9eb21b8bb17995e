"""The forms that issues come in. Each is known by its content, never by a file's name.

A form is a module in `etl.reading.forms` with a ``FORM``: adding one is adding a file.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from etl.reading import forms
from etl.reading.document import Document
from etl.reading.error import ReadingError
from etl.reading.signature import signature


class Form(Protocol):
    """A form of document: whether some bytes have it, and how they are read. No two forms claim the same bytes."""

    @property
    def name(self) -> str:
        """The form's name, as the issues table says it."""

    def recognises(self, data: bytes) -> bool:
        """Whether the bytes have this form; quick, never raises, reads no more than it must."""

    def read(self, data: bytes, source_uri: str) -> Document:
        """What the bytes hold; raises ReadingError."""


@cache
def all_forms() -> tuple[Form, ...]:
    """Every form, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(forms.__path__))
    modules = [import_module(f"{forms.__name__}.{name}") for name in names]
    return tuple(cast(Form, module.FORM) for module in modules if hasattr(module, "FORM"))


def form_of(data: bytes, source_uri: str) -> Form:
    """The form of the bytes; raises ReadingError for one that is not supported."""
    for form in all_forms():
        if form.recognises(data):
            return form
    name = signature(data) or "?"
    raise ReadingError(
        source_uri,
        "文件开头",
        f"{name} 不在支持的形式之列（文本、PDF、PNG/JPEG 扫描件、电子报网页、DOCX）",
        "请另存为其中之一",
        f"head of file: {name} is none of the forms that are read (text, PDF, PNG/JPEG scans, e-paper HTML, DOCX); "
        "save it as one of them",
    )
