from __future__ import annotations

import pytest

from etl.reading.stop import is_closed


@pytest.mark.parametrize(
    "text",
    [
        "利润增长。",
        "他说：“利润增长。”",
        "利润增长。(跃文)",
        "报道完毕。（记者齐某　李某）",
        "举措如下：",
        "其一，增收；",
        "前景可期……",
        "The end.",
        "登录网站报名。(全国网站(http://a.example))",
    ],
)
def test_a_paragraph_may_end_here(text: str) -> None:
    assert is_closed(text)


@pytest.mark.parametrize("text", ["毛利润同比", "(以下简称“中博会”)", "用于建设“小巨人”", "增长1.", "政策，"])
def test_a_paragraph_is_broken_off_here(text: str) -> None:
    assert not is_closed(text)
