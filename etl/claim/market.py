"""What is traded daily: its rise or fall on a day is against the trading day before."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.place import Place
from etl.claim.timing import Timing

_CLOSED = re.compile("收盘|收于|收报|报收|收涨|收跌|开盘|盘中|早盘|尾盘|单日[最大]*[涨跌]幅|交易日|当天|[跌涨]破")
_TRADED: Final = re.compile(
    "上证|深证|北证|中证|科创|沪深|股市|股指|股票|个股|股价|板块|[A-H港美]股|概念股|[沪深港美道纳标恒日德英]指|成份?指数?|综指|创业板|纳斯达克|道琼斯|标普|恒生|日经|期货|国际油价|油价|金价|黄金|原油|白银|比特币|汇率"
)


def traded_daily(place: Place, timing: Timing | None) -> bool:
    """沪指收盘上涨2%, 国际油价19日下跌5%: whether a growth without a printed base is that of a trading day."""
    text = place.markup.text
    if _TRADED.search(text, max(0, place.head - _REACH), place.head) is None:
        return False
    day = timing is None or timing.start == timing.end
    return day or _CLOSED.search(text, max(0, place.head - 2 * _REACH), place.head + _REACH) is not None


_REACH: Final = 40  # characters
