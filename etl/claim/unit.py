"""The unit of a number that prints none: what its statistic or the people that it counts imply."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.place import Place
from etl.claim.topic import Topic
from etl.claim.unclassified import IMPLIED
from etl.model import NumberMention

_FULL: Final = 1000  # more % than any rate reaches
_AFTER_AMOUNT: Final = re.compile(r"[，。；、)》！？\s和与及]|$|左右|以上|大关|台阶|级|规模|的?目标|[增升降减提扩]")
_MARKS: Final = re.compile("[^，。；]{0,3}(?:大关|台阶|关口)")  # 首次突破|2000亿|大关: of what the clause before told
# 出游人次65亿，比上年同期增加|9亿|: the change of a sum of many, of which the clause before told
_BY: Final = re.compile("(?:[比较][^，。；0-9]{1,8}|同比|环比)?(?:[▲▼✚]{2})+了?")
_MANY: Final = 10_000
_RATES: Final = ("%", "‰", "百分点")
_TO: Final = re.compile("(?:[0-9]{1,2}月份?)?(?:快速|大幅|小幅|进一步|逐步|又|再)?◆+")


def unprinted_unit(place: Place, number: NumberMention, topic: Topic, last: str | None) -> str:
    """The unit that only the statistic implies (出口超10万亿, 912亿销售额); '' where it cannot be meant.

    ``last`` is the unit of the figure before it in the sentence, of which a change is told in the same.
    """
    markup, end = place.markup, number.outer_end
    moved = _TO.fullmatch(markup.shape, place.start, place.head) is not None  # 从605万|增至|704万
    by = number.value >= _MANY and _BY.fullmatch(markup.shape, place.start, place.head) is not None
    if topic.counted and topic.unit in IMPLIED and number.form == "bare":
        return topic.unit or ""
    marks = topic.known and topic.unit != "%" and _MARKS.match(markup.text, end) is not None
    if not topic.known or not (topic.own_indicator or moved or by or marks):
        return ""
    name = topic.indicator_text
    graded = markup.text.startswith("级", end - 1)  # 千亿级的产业集群 says how large each is
    before_name = name is not None and not graded and markup.text.startswith((name, f"的{name}"), end)
    if not before_name and not _AFTER_AMOUNT.match(markup.text, end):
        return ""
    fits = topic.unit != "%" or number.value < _FULL
    if by and not topic.own_indicator and last is not None and last not in _RATES:
        return last
    return topic.unit if fits else ""
