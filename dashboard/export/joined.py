"""Parquet files as one: their row groups as they are, one after the other, and one footer that knows where they lie.

Arrow encodes a file with one thread. Several files are encoded at a time, and joined as they come: what a column chunk
holds does not depend on where it lies, and of the footer only the places do. The fields are those of
https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift.
"""

from __future__ import annotations

from dashboard.export.compact import Struct, read, written

MAGIC = b"PAR1"
_ROWS, _ROW_GROUPS = 3, 4
"""Fields of FileMetaData; the others are the same in every file."""
_COLUMNS, _GROUP_PLACE, _ORDINAL = 1, 5, 7
"""Fields of RowGroup."""
_META = 3
_CHUNK_PLACES = (2, 4, 6)
"""Fields of ColumnChunk: what it holds; where the chunk lies and its indexes do, counted from the file's beginning."""
_META_PLACES = (9, 10, 11, 14)
"""Fields of ColumnMetaData: where pages, the dictionary and filters lie."""


class Joined:
    """One file made of others, which have the same schema; each is given whole, and gives its part of the bytes."""

    def __init__(self) -> None:
        self._size = 0
        self._footer: Struct = {}

    def add(self, file: bytes) -> bytes:
        """The bytes that the file adds; raises ``ValueError`` for one that is no Parquet or of other columns."""
        end = len(file) - 8 - int.from_bytes(file[-8:-4], "little")
        if file[:4] != MAGIC or file[-4:] != MAGIC or end < len(MAGIC):
            raise ValueError("joined: this is no Parquet file")
        begin = len(MAGIC) if self._size else 0
        footer = read(file[end:-8])
        self._take(footer, self._size - begin)
        self._size += end - begin
        return file[begin:end]

    def footer(self) -> bytes:
        """The last bytes, after at least one file."""
        content = written(self._footer)
        return content + len(content).to_bytes(4, "little") + MAGIC

    def _take(self, footer: Struct, moved: int) -> None:
        if not self._footer:
            self._footer = footer
            return
        grown = {_ROWS, _ROW_GROUPS}
        if any(footer.get(field) != value for field, value in self._footer.items() if field not in grown):
            raise ValueError("joined: the files are not of the same columns")
        kind, rows = self._footer[_ROWS]
        self._footer[_ROWS] = kind, rows + footer[_ROWS][1]
        groups: list[Struct] = self._footer[_ROW_GROUPS][1][1]
        for group in footer[_ROW_GROUPS][1][1]:
            _move(group, moved)
            if _ORDINAL in group:
                group[_ORDINAL] = group[_ORDINAL][0], len(groups)
            groups.append(group)


def _move(group: Struct, by: int) -> None:
    _move_fields(group, (_GROUP_PLACE,), by)
    for chunk in group[_COLUMNS][1][1]:
        _move_fields(chunk, _CHUNK_PLACES, by)
        if _META in chunk:
            _move_fields(chunk[_META][1], _META_PLACES, by)


def _move_fields(struct: Struct, fields: tuple[int, ...], by: int) -> None:
    """Moves places; 0 stands for a place that is not told."""
    for field in fields:
        if field in struct and struct[field][1]:
            struct[field] = struct[field][0], struct[field][1] + by
