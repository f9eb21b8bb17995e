"""Capacity that is shut down is no capacity that there is: 淘汰炼铁|产能|300万吨, 退出了1亿吨的|产能."""

from __future__ import annotations

from typing import Final

from etl.lexicon.indicators import INDICATORS, Indicator
from etl.sieve import Sieved

_CAPACITY: Final = "产能"
_SHUT: Final = "去产能"
_SHUTS: Final = Sieved("(?:淘汰|压减|化解|退出|关停|削减|压缩|关闭)(?!企业|市场)[^。；]{0,30}(?<![年日设])$")
# 淘汰|年产能|30万吨的小煤矿 tells how large the mines are


def closed_down(entry: Indicator, text: str, start: int, end: int) -> Indicator:
    """The statistic of ``entry``, or what was shut down where the words between the offsets tell so."""
    if entry.name != _CAPACITY or _SHUTS.search(text, start, end) is None:
        return entry
    return INDICATORS[_SHUT]
