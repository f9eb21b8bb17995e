"""The store of the claims table: durable snapshots of plain Parquet, and what is read and exported from them."""

from etl.store.bucket import DATASETS
from etl.store.commit import IssueRows
from etl.store.fault import StoreBusyError, StoreDamagedError, StoreEmptyError, StoreError
from etl.store.snapshot import Snapshot
from etl.store.store import KnownIssue, Store

__all__ = [
    "DATASETS",
    "IssueRows",
    "KnownIssue",
    "Snapshot",
    "Store",
    "StoreBusyError",
    "StoreDamagedError",
    "StoreEmptyError",
    "StoreError",
]
