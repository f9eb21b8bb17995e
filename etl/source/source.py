"""What every source of documents has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from etl.model import Document, SetAside


class SourceError(Exception):
    """The source as a whole cannot be used; the message names it and says what to do."""


class Source(Protocol):
    """A source of documents.

    ``name`` is what people call it, ``kind`` is ``folder`` or ``epaper``, ``origin`` stands in the table for it.
    ``whole`` says that it names all it has: what it no longer names is gone and leaves the table.
    """

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def kind(self) -> str:
        """``folder`` or ``epaper``."""

    @property
    def origin(self) -> str:
        """What stands in the table for it."""

    @property
    def whole(self) -> bool:
        """Whether a document that it does not name is gone."""

    def found(self) -> Iterator[Document | SetAside]:
        """Every document it has, in order, and what could not be had, with the reason.

        Raises ``SourceError`` when the source cannot be used at all.
        """
