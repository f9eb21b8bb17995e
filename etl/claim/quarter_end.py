"""What is made up to the end of a quarter, or in the one that a rise came to: 三季度末进出口19亿元, 到三季度增长6%."""

from __future__ import annotations

from datetime import date
from typing import Final

from etl.claim.timing import Timing
from etl.sieve import Sieved

_KINDS: Final = {3: "quarter", 6: "half_year", 12: "year"}
_QUARTER: Final = 3  # months
_IN_HAND: Final = Sieved("(?:手持|在手|现[存有]|存量|保有|尚有|仍有)[^。；]*$")


def up_to(found: Timing) -> Timing:
    """一季度末存栏4185万头。猪肉产量1561万吨: what is made is of the year up to the end of the quarter."""
    return Timing(date(found.end.year, 1, 1), found.end, _KINDS.get(found.end.month, "ytd"), found.text)


def of_quarter(timing: Timing, nature: str, measure: str, left: str) -> Timing:
    """The time of a flow that ``timing``, an end of a quarter, governs; ``left`` is what stands before the number.

    截至三季度末，有企业6万家，进出口|19亿元|; 一季度增长1%，到三季度增长|6%|.
    """
    if timing.kind != "instant" or not (nature == "flow" or measure == "growth") or measure == "rank":
        return timing
    if timing.plain.endswith("季度末"):
        return timing if nature != "flow" or _IN_HAND.search(left) else up_to(timing)
    if not (timing.plain.endswith("季度") and timing.text.startswith("到")):
        return timing
    return Timing(date(timing.end.year, timing.end.month + 1 - _QUARTER, 1), timing.end, "quarter", timing.text)
