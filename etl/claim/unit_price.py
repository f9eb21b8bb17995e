"""What a weight or a piece of something costs: 草莓每公斤|40元, 黄瓜|4.5元一斤."""

from __future__ import annotations

from typing import Final

from etl.claim.phrase import Phrase, tidy
from etl.claim.place import Place
from etl.claim.topic import Topic, described
from etl.lexicon.indicators import INDICATORS
from etl.model import NumberMention
from etl.sieve import Sieved

_WEIGHT: Final = "(?:市斤|公斤|千克|斤|两|吨|克|升|立方米|千瓦时|桶|枚|只|头|株)"
_EACH: Final = Sieved(f"(?:大约|平均)?每{_WEIGHT}$")
_ONE: Final = Sieved(f"[一1每]{_WEIGHT}(?=[，。；、”）)]|$)")
# 稻谷补贴每斤0.1元 is paid, not asked.
_PAID: Final = Sieved("补|奖|费|税|罚|标准|成本|收益|利润|收入|赚|增收|节省|节约")

_PRICE: Final = "价格"


def unit_price(place: Place, thing: Phrase, number: NumberMention) -> Topic | None:
    """The price of the thing right before a sum of money for so much of it; None for all other sums."""
    if number.dimension != "money":
        return None
    each = _EACH.search(thing.text)
    stop = thing.start + each.start() if each else thing.end
    if each is None and not _ONE.match(place.markup.text, number.outer_end):
        return None
    name = tidy(place.markup.sentence.text[thing.start : stop])
    if len(name) < 2 or _PAID.search(name):
        return None
    entry = INDICATORS[_PRICE]
    topic = Topic(_PRICE, None, entry.nature, entry.unit, entry.scope, subject=name, own_subject=True)
    topic = topic._replace(category=entry.category, known=True, own_indicator=True)
    return described(place.markup, topic, thing.start, stop)
