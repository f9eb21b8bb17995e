"""News of provinces, towns and counties: how much of a year's aim is met, two years held against, output by product."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.articles import claims_of

DAY = date(2023, 6, 26)
CASES = (
    # the share of a year's aim is of the time in which so much was done
    ("前5个月，项目完成投资90亿元，占全年投资任务的49%。", "49%", "period_end", "2023-05-31"),
    ("前5个月，棚户区改造开工90套、占全年任务49%。", "90套", "status", "actual"),
    ("今年的任务是改造90套。", "90套", "status", "target"),
    ("2022年全年夏粮占粮食总产量的49%。", "49%", "period_end", "2022-12-31"),
    # one figure held against two years
    ("去年接待游客90万人次，比2021年、2019年分别增长8%和3%。", "8%", "comparison", "yoy"),
    ("去年接待游客90万人次，比2021年、2019年分别增长8%和3%。", "3%", "comparison", "base_period"),
    ("去年50家景区接待游客90万人次，比2021年、2019年分别增长8%和3%。", "8%", "indicator", "接待游客人次"),
    ("去年产量、销量比2021年分别增长8%和3%。", "3%", "comparison", "yoy"),
    # a product told after the output of another industry
    ("去年发电量增长3%，钢材增长4%。", "4%", "indicator", "产量"),
    ("去年发电量增长3%，其中火电增长4%。", "4%", "indicator", "发电量"),
    ("去年粮食产量增长3%，水果增长4%。", "4%", "indicator", "水果产量"),
    ("去年发电量增长3%，工业机器人增长4%。", "4%", "subject", "工业机器人"),
    ("去年工业产品产量中，民用无人机增长4%。", "4%", "indicator", "产量"),
    # what moves is the last count of the clause before, where its number ends it
    ("去年50家场馆举办演出900场，增长4%。", "4%", "indicator", "演出"),
    # counted things that were added, one after another
    ("去年新增90个幼儿园学位和30张社区床位。", "30张", "measure", "change"),
    ("去年增加了90个班次、30个站点。", "30个", "measure", "change"),
    ("去年增加到90个班次、30个站点。", "30个", "measure", "level"),
    ("去年新增90个班次、建成30个站点。", "30个", "measure", "level"),
    # what is reckoned by a rate of exchange
    ("去年人均地区生产总值7万元，按平均汇率计算为1万美元。", "1万美元", "indicator", "人均地区生产总值"),
    ("去年人民币平均汇率为7元。", "7元", "indicator", "人民币汇率"),
    # names that hold verbs, and verbs that end them
    ("新建30个市民健身中心。", "30个", "indicator", "市民健身中心"),
    ("全省15个乡村振兴重点帮扶县全部达标。", "15个", "indicator", "乡村振兴重点帮扶县"),
    ("52家文博场馆延长开放时间。", "52家", "indicator", "文博场馆"),
    ("一般公共预算收入和支出分别为3亿元、9亿元。", "9亿元", "indicator", "一般公共预算支出"),
)


@pytest.mark.parametrize(("text", "number", "field", "value"), CASES)
def test_field(text: str, number: str, field: str, value: str) -> None:
    found = [str(getattr(claim, field)) for claim in claims_of(text, issue_date=DAY) if claim.value_text == number]
    assert found == [value]


def test_a_joiner_inside_a_member_is_no_separator() -> None:
    claims = claims_of("全市生活用品和服务、医疗保健、其他用品和服务价格分别上涨1%、2%、3%。")
    assert [claim.subject for claim in claims] == ["生活用品和服务", "医疗保健", "其他用品和服务"]
    assert {claim.indicator for claim in claims} == {"价格"}
