"""Which part of the firms or people asked are of a kind: 反映订单增长的|企业占比|为35%."""

from __future__ import annotations

from typing import Final

from etl.claim.markup import Markup
from etl.claim.place import Place
from etl.claim.topic import Topic
from etl.model import NumberMention
from etl.sieve import Sieved

_WHO: Final = (
    "(?:中小|民营|小微|受访|样本|工业|外资)?(?:企业|单位|家庭|居民|受访者|消费者|网民|职工|农户|用户|城市|公司)"
)
_SHARE: Final = Sieved(f"[一-鿿]的({_WHO})(?:数量|数)?的?(占比|比例|比重)")
_FORMS: Final = frozenset({"percent", "points"})


def members_share(place: Place, number: NumberMention) -> Topic | None:
    """The topic of a number that tells so; what describes the members (固定资产投资增长的) is not what it is of."""
    if number.form not in _FORMS:
        return None
    return printed_share(place.markup, place.start, place.head)


def printed_share(markup: Markup, start: int, end: int) -> Topic | None:
    """The topic of the share of members that is named last between two offsets."""
    named = list(_SHARE.finditer(markup.text, start, end)) if _SHARE.may(markup.text, start, end) else []
    if not named:
        return None
    found = named[-1]
    if any(hit.start >= found.end() and hit.end <= end for hit in markup.indicators):
        return None
    who, share = found.groups()
    return Topic(
        f"{who}{share}",
        f"{who}{share}",
        "share",
        "%",
        "subject",
        subject=who,
        own_indicator=True,
        own_subject=True,
        known=True,
    )
