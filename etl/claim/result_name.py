"""The results of a firm, which are no part of its name: 某某能源|归母净利润|为亏损5亿元."""

from __future__ import annotations

from typing import Final

from etl.lexicon.indicators import INDICATORS

_NAMES: Final = tuple(
    sorted((name for of in ("净利润", "扣非净利润") for name in INDICATORS[of].surfaces), key=len, reverse=True)
)
_ENDS: Final = ("利润", "净利", "溢利")


def without_result(text: str) -> str:
    """A name without the profit that stands behind it; nothing where the profit stands alone.

    >>> without_result("某某能源归母净利润"), without_result("净利润"), without_result("某某能源")
    ('某某能源', '', '某某能源')
    """
    if not text.endswith(_ENDS):
        return text
    return next((text[: -len(name)] for name in _NAMES if text.endswith(name)), text)
