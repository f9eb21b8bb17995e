"""Where every pair of characters stands in the searched texts: a search reads no text, and its time hardly grows.

The texts are the folded sentences with their headlines, then the folded names; a text's number is its place in that
list. Each begins a new block of ``BLOCK`` characters, so that the place of a character, counted over all texts, tells
its text by one look into ``blocks``. A term is found where its pairs stand in a row: exact, for terms of any length.
"""

from __future__ import annotations

import sys
from itertools import count, pairwise
from pathlib import Path

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from dashboard import arrays
from dashboard.bits import Bits, at_once
from dashboard.record import columns

_BLOCK_BITS = 6
BLOCK = 1 << _BLOCK_BITS
_ROWS = 40_960
"""Texts that are read at a time while the index is made."""
_CODE, _PLACE = 20, 24
"""Bits of a character's number, and of a place in a piece: two characters and a place are one number of 64 bits."""
_PUT = 1 << 22
"""Pairs that are put down at a time."""
_SORTED = 1 << 23
"""Pairs that are sorted at a time, and some more."""
_SEPARATOR = "\0"
MANY = 100_000
"""From so many texts on, those that hold what is common are listed beforehand."""
_COMMON = 16
"""What one text in so many holds is common."""
_MERGED = 16
"""A list of so many times as many places is looked into; others are merged."""
_COMMON_TEXTS = "common_{}"
"""The array of the texts that hold what is common."""

Places = npt.NDArray[np.int64]
Texts = npt.NDArray[np.int32]


def fill(database: duckdb.DuckDBPyConnection, tables: tuple[str, ...]) -> None:
    """Makes ``grams`` (pair, place), ``blocks`` (text) and ``characters`` of the column ``folded`` of tables.

    Their keys go from 1 on. Pairs are first put down piece by piece, in a database beside, each piece sorted; then they
    are taken over, some pairs at a time: memory stays bounded whatever the size of the table, and all places of a pair
    stand in a row. Characters are numbered as they come, so that a piece can be large.
    """
    _attach(database)
    database.execute("CREATE TABLE blocks (text INTEGER)")
    numbers, known = _Characters(), 0
    piece = _Piece(database)
    for table in tables:
        batches = database.cursor().sql(f"SELECT folded FROM {table} ORDER BY key").to_arrow_reader(_ROWS)
        for batch in batches:
            texts = [text + _SEPARATOR * (BLOCK - len(text) % BLOCK) for text in batch.column(0).to_pylist()]
            lengths = np.array([len(text) // BLOCK for text in texts], dtype=np.int64)
            _append(database, "blocks", text=np.repeat(np.arange(known, known + len(texts), dtype=np.int32), lengths))
            characters = np.frombuffer("".join(texts).encode("utf-32-le"), dtype=np.uint32)
            piece.add(numbers.of(characters))
            known += len(texts)
    piece.close()
    _take_over(database)
    database.execute("CREATE TABLE characters (character UINTEGER, number UINTEGER)")
    listed = np.flatnonzero(numbers.known).astype(np.uint32)
    _append(database, "characters", character=listed, number=numbers.known[listed])
    database.execute("CREATE TABLE common (term VARCHAR, number INTEGER)")
    if known >= MANY:
        _list_common(database, known)
    database.execute("DROP TABLE counted")


def _attach(database: duckdb.DuckDBPyConnection) -> None:
    """A database for the pairs as they come, which goes with the file that is being made."""
    path = _path(database, "current_database()")
    beside = f"{path}.pairs" if path else ":memory:"
    database.execute("ATTACH '{}' AS beside".format(beside.replace("'", "''")))
    database.execute("CREATE TABLE beside.pairs (gram UBIGINT, place BIGINT)")


def _take_over(database: duckdb.DuckDBPyConnection) -> None:
    """Makes ``grams`` of the pairs, sorted, and the temporary table ``counted``."""
    database.execute("CREATE TEMP TABLE counted AS SELECT gram, count(*) AS n FROM beside.pairs GROUP BY gram")
    database.execute("CREATE TABLE grams (gram UBIGINT, place BIGINT)")
    grams, sizes = columns(database.execute("SELECT gram, n FROM counted ORDER BY gram")).values()
    shares = np.cumsum(sizes) // _SORTED
    lasts = np.flatnonzero(np.diff(shares, append=-1))
    firsts = np.concatenate([[0], lasts[:-1] + 1])[: lasts.size]
    for first, last in zip(grams[firsts].tolist(), grams[lasts].tolist(), strict=True):
        database.execute(
            "INSERT INTO grams SELECT gram, place FROM beside.pairs WHERE gram BETWEEN $first AND $last"
            " ORDER BY gram, place",
            {"first": first, "last": last},
        )
    path = _path(database, "'beside'")
    database.execute("DETACH beside")
    if path:
        Path(path).unlink()


def _path(database: duckdb.DuckDBPyConnection, name: str) -> str | None:
    """The file of the database of that name, which is told in SQL; None for one in memory."""
    sql = f"SELECT path FROM duckdb_databases() WHERE database_name = {name}"
    found: list[tuple[str | None]] = database.execute(sql).fetchall()
    return found[0][0]


def _list_common(database: duckdb.DuckDBPyConnection, texts: int) -> None:
    """Puts down which texts hold each pair and each character that is common."""
    blocks, least = read_blocks(database), texts // _COMMON
    database.execute(
        "CREATE TEMP TABLE spelt AS SELECT number, chr(CAST(character AS INTEGER)) AS word FROM characters"
    )
    pairs = (
        "SELECT l.word || r.word AS word, gram, gram FROM counted JOIN spelt l ON l.number = gram >> {code}"
        " JOIN spelt r ON r.number = gram & {mask} WHERE n >= {least}"
    )
    single = (
        "SELECT word, number::UBIGINT << {code}, (number::UBIGINT << {code}) + {mask} FROM spelt"
        " JOIN counted ON number = gram >> {code} GROUP BY ALL HAVING sum(n) >= {least}"
    )
    sql = f"{pairs} UNION ALL {single} ORDER BY 1"
    found = database.execute(sql.format(code=_CODE, mask=(1 << _CODE) - 1, least=least)).fetchall()
    for number, (word, first, last) in enumerate(found):
        bits = _of_texts(blocks, _places(database, first, last), texts)
        if bits.count >= least:
            arrays.put(database, _COMMON_TEXTS.format(number), bits.packed)
            database.execute("INSERT INTO common VALUES (?, ?)", [word, number])
    database.execute("DROP TABLE spelt")


def holding(database: duckdb.DuckDBPyConnection, blocks: Texts, term: str) -> Bits:
    """Which texts hold the term; ``blocks`` as ``read_blocks`` gave them."""
    texts = int(blocks[-1]) + 1 if blocks.size else 0
    listed = database.cursor().execute("SELECT number FROM common WHERE term = $term", {"term": term}).fetchall()
    if listed:
        return Bits(arrays.read(database, _COMMON_TEXTS.format(listed[0][0])), texts)
    numbers = _numbers(database, term) if term and _SEPARATOR not in term else None
    if numbers is None:
        return Bits.with_members(blocks[:0], texts)
    if len(term) == 1:
        first = numbers[0] << _CODE
        places = _places(database, first, first + (1 << _CODE) - 1)
    else:
        places = _in_a_row(database, numbers)
    return _of_texts(blocks, places, texts)


def _of_texts(blocks: Texts, places: Places, texts: int) -> Bits:
    """The texts in which these places lie."""
    return Bits.with_members(blocks[places >> _BLOCK_BITS], texts)


def read_blocks(database: duckdb.DuckDBPyConnection) -> Texts:
    """The number of the text to which each block of characters belongs."""
    found = database.cursor().execute("SELECT text FROM blocks ORDER BY rowid").fetchnumpy()
    return np.asarray(found["text"], dtype=np.int32)


def _append(database: duckdb.DuckDBPyConnection, table: str, **cells: npt.NDArray[np.generic]) -> None:
    database.register("new_rows", pa.table(cells))
    database.execute(f"INSERT INTO {table} SELECT {', '.join(cells)} FROM new_rows")
    database.unregister("new_rows")


class _Characters:
    """The numbers of characters by their code points; 0 for the separator, and for one that has not come yet."""

    def __init__(self) -> None:
        self.known = np.zeros(sys.maxunicode + 1, dtype=np.uint32)
        self._last = 0

    def of(self, characters: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
        """The numbers of characters, some of which may be new."""
        numbers = self.known[characters]
        new = np.unique(characters[(numbers == 0) & (characters > 0)])
        if not new.size:
            return numbers
        self.known[new] = np.arange(self._last + 1, self._last + 1 + new.size)
        self._last += new.size
        if self._last >= 1 << _CODE:
            raise OverflowError(f"more than {1 << _CODE:,} different characters")
        return self.known[characters]


class _Piece:
    """Characters that wait until there are enough of them for a piece of ``grams``."""

    def __init__(self, database: duckdb.DuckDBPyConnection) -> None:
        self._database = database
        self._waiting: list[npt.NDArray[np.uint32]] = []
        self._size, self._base = 0, 0

    def add(self, numbers: npt.NDArray[np.uint32]) -> None:
        """Takes the characters of whole texts."""
        if self._size + numbers.size > 1 << _PLACE:
            self.close()
        self._waiting.append(numbers)
        self._size += numbers.size

    def close(self) -> None:
        """Puts down what waits."""
        numbers = np.concatenate([*self._waiting, np.array([], dtype=np.uint32)])
        for start in range(0, numbers.size, 1 << _PLACE):
            packed = _packed(numbers[start : start + (1 << _PLACE) + 1])
            for at in range(0, packed.size, _PUT):
                part = packed[at : at + _PUT]
                places = (part & np.uint64((1 << _PLACE) - 1)).astype(np.int64) + self._base + start
                _append(self._database, "beside.pairs", gram=part >> np.uint64(_PLACE), place=places)
        self._base += numbers.size
        self._waiting, self._size = [], 0


def _packed(numbers: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint64]:
    """Pairs with the places of their first characters, sorted; none that begins between two texts."""
    packed = numbers[:-1].astype(np.uint64)
    packed <<= np.uint64(_CODE)
    packed |= numbers[1:]
    packed <<= np.uint64(_PLACE)
    packed |= np.arange(packed.size, dtype=np.uint64)
    packed = packed[numbers[:-1] > 0]
    packed.sort()
    return packed


def _numbers(database: duckdb.DuckDBPyConnection, term: str) -> list[int] | None:
    """The numbers of the term's characters; None if one of them stands nowhere."""
    sql = "SELECT character, number FROM characters WHERE list_contains($characters, character)"
    found = dict(database.cursor().execute(sql, {"characters": [ord(each) for each in term]}).fetchall())
    return [found[ord(each)] for each in term] if all(ord(each) in found for each in term) else None


def _in_a_row(database: duckdb.DuckDBPyConnection, term: list[int]) -> Places:
    """Where the term begins: pairs that cover it, each as far from the first as in the term; the rarest come first."""
    pairs = list(zip(count(), pairwise(term), strict=False))
    covering = [*pairs[:-1:2], pairs[-1]]

    def begun(pair: tuple[int, tuple[int, int]]) -> Places:
        offset, (left, right) = pair
        gram = (left << _CODE) | right
        return _places(database, gram, gram) - offset

    found, *others = sorted(at_once(begun, covering), key=lambda places: places.size)
    for places in others:
        found = _in_both(found, places)
    return found


def _in_both(few: Places, many: Places) -> Places:
    """The places that are in both of two ascending lists."""
    if few.size * _MERGED < many.size:
        nearest = np.minimum(np.searchsorted(many, few), many.size - 1)
        looked_up: Places = few[many[nearest] == few]
        return looked_up
    both = np.concatenate([few, many])
    both.sort(kind="stable")  # a merge, since it finds two runs
    merged: Places = both[:-1][both[1:] == both[:-1]]
    return merged


def _places(database: duckdb.DuckDBPyConnection, first: int, last: int) -> Places:
    """The places of the pairs from ``first`` to ``last``; in ascending order for a single one, as they stand there."""
    sql = "SELECT place FROM grams WHERE gram BETWEEN $first AND $last"
    found = database.cursor().sql(sql, params={"first": first, "last": last}).to_arrow_table()
    places: Places = found["place"].to_numpy()
    return np.sort(places) if first == last and (places[1:] <= places[:-1]).any() else places
