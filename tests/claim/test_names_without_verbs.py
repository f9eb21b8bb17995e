"""Names without the verbs before and behind them, and whose figures are told beside another's."""

from __future__ import annotations

import pytest

from tests.claim.articles import about, claims_of

NAMED = [
    # the verb that rules a name is no part of it
    ("县里今年组织民兵骨干分子300人。", "300人", "民兵骨干分子"),
    ("今年改造老旧居民楼117栋。", "117栋", "老旧居民楼"),
    ("今年全市审议法律草案、决定草案48件。", "48件", "法律草案、决定草案"),
    ("改造项目完成20个。", "20个", "改造项目"),
    ("军队和武警部队共出动兵力3000人。", "3000人", "兵力"),
    ("平台今年编发《市场行情简报》60期。", "60期", "《市场行情简报》"),
    # two verbs in a row
    ("今年整治提升村庄30个。", "30个", "村庄"),
    ("今年提升改造农贸市场12家。", "12家", "农贸市场"),
    ("今年优化调整公交线路30条。", "30条", "公交线路"),
    ("今年建成投用学校12所。", "12所", "学校"),
    ("今年新增及优化调整公交线路60条。", "60条", "公交线路"),
    ("今年新建或改造厕所30座。", "30座", "厕所"),
    ("今年实施改造提升项目30个。", "30个", "改造提升项目"),
    # a classifier belongs to the number before it
    ("新技术用到8个经济大类中的7个。", "7个", "经济大类"),
    # whom a noun names, what becomes of people, what the things do
    ("警方抓获4名犯罪嫌疑人王强、李明。", "4名", "犯罪嫌疑人"),
    ("国家队派出两名选手张丽和陈芳出战。", "两名", "选手"),
    ("目标是实现36户贫困户稳定脱贫。", "36户", "贫困户"),
    ("企业提供500个就业岗位。", "500个", "就业岗位"),
    ("12个省份改革完善医疗制度。", "12个", "省份"),
    ("30列中欧班列串起亚欧大陆。", "30列", "中欧班列"),
    ("11条河流仍超警戒水位。", "11条", "河流"),
    ("上千名游客纵情歌唱《我的祖国》。", "上千名", "游客"),
    ("4000吨冬储蔬菜装进市民的菜篮子。", "4000吨", "冬储蔬菜"),
    ("公司将3台设备运回厂里。", "3台", "设备"),
    ("合作社为上百种土特产寻找销路。", "上百种", "土特产"),
]


@pytest.mark.parametrize(("text", "number", "name"), NAMED)
def test_the_name(text: str, number: str, name: str) -> None:
    assert [claim.indicator for claim in claims_of(text) if claim.value_text == number] == [name]


WHOSE = [
    # so many a day, and people who are none of the things before them
    ("样例网约车日均完成订单3000单。", "3000单", "订单", "样例网约车"),
    ("样例博物馆可容纳2000人。", "2000人", "人数", "样例博物馆"),
    # the whole of a share is nobody's name
    ("机电产品出口增长5%，在出口总值中占比达到60%。", "60%", "出口额", "机电产品"),
    ("增加值增长8%；非化石能源占能源消费总量的比重提高2个百分点。", "2个百分点", "能源消费总量", "非化石能源"),
    ("全市出口增长8%，机电产品占出口总值的60%。", "60%", "出口额", "机电产品"),
    # what is traded, by the country
    ("前三季度，我国出口高技术产品同比增长11%。", "11%", "出口额", "高技术产品"),
    ("前三季度，我国出口同比增长11%。", "11%", "出口额", "我国"),
    # a statistic right before its bracket
    ("水电装机（11亿千瓦）已超过煤电装机（10亿千瓦）。", "10亿千瓦", "煤电装机容量", "煤电"),
    # others who do the same
    ("内地居民出入境700万人次，增长5%；外国人90万人次，增长2%。", "90万人次", "出入境人员", "外国人"),
    # what is told of both members
    ("快递业务量和业务收入分别增长20%和10%。", "10%", "快递业务收入", "全国"),
    ("单位国内生产总值能耗和二氧化碳排放量分别下降3%和4%。", "4%", "碳排放强度", "全国"),
    # things that are made, not how many there are
    ("新能源汽车产量增长27%，充电桩产量增长34%。", "34%", "产量", "充电桩"),
]


@pytest.mark.parametrize(("text", "number", "indicator", "subject"), WHOSE)
def test_whose(text: str, number: str, indicator: str, subject: str) -> None:
    found = [row for row in about(claims_of(text), "indicator", "subject") if row[0] == number]
    assert found == [(number, indicator, subject)]


def test_a_member_told_of_a_whole_that_stands_before_the_base() -> None:
    claims = claims_of("装备制造业、高技术制造业占全部规模以上工业比重较2024年分别提高2.2个、0.8个百分点。")
    assert [claim.subject for claim in claims] == ["装备制造业", "高技术制造业"]
