"""Numbers joined by colons: the parts that make up a whole (7.1∶40.4∶52.5) and a ratio to one (2.04∶1)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from etl.grammar import Rule
from etl.mention.draft import Draft

PART: Final = "part"
TO_ONE: Final = "to_one"
COLONS: Final = ":：∶"
"""What joins the numbers; a text without any has none of them."""
_WHOLE: Final = Decimal(100)
_ROUNDING: Final = Decimal("0.35")
_LEAST: Final = 3
# 3:1 is a score, 1:50000 a scale: only what is named a ratio of incomes, prices or people is one
_RATIO: Final = re.compile(
    "(?:收入|消费|支出|价格|工资|师生|生师|投入产出|供求|求人倍率|杠杆|城乡|抚养|医护|床护|猪粮|占补)[^，。；0-9]{0,14}?(?:之比|比例?|比值|倍率)"
    "(?:已经?)?(?:由|从|[^，。；0-9]{0,6}的|[^，。；]{0,18}[到至为])?(?:约|高达|扩大|缩小|降低|下降|上升|提高|降|升|调整|达到?|为|是|到|至|的){0,3}$"
)


def _parts(match: re.Match[str]) -> str:
    return match.group()


PARTS: Final[Rule[str]] = Rule(
    "parts",
    re.compile("[:：∶]"),
    _parts,
    (
        ("三次产业结构为7.1∶40.4∶52.5", "7.1 = 7.1 %"),
        ("产业比重调整为9:51:40。", "40 = 40 %"),
        ("城乡居民收入比为2.04∶1", "2.04∶1 = 2.04 倍"),
        ("师生比由1:15调整为1:12", "1 = 1 no claim: code"),
    ),
    ("无冒号",),
)


def join_parts(text: str, drafts: list[Draft]) -> None:
    """Gives numbers joined by colons the unit of what they are; changes the drafts."""
    index = 0
    while index < len(drafts) - 1:
        end = _end_of_run(text, drafts, index)
        run = drafts[index:end]
        if len(run) >= _LEAST and abs(sum((draft.value for draft in run), Decimal(0)) - _WHOLE) <= _ROUNDING:
            for draft in run:
                draft.unit, draft.form, draft.dimension, draft.rule = "%", "percent", "percent", PART
        elif len(run) == 2 and run[1].value == 1 and _RATIO.search(text, max(0, run[0].start - 40), run[0].start):
            first, one = run
            first.end, first.unit, first.form = one.end, "倍", "multiple"
            first.dimension, first.rule = "ratio", TO_ONE
            del drafts[index + 1]
            end -= 1
        index = end


def _end_of_run(text: str, drafts: list[Draft], index: int) -> int:
    """Behind the last of the plain numbers that nothing but colons join to the one at ``index``."""
    end = index + 1
    while end < len(drafts) and _is_joined(text, drafts[end - 1], drafts[end]):
        end += 1
    return end


def _is_joined(text: str, left: Draft, right: Draft) -> bool:
    return (
        left.form == right.form == "bare"
        and right.start - left.end == 1
        and text[left.end] in COLONS
        and left.numeral is not None
        and right.numeral is not None
        and left.numeral.arabic
        and right.numeral.arabic
    )
