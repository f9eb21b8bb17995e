"""The case or the gang whose sums a clause tells: 该团伙走私成品油3万吨，|案值|超过2亿元."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.markup import Markup
from etl.claim.phrase import Phrase

SUM: Final = "涉案金额"
"""The statistic that is a case's own."""
_CRIME: Final = "走私|诈骗|盗窃|传销|贩毒|洗钱|赌博|贪污|受贿|行贿|骗税|偷税|骗保|非法集资|侵权|制假|售假"
_CASE: Final = re.compile(
    f"[该此本]案|(?:[该此]|[^，。；：、的由和与“”0-9个名]{{0,6}})团伙|[^，。；：、的由和与“”0-9起]{{0,8}}(?:{_CRIME})[^，。；：、的0-9]{{0,6}}?案(?![值件例情])"
)
_REACH: Final = 120  # characters


def case_before(markup: Markup, end: int) -> Phrase | None:
    """The last case or gang that the sentence names before an offset; None where it names none."""
    named = [found.span() for found in _CASE.finditer(markup.text, max(0, end - _REACH), end)]
    return Phrase(*named[-1], markup.sentence.text[slice(*named[-1])]) if named else None
