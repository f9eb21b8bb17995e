"""Text without markup, in UTF-8, UTF-16, GB18030 or Big5."""

from __future__ import annotations

from etl.reading.decode import decode
from etl.reading.document import Document
from etl.reading.line import lines_of
from etl.reading.markup import is_markup
from etl.reading.signature import signature


class PlainText:
    """A text file: its lines are the page's."""

    name = "text"

    def recognises(self, data: bytes) -> bool:
        """Whether the bytes carry no other form's signature and no markup."""
        return signature(data) is None and not is_markup(data)

    def read(self, data: bytes, source_uri: str) -> Document:
        """The document; raises ReadingError for what is no text."""
        decoded = decode(data, source_uri)
        return Document(decoded.text, lines_of(decoded.text), self.name, decoded.encoding)


FORM = PlainText()
