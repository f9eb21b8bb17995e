"""Statistics that end a counted noun: 7个省市|外贸进出口, 14个行业|采购经理指数."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.markup import Markup
from etl.lexicon.indicators import Indicator
from etl.lexicon.terms import Found
from etl.lexicon.units import SURFACES

PLACE_ALONE: Final = re.compile("[州省市县村镇乡区]")
"""A kind of place that is counted by one character: 9个州|新增确诊病例."""
_FIGURES: Final = frozenset({"flow", "rate", "price", "share", "capacity"})


def statistics(markup: Markup) -> list[tuple[int, int]]:
    """The spans of statistics that are not themselves counted things."""
    return [(hit.start, hit.end) for hit in markup.indicators if _is_figure(markup.text, hit)]


def _is_figure(text: str, hit: Found[Indicator]) -> bool:
    if hit.entry.nature == "index":
        return not hit.entry.generic  # 14个行业|采购经理指数
    of_place = PLACE_ALONE.search(text, hit.start - 1, hit.start) is not None  # 9个州|新增确诊病例
    return hit.entry.nature in _FIGURES and (of_place or not _counts(hit.entry))


def _counts(entry: Indicator) -> bool:
    """Whether a statistic is a number of things (案件数量), which may be what a classifier counts."""
    return entry.nature == "flow" and entry.unit in SURFACES and SURFACES[entry.unit].unit.dimension == "count"
