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
    """An issue that is ready to be published: its rows, and how many bytes they hold in memory until then.

    What they were made of is in the archive, or ``staged`` there and to be settled before the rows are published.
    """

    issue_id: str
    tables: Mapping[str, pa.Table]
    size: int = 0
    staged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """``Work(archive)(document)`` in a worker process; modules are imported there, so that the parent stays light."""

    archive: Path
    steps: Steps | None = None

    def __call__(self, document: Document) -> Ready | SetAside:
        """The document's outcome; raises ``StoreError`` where what it is made of cannot be written."""
        from etl.extraction import document_bytes, extract_document
        from etl.store.archive import Archive
        from etl.store.fault import StoreError
        from etl.store.packed import PackedRows

        archive = Archive(self.archive)
        data = document_bytes(document)
        if isinstance(data, SetAside):
            return data
        result = extract_document(document, data, self.steps)
        if isinstance(result, SetAside):
            return result
        issue = result.issue
        contents = [issue.text.encode(), *([issue.places.to_bytes()] if issue.places else [])]
        if document.path != archive.path(document.sha256):
            contents.append(data)
        try:
            staged = archive.stage(contents)
        except OSError as error:
            raise StoreError(f"{self.archive}: 无法写入存档 · the archive cannot be written: {error}") from error
        rows = PackedRows.of(result.tables)
        return Ready(issue.issue_id, rows, rows.size, staged)
