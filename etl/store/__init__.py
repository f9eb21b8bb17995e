"""The store of the claims table: durable snapshots of plain Parquet, and what is read and exported from them."""

from etl.store.bucket import DATASETS
from etl.store.commit import IssueRows
from etl.store.fault import StoreBusyError, StoreDamagedError, StoreEmptyError, StoreError
from etl.store.known import KnownIssue, KnownIssues
from etl.store.pages import Frame, NoPictureError, frames, page_picture, source_url
from etl.store.snapshot import Snapshot
from etl.store.store import Store

__all__ = [
    "DATASETS",
    "Frame",
    "IssueRows",
    "KnownIssue",
    "KnownIssues",
    "NoPictureError",
    "Snapshot",
    "Store",
    "StoreBusyError",
    "StoreDamagedError",
    "StoreEmptyError",
    "StoreError",
    "frames",
    "page_picture",
    "source_url",
]
