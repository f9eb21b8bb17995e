"""Things of which more are made or sold: 分产品产量看，光缆、发电机组|分别增长."""

from __future__ import annotations

from typing import Final

from etl.claim.markup import Markup
from etl.lexicon.indicators import Indicator
from etl.lexicon.terms import Found

MADE: Final = frozenset({"产量", "销量", "出口额", "出口量", "产值", "增加值", "零售额"})


def is_made(markup: Markup, hit: Found[Indicator]) -> bool:
    """Whether a statistic of how many there are (发电机组) is printed as the name of a product."""
    if hit.entry.nature != "stock" or hit.entry.unit in ("元", "%"):
        return False
    return any(t.start <= hit.start and hit.end <= t.end for t in markup.products)
