"""The name of a railway line before a statistic that opens with 铁路: 青藏铁路|发送旅客 is not of all railways."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.place import Place
from etl.lexicon.indicators import Indicator
from etl.lexicon.terms import Found

_RAILWAY: Final = "铁路"
_CARRIES: Final = re.compile("铁路(?:累计|日均)?(?:发送|运输|运送|旅客|货物|客运|货运)")
_LINE: Final = re.compile(
    "(?:^|[，。；：、(（]|[日月年间来前底])"
    "(?!全国|国家|我国|中国|国有|全[省区市路线]|各地|地方|境内|其中|普速|高速|合资|城际|目前|预计|当[天日]|同期)"
    "[一-鿿]{2,3}$"
)


def end_of_line(place: Place, hit: Found[Indicator]) -> int | None:
    """Where the name of a line ends that holds the first word of the statistic of ``hit``; None where none does."""
    carried = _CARRIES.match(hit.text) is not None
    named = carried and _LINE.search(place.markup.text[place.start : hit.start]) is not None
    return hit.start + len(_RAILWAY) if named else None
