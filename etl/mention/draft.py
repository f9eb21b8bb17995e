"""What a number rule reads at one place: a number mention before its bound and its neighbours are known."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from etl.mention.numeral import Numeral

FORMS: Final[Mapping[str, str]] = {"percent": "percent", "points": "points", "multiple": "multiple", "rank": "rank"}
"""Dimension of a unit -> form of its mention, where that is not ``quantity``."""


class Draft:
    """A number as one rule reads it; offsets count the characters of the normalised sentence.

    ``base`` is the bound the expression itself carries (两位数 is ``at_least`` 10), ``numeral`` the
    numeral it holds, None when it has none of its own (过半). ``scaled`` says that a magnitude is
    printed with the number itself, ``reason`` why it is no claim where the rule already knows.
    """

    __slots__ = (
        *("start", "end", "value", "unit", "form", "rule", "dimension", "high"),
        *("base", "numeral", "reason", "bound", "outer_start", "outer_end"),
    )

    def __init__(
        self,
        start: int,
        end: int,
        value: Decimal,
        unit: str | None,
        form: str,
        rule: str,
        dimension: str = "count",
        high: Decimal | None = None,
        base: str = "",
        numeral: Numeral | None = None,
        reason: str = "",
    ) -> None:
        self.start, self.end = start, end
        self.value, self.high = value, high
        self.unit, self.dimension = unit, dimension
        self.form, self.rule = form, rule
        self.base, self.bound = base, "exact"
        self.numeral = numeral
        self.reason = reason
        self.outer_start = self.outer_end = -1

    @property
    def small(self) -> bool:
        """Whether the numeral is a Chinese one below ten, as 两 in 两个."""
        return self.numeral is not None and not self.numeral.sized
