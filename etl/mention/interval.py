"""Two numbers joined into a range: 7%-10%, 200纳米至300纳米, 3至5家, 3.6万亿至3.7万亿美元."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from etl.grammar import Rule
from etl.mention.draft import Draft
from etl.sieve import Sieved

_BETWEEN: Final = re.compile(
    r"(?:\(含\))? ?(?:—{1,2}|-{1,2}|~{1,2}|至|到|和(?=[^，。；、]{1,14}之间)|与(?=[^，。；、]{1,14}之?间))(?:近|约)? ?"
)
_NEVER: Final = frozenset(("doubling", "digits", "rank"))


def _connector(match: re.Match[str]) -> str:
    return match.group()


INTERVAL: Final[Rule[str]] = Rule(
    "interval",
    _BETWEEN,
    _connector,
    (
        ("孔径200纳米至300纳米", "200纳米至300纳米 = 200..300 纳米 range"),
        ("增长7%-10%", "7%-10% = 7..10 % range"),
        ("小组只有六、七个人", "六、七个 = 6..7 个 range"),
        ("夜间零下5℃至零下8℃", "零下5℃至零下8℃ = -8..-5 ℃ range"),
        ("白天气温-5~3℃", "-5~3℃ = -5..3 ℃ range"),
        ("石头有三、四百公斤", "三、四百公斤 = 300..400 公斤 range"),
        ("花了7、8万元", "7、8万元 = 70000..80000 元 range"),
        ("3至5家企业", "3至5家 = 3..5 家 range"),
        ("进口3.6万亿至3.7万亿美元", "3.6万亿至3.7万亿美元 = 3600000000000..3700000000000 美元 range"),
    ),
    ("从1832户增加到3382户", "利润-127.2亿元", "分别获得3、4枚金牌", "第三、四家"),
)


def _scaled(low: Draft, high: Draft) -> Decimal:
    """The lower end with the magnitude that only the upper end prints (3到5万 -> 30000)."""
    if low.numeral is None or high.numeral is None or low.numeral.myriads > 1:
        return low.value
    for scale, ceiling in ((high.numeral.magnitude, Decimal(10)), (high.numeral.myriads, Decimal(10_000))):
        # 三到五百万 shares 百万, 八百到九百亿 only 亿, 5000到1万 nothing
        mantissa = high.numeral.value / scale
        if scale > 1 and low.numeral.value < min(mantissa, ceiling) and mantissa < ceiling:
            return low.value * scale
    return low.value


def join(low: Draft, high: Draft) -> Draft | None:
    """The range from ``low`` to ``high``, None when the two are of different kinds."""
    if low.form in _NEVER or high.form in _NEVER or low.high is not None or high.high is not None:
        return None
    if low.unit is not None and low.unit != high.unit:
        return None
    if low.unit is None and low.form != "bare":
        return None
    if (low.reason or high.reason) and low.reason != high.reason:
        return None
    value = low.value
    if low.unit is None and high.unit is not None and low.dimension != "percent":
        value = _scaled(low, high)
        if high.dimension == "percent" and high.rule == "tenths":
            value *= 10
    elif low.numeral and high.numeral and low.numeral.magnitude == 1 and low.unit is None:
        value = _scaled(low, high)
    if value >= high.value:
        return _below_zero(low, high)
    years = high.unit == "年" and high.value >= 1500
    return Draft(
        low.start,
        high.end,
        value,
        high.unit,
        high.form,
        "interval",
        high.dimension,
        high.value,
        "",
        high.numeral,
        "date" if years else high.reason,
    )


def _below_zero(low: Draft, high: Draft) -> Draft | None:
    """-25℃~-28℃, 零下5℃至零下8℃: degrees below zero go from the milder to the colder."""
    if high.dimension != "temperature" or low.dimension != "temperature" or low.value >= 0 or low.value == high.value:
        return None
    return Draft(
        low.start, high.end, high.value, high.unit, high.form, "interval", high.dimension, low.value, "", high.numeral
    )


_EACH: Final = Sieved("分别|依次|第$|[0-9.]$|各[^，。；]{0,8}$")  # 两队分别获得3、4枚金牌 are two numbers
_REACH: Final = 24  # characters


def _neighbours(text: str, low: Draft, high: Draft) -> bool:
    """Whether two digits side by side say about how many: 六、七个, 三、四百公斤, 7、8万元."""
    if low.numeral is None or high.numeral is None or low.form != "bare" or high.unit is None:
        return False
    mantissa = high.numeral.value / high.numeral.magnitude
    single = low.end - low.start == 1 and low.numeral.value >= 1 and mantissa == low.numeral.value + 1 < 10
    alike = low.numeral.arabic == high.numeral.arabic
    return single and alike and _EACH.search(text, max(0, low.start - _REACH), low.start) is None


def join_all(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts from left to right, neighbours joined by a range connector made one."""
    joined: list[Draft] = []
    for draft in drafts:
        if joined:
            low = joined[-1]
            between = _BETWEEN.match(text, low.end) if draft.start - low.end <= 4 else None
            listed = text[low.end : draft.start] == "、" and _neighbours(text, low, draft)
            merged = join(low, draft) if listed or (between and between.end() == draft.start) else None
            if merged is not None:
                joined[-1] = merged
                continue
        joined.append(draft)
    return joined
