"""Railway lines: their names before 铁路 (青藏铁路|发送旅客), and the towns between which a journey takes so long."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.place import Place
from etl.claim.topic import Topic, within
from etl.lexicon.indicators import Indicator
from etl.lexicon.terms import Found
from etl.model import NumberMention
from etl.sieve import Sieved

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


_JOURNEY: Final = Sieved(
    "(?:至|到)(?P<to>[一-鿿]{2,8}?)(?:市区?|主城区)?"
    "(?:之间|间|的|全程|客车|列车|火车|动车|班列|铁路|高铁|高速|公路|航班|最短|最快|平均|单程){0,3}"
    "(?:车程|(?:行车|通行|运行|旅行|行程|在途|通勤|乘车)时间)"
)
_TIMES: Final = frozenset({"duration", "time"})


def between_towns(place: Place, number: NumberMention, topic: Topic) -> Topic:
    """北京到张家口|的运行时间|1小时: a journey is of both its ends, not of the second alone."""
    markup = place.markup
    if number.dimension not in _TIMES:
        return topic
    for town in within(markup.regions, place.clause.start, place.head):
        journey = _JOURNEY.match(markup.text, town.end, place.head)
        if journey is not None:
            return topic._replace(subject=markup.sentence.text[town.start : journey.end("to")], own_subject=True)
    return topic
