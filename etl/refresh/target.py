"""What a run needs of the place that it brings up to date: the store on a disk, or a table somewhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from etl.model import Document, SetAside
from etl.refresh.work import Ready
from etl.store import IssueRows, KnownIssues
from etl.store.archive import Contents


class Published(Protocol):
    """A state of the table: its number."""

    @property
    def serial(self) -> int:
        """Ascending."""


class Target(Protocol):
    """A table of issues with its archive; `etl.store.Store` is one. ``path`` is the folder of its ledger."""

    @property
    def path(self) -> Path:
        """The folder that the ledger is in."""

    @property
    def archive(self) -> Contents:
        """Sources and texts by their SHA-256."""

    def known(self) -> KnownIssues:
        """Every issue of the table by its id."""

    def writing(self, wait: bool = True) -> AbstractContextManager[None]:
        """Keeps other writers out where that can be done."""

    def publish(self, replace: Iterable[IssueRows] = (), remove: Iterable[str] = ()) -> Published | None:
        """Publishes all changes at once; None if nothing changes."""


class Readers(Protocol):
    """Has documents read; `etl.pool.Pool` is one."""

    def run(self, documents: Iterable[Document]) -> Iterator[tuple[Document, Ready | SetAside]]:
        """The outcome of every document, in the order of the documents."""
