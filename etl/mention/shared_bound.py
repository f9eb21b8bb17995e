"""A bound printed once behind 分别, 均 or 先后 belongs to every number of its list: 分别超过45%和12%."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from etl.grammar import Rule
from etl.model import NumberMention

_SEPARATORS: Final = frozenset({"、", "和", "及", "与", "以及"})


def _word(match: re.Match[str]) -> str:
    return match.group()


SHARED_BOUND: Final[Rule[str]] = Rule(
    "shared_bound",
    re.compile("(?:分别|均|都|各|依次|先后|相继|接连|连续)[已将约就也达到]{0,2}$"),
    _word,
    (
        ("出口量分别超过45%和12%", "12% = 12 % more_than"),
        ("占比均不足三成、两成", "两成 = 20 % less_than"),
        ("先后突破4万亿元和5万亿元关口", "5万亿元 = 5000000000000 元 more_than"),
    ),
    ("超过45%和12%", "分别为45%和12%"),
)
"""What stands before the bound."""


def share_bounds(view: str, mentions: list[NumberMention]) -> None:
    """Gives the members of a list the bound that is printed before the first; changes the mentions."""
    shared = ""
    for left, right in pairwise(mentions):
        if view[left.outer_end : right.outer_start] not in _SEPARATORS or left.form != right.form:
            shared = ""
            continue
        if left.outer_start < left.start and SHARED_BOUND.pattern.search(
            view, max(0, left.outer_start - 4), left.outer_start
        ):
            shared = left.bound
        if shared and right.bound == "exact" and left.unit == right.unit:
            right.bound = shared
