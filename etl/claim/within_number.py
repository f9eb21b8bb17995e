"""What a printed number names itself of what it counts: 3000万人口, 38金."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from etl.model import NumberMention

_MEDALS: Final[Mapping[str, str]] = {"金": "金牌数", "银": "银牌数", "铜": "铜牌数"}


def named_within(number: NumberMention) -> str:
    """The statistic that the last character of a number tells, '' where it tells none."""
    if number.rule == "medals":
        return _MEDALS[number.text[-1]]
    return "人口" if number.text.endswith("人口") else ""
