"""What is told of a year that is not over: plans and forecasts, and what is out or has happened all the same."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.articles import claims_of

EARLY, LATER = date(2019, 2, 12), date(2019, 8, 20)
CASES = (
    # the year of an event, and what is planned for the year
    (EARLY, "2019年春联征集活动落下帷幕，220副春联入选。", "220副", "actual"),
    (EARLY, "2019年全省新建220家驿站。", "220家", "target"),
    (LATER, "2019年苗木交易大会正在本市举行，全国300家企业参展。", "300家", "actual"),
    (LATER, "《意见》提出，2019年改造老旧小区300个。", "300个", "target"),
    (LATER, "2019年市场规模达到300亿元。", "300亿元", "forecast"),
    (LATER, "2019年市场规模达到3000万辆。", "3000万辆", "forecast"),
    (LATER, "2019年全国高校毕业生834万人，比上年增加14万人。", "834万人", "actual"),
    # handed out, and grown to by now
    (LATER, "省财政近日下达2019年补助资金80亿元。", "80亿元", "actual"),
    (EARLY, "2019年省财政安排补助资金80亿元。", "80亿元", "target"),
    (LATER, "补助标准由2015年的380元增长到2019年的550元。", "550元", "actual"),
    # a year that another sentence named
    (EARLY, "2019年，产业园将建成。在园区里，他一干就是4个小时。", "4个小时", "actual"),
    (EARLY, "2019年，省财政继续支农。其中，粮食补贴资金80亿元。", "80亿元", "target"),
)


@pytest.mark.parametrize(("day", "text", "number", "status"), CASES)
def test_status(day: date, text: str, number: str, status: str) -> None:
    sentences = [f"{part}。" for part in text.split("。") if part]
    found = [claim for claim in claims_of(*sentences, issue_date=day) if claim.value_text == number]
    assert [claim.status for claim in found] == [status]


def test_what_goes_on_is_there() -> None:
    found = claims_of("全省2024年首批640个重大项目正有序推进。", issue_date=date(2024, 3, 4))
    assert [claim.status for claim in found] == ["actual"]


def test_what_a_clause_says_is_done_is_no_aim() -> None:
    found = claims_of("148个拟新建的项目中，多数已开工建设，开工率达32.4%。", issue_date=date(2024, 3, 4))
    assert found[-1].status == "actual"
