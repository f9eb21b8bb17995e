"""Owners that the number's clause only points at, or names in a list of its own."""

from __future__ import annotations

import pytest

from tests.claim.articles import about, claims_of

WHOSE = [
    # 这一数字 takes up what was told, and of whom; what digital things are called is a name
    ("2018年，我国动漫产业产值500亿元，这一数字将超过800亿元。", "800亿元", "产值", "动漫产业"),
    ("去年数字经济增加值500亿元。", "500亿元", "数字经济增加值", "数字经济"),
    # a time opened by 今天公布的 leaves nothing of itself
    ("今天公布的7月份全国工业生产者出厂价格，同比下降3%。", "3%", "工业生产者出厂价格指数", "全国工业生产者出厂价格"),
    # 分别以…的增速: each has a growth and a rank of its own
    ("去年营收增长8%，海光证券和蓝天证券分别以30%和20%的增速位列第二和第三。", "30%", "营业收入", "海光证券"),
    ("去年营收增长8%，海光证券和蓝天证券分别以30%和20%的增速位列第二和第三。", "20%", "营业收入", "蓝天证券"),
    ("去年营收增长8%，海光证券和蓝天证券分别以30%和20%的增速位列第二和第三。", "第三", "营业收入", "蓝天证券"),
    # the field of a rank that no verb opens
    ("快递业务量全国第一。", "第一", "快递业务量", "快递"),
    # one number of two rates, a bare price after what is sold at it, the verb before a fund
    ("近期工厂到岗率和达产率接近100%。", "100%", "达产率", "工厂"),
    ("今年大蒜产量3万吨，均价每公斤8元。", "8元", "平均价格", "大蒜"),
    ("全省投入援疆资金30亿元。", "30亿元", "援疆资金", "全省"),
    ("全省下达救灾资金30亿元。", "30亿元", "救灾资金", "全省"),
    # how it came about is no part of a name, what a fee is for no owner of it
    ("高速公路从无到有，里程达到3000公里。", "3000公里", "里程", "高速公路"),
    ("景区去年接待游客20万人次，门票收入800万元。", "800万元", "门票收入", "景区"),
    ("村集体去年分红120万元。", "120万元", "现金分红", "村集体"),
    # what they have not come to yet, and what those who are counted do
    ("当地对300个未摘帽贫困村的帮扶情况进行了督导。", "300个", "未摘帽贫困村", "未摘帽贫困村"),
    ("全国178家国家高新区提质增效。", "178家", "国家高新区", "全国"),
    ("合作社带动近4万户农户发展。", "4万户", "农户", "合作社"),
    ("全国安排19个省份对口支援山区。", "19个", "省份", "全国"),
]


@pytest.mark.parametrize(("sentence", "number", "indicator", "subject"), WHOSE)
def test_whose_it_is_may_be_told_before(sentence: str, number: str, indicator: str, subject: str) -> None:
    assert (number, indicator, subject) in about(claims_of(sentence), "indicator", "subject")


@pytest.mark.parametrize(
    ("opening", "region"),
    [("本报北京8月20日电（记者李某）", "中国"), ("新华社北京8月20日电", "中国"), ("北京市邮政局说，", "北京市")],
)
def test_where_a_national_paper_files_from_is_no_place_of_its_figures(opening: str, region: str) -> None:
    claims = claims_of(f"{opening}国家邮政局数据显示，上半年快递业务量增长20%。")
    assert [claim.region for claim in claims] == [region]
