"""Two comparisons in one: 分别比上月和上年同期低0.01个和0.2个百分点."""

from __future__ import annotations

from typing import Final

from etl.claim.base import PREVIOUS, YOY, BasePhrase
from etl.claim.place import Place
from etl.sieve import Sieved

_LAST: Final = "(?:上个?月|上周|上个?季度?|上一季度)"
_A_YEAR_AGO: Final = "(?:上年|去年)?同[期月]|上年此时|去年此时|上年|去年"
_BOTH: Final = Sieved(f"{_LAST}(?:和|与|及|、|以及)(?:比|较)?(?:{_A_YEAR_AGO})")
_EACH: Final = "分别"
_TWO: Final = 2
_NEAR: Final = 4  # characters: 比上月分别, 分别比上月


def own_of_two(place: Place, phrase: BasePhrase, index: int) -> BasePhrase:
    """Of a comparison with two times the one that the first or the second of two numbers is held against."""
    if len(place.numbers.numbers) != _TWO or _BOTH.fullmatch(phrase.text) is None:
        return phrase
    if place.markup.text.find(_EACH, max(0, phrase.start - _NEAR), place.head) < 0:
        return phrase
    comparison = YOY if index else PREVIOUS
    return BasePhrase(phrase.start, phrase.end, phrase.text, None, comparison)
