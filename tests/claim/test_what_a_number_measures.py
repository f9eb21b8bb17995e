"""The statistic of a number where another one stands nearer, or only its beginning is known."""

import pytest

from tests.claim.articles import about, claims_of


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # amounts beside a number of things
        ("水库昨天向6省市供水3亿立方米。", ("3亿立方米", "供水量")),
        ("医生在医院里值班24小时。", ("24小时", "时长")),
        ("此前参加失业保险3年以上的职工可以申请。", ("3年", "时长")),
        ("财政部昨天向8个省份下拨10亿元。", ("10亿元", "拨付资金")),
        # numbers of things beside an amount of money
        ("消防部门立即投入300人。", ("300人", "投入人数")),
        ("当地投入2万台收割机。", ("2万台", "收割机")),
        ("全市今年投入资金3亿元。", ("3亿元", "资金")),
        ("整个机队规模达到6架。", ("6架", "规模")),
        # things of another kind than those that the words before it name
        ("附近的湿地公园有90只野鸟死亡。", ("90只", "野鸟")),
        ("每个贫困村有1名技术员。", ("1名", "技术员")),
        ("全市的湿地公园有12个。", ("12个", "湿地公园数量")),
        ("海关查获进出口侵权货物600批。", ("600批", "批次")),
    ],
)
def test_what_another_statistic_cannot_measure(sentence: str, told: tuple[str, str]) -> None:
    assert told in about(claims_of(sentence), "indicator")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # what the dictionary has as adverbs tells what kind of things they are
        ("双方达成20项务实成果。", ("20项", "务实成果")),
        ("天文台发现了500颗高速星。", ("500颗", "高速星")),
        ("全市有12家企业长期亏损。", ("12家", "企业数量")),
        # words that open like a conjunction or a preposition
        ("试点形成了29项经验。", ("29项", "经验")),
        ("两国签署10份经贸协议。", ("10份", "经贸协议")),
        ("双方举行了8轮和谈。", ("8轮", "和谈")),
        ("考核结果分为4个等级。", ("4个", "等级")),
        # a verb that ends its clause is what is counted
        ("政府面临两个选择。", ("两个", "选择")),
        ("教授们开展了30场宣讲，覆盖全市。", ("30场", "宣讲")),
    ],
)
def test_a_noun_behind_its_classifier(sentence: str, told: tuple[str, str]) -> None:
    assert told in about(claims_of(sentence), "indicator")


@pytest.mark.parametrize(
    ("sentence", "number", "subject"),
    [
        ("样例集团以7亿元收购了晨光公司70%的股权。", "70%", "晨光公司"),
        ("新公司由杂技团出资占股51%，演职员占股49%。", "51%", "杂技团"),
        ("新公司由杂技团出资占股51%，演职员占股49%。", "49%", "演职员"),
        ("去年，样例集团持股比例为30%。", "30%", "样例集团"),
    ],
)
def test_how_much_of_a_company_is_held(sentence: str, number: str, subject: str) -> None:
    (claim,) = [claim for claim in claims_of(sentence) if claim.value_text == number]
    assert (claim.indicator, claim.measure, claim.subject) == ("持股比例", "share", subject)


def test_what_a_share_price_did_is_no_holding() -> None:
    assert "持股比例" not in [claim.indicator for claim in claims_of("昨天，样例股份下跌5%，超过20%的股份制企业停牌。")]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("去年，全市淘汰炼铁产能300万吨、水泥产能500万吨。", [("300万吨", "去产能"), ("500万吨", "去产能")]),
        ("去年，钢铁行业退出了1亿吨的产能。", [("1亿吨", "去产能")]),
        ("去年，全市炼铁产能达到300万吨。", [("300万吨", "产能")]),
        ("会议应到180人，出席170人，缺席10人。", [("180人", "应到人数"), ("170人", "出席人数"), ("10人", "缺席人数")]),
    ],
)
def test_what_is_the_opposite(sentence: str, told: list[tuple[str, str]]) -> None:
    assert about(claims_of(sentence), "indicator") == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("平台接到案件3万件，解决率达到93%。", ("93%", "解决率")),
        ("报告显示，成年国民图书阅读率为57%。", ("57%", "图书阅读率")),
        ("发生医疗费用18亿元，支付比例达到67%。", ("67%", "支付比例")),
        ("参展企业更新率超过5%。", ("5%", "更新率")),
        # known rates, parts of a whole, growth
        ("去年，全市城镇登记失业率为3%。", ("3%", "城镇登记失业率")),
        ("去年，全市新设企业2万户，增长率达到43%。", ("43%", "新设企业")),
        ("全市服务业增加值占生产总值的比例达到60%。", ("60%", "增加值")),
    ],
)
def test_a_rate_as_it_is_printed(sentence: str, told: tuple[str, str]) -> None:
    assert told in about(claims_of(sentence), "indicator")


def test_a_ratio_of_incomes_is_printed_without_a_unit() -> None:
    found = about(claims_of("去年样例市城乡居民收入比缩小至2.34。"), "unit", "measure", "indicator")
    assert found == [("2.34", "倍", "ratio", "城乡居民收入比")]


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [("今年改造提升100所学校。", "level"), ("今年整治提升30个村庄。", "level"), ("今年产能提升30万吨。", "change")],
)
def test_what_is_done_up_is_no_growth(sentence: str, measure: str) -> None:
    assert [claim.measure for claim in claims_of(sentence)] == [measure]
