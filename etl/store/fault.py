"""What can be wrong with a store, each with the remedy in its message."""

from __future__ import annotations


class StoreError(Exception):
    """The store cannot do what was asked; the message says what to do."""


class StoreEmptyError(StoreError):
    """Nothing has been published yet."""


class StoreBusyError(StoreError):
    """Another process is writing."""


class StoreDamagedError(StoreError):
    """A file does not hold what its manifest says."""


class SnapshotGoneError(StoreError):
    """The snapshot that is asked for is no longer kept."""
