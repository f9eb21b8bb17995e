"""What a sentence prints, before anyone asks what it means: its numbers and its times.

Classes with slots, of which every sentence makes some: compiled, they are made and read at the price of a few words.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal


class NumberMention:
    """A number that a sentence prints, with its unit and bound, before anyone asks what it means.

    ``start``/``end`` hold the number and its unit without bound words, ``outer_start``/``outer_end``
    with them, in characters of the sentence. ``value`` is in ``unit`` with the magnitude applied but
    no verb's sign (下降1.1% is 1.1; a printed minus counts: -127.2亿元 is -12720000000).

    ``form``: ``quantity`` (number and unit), ``percent`` (%, ‰, 百分之, 成, 折), ``points`` (百分点,
    基点), ``multiple`` (倍), ``doubling`` (翻番: value is already the growth in %), ``fraction``
    (三分之一, 1/6, 一半: value in 倍), ``rank`` (第三位, 首位: unit 位), ``digits`` (两位数),
    ``bare`` (no unit printed: unit is None).
    ``dimension`` is that of the unit (``money``, ``count``, ``ratio``, ``mass`` ...), ``rule`` the
    name of the grammar rule that read it. ``claimable`` is False for what the contract's section 1
    keeps out (ordinals, codes, slogans, dates): ``reason`` then says why.
    """

    __slots__ = (
        "bound",
        "claimable",
        "dimension",
        "end",
        "form",
        "outer_end",
        "outer_start",
        "reason",
        "rule",
        "start",
        "text",
        "unit",
        "value",
        "value_high",
    )

    def __init__(
        self,
        start: int,
        end: int,
        text: str,
        value: Decimal,
        unit: str | None,
        form: str,
        rule: str,
        value_high: Decimal | None = None,
        bound: str = "exact",
        dimension: str = "count",
        outer_start: int = -1,
        outer_end: int = -1,
        claimable: bool = True,
        reason: str = "",
    ) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.value = value
        self.unit = unit
        self.form = form
        self.rule = rule
        self.value_high = value_high
        self.bound = bound
        self.dimension = dimension
        self.outer_start = outer_start
        self.outer_end = outer_end
        self.claimable = claimable
        self.reason = reason

    def counting(self, unit: str) -> NumberMention:
        """The same number as so many of something, where no unit is printed: 服务群众|20万 is 20万人."""
        return NumberMention(
            self.start,
            self.end,
            self.text,
            self.value,
            unit,
            "quantity",
            self.rule,
            self.value_high,
            self.bound,
            "count",
            self.outer_start,
            self.outer_end,
            self.claimable,
            self.reason,
        )


class PeriodMention:
    """A time that a sentence prints, resolved to days by the issue's date.

    Both days are inclusive; either is None where the expression leaves that side open.
    ``kind`` is a ``period_kind`` of the schema. ``rule`` names the grammar rule.
    ``role`` is ``period``; ``base`` for a time that only names what something is compared with
    (上年同期, 上月 after 比); ``plan`` for a plan period (“十四五”); ``deadline`` for 到2027年;
    ``streak`` for 连续9个月; ``since`` for 今年以来, 截至目前 counts as ``period``; ``aim`` for a year that is only
    striven for (为夺取全年胜利开好头).
    """

    __slots__ = ("date_end", "date_start", "end", "kind", "role", "rule", "start", "text")

    def __init__(
        self,
        start: int,
        end: int,
        text: str,
        date_start: date | None,
        date_end: date | None,
        kind: str,
        rule: str,
        role: str = "period",
    ) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.date_start = date_start
        self.date_end = date_end
        self.kind = kind
        self.rule = rule
        self.role = role

    def opens_change(self, text: str) -> bool:
        """Whether it is the time of where a change began, of which nothing else is: 由上年|的3%加快到5%, 从去年|的6项.

        ``text`` is the sentence that prints it; 从上半年看, 从2020年起 go on.
        """
        if self.date_end is None or self.kind == "span" or self.role != "period":
            return False
        return self.text[:1] == "由" or (self.text[:1] == "从" and text.startswith("的", self.end))
