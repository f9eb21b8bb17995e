"""Bounds that do not touch their number, and how far a thing may go."""

import pytest

from etl.mention.number import find_numbers


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("产量超过全国总量的一半", "more_than"),
        ("产量不到全国总量的三分之一", "less_than"),
        ("赤字不超过国内生产总值3%", "at_most"),
        ("赤字接近GDP的5%", "about"),
        ("超过往年的水平，占总量的一半", "exact"),
        ("超过全国总量的30%", "exact"),
        ("抢修队24小时内恢复供电", "less_than"),
        ("误差在8毫米内", "less_than"),
        ("油价跌破60美元", "less_than"),
        ("油价突破60美元", "more_than"),
        ("停车楼最多能同时停放500辆", "at_most"),
        ("新房最高可获补贴9600元", "at_most"),
        ("道路最高海拔5200米", "exact"),
        ("税率最高可从目前的5%起算", "exact"),
        ("共有8个内陆港", "exact"),
        ("演出共8场内容丰富的节目", "exact"),
    ],
)
def test_a_bound_that_stands_apart(text: str, bound: str) -> None:
    assert [number.bound for number in find_numbers(text) if number.claimable] == [bound]
