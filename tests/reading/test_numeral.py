from __future__ import annotations

import pytest

from etl.reading.numeral import whole


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4828", 4828),
        ("08", 8),
        ("二零二五", 2025),
        ("二〇二五", 2025),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("三十一", 31),
    ],
)
def test_the_numerals_of_a_masthead(text: str, value: int) -> None:
    assert whole(text) == value


@pytest.mark.parametrize("text", ["", "百", "A1", "二十十", "1二"])
def test_what_is_no_small_numeral(text: str) -> None:
    assert whole(text) is None
