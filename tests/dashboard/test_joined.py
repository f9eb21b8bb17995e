from __future__ import annotations

import io
from collections.abc import Iterable

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dashboard.export import compact
from dashboard.export.joined import Joined

SCHEMA = pa.schema(
    [
        pa.field("number", pa.int32(), metadata={"unit": "元"}),
        pa.field("name", pa.string(), nullable=False),
        pa.field("classes", pa.list_(pa.string())),
        pa.field("sure", pa.bool_()),
    ],
    metadata={"table": "表"},
)


def table(first: int, rows: int) -> pa.Table:
    numbers = range(first, first + rows)
    columns = [
        [number if number % 3 else None for number in numbers],
        [f"第{number % 7}" for number in numbers],
        [["甲"] * (number % 3) for number in numbers],
        [number % 2 == 0 for number in numbers],
    ]
    return pa.table([pa.array(cells, field.type) for cells, field in zip(columns, SCHEMA, strict=True)], SCHEMA)


def written(tables: Iterable[pa.Table]) -> bytes:
    file = io.BytesIO()
    with pq.ParquetWriter(file, SCHEMA, compression="zstd", write_page_checksum=True, write_page_index=False) as writer:
        for each in tables:
            writer.write_table(each)
    return file.getvalue()


def joined(files: Iterable[bytes]) -> bytes:
    one = Joined()
    parts = [one.add(file) for file in files]
    return b"".join([*parts, one.footer()])


@pytest.mark.parametrize("sizes", [[5], [5, 1], [400, 3, 70], [2] * 40])
def test_joined_files_are_byte_for_byte_what_one_writer_makes(sizes: list[int]) -> None:
    tables = [table(sum(sizes[:place]), size) for place, size in enumerate(sizes)]
    assert joined(written([each]) for each in tables) == written(tables)


def test_a_file_without_rows_joins_too() -> None:
    assert joined([written([])]) == written([])
    found = pq.read_table(io.BytesIO(joined([written([]), written([table(0, 4)]), written([])])))
    assert found.equals(table(0, 4), check_metadata=False)


def test_what_is_no_parquet_or_of_other_columns_is_refused() -> None:
    one = Joined()
    one.add(written([table(0, 2)]))
    for content in (b"", b"PAR1", b"PAR1PAR1", b"PAR1" + b"\xff" * 8 + b"PAR1"):
        with pytest.raises(ValueError, match="no Parquet"):
            one.add(content)
    other = io.BytesIO()
    pq.write_table(pa.table({"number": [1]}), other)
    with pytest.raises(ValueError, match="columns"):
        one.add(other.getvalue())


def test_a_footer_reads_and_writes_as_it_was() -> None:
    file = written([table(0, 300), table(300, 5)])
    footer = file[-8 - int.from_bytes(file[-8:-4], "little") : -8]
    assert compact.written(compact.read(footer)) == footer
    for end in (0, 1, len(footer) // 2, len(footer) - 1):
        with pytest.raises(IndexError):
            compact.read(footer[:end])


def test_every_kind_of_value_reads_and_writes_as_it_was() -> None:
    truths = 9, (1, [b"\1", b"\2"])
    numbers = 9, (6, list(range(-40, 40)))
    fields = {1: (1, b""), 2: (2, b""), 3: (3, b"\7"), 20: (4, -3), 21: (7, b"12345678"), 22: (6, -(2**40))}
    struct: compact.Struct = fields | {300: truths, 301: numbers, 302: (12, {1: (8, b"")}), 303: (10, (8, []))}
    assert compact.read(compact.written(struct)) == struct
    with pytest.raises(ValueError, match="kind 11"):
        compact.read(b"\x1b\0\0")


def test_columns_that_the_first_file_lacks_are_left_out_and_its_order_is_kept() -> None:
    names = ["classes", "number"]
    schema = pa.schema([SCHEMA.field(name) for name in names], SCHEMA.metadata)
    tables = [table(0, 300), table(300, 5)]
    first, wanted = io.BytesIO(), io.BytesIO()
    for file, parts in ((first, []), (wanted, tables)):
        with pq.ParquetWriter(file, schema, compression="zstd", write_page_checksum=True) as writer:
            for part in parts:
                writer.write_table(part.select(names))
    content = joined([first.getvalue(), *(written([each]) for each in tables)])
    assert content == wanted.getvalue()
    assert pq.read_table(io.BytesIO(content), page_checksum_verification=True).equals(
        pa.concat_tables(tables).select(names)
    )
    with pytest.raises(ValueError, match="columns"):
        joined([written([]), wanted.getvalue()])


def test_what_is_told_of_indexes_is_left_out() -> None:
    file = io.BytesIO()
    pq.write_table(table(0, 50), file, write_page_index=True)
    content = joined([written([]), file.getvalue()])
    footer = compact.read(content[-8 - int.from_bytes(content[-8:-4], "little") : -8])
    assert all(field < 4 for chunk in footer[4][1][1][0][1][1][1] for field in chunk)
    assert pq.read_table(io.BytesIO(content)).equals(table(0, 50))
