"""Which of the times around a number governs it, and which only seem to."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.articles import claims_of

DAY = date(2019, 8, 16)
CASES = (
    ("从今天开始，文化馆免费展出300件文物。", "300件", "2019-08-16 2019-08-16"),
    ("从2016年开始，合作社共种植果树5000棵。", "5000棵", "2016-01-01 2019-08-16"),
    ("火山12日剧烈喷发，火山灰高达4.2公里。", "4.2公里", "2019-08-12 2019-08-12"),
    ("去年12月底暴雨不断，近日，约1.4万名村民返家。", "1.4万名", "None None"),
    ("去年研发费用增长5%，近年来，企业研发人员达300人。", "300人", "None None"),
    ("奖励措施从去年的6项增加到24项。", "24项", "None None"),
    ("上半年软件收入增长23%，近两年平均增长14%；从业人员708万人。", "708万人", "2019-01-01 2019-06-30"),
    ("截至2018年底，企业累计对外直接投资99.3亿美元。", "99.3亿美元", "2018-12-31 2018-12-31"),
    ("前7个月，新增就业全年任务完成近八成。", "八成", "2019-01-01 2019-07-31"),
    ("学校提前一年培训教师300人。", "300人", "None None"),
)


@pytest.mark.parametrize(("text", "number", "days"), CASES)
def test_time(text: str, number: str, days: str) -> None:
    claims = {claim.value_text: claim for claim in claims_of(text, issue_date=DAY)}
    assert f"{claims[number].period_start} {claims[number].period_end}" == days


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("将312名家属纳入保险。", ["actual"]),
        ("13日，市里还计划增加约1000家诊所。", ["target"]),
        ("如果今年增速低于6.5%，后几年就要加快。", ["forecast"]),
        ("前7个月，全年任务完成近八成。", ["actual"]),
        ("高速公路日前通车，将行车时间由过去4小时缩短至2小时。", ["actual", "actual"]),
        ("到2025年，劳动生产率从人均8万元提高到12万元。", ["actual", "target"]),
        ("作为还击，空军轰炸了14处军事目标。", ["actual"]),
        ("规划局历时两年多完成评估。", ["actual"]),
        ("去年产量完成计划目标，年末人口13亿人。", ["actual"]),
        ("从12月1日起，起步价为2元。", ["target"]),
    ],
)
def test_status(text: str, statuses: list[str]) -> None:
    assert [claim.status for claim in claims_of(text, issue_date=DAY)] == statuses


def test_a_plan_named_in_passing_dates_nothing_after_its_sentence() -> None:
    claims = claims_of("会议讨论了“十三五”规划草案。", "全省有高校120所。", issue_date=DAY)
    assert [claim.period_end for claim in claims] == [None]


def test_a_century_dates_nothing_after_its_sentence() -> None:
    claims = claims_of("合作要面向21世纪。", "三地人口占全国22%。", issue_date=DAY)
    assert [claim.period_end for claim in claims] == [None]
