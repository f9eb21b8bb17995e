"""Coordinated lists: numbers that share words (11.9%、11.6%和10.6%) and the parts that align with them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice
from typing import Final, NamedTuple

from etl.claim.counted_noun import after
from etl.claim.markup import Clause, Markup
from etl.model import NumberMention
from etl.sieve import Sieved

# 4178亿元人民币和|4951亿元人民币
_JOINT: Final = re.compile(r"(?:人民币)?(?:、|和|与|及|以及|或|或者|,|，(?=[0-9])|;|\s|约|超|近|、约|和约){1,3}$")
# 文化和旅游厅, 住房和城乡建设局 name one office, 财政局和旅游局 two.
_SEPARATOR: Final = re.compile(
    "、|以及|(?:(?<=[部厅局委])和|和(?!(?:城乡建设|信息化|社会保障|旅游|草原|物资储备|自然资源|改革)[部厅局委]))|与|及"
)
_LONGEST_TERM: Final = 40  # characters
_TRAILING: Final = Sieved(
    r"(?:等|各|两|二|三|四|五|六|七|八|九|十|[0-9]{1,2}|个|大|类|冶炼|行业|产业|省份?|省市|省区市?|市|(?<![异本外产当工各属])地|方面|领域|项|指标|同比|环比|增速|增幅|的|也|均|都|则|分别|依次|(?:同比|环比)(?:实际)?(?:增长|下降|上升|上涨|下跌|减少|增加))+$"
)


class NumberList:
    """Numbers of one form that stand side by side; they stand from ``head`` to ``end``, bound words included."""

    __slots__ = ("end", "head", "numbers")

    def __init__(self, numbers: tuple[NumberMention, ...]) -> None:
        self.numbers = numbers
        self.head = numbers[0].outer_start
        self.end = numbers[-1].outer_end


class Part(NamedTuple):
    """One member of a coordinated noun list: its half-open span in the sentence."""

    start: int
    end: int


_GROWN: Final = re.compile("的?(?:年均|同比|环比)?[△▽]+$")


def without_growth(markup: Markup, part: Part) -> Part:
    """研发投入|复合增长率: a member of a list of statistics without its growth; 经济增长率 is one itself."""
    grown = _GROWN.search(markup.shape, part.start, part.end)
    if grown is None or grown.start() == part.start:
        return part
    named = any(part.start <= hit.start and grown.start() < hit.end <= part.end for hit in markup.indicators)
    return part if named else Part(part.start, grown.start())


def number_lists(markup: Markup, clause: Clause, numbers: Sequence[NumberMention]) -> list[NumberList]:
    """The numbers of a clause, grouped into coordinated lists, left to right."""
    if not numbers:
        return []
    lists: list[list[NumberMention]] = []
    first = bisect_left(numbers, clause.start, key=lambda number: number.start)
    for number in islice(numbers, first, None):
        if number.start >= clause.end:
            break
        last = lists[-1][-1] if lists else None
        if last is not None and _joined(markup, last, number, _RESPECTIVELY in markup.text[clause.start : last.start]):
            lists[-1].append(number)
        else:
            lists.append([number])
    return [NumberList(tuple(group)) for group in lists]


_RESPECTIVELY: Final = "分别"
_PASSES: Final = "突破"
_PART: Final = "part"


def _joined(markup: Markup, left: NumberMention, right: NumberMention, respectively: bool) -> bool:
    """Whether two numbers are of one list; what 分别 opens may differ in units (分别达到1.9亿吨、920亿立方米)."""
    between = markup.text[left.outer_end : right.outer_start]
    if left.rule == right.rule == _PART:
        return len(between) == 1  # 7.1∶40.4∶52.5
    alike = left.form == right.form or "bare" in (left.form, right.form)
    same_unit = left.unit == right.unit or None in (left.unit, right.unit) or left.form == "percent"
    measured = respectively and left.form == "quantity" and "count" not in (left.dimension, right.dimension)
    if not (alike and (same_unit or measured) and _JOINT.fullmatch(between)):
        return False
    if (
        "突破" in markup.text[right.outer_start : right.start]
        and "突破" not in markup.text[left.outer_start : left.start]
    ):
        return False  # 增加2000万人、突破4亿人: by how much, and what was reached
    return left.dimension != "count" or not _counts_another(markup, left, right)


def _counts_another(markup: Markup, left: NumberMention, right: NumberMention) -> bool:
    """景区12402家、500多家|示范区: what stands before the one and after the other are two things."""
    named = left.unit is not None and any(hit.end == left.outer_start for hit in markup.indicators)
    return named and after(markup.text, right.outer_end, len(markup.text), markup.terms, ()) is not None


_COUNTED: Final = re.compile(
    r"(?:[一-鿿]{2})?(?:行业|产业|城市|省份|省市|省区|国家|地区|区域|地市|领域|门类|市场|企业|省|市|国|品种|项目|指标|水库|港口|机场|口岸|景区|县区|电站|航线|线路)"
)


def sums_up_list(markup: Markup, number: NumberMention) -> bool:
    """Whether a count only sums up the list before it, which goes on to the next number: 家具、食品|三个行业|利润."""
    if number.dimension != "count" or not _COUNTED.match(markup.text, number.end):
        return False
    before = markup.text[max(0, number.outer_start - 14) : number.outer_start]
    return bool(_SEPARATOR.search(before)) and not _BREAK.search(before[-3:])


def summed_up(markup: Markup, start: int, end: int) -> int:
    """Where the last list between two offsets ends that a count sums up (钢铁、有色|两个行业); ``end`` if none is."""
    first = bisect_left(markup.numbers, start, key=lambda number: number.start)
    counts = [n for n in islice(markup.numbers, first, None) if n.start < end and sums_up_list(markup, n)]
    return counts[-1].outer_start if counts else end


_BREAK: Final = Sieved(r"[，；。:：在的是为达占]|有(?!色)")


def noun_list(markup: Markup, start: int, end: int, size: int) -> list[Part] | None:
    """The last coordinated noun list of exactly ``size`` members between two offsets, or None.

    Separators inside a term of a lexicon (黑色金属冶炼和压延加工业) do not separate.
    """
    start, end = trimmed(markup, start, end)
    terms = [(t.start, t.end) for group in (markup.indicators, markup.sectors, markup.products) for t in group]
    cuts = [
        match
        for match in _SEPARATOR.finditer(markup.text, start, end)
        if not any(first < match.start() and match.end() < last for first, last in terms)
    ]
    if len(cuts) < size - 1:
        return None
    cuts = _between_members(cuts, size - 1)
    edges = [start, *(offset for cut in cuts for offset in (cut.start(), cut.end())), end]
    parts = [Part(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    if any(part.end <= part.start for part in parts):
        return None
    if all(_QUARTER.fullmatch(markup.text, part.start, part.end) for part in parts):
        return None
    return parts if _alike(markup, parts) else None


_QUARTER: Final = re.compile("从?(?:今年)?[一二三四](?:季度)?")  # 从|一、二季度|分别增长: times, and nobody


def _between_members(cuts: list[re.Match[str]], size: int) -> list[re.Match[str]]:
    """The ``size`` separators between members: of too many, 及 and 和 may join the words of one (建筑及装潢材料)."""
    for inner, least in ((("及", "以及"), 1), (("和", "与", "及", "以及"), 2)):
        outer = [cut for cut in cuts if cut.group() not in inner]
        if len(cuts) > size == len(outer) >= least:
            return outer
    return cuts[len(cuts) - size :] if size else []


def trimmed(markup: Markup, start: int, end: int) -> tuple[int, int]:
    """The span without the words that only close a list (等行业, 三个行业, 分别), terms left whole (浙江省)."""
    tail = _TRAILING.search(markup.text[max(start, end - 30) : end])
    stop = end - (len(tail.group()) if tail else 0)
    near = islice(markup.terms, bisect_left(markup.terms, (stop - _LONGEST_TERM,)), bisect_left(markup.terms, (stop,)))
    return start, max([stop, *(last for _, last in near if stop < last <= end)])


def _alike(markup: Markup, parts: Sequence[Part]) -> bool:
    """Whether the parts are of one kind: each short, or each holding a term of the same lexicons."""
    inner = parts[1:-1]
    if any(part.end - part.start > 24 for part in inner):
        return False
    return all("，" not in markup.text[part.start : part.end] for part in parts[1:])
