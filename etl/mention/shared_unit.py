"""A unit printed once at the end of a list belongs to every number of it: 71.9万、32.4万、9.7万个."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import Final

from etl.grammar import Rule
from etl.mention.draft import Draft
from etl.sieve import Sieved

_SEPARATOR: Final = re.compile("(?:、|和|及|与|以及|或)(?:近|约|超)?")


def _separator(match: re.Match[str]) -> str:
    return match.group()


SHARED_UNIT: Final[Rule[str]] = Rule(
    "shared_unit",
    _SEPARATOR,
    _separator,
    (
        (
            "分别新增71.9万、32.4万、9.7万个",
            "71.9万 = 719000 个",
        ),
        ("分别高4.7个和1.5个百分点", "4.7个 = 4.7 百分点"),
        ("加快0.6和3个百分点", "0.6 = 0.6 百分点"),
        ("分别为3.2、4.5万亿元", "3.2 = 3200000000000 元"),
        ("分别为61.2、3.8、0.4、0.01万亿元", "61.2 = 61200000000000 元"),
    ),
    ("2013、2014两年", "60万亿和上亿人"),
)
RISE: Final[Rule[str]] = Rule(
    "rise",
    re.compile(
        "(?:快速|大幅|迅速|逐步|稳步|[迅猛]?)(?:[增减]加?|增长|[上下]升|下降|[提降][高升低]|减少|压[减缩]|缩减|扩大|发展|[涨跌升降])"
        "[到至为](?:了|目前的?|现在的?|如今的?|去年的?|今年的?)?(?:近|约|超过?|逾)?"
    ),
    _separator,
    (
        ("商户从2万家增至3万。", "3万 = 30000 家"),
        ("村里果树由1万增加到现在的3.5万株", "1万 = 10000 株"),
    ),
    ("从2万家发展到3市", "由1增至3万家"),
)
"""What stands between the two ends of a rise, of which one prints the unit."""
RULES: Final = (SHARED_UNIT, RISE)

_SHAREABLE: Final = frozenset(("quantity", "percent", "points", "multiple"))
_NOT_SHARED: Final = frozenset(("calendar", "ordinal"))


def _takes(draft: Draft, owner: Draft) -> bool:
    """Whether ``draft`` lacks the unit that ``owner`` prints for it."""
    if owner.form not in _SHAREABLE or owner.unit is None or owner.high is not None or draft.reason:
        return False
    if draft.numeral is None or owner.numeral is None:
        return False
    if owner.dimension == "points" and draft.unit == "个":
        return True
    return draft.form == "bare" and draft.unit is None and draft.numeral.arabic == owner.numeral.arabic


def _magnitude(draft: Draft, owner: Draft, scale: Decimal) -> Decimal:
    """The magnitude that ``draft`` takes over from ``owner``, which has that of ``scale``; 1 if it takes none."""
    numeral, other = draft.numeral, owner.numeral
    if numeral is None or other is None or numeral.magnitude > 1 or scale < _SCALED:
        return Decimal(1)
    # 3.2、4.5万亿元: numbers of like size or with decimals share the magnitude; 5000、1.2万元 do not.
    alike = numeral.value < other.value / other.magnitude * 20 or numeral.value % 1 != 0
    return scale if alike and numeral.value < _SCALED else Decimal(1)


_SCALED: Final = 10_000


_LONGEST_RISE: Final = 12  # characters
_RISE: Final = Sieved(RISE.pattern.pattern)


def _share_rise(text: str, left: Draft, right: Draft) -> None:
    """从2万家增至3万: gives the end of a rise that prints no unit that of the other."""
    draft, owner = (left, right) if left.unit is None else (right, left)
    if draft.form != "bare" or owner.unit is None or owner.form != "quantity" or right.start - left.end > _LONGEST_RISE:
        return
    if draft.numeral is None or draft.numeral.magnitude < _SCALED or draft.numeral.bare:
        return
    if _takes(draft, owner) and owner.dimension not in _NOT_SHARED and _RISE.fullmatch(text, left.end, right.start):
        draft.unit, draft.form, draft.dimension, draft.rule = owner.unit, owner.form, owner.dimension, RISE.name


def share_units(text: str, drafts: list[Draft]) -> None:
    """Gives each number of a list the unit that is printed once at its end; changes the drafts."""
    for left, right in pairwise(drafts):
        if (left.unit is None) != (right.unit is None):
            _share_rise(text, left, right)
    scale = Decimal(1)  # of the number to the right
    for index in range(len(drafts) - 2, -1, -1):
        draft, owner = drafts[index], drafts[index + 1]
        shared = owner.rule == "shared_unit" and owner.numeral is not None and owner.numeral.magnitude <= 1
        scale = scale if shared else Decimal(owner.numeral.magnitude if owner.numeral else 1)
        if draft.form != "bare" and not (draft.unit == "个" and owner.dimension == "points"):
            continue
        if owner.start - draft.end > 3 or not _SEPARATOR.fullmatch(text, draft.end, owner.start):
            continue
        if not _takes(draft, owner):
            continue
        if owner.dimension in _NOT_SHARED:
            draft.reason = "date"
            continue
        scale = _magnitude(draft, owner, scale)
        draft.value, draft.unit = draft.value * scale, owner.unit
        draft.form, draft.dimension, draft.rule = owner.form, owner.dimension, "shared_unit"
