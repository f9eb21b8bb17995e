"""What a run has ready and not yet published: one batch is one snapshot."""

from __future__ import annotations

from etl.refresh.target import Published, Target
from etl.store import IssueRows
from etl.store.bookkeeping import Bookkeeping

_MOST_BYTES = 32 * 1024 * 1024  # of packed rows that wait in memory


class Batch:
    """Rows that come and issues that go; ``publish`` makes one snapshot of them."""

    def __init__(self, store: Target, book: Bookkeeping) -> None:
        self._store, self._book = store, book
        self._rows: list[IssueRows] = []
        self._drop: set[str] = set()
        self._last_drop: set[str] = set()
        self._bytes = 0

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def full(self) -> bool:
        """Whether it holds as many bytes as may wait."""
        return self._bytes > _MOST_BYTES

    def add(self, rows: IssueRows, size: int, instead_of: str | None = None) -> None:
        """The rows come, of which ``size`` bytes are held; what they replace under another name goes with them."""
        self._rows.append(rows)
        self._bytes += size
        self._last_drop.discard(rows.issue_id)
        if instead_of not in (None, rows.issue_id):
            self._drop.add(str(instead_of))

    def remove(self, issue_id: str) -> None:
        """The issue goes with the last batch of the run, unless its name is taken again until then."""
        self._last_drop.add(issue_id)

    def publish(self, last: bool = False) -> Published | None:
        """Publishes what is ready; None if that changes nothing."""
        drop = self._drop | (self._last_drop if last else set())
        publications = {rows.head.publication for rows in self._rows}
        snapshot = self._store.publish(replace=self._rows, remove=drop)
        if snapshot:
            self._book.loaded(publications)
        self._rows, self._drop, self._bytes = [], set(), 0
        return snapshot
