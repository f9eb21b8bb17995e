"""Where a list of numbers stands, and what the words around it leave for its topic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from etl.claim.base import BasePhrase
from etl.claim.coordination import NumberList, Part
from etl.claim.markup import Clause, Markup
from etl.sieve import Sieved

_RANKS: Final = re.compile(
    r"(?:排到|稳居|位居|跃居|仍居|均居|居|位列|名列|列|排名|排位|位次|排在|排|升至|升到|保持|跻身|进入|挤进|闯入|闯进|迈入|跨入|排进|晋级|成为|是|为)[^，。]{0,12}$"
)


_PUBLISHES: Final = re.compile(r"(?:[(][^()]{0,12}[)])?(?:联合|对外|正式|最新)?(?:公布|发布|发表|通报|披露)")


class Place:
    """Where a list of numbers stands: its clause, what is before it there, and the comparisons printed.

    ``head`` is where the list begins, bound words included.
    """

    __slots__ = ("bases", "clause", "head", "markup", "numbers", "start")

    def __init__(
        self, markup: Markup, clause: Clause, start: int, numbers: NumberList, bases: Sequence[BasePhrase]
    ) -> None:
        self.markup = markup
        self.clause = clause
        self.start = start
        self.numbers = numbers
        self.bases = bases
        self.head = numbers.head


# 该机构将甲国经济增速预期从2.8%下调至2%: whose growth it is stands after 将; the bank rate is the bank's own.
_REVISES: Final = re.compile(
    "[将把]对?(?=[^，。；]{2,40}(?:预期|预测|预估|增速|增长率)[^，。；]{0,24}(?:[上下]调|调[高低升降]|[上下]修))"
)


def subject_spans(place: Place, end: int) -> list[tuple[int, int]]:
    """Where the subject may stand: after the last time before the indicator, else before that time.

    Who publishes (中国物流与采购联合会今天公布的) is no subject, nor is who revises what was foretold.
    """
    text = place.markup.text
    revised = _REVISES.search(text, place.start, place.clause.end)
    start = revised.end() if revised and revised.end() <= end else place.start
    inner = [p for p in place.markup.periods if start <= p.start and p.end <= end]
    inner = [p for p in inner if not any(b.start <= p.start < b.end for b in place.bases)]
    if not inner:
        return [(start, end)]
    quoted = text[inner[0].start - 1 : inner[0].start] == "“" and inner[0].start - 1 > start  # 河南|“五一”|旅游收入
    after, before = (inner[-1].end, end), (start, inner[0].start - quoted)
    if _PUBLISHES.match(text, inner[0].end, end):
        return [after]
    owned = text[inner[-1].start - 1 : inner[-1].start] == "的"  # 投资收益的|上年同期|基数 is of 投资收益
    told = len(inner) == 1 and text.startswith("的", inner[-1].end) and _names_owner(place, start, before[1])
    return [before, after] if (owned or told) and inner[-1].start > start else [after, before]


def _names_owner(place: Place, start: int, end: int) -> bool:
    """甲公司|去年的|钢材产量: whether more than a place or a particle stands before a time; a rank is of either."""
    if end - start < 2 or place.numbers.numbers[0].form == "rank":
        return False
    return not any(hit.start <= start and hit.end >= end for hit in place.markup.regions)


def after_time(markup: Markup, start: int, end: int) -> int:
    """Where the last time between two offsets ends; ``start`` if there is none."""
    reach = start
    for period in markup.periods:
        if start <= period.start and reach < period.end < end:
            reach = period.end
    return reach


def is_term(markup: Markup, part: Part) -> bool:
    """Whether a part holds a term of a lexicon."""
    return any(part.start <= start and end <= part.end for start, end in markup.terms)


_RATES: Final = re.compile(
    "的(?:同比|平均)?(?:增速|增幅|涨幅|降幅|跌幅|增长率|占比|份额|比例|得票率|支持率|成绩|速度|价格)"
)


def behind_with(place: Place, start: int) -> int:
    """Where what stands before the numbers begins: 甲市和乙市分别以|8%和7%的增速居前."""
    last = place.numbers.numbers[-1].outer_end
    opened = place.markup.text.startswith("以", start) and _RATES.match(place.markup.text, last) is not None
    return start + 1 if opened else start


def before_rank(markup: Markup, start: int, end: int) -> int:
    """Where the subject of a rank ends: before 居世界, 位列全国."""
    verb = _RANKS.search(markup.text, max(start, end - 16), end)
    end = verb.start() if verb else end
    among = _AMONG.search(markup.text, max(start, end - 20), end)
    end = among.start() if among else end
    field = _FIELD_LAST.search(markup.text, max(start, end - 6), end)
    end = field.start() if field else end
    return start if _FIELD.fullmatch(markup.text, start, end) else end


_FIELD: Final = re.compile("[、，和]?(?:在|居)?(?:全[国省市县区州]|世界|全球)")  # 占全省的6%，|全省|排位第8
_FIELD_LAST: Final = Sieved("(?<=[量额值数率速度模])(?:全[国省市县区州]|世界|全球)$")  # 经济增量|全国|第一
# 增速|在全国31个省份中|居第5位: the field of a rank is not who has it.
_AMONG: Final = Sieved("在[^，。；在]{2,16}(?:中|当中|之中)$")
