"""Junctions: what two texts show of the break between them, whatever the page looks like."""

from __future__ import annotations

import re

from etl.reading.stop import FINAL

#: What cannot open a line of its own.
NO_OPENING = "，。、；：！？,.;)）”’」』》〉】%％‰…"
#: What cannot end a heading.
NO_CLOSING = "的和与及在对将把被从向以并或、"

_OPEN_END = re.compile(rf"(?:[，,(《“‘「『0-9{NO_CLOSING}]|同比|环比|增长|下降|达到?|超过?|约为?|其中|以及)$")
_NUMERALS = "零一二三四五六七八九十百千万亿两几数第0123456789"
_COUNT = re.compile(
    r"[0-9]{1,12}+(?:\.[0-9]{1,6}+)?+[%亿万倍个]|[十百千年月日号亿万个家元吨%人户项件台辆笔份成倍多余届]"
)
_BEFORE_DIGITS = "年月第约超逾近达为至到增降"
_PAIRS = (("“", "”"), ("(", ")"), ("《", "》"), ("「", "」"))
_TAIL = 80  # characters; a bracket or quotation that opened longer ago says nothing of a break


def breaks_off(head: str, tail: str) -> bool:
    """Whether two normalised texts show by themselves that one sentence stands in both."""
    if len(head) > 4 and _OPEN_END.search(head, len(head) - 4):
        return True
    if counts_on(head, tail):
        return True
    stop = max(head.rfind(mark) for mark in FINAL)
    sentence = head[max(stop, len(head) - _TAIL) :] if stop >= 0 else head[-_TAIL:]
    return any(sentence.count(opening) > sentence.count(closing) for opening, closing in _PAIRS)


def counts_on(head: str, tail: str) -> bool:
    """Whether the break parts a number from its unit, a month from its day, or a word in Latin letters.

    >>> counts_on("全市共有四", "百家企业"), counts_on("截至5月", "31日"), counts_on("逐步完善", "截至")
    (True, True, False)
    """
    if head[-1] in _NUMERALS and _COUNT.match(tail):
        return True
    if head[-1] in _BEFORE_DIGITS and tail[0] in "0123456789":
        return True
    return head[-1].isascii() and head[-1].isalnum() and tail[0].isascii() and tail[0].isalnum()


def parts_number(head: str, tail: str) -> bool:
    """Whether the break parts a number so that the head can be no heading: …共有四 / 百家企业, …12月 / 31日.

    >>> parts_number("庆祝建军98周年", "6日，阅兵"), parts_number("截至12月", "31日")
    (False, True)
    """
    if head[-1] in "一二三四五六七八九两几第0123456789" and _COUNT.match(tail):
        return True
    return len(head) > 1 and head[-1] == "月" and head[-2].isdigit() and tail[0] in "0123456789"


def closes(head: str, tail: str) -> bool:
    """Whether the tail closes, before it opens another, a bracket or quotation that the head left open.

    >>> closes("提出“节俭办春", "晚”，精简节目。"), closes("“节俭”办春晚", "“硬骨头”")
    (True, False)
    """
    for opening, closing in _PAIRS:
        if len(head) > 1 and head.count(opening) > head.count(closing):
            before, closed, _ = tail[:_TAIL].partition(closing)
            if closed and opening not in before:
                return True
    return False
