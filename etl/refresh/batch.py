"""What a run has ready and not yet published: one batch is one snapshot."""

from __future__ import annotations

from etl.refresh.target import Published, Target
from etl.store import IssueRows
from etl.store.bookkeeping import Bookkeeping

_MOST_BYTES = 64 * 1024 * 1024  # of Arrow rows that wait in memory


class Batch:
    """Rows that come and issues that go; ``publish`` makes one snapshot of them.

    Where the rows lie elsewhere until then, they need not be ``weighed``.
    """

    def __init__(self, store: Target, book: Bookkeeping, weighed: bool = True) -> None:
        self._store, self._book, self._weighed = store, book, weighed
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

    def add(self, rows: IssueRows, instead_of: str | None = None) -> None:
        """The rows come; the issue that they replace under another name goes in the same snapshot."""
        self._rows.append(rows)
        if self._weighed:
            self._bytes += sum(table.nbytes for table in rows.tables.values())
        self._last_drop.discard(rows.issue_id)
        if instead_of not in (None, rows.issue_id):
            self._drop.add(str(instead_of))

    def remove(self, issue_id: str) -> None:
        """The issue goes with the last batch of the run, unless its name is taken again until then."""
        self._last_drop.add(issue_id)

    def publish(self, last: bool = False) -> Published | None:
        """Publishes what is ready; None if that changes nothing."""
        drop = self._drop | (self._last_drop if last else set())
        publications = {rows.bucket.publication for rows in self._rows}
        snapshot = self._store.publish(replace=self._rows, remove=drop)
        if snapshot:
            self._book.loaded(publications)
        self._rows, self._drop, self._bytes = [], set(), 0
        return snapshot
