"""By what a statistic is divided: 日均发电量 and 人均用电量 are other figures than what they are parts of."""

from __future__ import annotations

from typing import Final

from etl.claim.markup import Markup
from etl.lexicon.indicators import Indicator
from etl.lexicon.terms import Found

# A day's, a head's or a household's part of what adds up is no point of the series of the whole.
_SHARES: Final = ("日均", "单日", "人均", "户均", "月均", "亩均", "年均")
_EACH_DAY: Final = ("平均每天", "平均每日")
_A_YEARS: Final = "年均"
_GROWTH: Final = ("增速", "增长", "增幅", "增长率")
_GROWTH_WORDS: Final = (*"增降减涨跌", "同比", "下降", "复合", "递增", "上升", "提高")
_ADDS_UP: Final = frozenset({"flow", "stock", "capacity"})
_A_DAYS: Final = ("日均", "单日")
"""Shares that an alias may hold (日均客运量); the other aliases that hold one name what is told by the head anyway."""

_INSIDE: Final = (*_A_DAYS, *_EACH_DAY)


def _grows(markup: Markup, hit: Found[Indicator]) -> bool:
    """年均|出口增幅22%, 年均|GDP增速: the mean is that of the growth."""
    return hit.text.endswith(_GROWTH) or markup.text.startswith(_GROWTH_WORDS, hit.end)


def divided(markup: Markup, hit: Found[Indicator]) -> tuple[str, int]:
    """By what a statistic is divided, where its name does not say so, and where the words begin that do; '' else.

    日均|发电量, 单日票房, 人均|用电量, 平均每天|新设企业.
    """
    entry = hit.entry
    if entry.nature not in _ADDS_UP:
        return "", hit.start
    before = markup.text[max(0, hit.start - 2) : hit.start]
    if before in _SHARES and before not in entry.name and not (before == _A_YEARS and _grows(markup, hit)):
        return before, hit.start - 2
    if markup.text.endswith(_EACH_DAY, 0, hit.start) and _A_DAYS[0] not in entry.name:
        return _A_DAYS[0], hit.start - len(_EACH_DAY[0])
    share = next((share for share in _INSIDE if share in hit.text and share not in entry.name), "")
    return _A_DAYS[0] if share in _EACH_DAY else share, hit.start
