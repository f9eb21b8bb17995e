"""What a worker does with one document: its bytes and its text go to the archive, its claims to the caller."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from etl.model import Document, SetAside

if TYPE_CHECKING:
    import pyarrow as pa

    from etl.extraction import Steps


@dataclass(frozen=True, slots=True)
class Ready:
    """An issue that is ready to be published: its rows; what they were made of is in the archive."""

    issue_id: str
    tables: Mapping[str, pa.Table]


@dataclass(frozen=True, slots=True)
class Work:
    """``Work(archive)(document)`` in a worker process; modules are imported there, so that the parent stays light."""

    archive: Path
    steps: Steps | None = None

    def __call__(self, document: Document) -> Ready | SetAside:
        """The document's outcome; what it is made of is in the archive before the outcome is known."""
        from etl.extraction import document_bytes, extract_document
        from etl.store.archive import Archive

        archive = Archive(self.archive)
        data = document_bytes(document)
        if isinstance(data, SetAside):
            return data
        result = extract_document(document, data, self.steps)
        if isinstance(result, SetAside):
            return result
        if document.path != archive.path(document.sha256):
            archive.put(data)
        issue = result.issue
        archive.put(issue.text.encode())
        if issue.places:
            archive.put(issue.places.to_bytes())
        return Ready(issue.issue_id, result.tables)
