"""The day from which a rate is another: 自7月1日起，基础养老金每月提高|20元 is of that day, not of all days since."""

from __future__ import annotations

import re
from typing import Final

from etl.characters import normalise
from etl.claim.markup import Markup
from etl.claim.timing import Timing
from etl.model import NumberMention, PeriodMention
from etl.sieve import Sieved

_FROM_DAY: Final = Sieved("(?:从|自)[^，。；]{0,12}[日号](?:起|开始)")
_RATES: Final = frozenset({"%", "百分点", "元", "‰"})
_SET: Final = Sieved("(?:提高|[上下]调|调[高低]|降低|[上下]浮|调整|降)[到至为]?(?:每[一-鿿]{1,2}){0,2}$")
# 累计提高, 同比提高, 逐月提高: what goes on.
_GOES_ON: Final = re.compile("累计|共|平均|每年|逐|年均|同比|环比|[比较]上|[比较]去|已")


def of_the_day(markup: Markup, found: PeriodMention, number: NumberMention, timing: Timing) -> Timing:
    """``timing``, or the first day of ``found`` where ``number`` was set anew on it."""
    begun = found.date_start
    text = markup.text
    if begun is None or number.unit not in _RATES or not _FROM_DAY.match(normalise(found.text)):
        return timing
    left = text[found.end : number.outer_start]
    if _SET.search(left) is None or _GOES_ON.search(left) is not None or timing.start != begun:
        return timing
    return Timing(begun, begun, "instant", timing.text, timing.role)
