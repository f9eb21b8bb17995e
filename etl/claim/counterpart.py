"""A bare statistic that goes on with the one just told: 一般公共预算收入…，|支出…; 交通固定资产投资…。铁路|完成投资."""

from __future__ import annotations

from typing import Final

from etl.claim.discourse import Discourse
from etl.claim.place import Place
from etl.lexicon.indicators import INDICATORS, Indicator
from etl.lexicon.terms import Found

_REVENUE, _EXPENDITURE = "收入", "支出"
_INVESTED: Final = "总投资"
_CARRIED_OUT: Final = "完成投资"
_FIXED: Final = "固定资产投资"


def counterpart(place: Place, hit: Found[Indicator] | None, discourse: Discourse) -> Found[Indicator] | None:
    """The statistic that a bare one stands for: expenditure beside revenue, investment after a sum of one kind.

    Any other stays what it is; 固定资产投资 alone is of no kind, and a project has its own 总投资.
    """
    if hit is None or hit.entry.name not in (_EXPENDITURE, _INVESTED):
        return hit
    last = (discourse.topics[-1] if discourse.topics else discourse.topic).indicator or ""
    name = ""
    if hit.entry.name == _EXPENDITURE and hit.start == place.start and last.endswith(_REVENUE):
        name = f"{last.removesuffix(_REVENUE)}{_EXPENDITURE}"
    elif hit.text == _CARRIED_OUT and last.endswith(_FIXED) and last != _FIXED:
        name = last
    entry = INDICATORS.get(name)
    return Found(hit.start, hit.end, hit.text, entry) if entry is not None else hit
