"""Limits on what is read: refused by size before a byte is looked at."""

from __future__ import annotations

from etl.reading.error import ReadingError


def refuse_size(size: int, limit: int, source_uri: str) -> None:
    """Raises ReadingError when ``size`` is more than ``limit``, both in bytes."""
    if size > limit:
        megabytes = limit // (1024 * 1024)
        raise ReadingError(
            source_uri,
            "文件大小",
            f"{size:,} 字节，超过 {megabytes} MB",
            "请按期拆分",
            f"size: {size:,} bytes, more than {megabytes} MB; split it into issues",
        )
