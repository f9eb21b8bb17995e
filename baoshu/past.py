"""The claims as they were: the dashboard's queries over one snapshot, whichever is current meanwhile."""

from __future__ import annotations

from pathlib import Path

from dashboard.query import Claims


class ClaimsAsOf(Claims):
    """The claims of the snapshot in the folder ``path`` of the store."""

    def __init__(self, store: Path, path: Path) -> None:
        super().__init__(store)
        self._path = path.resolve()

    def snapshot(self) -> Path:
        """The folder of the snapshot."""
        return self._path
