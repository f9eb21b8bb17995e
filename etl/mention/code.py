"""Numbers that are codes: flights, standards, telephone numbers, scores, leading zeros, long strings of digits."""

from __future__ import annotations

import re
from string import ascii_letters, digits
from typing import Final

from etl.grammar import Rule


def excluding(reason: str, pattern: str, examples: tuple[str, ...], counterexamples: tuple[str, ...]) -> Rule[str]:
    """A rule that keeps numbers out for a ``reason``: its pattern is searched in a window of the sentence."""
    paired = tuple((example, reason) for example in examples)

    def produce(_match: re.Match[str]) -> str:
        return reason

    return Rule(reason, re.compile(pattern), produce, paired, counterexamples)


CODE: Final = excluding(
    "code",
    # letters, dates and scores joined to the digits; leading zeros; long digit strings; telephone numbers
    "[A-Za-z][-·/ ]{0,2}⟦-?[0-9]|⟦[0-9.]+⟧[A-Za-z0-9]|[A-Z]{2}[ /][A-Z ]{0,4}⟦|@|⟦-[0-9]+⟧|⟦0[0-9]+⟧|⟦[0-9]{7,}⟧"
    "|(?<=[一-鿿])-⟦[0-9]+[^⟧]?⟧|(?:号|热线|国道|电话[:：]?|代码[:：]?)⟦|[0-9](?:[-·:∶：+/.]|[<>]|比)⟦[0-9]+⟧|[0-9]∶⟦"
    "|[0-9]、⟦[0-9]+⟧[-·:：+/.][0-9]|⟦[0-9]+⟧(?:[-·:：+/][0-9A-Z]|[.][0-9]|大(?![约致概])|连[增冠胜降跌涨]|分半)"
    "|⟦[0-9.]+⟧(?:比|[:∶：])[0-9一二三四五六七八九]|⟦[0-9]{3,5}次⟧(?:动车|高速|特快|快速)?(?:列车|航班)|⟦[0-9]{1,2}次⟧列车|(?:航|航空|次)⟦[0-9]+⟧(?:次?航班|次?列车|客机)|⟦[0-9]{4}[班级届期]⟧",
    (
        "C919大型客机",
        "歼-15舰载机",
        "电话12345678",
        "以3:2获胜",
        "5G网络",
        "标准GB/T 4754",
        "普悠玛6432次列车",
        "乘坐15次列车返回",
    ),
    ("指数为50.2", "同比CPI上涨2.3%"),
)

_JOINTS: Final = "-·:∶：+/."
_BEFORE: Final = frozenset(f"{ascii_letters}{_JOINTS} <>比号线道话码航空次")
_FIRST: Final = frozenset("-0")
_LAST: Final = frozenset("次班级届期")
_AFTER: Final = frozenset(f"{ascii_letters}{digits}{_JOINTS}大连分比")
_DIGITS: Final = 7


def may_be_code(view: str) -> bool:
    """Whether the characters beside a number, which stands between ⟦ and ⟧, leave room for ``CODE``.

    >>> may_be_code("乘坐⟦6432次⟧列车"), may_be_code("共有⟦30个⟧项目")
    (True, False)
    """
    opens, closes = view.index("⟦"), view.index("⟧")
    if closes - opens > _DIGITS or view[opens + 1] in _FIRST or view[closes - 1] in _LAST or "@" in view:
        return True
    return view[opens - 1 : opens] in _BEFORE or view[closes + 1 : closes + 2] in _AFTER
