"""Round sums that a statistic passes one after the other: 生产总值连跨3个千亿元台阶、达到9800亿元."""

from __future__ import annotations

from typing import Final

from etl.claim.place import Place
from etl.model import NumberMention
from etl.sieve import Sieved

_STEPS: Final = Sieved("的?(?:[十百千万亿]{1,3}元?级?)?(?:台阶|大关|关口)")
_PASSED: Final = Sieved("个[一-鿿]{0,6}(?:台阶|大关|关口)$")
_COME_TO: Final = Sieved("[十百千万亿元级的]{0,6}(?:台阶|大关|关口)、(?:达到?|增至|增加到|为)(?:约|近|了)?")
_TO: Final = Sieved("个[一-鿿]{0,6}台阶、达到?(?:约|近|了)?$")


def counts_steps(place: Place, number: NumberMention) -> bool:
    """Whether a number tells how many steps there were: 连跨|3个|千亿元台阶."""
    return _STEPS.match(place.markup.text, number.outer_end) is not None


def are_passed(text: str, start: int, end: int) -> bool:
    """Whether a clause ends with the steps: 连跨两个千亿元台阶，|达到9800亿元."""
    return _PASSED.search(text, start, end) is not None


def come_to(place: Place) -> bool:
    """Whether nothing but the steps stands before what they come to: 3个|千亿元台阶、达到|9800亿元."""
    return _COME_TO.fullmatch(place.markup.text, place.start, place.head) is not None


def stand_before(place: Place) -> bool:
    """Whether the steps and their number stand before what they come to: |3个千亿元台阶、达到|9800亿元."""
    return _TO.search(place.markup.text, place.start, place.head) is not None
