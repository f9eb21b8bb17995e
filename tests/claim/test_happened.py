"""Facts are not of a time to come, and what 将 in the sense of 把 stands before has happened."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.articles import about, claims_of

ISSUE = date(2019, 8, 28)


def when(*sentences: str, number: str) -> str:
    """First and last day and the status of a number of an article's sentences."""
    claim = next(c for c in claims_of(*sentences, issue_date=ISSUE) if c.value_text == number)
    return f"{claim.period_start} {claim.period_end} {claim.status}"


def test_a_day_to_come_dates_no_standing_fact() -> None:
    told = ("大桥将于12月10日通车。", "大桥全长12公里，桥面宽40米。")
    assert when(*told, number="40米") == "None None actual"


def test_the_day_of_this_event_to_come_stays_with_it() -> None:
    told = ("博览会将于9月19日至23日举行。", "本届博览会共设置300个展位。")
    assert when(*told, number="300个") == "2019-09-19 2019-09-23 actual"


def test_years_after_a_day_nobody_told_are_no_time_of_a_fact() -> None:
    assert when("一年后，影片上映，有2亿观众观看。", number="2亿") == "None None actual"
    assert when("三年后，农场将新建20座大棚。", number="20座") == "2022-01-01 2022-12-31 target"


def test_what_is_counted_up_to_a_day_is_counted_by_the_day_of_issue() -> None:
    assert when("截至8月底，平台上线政策200条。", number="200条") == "2019-08-28 2019-08-28 actual"


def test_a_budget_of_this_year_has_all_of_it() -> None:
    assert when("今年省财政安排补助资金100亿元。", number="100亿元") == "2019-01-01 2019-12-31 actual"
    assert when("今年已安排补助资金100亿元。", number="100亿元") == "2019-01-01 2019-08-28 actual"


@pytest.mark.parametrize(
    ("sentence", "number", "status"),
    [
        ("消防队员及时赶到，将三人救出。", "三人", "actual"),
        ("村里将500亩荒地改成了果园。", "500亩", "actual"),
        ("公司计划将两个工厂迁往外地。", "两个", "target"),
        ("全市将500亩荒地扩大到800亩。", "800亩", "target"),
        ("本市日前将失业保险金由1800元提高到2000元。", "2000元", "actual"),
        ("医院加大投入，将平均等候时间从50分钟缩短至20分钟。", "20分钟", "actual"),
        ("街道将社区划分为20个网格。", "20个", "actual"),
        ("会议明确，将补助标准由20元提高到30元。", "30元", "target"),
        ("从9月1日起，本市将补助标准由20元提高到30元。", "30元", "target"),
        ("线路通车后，将两地车程由3小时缩短至2小时。", "2小时", "forecast"),
        ("补助资金将增加到2亿元。", "2亿元", "forecast"),
        ("产量将超过3万吨。", "3万吨", "forecast"),
        ("战机摧毁了敌方两处目标。", "两处", "actual"),
        ("发现疑似和可能感染病例60例。", "60例", "actual"),
        ("力争研发投入占比超过2%，新增企业50家，技术合同成交额实现450亿元，总产值突破1万亿元。", "1万亿元", "target"),
    ],
)
def test_whether_it_is_to_come(sentence: str, number: str, status: str) -> None:
    assert when(sentence, number=number).endswith(status)


def test_what_is_in_force_from_a_day_to_come_has_been_decreed() -> None:
    claims = claims_of("从9月1日零时起，全国铁路增开旅客列车160列。", issue_date=ISSUE)
    assert about(claims, "status", "period_start") == [("160列", "target", date(2019, 9, 1))]


def test_a_coming_length_of_years_governs_after_a_year() -> None:
    told = "2018年，全市投资完成100亿元，未来三年，投资将超过300亿元。"
    assert when(told, number="300亿元") == "2019-08-28 2022-08-28 forecast"


def test_coming_years_date_no_fact_of_the_next_sentence() -> None:
    told = ("今后五年，全市将改造棚户区。", "住户张某家的房子有40平方米。")
    assert when(*told, number="40平方米") == "None None actual"


@pytest.mark.parametrize(
    ("told", "number", "days"),
    [
        (("2012年，五国发起谈判。", "此次会议上，有20家企业展出产品。"), "20家", "None None"),
        (("2012年，五国发起谈判。", "当时有20家企业参加。"), "20家", "2012-01-01 2012-12-31"),
        (("市长在今年全国两会上谈到扶贫。", "村里有30户人家。"), "30户", "None None"),
        (("今年是脱贫攻坚决胜之年。", "村里有30户人家。"), "30户", "None None"),
        (("今天的《最美乡村》，让我们来认识王医生。", "村里有30户人家。"), "30户", "None None"),
        (("今天，村里来了30户人家，他们一起看了新房。",), "30户", "2019-08-28 2019-08-28"),
        (("今年，村里修路。", "村里有30户人家脱贫。"), "30户", "2019-01-01 2019-08-28"),
        (("据统计，截至目前在江上已建成的大桥已达143座。",), "143座", "2019-08-28 2019-08-28"),
    ],
)
def test_what_does_not_date_the_next_sentence(told: tuple[str, ...], number: str, days: str) -> None:
    assert when(*told, number=number) == f"{days} actual"
