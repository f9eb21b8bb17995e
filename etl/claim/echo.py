"""Headlines that print a number of the body again take over what only the body says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.model import Claim


def with_echoes(headed: Sequence[Claim], body: Sequence[Claim]) -> list[Claim]:
    """The headline's claims, each completed from the first body claim that states the same figure."""
    return [_completed(claim, body) for claim in headed]


def _completed(claim: Claim, body: Sequence[Claim]) -> Claim:
    twins = [other for other in body if _same_figure(claim, other)]
    same = [other for other in twins if other.indicator == claim.indicator] or twins
    if not same:
        return claim
    twin = same[0]
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


_BARE = frozenset({None, "人数", "数量", "户数", "次数", "金额", "长度", "时长"})  # what the unit alone says


def _same_figure(claim: Claim, other: Claim) -> bool:
    same_value = (claim.value, claim.value_high, claim.unit) == (other.value, other.value_high, other.unit)
    return same_value and claim.measure == other.measure
