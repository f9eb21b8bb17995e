"""Headlines that print a number of the body again take over what only the body says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from etl.model import Claim


def with_echoes(headed: Sequence[Claim], body: Sequence[Claim]) -> list[Claim]:
    """The headline's claims, each completed from the first body claim that states the same figure."""
    return [_completed(claim, body) for claim in headed]


def _completed(claim: Claim, body: Sequence[Claim]) -> Claim:
    twins = [other for other in body if _same_figure(claim, other)]
    same = [other for other in twins if other.indicator == claim.indicator] or twins
    if not same:
        return _dated(claim, body)
    twin = next((other for other in same if _is_of_its_time(claim, other)), same[0])
    if _names_its_own(claim, twin):
        twin = replace(twin, subject=claim.subject, sector=claim.sector, classes=claim.classes)
    return replace(
        claim,
        indicator=claim.indicator if twin.indicator in _BARE and claim.indicator else twin.indicator,
        subject=twin.subject,
        sector=twin.sector,
        classes=twin.classes,
        region=twin.region,
        period_start=twin.period_start,
        period_end=twin.period_end,
        period_kind=twin.period_kind,
        period_text=twin.period_text,
        status=twin.status,
        comparison=twin.comparison,
        rule=claim.rule + "/echo",
    )


def _is_of_its_time(claim: Claim, other: Claim) -> bool:
    """Whether both tell of the time or the aim that the headline prints: 今年预期增长5.5% is not 去年增长5.5%."""
    dated = claim.period_text is not None and claim.period_text in claim.sentence.text
    told = not dated or (claim.period_start, claim.period_end) == (other.period_start, other.period_end)
    return told and claim.status in (_PLAIN, other.status)


_PLAIN: Final = "actual"


def _dated(claim: Claim, body: Sequence[Claim]) -> Claim:
    """A headline that rounds a figure of the body (超574万例, 近12万例) and has no time is of that figure's time."""
    rounded = [other for other in body if _is_rounded(claim, other)] if claim.period_end is None else []
    if not rounded:
        return claim
    figure = min(rounded, key=lambda other: abs(other.value - claim.value))
    return replace(
        claim,
        period_start=figure.period_start,
        period_end=figure.period_end,
        period_kind=figure.period_kind,
        period_text=figure.period_text,
        status=figure.status,
    )


_ROUNDED: Final = Decimal("0.1")
_NOT_EXACT: Final = frozenset({"more_than", "at_least", "about"})


def _is_rounded(claim: Claim, other: Claim) -> bool:
    alike = (claim.unit, claim.measure, claim.indicator) == (other.unit, other.measure, other.indicator)
    if not alike or claim.bound not in _NOT_EXACT or other.period_end is None:
        return False
    rest = other.value - claim.value
    floor = -_ROUNDED * claim.value if claim.bound == "about" else 0
    return bool(floor <= rest <= _ROUNDED * claim.value)


def _names_its_own(claim: Claim, twin: Claim) -> bool:
    """Whether the headline prints whose figure it is, which the body calls otherwise.

    In 财政部将出台12条措施 they are its own, whoever told the body of them; 工业 is short for 规模以上工业企业.
    """
    text, whose, told = claim.sentence.text, claim.subject or "", twin.subject or ""
    after = text.find(whose) + len(whose)
    printed = len(whose) > 1 and whose in text and whose not in (claim.indicator, claim.indicator_text)
    aside = "】" in text[after:] or text[after : after + 1] in (":", "：")  # a column's name, who says so
    return printed and not aside and told not in text and whose not in told


_BARE: Final = frozenset({None, "人数", "数量", "户数", "次数", "金额", "长度", "时长"})  # what the unit alone says


def _same_figure(claim: Claim, other: Claim) -> bool:
    same_value = (claim.value, claim.value_high, claim.unit) == (other.value, other.value_high, other.unit)
    return same_value and claim.measure == other.measure
