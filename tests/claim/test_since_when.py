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
        ("全国铁路发送旅客300万人次。", ("300万人次", "铁路旅客发送量", "全国铁路")),
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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # what began in a year goes on to the day of issue; when a record began does not
        ("2023年运行以来，装置完成300次实验。", "2023-01-01 2025-10-30"),
        ("今年6月1日开赛以来，共收到作品300件。", "2025-06-01 2025-10-30"),
        ("今年入夏以来，共收到作品300件。", "2025-01-01 2025-10-30"),
        # of what time the whole is that something is a part of
        ("8月，出口占前三季度的38%。", "2025-08-01 2025-08-31"),
    ],
)
def test_what_began_then(text: str, wanted: str) -> None:
    assert days(claims_of(text, issue_date=DAY)[0]) == wanted


def test_earlier_ones_of_an_event_are_not_of_its_day() -> None:
    claims = of_article(
        ("博览会开幕", -1, "headline"),
        ("第七届博览会10月28日在平山市开幕。", 0, "lead"),
        ("前六届博览会有新产品2500项。", 1, "body"),
        ("本届博览会有新产品300项。", 1, "body"),
        day=DAY,
    )
    assert [days(claims["2500项"]), days(claims["300项"])] == ["None None", "2025-10-28 2025-10-28"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("83个国家参展，比上届增加12个。", ("12个", "国家", "change", "previous_period")),
        ("第七届交易会成交额达8亿美元，比上一届增长2%。", ("2%", "成交额", "growth", "previous_period")),
        ("收割效率比5年前增加了30%。", ("30%", "效率", "growth", "base_period")),
        ("今年全国有13个地级及以上城市。", ("13个", "地级及以上城市", "level", None)),
        ("去年全国因灾死亡失踪856人。", ("856人", "死亡失踪人数", "level", None)),
        ("居民健康素养水平达31.9%。", ("31.9%", "居民健康素养水平", "level", None)),
        ("近百家央企组织约2万人采购。", ("2万人", "人数", "level", None)),
        ("共有社会组织300家。", ("300家", "社会组织数量", "level", None)),
    ],
)
def test_what_is_counted_beside_a_base(text: str, wanted: tuple[str, str, str, str | None]) -> None:
    assert about(claims_of(text, issue_date=DAY), "indicator", "measure", "comparison")[-1] == wanted


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("今年，全国检察机关惩治犯罪，批准逮捕3万人，起诉5万人。", "全国检察机关"),
        ("截至去年底，全国备案博物馆总数达7046家。", "全国"),
    ],
)
def test_a_body_of_the_whole_country(text: str, subject: str) -> None:
    assert claims_of(text, issue_date=DAY)[-1].subject == subject
