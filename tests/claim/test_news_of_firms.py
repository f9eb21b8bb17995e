"""What papers of 2021 to 2026 print of firms, banks, exchanges and ports: results, lists of statistics, days."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.claim.articles import about, claims_of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("2018年，甲乙股份归属上市公司股东的净利润为11亿元。", ("净利润", "甲乙股份")),
        ("2018年，甲乙股份归属上市公司股东的扣除非经常性损益的净利润为9亿元。", ("扣非净利润", "甲乙股份")),
        ("2018年，甲乙汽车单车成本下降12%。", ("单车成本", "甲乙汽车")),
        ("2018年，甲乙汽车销售及行政费用增长12%。", ("销售及行政费用", "甲乙汽车")),
        ("2018年，甲乙公司计提资产减值准备3亿元。", ("资产减值损失", "甲乙公司")),
        ("2018年，东海银行利息净收入80亿元。", ("利息净收入", "东海银行")),
        ("2018年，东海银行风险加权资产规模3000亿元。", ("风险加权资产", "东海银行")),
        ("2018年，京东营收增长8%。", ("营业收入", "京东")),
    ],
)
def test_statistics_of_firms(sentence: str, expected: tuple[str, str]) -> None:
    claim = claims_of(sentence)[-1]
    assert (claim.indicator, claim.subject) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "民营上市公司上半年实现营收、净利润、归母净利润17亿元、9亿元、8亿元，增速分别为1%、2%、3%。",
        "民营上市公司上半年分别实现营收、净利润、归母净利润17亿元、9亿元、8亿元，分别增长1%、2%、3%。",
        "民营上市公司上半年营收、净利润、归母净利润分别为17亿元、9亿元、8亿元，分别增长1%、2%、3%。",
    ],
)
def test_lists_of_statistics(sentence: str) -> None:
    claims = claims_of(sentence)
    assert [claim.indicator for claim in claims] == ["营业收入", "净利润", "净利润"] * 2
    assert {claim.subject for claim in claims} == {"民营上市公司"}


def test_a_change_told_twice() -> None:
    claims = claims_of("7月10日，商品煤产量269万吨，较前一日减少12万吨或4.2%。")
    assert about(claims, "value", "measure", "comparison")[1:] == [
        ("12万吨", -120000, "change", "previous_period"),
        ("4.2%", Decimal("-4.2"), "growth", "previous_period"),
    ]


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("2018年，甲公司毛利率从上年的22%下跌至20%。", "2018-12-31"),
        ("2018年，东海银行不良率为1.4%，为近十年最低，拨备覆盖率211%。", "2018-12-31"),
        ("2018年末，甲公司应付债券50亿元（年初为零）；流动负债217亿元。", "2018-12-31"),
    ],
)
def test_times_that_govern_no_more(sentence: str, last: str) -> None:
    assert str(claims_of(sentence)[-1].period_end) == last


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("10年期国债收益率下行2个基点。", ("change", -2)),
        ("资本充足率8%高于7.5%的监管底线。", ("level", 7.5)),
        ("收入增速低于5%的预期值。", ("growth", 5)),
    ],
)
def test_levels_and_falls(sentence: str, expected: tuple[str, float]) -> None:
    claim = claims_of(sentence)[-1]
    assert (claim.measure, float(claim.value)) == expected


def test_a_model_is_no_volume() -> None:
    assert claims_of("新品K9L于10日上市。") == []


@pytest.mark.parametrize(
    ("sentences", "subject"),
    [
        (["甲乙汽车2018年净利润78亿元。", "辅助驾驶车型销售2万辆。", "报告期末总资产900亿元。"], "甲乙汽车"),
        (["2018年末，东海银行资本充足率12%。", "拨备覆盖率182%。"], "东海银行"),
        (["东海信息7月1日发布的财务报告显示，二季度，公司整体实现销售收入2亿元。"], "东海信息"),
        (["上半年，甲乙人寿以302亿元的赔付总额位居第一；丙丁人寿紧随其后，赔付总额206亿元。"], "丙丁人寿"),
        (["2018年，中部地区收入和业务量比重分别上升0.8和1.2个百分点，西部地区分别上升0.3和0.7个百分点。"], "西部地区"),
        (["2018年，东、中、西部地区业务量比重分别为70%、20%和10%。"], "西部地区"),
        (["7月上旬，全国日产粗钢283万吨，日产生铁238万吨。"], "生铁"),
    ],
)
def test_whose_books(sentences: list[str], subject: str) -> None:
    assert claims_of(*sentences)[-1].subject == subject


def test_shares_of_parts() -> None:
    claims = claims_of("2018年，中部地区收入和业务量比重分别上升0.8和1.2个百分点，西部地区分别上升0.3和0.7个百分点。")
    assert about(claims, "indicator", "region") == [
        ("0.8", "收入", "中部地区"),
        ("1.2个百分点", "业务量", "中部地区"),
        ("0.3", "收入", "西部地区"),
        ("0.7个百分点", "业务量", "西部地区"),
    ]


def test_the_day_of_trading() -> None:
    claims = claims_of(
        "6月28日，股市走强。",
        "概念股上涨，甲乙矿业大涨6%，报15.8元。",
        "收盘时，上证综指收报3883点，涨1.5%；两市成交额3.1万亿元，较上一交易日放量594亿元。",
    )
    assert about(claims, "indicator", "comparison") == [
        ("6%", "股价", "previous_period"),
        ("15.8元", "股价", None),
        ("3883点", "上证指数", None),
        ("1.5%", "上证指数", "previous_period"),
        ("3.1万亿元", "成交额", None),
        ("594亿元", "成交额", "previous_period"),
    ]
    assert {str(claim.period_end) for claim in claims} == {"2019-06-28"}


def test_the_year_before() -> None:
    claim = claims_of("1至5月，发电量增长3%。", "设备平均利用1500小时，比上年同期减少28小时。")[-1]
    assert (str(claim.base_start), str(claim.base_end)) == ("2018-01-01", "2018-05-31")


def test_guidance_is_a_forecast() -> None:
    assert claims_of("四季度，公司收入指引为环比增长2%。")[-1].status == "forecast"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("甲乙酒业发布公告称，公司每股派发2.5元现金红利。", ("现金分红", "甲乙酒业")),
        ("2018年，甲乙酒业最新收盘价15.6元。", ("收盘价", "甲乙酒业")),
        ("2018年，甲乙能源归母净利润为亏损5亿元。", ("亏损额", "甲乙能源")),
        ("2018年，甲乙云季度收入增长34%。", ("收入", "甲乙云")),
        ("2018年，甲乙云现金储备30亿元。", ("现金储备", "甲乙云")),
        ("2018年，甲、乙、丙位居前三名。", ("名次", "甲、乙、丙")),
    ],
)
def test_announcements(sentence: str, expected: tuple[str, str]) -> None:
    claim = claims_of(sentence)[-1]
    assert (claim.indicator, claim.subject) == expected


def test_less_of_a_loss() -> None:
    claim = claims_of("上半年，甲公司营业收入32亿元，较上年同期减亏2亿元。")[-1]
    assert (claim.indicator, claim.measure, int(claim.value)) == ("亏损额", "change", -200000000)


def test_so_many_firms_in_each() -> None:
    claims = claims_of("2018年，上海、深圳位居前两名，上市企业分别为8家、7家。")
    assert about(claims, "indicator", "subject")[1:] == [("8家", "企业数量", "上海"), ("7家", "企业数量", "深圳")]


@pytest.mark.parametrize(
    ("sentences", "number", "end"),
    [
        (["6月末，贷款余额同比增长6%，较上年同期增速（8%）有所放缓。"], 1, "2018-06-30"),
        (["今年以来，上市公司100家。", "去年同期，共有173只新股上市。"], 1, "2018-08-28"),
        (["2018年共发行43只基金，较2017年数量翻倍。"], 1, "2018-12-31"),
        (["上半年，硅片均价较年初降幅约10%。"], 0, "2019-06-30"),
    ],
)
def test_values_and_bases(sentences: list[str], number: int, end: str) -> None:
    assert str(claims_of(*sentences)[number].period_end) == end


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("8月，乘用车市场零售201.5万辆。", ("零售量", "乘用车市场")),
        ("8月，自主品牌零售132万辆，累计零售474万辆。", ("零售量", "自主品牌")),
        ("上半年，多晶硅销售16万吨。", ("销量", "多晶硅")),
        ("8月，乘用车批发量为150万辆。其中甲乙汽车37万辆、丙丁汽车14万辆。", ("批发量", "丙丁汽车")),
        ("甲乙公司累计回购1256万股。", ("股份", "甲乙公司")),
        ("2018年，平均利率3.1%，其中一般债券2.9%，专项债券3.2%。", ("利率", "专项债券")),
        ("2018年，平均期限6.6年，其中一般债券9.4年。", ("期限", "一般债券")),
        ("2018年，甲乙汽车交付量13万辆，超额完成年初设定的10万辆目标。", ("交付量", "甲乙汽车")),
        ("2018年，62家公司净资产收益率超30%，其中41家集中在制造业。", ("企业数量", "公司")),
        ("上半年，我国进出口增长3%。从一、二季度分别增长1.3%、4.5%看，增速加快。", ("进出口总额", "我国")),
        ("8月，期货市场成交量为7.5亿手。", ("成交量", "期货市场")),
    ],
)
def test_what_was_sold_and_by_whom(sentence: str, expected: tuple[str, str]) -> None:
    claim = claims_of(*[f"{each}。" for each in sentence.split("。") if each])[-1]
    assert (claim.indicator, claim.subject) == expected


def test_trade_of_a_place_with_a_partner() -> None:
    claims = claims_of("上半年，我国进出口增长3%。", "上半年，广西外贸进出口615亿元。", "对东盟进出口321亿元。")
    assert claims[-1].region == "广西壮族自治区"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("6月，甲乙快递业务完成量25亿票，单票收入2.1元。", ("单票收入", "level", None)),
        ("6月末，甲利率为3%，较上期下降10个基点。", ("利率", "change", "previous_period")),
        ("2018年，理财产品平均年化收益率2.1%，较同期限存款高1.5个百分点。", ("收益率", "gap", "peer")),
        ("2018年，理财公司累计为投资者创造收益32亿元。", ("投资收益", "level", None)),
        ("2018年，甲公司每股派息0.2元。", ("每股现金分红", "level", None)),
    ],
)
def test_rates_and_yields(sentence: str, expected: tuple[str, str, str | None]) -> None:
    claim = claims_of(sentence)[-1]
    assert (claim.indicator, claim.measure, claim.comparison) == expected


def test_the_day_of_a_report_dates_no_results() -> None:
    claims = claims_of("上半年，甲乙石油产量9亿桶。", "8月26日，甲乙石油交出成绩单。", "公司营业收入14亿元。")
    assert (claims[-1].subject, str(claims[-1].period_end)) == ("甲乙石油", "2019-06-30")


def test_no_figure_of_its_cause() -> None:
    claims = claims_of(
        "二季度，甲乙股份营业收入19亿元。", "汽车销量为11万辆，单车利润为0.5万元。", "汇率波动导致财务费用增加6亿元。"
    )
    assert [claim.subject for claim in claims] == ["甲乙股份", "汽车", "甲乙股份", "甲乙股份"]
