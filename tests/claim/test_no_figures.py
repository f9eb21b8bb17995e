"""Numbers that measure nothing, because they count the points of a text or say how long a time was that is told of."""

from __future__ import annotations

import pytest

from tests.claim.articles import about, claims_of

CASES: tuple[tuple[str, list[str]], ...] = (
    # the points of a text, and what they hold
    ("意见从四个方面提出16项举措。", ["16项"]),
    ("意见从四个地市提出16项举措。", ["四个", "16项"]),
    ("安保分为赛事和社会面两方面。", []),
    ("改革在中央、地方两个层面展开。", []),
    # how long the time was in which other things happened
    ("在6天时间里，代表团出席40多场活动。", ["40多场"]),
    ("代表团用6天时间出席40多场活动。", ["6天", "40多场"]),
    ("十天的时间，查处违法车辆42辆。", ["42辆"]),
    ("从拿到许可证到现在短短两个月的时间，工程完成80%。", ["80%"]),
    ("过去24小时新增病例902例。", ["902例"]),
    ("过去4小时的车程，如今只要1小时。", ["4小时", "1小时"]),
    ("系统能在不到5分钟的时间内进入战斗模式。", ["5分钟"]),
)


@pytest.mark.parametrize(("text", "numbers"), CASES)
def test_the_numbers_that_are_claims(text: str, numbers: list[str]) -> None:
    assert [claim.value_text for claim in claims_of(text)] == numbers


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("据通报，3天内印度新增确诊病例96例。", "印度"),
        ("据通报，过去24小时印度新增确诊病例96例。", "印度"),
        ("据通报，24所大学新增确诊病例96例。", "大学"),
    ],
)
def test_whose_figure_stands_after_a_length_of_time(text: str, subject: str) -> None:
    assert about(claims_of(text), "subject")[-1] == ("96例", subject)
