from __future__ import annotations

import pytest

from etl.reading.line import lines_of, width


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_know_the_blank_lines_before_them(end: str) -> None:
    text = end.join(["", "标题", "", "\u3000\u3000首段。", "次段。", " \xa0", "", "末段。", ""])
    lines = lines_of(text)
    assert [line.passage.text for line in lines] == ["标题", "首段。", "次段。", "末段。"]
    assert [line.gap for line in lines] == [0, 1, 0, 2]
    assert [line.indent for line in lines] == [0.0, 2.0, 0.0, 0.0]
    assert all(text[line.passage.start : line.passage.end] == line.passage.text for line in lines)


def test_an_ascii_character_is_half_as_wide() -> None:
    assert width("增长7.2%") == 4.0
