"""Who has the value that a figure is held against: 高于|发达国家|3.3%的增速."""

from __future__ import annotations

from typing import Final

from etl.claim.discourse import Discourse
from etl.claim.place import Place
from etl.claim.topic import Topic, with_subject
from etl.model import NumberMention
from etl.sieve import Sieved

_HELD: Final = Sieved(
    "(?:高于|低于|高出|超过|快于|慢于|好于|不及)(?:去年|同期|上年同期)*"
    "(?P<who>[^，。；：0-9%的]{2,14}?)(?:的|平均|年均){0,2}(?:约|近)?$"
)
_HAS: Final = Sieved("(?:(?<![不得])[高低]于|快于|慢于|优于|好于|不及)(?P<who>[^，。；：0-9%的]{2,12}?)的$")
_LEVEL: Final = Sieved("(?:左右)?的(?:平均|年均|同期)?(?:增长|增速|增幅|涨幅|降幅|水平|占比|比重|比例|[一-鿿]{1,4}率)")
_AIMS: Final = ("目标", "设定", "制定", "标准", "警戒", "预期", "计划", "规定", "要求")
_WORLD: Final = ("全球", "世界", "国际")


def of_base(place: Place, number: NumberMention, topic: Topic, discourse: Discourse) -> Topic:
    """The topic with who is named between 高于 and its number; as it is where that is an aim or nobody is named."""
    text = place.markup.text
    if number.form != "percent" or not discourse.topics:
        return topic
    level = len(place.numbers.numbers) == 1 and _LEVEL.match(text, number.outer_end, place.clause.end) is not None
    named = _HELD if level else _HAS  # 高于|发达国家|3.3%的增速, 高于|欧元区的|1%和1.3%
    held = named.search(text, place.clause.start, place.head)
    if held is None or held.group("who").endswith(_AIMS) or held.group("who").startswith(_AIMS):
        return topic
    if any(held.start() < hit.end and hit.start < place.head for hit in place.markup.indicators):
        return topic
    if held.group("who").startswith(_WORLD):
        return topic._replace(subject=_WORLD[0], region=_WORLD[0], sector=None, classes=())
    base = topic.inherited()._replace(sector=None, classes=())
    owned = with_subject(place.markup, base, *held.span("who"))
    return owned if owned.own_subject else topic
