"""Days from which something is so, years since which it is known, and days that are long gone."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.articles import about, claims_of
from tests.claim.test_times_carried import days, of_article

DAY = date(2025, 10, 30)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a rate that was set anew on a day is of that day
        ("自7月1日起，养老金最低标准每月提高20元。", "2025-07-01 2025-07-01"),
        ("从9月1日起，全县补贴标准上调至每月2540元。", "2025-09-01 2025-09-01"),
        # what goes on since then is not
        ("自7月1日起，每人每月发放补贴800元。", "2025-07-01 2025-10-30"),
        ("自7月1日起，养老金累计提高20元。", "2025-07-01 2025-10-30"),
        ("自7月1日以来，油价上涨8%。", "2025-07-01 2025-10-30"),
        # the year since when things are recorded
        ("9月降雨量列1961年有气象记录以来第1位。", "2025-09-01 2025-09-30"),
        # a day alone in its clause is narrower than the year in a name before it
        ("2025年暑运专班数据显示，8月31日，全国客运量达600万人次。", "2025-08-31 2025-08-31"),
    ],
)
def test_since_when(text: str, wanted: str) -> None:
    assert days(claims_of(text, issue_date=DAY)[0]) == wanted


def test_a_day_long_gone_dates_nothing_below_the_lead() -> None:
    lead = ("2021年2月25日，大会召开。", 0, "lead")
    claims = of_article(("村里的变化", -1, "headline"), lead, ("他们住进1200平方米的院子。", 2, "body"), day=DAY)
    assert days(claims["1200平方米"]) == "None None"


def test_what_ran_since_a_day_that_nobody_prints_takes_over_no_time_that_is_over() -> None:
    claims = of_article(
        ("防汛形势", -1, "headline"),
        ("关键期（7月16日至8月15日）已经结束。", 0, "lead"),
        ("入汛以来，大江大河发生25次洪水。", 1, "body"),
        day=date(2024, 8, 20),
    )
    assert days(claims["25次"]) == "None None"


def test_months_are_of_no_year_since_which_things_are_recorded() -> None:
    told = claims_of(
        "发生25次洪水，列1998年有资料统计以来第1位。",
        "7月以来，1182座次大中型水库投入运用。",
        issue_date=date(2024, 8, 20),
    )
    assert days(told[-1]) == "2024-07-01 2024-08-20"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # the line that carried them
        ("青山铁路发送旅客300万人次。", ("300万人次", "铁路旅客发送量", "青山铁路")),
        ("全国铁路发送旅客300万人次。", ("300万人次", "铁路旅客发送量", "全国")),
        ("普通本科招生67.9万人。", ("67.9万人", "招生人数", "普通本科")),
        # no price of so much land, no pupils of so many years
        ("公司以每亩800元的价格流转了1380亩耕地。", ("1380亩", "耕地面积", "公司")),
        ("不含在校生的25—29岁劳动力有所增加。", ("25—29岁", "年龄", "劳动力")),
        # where the earth shook, not who tells of it
        ("指挥部介绍平山县6.8级地震的救援进展。", ("6.8级", "震级", "平山县")),
        ("当地转移安置受灾群众4.65万人。", ("4.65万人", "转移安置人口", "当地")),
        # what takes part opens a name
        ("代表团参加32个参赛小项。", ("32个", "参赛小项", "代表团")),
        ("仓库已调拨棉帐篷2000顶。", ("2000顶", "棉帐篷", "仓库")),
        ("当地建成旅游目的地24个。", ("24个", "旅游目的地", "当地")),
        ("部门发布洪水预报2.4万站次。", ("2.4万站次", "洪水预报", "洪水预报")),
    ],
)
def test_whose_and_of_what(text: str, wanted: tuple[str, str, str]) -> None:
    assert about(claims_of(text, issue_date=DAY), "indicator", "subject")[-1] == wanted
