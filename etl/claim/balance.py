"""What is owed or lent is of a day: 上半年增加2万亿元。短期贷款|余额62万亿元 is of the end of June."""

from __future__ import annotations

from typing import Final

from etl.claim.timing import Timing

_OF_BALANCES: Final = frozenset({"level", "growth", "share", "gap"})
_SPANS: Final = frozenset({"quarter", "half_year", "ytd"})
_BALANCE: Final = "余额"


def of_balance(timing: Timing, measure: str, context: str) -> Timing:
    """The last day of the months that were told of, where ``context`` speaks of a balance since; else ``timing``.

    ``context`` is the text before the number. What a balance grew by in these months is of all of them.
    """
    told = timing.kind in _SPANS and measure in _OF_BALANCES
    return timing.at_end() if told and context.rfind(_BALANCE) > context.rfind(timing.text) else timing
