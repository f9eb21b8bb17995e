"""Parquet files as one: their row groups as they are, one after the other, and one footer that knows where they lie.

Arrow encodes a file with one thread. Several files are encoded at a time, or were encoded long ago, and are joined as
they come: what a column chunk holds does not depend on where it lies, and of the footer only the places do. So columns
can be left out and put into another order, too. The fields are those of
https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from dashboard.export.compact import Struct, read, written

MAGIC = b"PAR1"
_SCHEMA, _ROWS, _ROW_GROUPS = 2, 3, 4
"""Fields of FileMetaData."""
_NAME, _CHILDREN = 4, 5
_HELD = (1, 2, 3, _NAME, _CHILDREN)
"""Fields of SchemaElement: the type and its length, how often it comes, the name. By these a chunk is read; the others
say how its values are meant."""
_COLUMNS, _GROUP_BYTES, _GROUP_PLACE, _GROUP_SIZE, _ORDINAL = 1, 2, 5, 6, 7
"""Fields of RowGroup; its bytes are counted before they are compressed and after."""
_CHUNK_PLACE, _META = 2, 3
_INDEXES = (4, 5, 6, 7)
"""Fields of ColumnChunk; what is told of indexes, which lie elsewhere, is left out."""
_PATH, _BYTES, _SIZE, _PAGES, _INDEX_PAGE, _DICTIONARY = 3, 6, 7, 9, 10, 11
_FILTERS = (14, 15)
"""Fields of ColumnMetaData; filters lie elsewhere, too."""
_STRUCT = 12
"""The kind of what is listed in both."""
_Path: TypeAlias = tuple[bytes, ...]


class Joined:
    """One file made of others; each is given whole, and gives its part of the bytes.

    The first says which columns there are, and their order; the others have these, and may have more.
    """

    def __init__(self) -> None:
        self._size = 0
        self._footer: Struct = {}
        self._leaves: Mapping[_Path, Sequence[Struct]] = {}

    def add(self, file: bytes) -> bytes:
        """The bytes that the file adds; raises ``ValueError`` for one that is no Parquet or of other columns."""
        end = len(file) - 8 - int.from_bytes(file[-8:-4], "little")
        if file[:4] != MAGIC or file[-4:] != MAGIC or end < len(MAGIC):
            raise ValueError("joined: this is no Parquet file")
        footer = read(file[end:-8])
        leaves = _leaves(footer)
        pieces = []
        if not self._footer:
            self._footer = {
                **footer,
                _ROWS: (footer[_ROWS][0], 0),
                _ROW_GROUPS: (footer[_ROW_GROUPS][0], (_STRUCT, [])),
            }
            self._leaves = leaves
            pieces.append(MAGIC)
        if any(leaves.get(path) != elements for path, elements in self._leaves.items()):
            raise ValueError("joined: the files are not of the same columns")
        kind, rows = self._footer[_ROWS]
        self._footer[_ROWS] = kind, rows + footer[_ROWS][1]
        self._size += sum(map(len, pieces))
        for group in footer[_ROW_GROUPS][1][1]:
            pieces += self._chunks(group, file)
        return b"".join(pieces)

    def footer(self) -> bytes:
        """The last bytes, after at least one file."""
        content = written(self._footer)
        return content + len(content).to_bytes(4, "little") + MAGIC

    def _chunks(self, group: Struct, file: bytes) -> Iterator[bytes]:
        """The bytes of a row group's chunks, which it then has, and no others."""
        chunks = {_path(chunk): chunk for chunk in group[_COLUMNS][1][1]}
        chosen = [chunks[path] for path in self._leaves]
        groups: list[Struct] = self._footer[_ROW_GROUPS][1][1]
        group[_COLUMNS] = group[_COLUMNS][0], (_STRUCT, chosen)
        for total, part in ((_GROUP_BYTES, _BYTES), (_GROUP_SIZE, _SIZE)):
            if total in group:
                group[total] = group[total][0], sum(chunk[_META][1][part][1] for chunk in chosen)
        if _GROUP_PLACE in group:
            group[_GROUP_PLACE] = group[_GROUP_PLACE][0], self._size
        if _ORDINAL in group:
            group[_ORDINAL] = group[_ORDINAL][0], len(groups)
        groups.append(group)
        for chunk in chosen:
            start, size = _start(chunk), chunk[_META][1][_SIZE][1]
            _move(chunk, self._size - start)
            self._size += size
            yield file[start : start + size]


def _leaves(footer: Struct) -> dict[_Path, list[Struct]]:
    """By its path, of each column that has values what the elements of the schema hold, from the top down."""
    listed: list[Struct] = footer[_SCHEMA][1][1]
    elements = iter([{field: each[field] for field in _HELD if field in each} for each in listed])

    def below(path: _Path, above: list[Struct], element: Struct) -> Iterator[tuple[_Path, list[Struct]]]:
        path, above = (*path, element[_NAME][1]), [*above, element]
        if _CHILDREN not in element:
            yield path, above
        for _ in range(element[_CHILDREN][1] if _CHILDREN in element else 0):
            yield from below(path, above, next(elements))

    (_, children) = next(elements)[_CHILDREN]
    return dict(leaf for _ in range(children) for leaf in below((), [], next(elements)))


def _path(chunk: Struct) -> _Path:
    return tuple(chunk[_META][1][_PATH][1][1])


def _start(chunk: Struct) -> int:
    """Where the chunk begins: with its dictionary, if it has one."""
    meta: Struct = chunk[_META][1]
    places: list[int] = [meta[field][1] for field in (_PAGES, _DICTIONARY) if field in meta]
    return min(place for place in places if place)


def _move(chunk: Struct, by: int) -> None:
    """Moves the places that a chunk tells; 0 stands for one that is not told."""
    meta: Struct = chunk[_META][1]
    for struct, field in ((chunk, _CHUNK_PLACE), (meta, _PAGES), (meta, _INDEX_PAGE), (meta, _DICTIONARY)):
        if field in struct and struct[field][1]:
            struct[field] = struct[field][0], struct[field][1] + by
    for field in _INDEXES:
        chunk.pop(field, None)
    for field in _FILTERS:
        meta.pop(field, None)
