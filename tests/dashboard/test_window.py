from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pytest

from dashboard.window import Window, in_place, read_ahead
from etl.store.ahead import in_turn


def batches(*parts: list[int]) -> pa.RecordBatchReader:
    schema = pa.schema({"position": pa.int32(), "text": pa.string()})
    made = [pa.record_batch([pa.array(part, pa.int32()), pa.array(map(str, part))], schema=schema) for part in parts]
    return pa.RecordBatchReader.from_batches(schema, made)


@pytest.mark.parametrize(
    "parts", [[[2, 3], [5], [9, 11]], [[2, 3], [9, 11], [5]], [[5, 2], [3, 9, 11]], [[9, 11], [2, 3, 5]], [[]]]
)
def test_rows_come_in_the_order_of_their_places_in_whatever_order_they_were_answered(parts: list[list[int]]) -> None:
    found = list(in_place(batches(*parts), np.array([2, 3, 5, 9, 11])))
    assert [text for batch in found for text in batch["text"].to_pylist()] == [
        str(place) for place in sorted(place for part in parts for place in part)
    ]
    assert all(batch.schema.names == ["text"] for batch in found)


def test_windows_are_read_ahead_in_their_order_and_a_failure_reaches_the_reader() -> None:
    def read(window: Window) -> Iterator[pa.RecordBatch]:
        place = window.after
        if place == 30:
            raise OSError("unreadable")
        yield from in_place(batches([place, place + 1], [place + 2]), np.arange(place, place + 3))

    windows = [Window(place, place + 10, False) for place in range(0, 50, 10)]
    found = [text for batch in read_ahead(read, windows[:3]) for text in batch["text"].to_pylist()]
    assert found == ["0", "1", "2", "10", "11", "12", "20", "21", "22"]
    with pytest.raises(OSError, match="unreadable"):
        list(read_ahead(read, windows))
    reading = read_ahead(read, windows[:3])
    next(reading)
    reading.close()  # type: ignore[attr-defined]


def test_work_that_is_done_ahead_is_given_in_turn() -> None:
    assert list(in_turn(lambda number: number * number, range(20))) == [number * number for number in range(20)]
    with pytest.raises(ZeroDivisionError):
        list(in_turn(lambda number: 1 // (number - 5), range(20)))
