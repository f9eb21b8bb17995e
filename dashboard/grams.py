"""Where every pair of characters stands in the searched texts: a search reads no text, and its time hardly grows.

The texts are the folded sentences with their headlines, then the folded names; a text's number is its place in that
list. Each begins a new block of ``BLOCK`` characters, so that the place of a character, counted over all texts, tells
its text by one look into ``blocks``. A term is found where its pairs stand in a row: exact, for terms of any length.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, pairwise
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

BLOCK = 64
_ROWS = 40_960
"""Texts that are read at a time while the index is made."""
_CODE, _PLACE = 21, 22
"""Bits of a character's code point, and of a place in a piece: two characters and a place are one number of 64 bits."""
_SEPARATOR = "\0"

Places = npt.NDArray[np.int64]
Texts = npt.NDArray[np.int32]


def fill(database: duckdb.DuckDBPyConnection, tables: tuple[str, ...]) -> None:
    """Makes ``grams`` (pair, place) and ``blocks`` (text) of the column ``folded`` of tables with keys from 1 on.

    ``grams`` is sorted piece by piece, not as a whole: a look-up reads a row group or two of every piece, and memory
    stays bounded whatever the size of the table.
    """
    database.execute("CREATE TABLE grams (gram UBIGINT, place BIGINT)")
    database.execute("CREATE TABLE blocks (text INTEGER)")
    known, base = 0, 0
    for table in tables:
        batches = database.cursor().sql(f"SELECT folded FROM {table} ORDER BY key").to_arrow_reader(_ROWS)
        for batch in batches:
            texts = [text + _SEPARATOR * (BLOCK - len(text) % BLOCK) for text in batch.column(0).to_pylist()]
            lengths = np.array([len(text) // BLOCK for text in texts], dtype=np.int64)
            _append(database, "blocks", text=np.repeat(np.arange(known, known + len(texts), dtype=np.int32), lengths))
            characters = np.frombuffer("".join(texts).encode("utf-32-le"), dtype=np.uint32)
            for pairs, places in _pieces(characters, base):
                _append(database, "grams", gram=pairs, place=places)
            known, base = known + len(texts), base + characters.size


def holding(database: duckdb.DuckDBPyConnection, blocks: Texts, term: str) -> Texts:
    """The numbers of the texts that hold the term, some of them more than once; ``blocks`` as ``read_blocks`` gave."""
    if not term or _SEPARATOR in term:
        return np.array([], dtype=np.int32)
    if len(term) == 1:
        first = ord(term) << _CODE
        places = _places(database, "gram BETWEEN $first AND $last", first=first, last=first + (1 << _CODE) - 1)
    else:
        places = _in_a_row(database, term)
    found: Texts = blocks[places // BLOCK]
    return found


def read_blocks(database: duckdb.DuckDBPyConnection) -> Texts:
    """The number of the text to which each block of characters belongs."""
    found = database.cursor().execute("SELECT text FROM blocks ORDER BY rowid").fetchnumpy()
    return np.asarray(found["text"], dtype=np.int32)


def _append(database: duckdb.DuckDBPyConnection, table: str, **columns: npt.NDArray[np.generic]) -> None:
    database.register("new_rows", pa.table(columns))
    database.execute(f"INSERT INTO {table} SELECT {', '.join(columns)} FROM new_rows")
    database.unregister("new_rows")


def _pieces(characters: npt.NDArray[np.uint32], base: int) -> Iterator[tuple[npt.NDArray[Any], Places]]:
    """Pairs with the places of their first characters, sorted piece by piece; none that begins between two texts."""
    for start in range(0, characters.size - 1, 1 << _PLACE):
        part = characters[start : start + (1 << _PLACE) + 1].astype(np.uint64)
        packed = (((part[:-1] << _CODE) | part[1:]) << _PLACE) | np.arange(part.size - 1, dtype=np.uint64)
        packed = np.sort(packed[part[:-1] > 0])
        yield packed >> np.uint64(_PLACE), (packed & np.uint64((1 << _PLACE) - 1)).astype(np.int64) + base + start


def _in_a_row(database: duckdb.DuckDBPyConnection, term: str) -> Places:
    """Where the term begins: pairs that cover it, each as far from the first as in the term; the rarest come first."""
    pairs = list(zip(count(), pairwise(term), strict=False))
    covering = [*pairs[:-1:2], pairs[-1]]
    begun = [
        _places(database, "gram = $gram", gram=(ord(left) << _CODE) | ord(right)) - offset
        for offset, (left, right) in covering
    ]
    found, *others = sorted(begun, key=lambda places: places.size)
    for places in others:
        nearest = np.minimum(np.searchsorted(places, found), places.size - 1)
        found = found[places[nearest] == found] if places.size else found[:0]
    return found


def _places(database: duckdb.DuckDBPyConnection, condition: str, **values: int) -> Places:
    """The places of some pairs, in ascending order for a single one."""
    sql = f"SELECT place FROM grams WHERE {condition} ORDER BY place"
    return np.asarray(database.cursor().execute(sql, values).fetchnumpy()["place"], dtype=np.int64)
