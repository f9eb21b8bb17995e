"""Spaces inside a number, as layout and typists leave them: 14461 亿元, 2 0 2 4 年, 三百 五十."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from etl.mention.numeral import fold_characters
from etl.model import NumberMention

_NUMERALS: Final = "零一二两三四五六七八九十百千万亿点"
_FINANCIAL: Final = "壹贰貳叁參肆伍陆陸柒捌玖拾佰仟"
_UNITS: Final = "个元美欧日英港户家人名吨米公千平立亩%‰折成倍分"
_LATIN: Final = "[kKMGT]?Wh|[kKMGT]W|[kmcn]m|kg|[MGTPE]B|[MG]bps|[kMG]Hz|mAh|[EP]FLOPS"  # 246.01 GWh
_SIMPLE: Final = "零一二两三四五六七八九十百"
_INNER: Final = re.compile(
    f"(?<=[0-9{_NUMERALS}多余几{_FINANCIAL}]) {{1,3}}(?=[{_NUMERALS}多余{_UNITS}{_FINANCIAL}])"
    f"|(?<=[{_NUMERALS}]) (?=[0-9]+ ?[{_NUMERALS}])"
    f"|(?<=分) {{1,2}}(?=之)|(?<=之) (?=[0-9{_SIMPLE}负{_FINANCIAL}-])|(?<=[百佰千万]) (?=分 ?之)"
    "|(?<=百) (?=分 ?点)|(?<=个) {1,3}(?=百 ?分)|(?<=分) (?=点)|(?<=成) (?=[一二三四五六七八九](?![一-鿿]))"
    "|(?<![0-9.][0-9])(?<=[0-9]) (?=[0-9](?: [0-9]){0,6} ?[年月日折%万亿元])"
    f"|(?<=[0-9]) (?=(?:{_LATIN})(?![A-Za-z]))"
    f"|(?<=[负又-]) (?=[0-9{_SIMPLE}])|(?<=[0-9{_SIMPLE}]) (?=又)|(?<=又) "
)
_MAYBE: Final = re.compile(f"[0-9{_NUMERALS}多余负又之分个成壹贰貳叁參肆伍陆陸柒捌玖拾佰仟-] ")


@dataclass(frozen=True, slots=True)
class Closed:
    """A text without the spaces inside its numbers, and the place of each of its characters before."""

    text: str
    places: tuple[int, ...]


def close(view: str) -> Closed | None:
    """``view`` with the spaces inside numbers closed; None when there are none."""
    if " " not in view or not _MAYBE.search(view):
        return None
    gaps = [match.span() for match in _INNER.finditer(view)]
    if not gaps:
        return None
    dropped = {place for start, end in gaps for place in range(start, end)}
    places = tuple(place for place in range(len(view)) if place not in dropped)
    return Closed(fold_characters("".join(view[place] for place in places)), places)


def reopen(mention: NumberMention, printed: str, closed: Closed) -> NumberMention:
    """The mention, which nobody else has yet, with the offsets and the text of the printed sentence."""
    places = closed.places

    def span(start: int, end: int) -> tuple[int, int]:
        return places[start], places[end - 1] + 1

    mention.start, mention.end = span(mention.start, mention.end)
    mention.outer_start, mention.outer_end = span(mention.outer_start, mention.outer_end)
    mention.text = printed[mention.start : mention.end]
    return mention
