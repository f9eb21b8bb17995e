"""Words that only say how many there are, or how much of them is hit, are no part of what is counted."""

from __future__ import annotations

import pytest

from tests.claim.articles import claims_of


@pytest.mark.parametrize(
    ("text", "value", "indicator"),
    [
        ("名单增至45人。", 45, "人数"),
        ("当时车厢内可能有45人。", 45, "人数"),
        ("两地多次实现45次互访。", 45, "互访次数"),
        ("孩子们喂养了45次。", 45, "喂养次数"),
        ("限制条目从90条缩减到45条。", 90, "限制条目"),
        ("限制条目从90条缩减到45条。", 45, "限制条目"),
        ("大风使45间厂房不同程度受损。", 45, "厂房"),
        ("45户居民家中停水。", 45, "居民"),
        ("山区有45万贫困人口实现脱贫。", 450000, "贫困人口"),
        ("接受检查的船员中，45人检测结果呈阳性。", 45, "感染人数"),
    ],
)
def test_what_only_says_how_many_is_no_deed(text: str, value: int, indicator: str) -> None:
    assert {int(c.value): c.indicator for c in claims_of(text)}[value] == indicator
