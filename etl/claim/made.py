"""Things of which more are made or sold: 分产品产量看，光缆、发电机组|分别增长."""

from __future__ import annotations

from typing import Final

from etl.claim.discourse import Discourse
from etl.claim.markup import Markup
from etl.claim.place import Place
from etl.claim.topic import Topic, described
from etl.lexicon.indicators import INDICATORS, SURFACES, Indicator
from etl.lexicon.terms import Found
from etl.model import NumberMention
from etl.sieve import Sieved

MADE: Final = frozenset({"产量", "销量", "出口额", "出口量", "产值", "增加值", "零售额"})


_OUTPUT: Final = "产量"
_POWER: Final = "发电量"


def names_output(indicator: str | None) -> bool:
    """Whether a statistic is of what is made: 产量, 发电量, 粮食产量."""
    return indicator is not None and (indicator.endswith(_OUTPUT) or indicator == _POWER)


def output_of(product: str, last: str | None) -> Indicator | None:
    """发电量增长3%，|钢材|增长4%: the output of a product told after that of another; None after 产量 itself."""
    if last == _OUTPUT or not names_output(last):
        return None
    own = SURFACES.get(f"{product}{_OUTPUT}")
    return own if own is not None and own.name != last else INDICATORS[_OUTPUT]


def is_made(markup: Markup, hit: Found[Indicator]) -> bool:
    """Whether a statistic of how many there are (发电机组) is printed as the name of a product."""
    if hit.entry.nature != "stock" or hit.entry.unit in ("元", "%"):
        return False
    return any(t.start <= hit.start and hit.end <= t.end for t in markup.products)


_COMES_TO: Final = Sieved("(?:则|也|更|产量|已)?(?:达到?|超过?|突破|为|是|有)?了?")


def also_made(place: Place, number: NumberMention, discourse: Discourse) -> Topic | None:
    """集成电路产量增长19%，|新能源汽车|超过110万辆: another product of the list has the statistic of the one before."""
    markup, last = place.markup, discourse.topics[-1] if discourse.topics else None
    if last is None or last.indicator not in _DEALT or not last.sector or number.unit not in _PIECES:
        return None
    thing = next((term for term in markup.products if term.start == place.start), None)
    if thing is None or _COMES_TO.fullmatch(markup.text, thing.end, place.head) is None:
        return None
    made = last.inherited()._replace(subject=thing.text, sector=None, classes=(), own_subject=True)
    return described(markup, made, thing.start, thing.end)


_DEALT: Final = frozenset({"产量", "销量"})
_PIECES: Final = frozenset({"辆", "台", "套", "部", "艘", "件", "块", "颗"})
