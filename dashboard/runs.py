"""The refreshes on record: what the page needs to know of each, whoever keeps the book."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol


class Run(Protocol):
    """One refresh; times are aware, ``state`` is running, done, failed or interrupted."""

    @property
    def run_id(self) -> int: ...  # noqa: D102
    @property
    def started(self) -> datetime: ...  # noqa: D102
    @property
    def seconds(self) -> float | None: ...  # noqa: D102
    @property
    def state(self) -> str: ...  # noqa: D102
    @property
    def trigger(self) -> str: ...  # noqa: D102
    @property
    def found(self) -> int: ...  # noqa: D102
    @property
    def new(self) -> int: ...  # noqa: D102
    @property
    def changed(self) -> int: ...  # noqa: D102
    @property
    def unchanged(self) -> int: ...  # noqa: D102
    @property
    def removed(self) -> int: ...  # noqa: D102
    @property
    def set_aside(self) -> int: ...  # noqa: D102
    @property
    def claims(self) -> int: ...  # noqa: D102
    @property
    def snapshot(self) -> int | None: ...  # noqa: D102
    @property
    def message(self) -> str: ...  # noqa: D102


class SetAside(Protocol):
    """A document that is not in the table in its present state, and why."""

    @property
    def source_uri(self) -> str: ...  # noqa: D102
    @property
    def reason(self) -> str: ...  # noqa: D102
    @property
    def tries(self) -> int: ...  # noqa: D102
    @property
    def first(self) -> datetime: ...  # noqa: D102
    @property
    def duplicate_of(self) -> str | None: ...  # noqa: D102
    @property
    def kept_issue(self) -> str | None: ...  # noqa: D102


class Source(Protocol):
    """A place that issues come from: when it was last asked and what was wrong."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def asked(self) -> datetime: ...  # noqa: D102
    @property
    def answered(self) -> datetime | None: ...  # noqa: D102
    @property
    def message(self) -> str: ...  # noqa: D102


class Ledger(Protocol):
    """The book of one store."""

    def runs(self) -> Sequence[Run]:
        """The latest refreshes, newest first."""

    def set_aside(self) -> Sequence[SetAside]:
        """What is set aside now, faults before duplicates."""

    def sources(self) -> Sequence[Source]:
        """Every source that was ever asked."""


class StoreLedger:
    """The ledger that the refresh keeps in the store (``etl.store.ledger``); without one, an empty book."""

    _MODULE = "etl.store.ledger"

    def __init__(self, store: Path) -> None:
        self._store = store
        self._book = import_module(self._MODULE) if find_spec(self._MODULE) else None

    def runs(self) -> Sequence[Run]:
        """The latest refreshes, newest first."""
        return [] if self._book is None else list(self._book.runs(self._store))

    def set_aside(self) -> Sequence[SetAside]:
        """What is set aside now, faults before duplicates."""
        return [] if self._book is None else list(self._book.set_aside(self._store))

    def sources(self) -> Sequence[Source]:
        """Every source that was ever asked."""
        return [] if self._book is None else list(self._book.sources(self._store))
