"""Numbers that are codes, and the look that goes before their pattern."""

from __future__ import annotations

import pytest

from etl.mention.code import CODE, may_be_code

BESIDE = [*"Aa0·-/ .:：∶+<>比号线道话码航空次大连分级、的了共@，"]
"""Characters of every sort that the pattern names, and some that it does not."""


@pytest.mark.parametrize("inside", ["30个", "07年", "-5", "6432次", "12345678", "2019届", "0.5"])
def test_the_look_lets_every_code_pass(inside: str) -> None:
    views = [f"乘{before}⟦{inside}⟧{after}5连增列车" for before in BESIDE for after in BESIDE]
    views += [f"第3{before}⟦{inside}⟧{after}航班" for before in BESIDE for after in BESIDE]
    codes = [view for view in views if CODE.pattern.search(view)]
    assert codes
    assert [view for view in codes if not may_be_code(view)] == []


def test_most_counts_are_told_at_a_look() -> None:
    assert not may_be_code("去年共有⟦30个⟧项目开工")
