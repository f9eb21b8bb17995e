"""Two comparisons in one: 分别比上月和上年同期低0.01个和0.2个百分点, 比2022年、2019年分别增长8%和3%."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from etl.claim.base import PREVIOUS, YOY, BasePhrase
from etl.claim.place import Place
from etl.model import NumberMention
from etl.sieve import Sieved

_LAST: Final = "(?:上个?月|上周|上个?季度?|上一季度)"
_A_YEAR_AGO: Final = "(?:上年|去年)?同[期月]|上年此时|去年此时|上年|去年"
_BOTH: Final = Sieved(f"{_LAST}(?:和|与|及|、|以及)(?:比|较)?(?:{_A_YEAR_AGO})")
_YEAR: Final = "(?:20[0-9]{2}年|前年|去年|上年)(?:同期|同月|全年)?"
_YEARS: Final = Sieved(f"(?P<first>{_YEAR})(?:和|与|及|、|以及)(?:比|较)?(?P<second>{_YEAR})")
_EACH: Final = "分别"
_BETWEEN: Final = re.compile("(?:、|和|与|及|以及|，)?")
_TWO: Final = 2
_NEAR: Final = 4  # characters: 比上月分别, 分别比上月


def base_of(place: Place, number: NumberMention) -> BasePhrase | None:
    """What a number is compared with: the last comparison before it, of 环比、同比|分别 each number's own."""
    bases, numbers = place.bases, place.numbers.numbers
    own = bases[-len(numbers) :]
    if len(numbers) < 2 or len(own) < len(numbers) or _EACH not in place.markup.text[own[-1].end : place.head]:
        return _own_of_two(place, bases[-1], numbers.index(number)) if bases else None
    between = [place.markup.text[one.end : other.start] for one, other in pairwise(own)]
    if not all(_BETWEEN.fullmatch(words) for words in between):
        return bases[-1]
    return own[numbers.index(number)]


def _own_of_two(place: Place, phrase: BasePhrase, index: int) -> BasePhrase:
    """Of a comparison with two times the one that the first or the second of two numbers is held against."""
    if not _tells_each(place, phrase):
        return phrase
    if _BOTH.fullmatch(phrase.text) is not None:
        comparison = YOY if index else PREVIOUS
        return BasePhrase(phrase.start, phrase.end, phrase.text, None, comparison)
    return _dated(place, phrase, index) or phrase


def compares_twice(place: Place) -> bool:
    """Whether the two numbers are one figure held against two years, not figures of two members of a list."""
    return any(_tells_each(place, phrase) and _YEARS.fullmatch(phrase.text) is not None for phrase in place.bases[-1:])


def _tells_each(place: Place, phrase: BasePhrase) -> bool:
    numbers = place.numbers.numbers
    return len(numbers) == _TWO and place.markup.text.find(_EACH, max(0, phrase.start - _NEAR), place.head) >= 0


def _dated(place: Place, phrase: BasePhrase, index: int) -> BasePhrase | None:
    """比2022年、|2019年同期|: the year of the one number, with its time."""
    printed = _YEARS.fullmatch(phrase.text)
    times = [p for p in place.markup.periods if phrase.start <= p.start and p.end <= phrase.end]
    if printed is None or len(times) != _TWO:
        return None
    return BasePhrase(phrase.start, phrase.end, printed["second" if index else "first"], times[index], None)
