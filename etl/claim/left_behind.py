"""Times long past that a paragraph told of, and has left by now."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from etl.claim.discourse import Discourse
from etl.claim.timing import Timing
from etl.sieve import Sieved

RECENT: Final = 430  # days
_STALE: Final = 180  # days: what is so by now is not of a time that was over so long ago
_BY_NOW: Final = Sieved("(?:已(?!故|婚|知)|如今|目前|现[在已有])[^，。；]{0,16}$")
# 当时…, 后来…: the sentence goes on telling of those days.
_THEN: Final = re.compile(
    "当时|那时|那年|彼时|曾|同年|当年|其间|期间|此后|之后|后来|随后|很快|不久|[^，。；]时，|年后|最终|终于"
)


# 2012年发起谈判。这次…, 现年…: the next sentence tells how things are by now.
_NOWADAYS: Final = re.compile(
    "此次|这次|本次|今[天年]|现年|现有|现已|目前|如今|截至|每[年月]|展出|新的|正在|自[^，。；]{1,6}以来|近日|日前|位于|全长|涵盖|[，。；]已同|(?:我国|中国|双方)已"
)


def is_left_behind(found: Timing, discourse: Discourse, left: str, issue_date: date) -> bool:
    """Whether a paragraph has left a time long past, which some sentence before the last one printed."""
    if found is not discourse.paragraph_timing:
        return False
    by_now = found.kind in ("year", "span", "month", "half_year") and _BY_NOW.search(left) is not None
    if by_now and (issue_date - found.end).days > _STALE and _THEN.search(left) is None:
        return True  # 2003年，根治完成。又主动请缨，已经完成治沙|6.4万亩
    old = (issue_date - found.end).days > RECENT
    gone = discourse.since_timing > 1 or _NOWADAYS.search(left) is not None
    return old and gone and _THEN.search(left) is None
