"""What is traded daily: its rise or fall on a day is against the trading day before."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.place import Place
from etl.claim.timing import Timing
from etl.claim.topic import Topic
from etl.sieve import Sieved

SHARE_PRICE: Final = "股价"
_CLOSED = re.compile(
    "收盘|收于|收报|报收|收涨|收跌|开盘|盘中|早盘|午盘|尾盘|盘后|[发公]布后|单日[最大]*[涨跌]幅|交易日|当天|[跌涨]破|涨停|跌停"
)
_TRADED: Final = re.compile(
    "上证|深证|北证|中证|科创|沪深|股市|股指|股票|个股|股价|板块|涨停|跌停|[A-H港美]股|概念股|[沪深港美道纳标恒日德英]指|成份?指数?|综指|创业板|纳斯达克|道琼斯|标普|恒生|日经|期货|国际油价|油价|金价|黄金|原油|白银|比特币|汇率"
)


_SHARES: Final = Sieved("概念股|个股|涨停|跌停|[领跟]涨|[领跟]跌|(?<!展)板块")
_QUOTED: Final = Sieved("，(?:收?报|报收|收于)[0-9.]+(?:元|港元|美元)")


def tells_of_shares(text: str, start: int, end: int) -> bool:
    """概念股走强，某某股份|大涨6%, 某某科技涨3%，报15元: whether what rises between two offsets is a share."""
    return _SHARES.search(text, 0, start) is not None or _QUOTED.match(text, end) is not None


def traded_daily(place: Place, timing: Timing | None) -> bool:
    """沪指收盘上涨2%, 国际油价19日下跌5%: whether a growth without a printed base is that of a trading day."""
    text = place.markup.text
    if _TRADED.search(text, max(0, place.head - _REACH), place.head) is None:
        return _QUOTED.match(text, place.numbers.end) is not None
    day = timing is None or timing.start == timing.end
    return day or _CLOSED.search(text, max(0, place.head - 2 * _REACH), place.head + _REACH) is not None


_REACH: Final = 60  # characters


_EXCHANGES: Final = "资本市场服务"
_OF_SESSION: Final = frozenset(
    {SHARE_PRICE, "总市值", "国债收益率", "人民币汇率中间价", "人民币汇率", "逆回购", "逆回购操作利率"}
)
_TURNOVER: Final = "成交额"
_MARKETS: Final = Sieved("[两三]市|沪|深|[A-H港美]股|市场")


def is_of_session(topic: Topic) -> bool:
    """收盘时沪指报3800点, 两市成交额3万亿元: what a report of a day's trading tells is of that day."""
    if topic.indicator == _TURNOVER:
        return _MARKETS.search(topic.subject or "") is not None
    return topic.implied_sector == _EXCHANGES or topic.indicator in _OF_SESSION
