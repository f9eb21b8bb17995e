from __future__ import annotations

import pytest

from dashboard.figures.axis_ticks import ticks


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        (0, 100, "%", ["0", "20", "40", "60", "80", "100"]),
        (-12, 31, "%", ["−20", "−10", "0", "10", "20", "30", "40"]),
        (0, 8.1e13, "元", ["0", "20万亿", "40万亿", "60万亿", "80万亿", "100万亿"]),
        (0, 26000, "户", ["0", "0.5万", "1万", "1.5万", "2万", "2.5万", "3万"]),
        (0, 90000, "百分点", ["0", "20,000", "40,000", "60,000", "80,000", "100,000"]),
    ],
)
def test_ticks_are_round_and_in_chinese_magnitudes(low: float, high: float, unit: str, words: list[str]) -> None:
    values, found = ticks(low, high, unit)
    assert found == words
    assert values[0] <= low <= high <= values[-1]


@pytest.mark.parametrize("value", [0.0, 5.0, -3.2, 1e-6, 1e15])
def test_one_single_value_still_has_an_axis(value: float) -> None:
    values, words = ticks(value, value, "%")
    assert values[0] <= value <= values[-1]
    assert len(values) == len(words) >= 1
