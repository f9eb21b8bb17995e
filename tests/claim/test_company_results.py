"""What finance papers print of results: great banks, 该行, profit of the owners, parts of the firms, bounds."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.articles import claims_of


@pytest.mark.parametrize(
    ("sentences", "subjects"),
    [
        (["六大行2018年合计实现净利润超1万亿元。"], ["六大行"]),
        (["国有大行2018年实现净利润1万亿元。"], ["国有大行"]),
        (["去年工行营收下滑2.5%，建行营收下滑2.6%，交行净利润增长1.1%。"], ["工行", "建行", "交行"]),
        (["2018年末，东海银行总资产2万亿元。", "该行不良贷款率为1.5%。"], ["东海银行", "东海银行"]),
        (["6月末，政府债券余额为80万亿元，非金融企业境内股票余额为11万亿元。"], ["全国", "全国"]),
        (["2018年，甲乙股份实现营业收入6亿元；实现归属于母公司所有者的净利润2亿元。"], ["甲乙股份", "甲乙股份"]),
    ],
)
def test_whose_results_they_are(sentences: list[str], subjects: list[str]) -> None:
    assert [claim.subject for claim in claims_of(*sentences)] == subjects


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("上半年，七成公司营业收入同比增长，85家公司增幅在50%以上。", ["公司", "企业数量", "营业收入"]),
        ("上半年，七成行业利润实现增长。", ["行业"]),
        ("上半年，近七成企业盈利。", ["企业"]),
        ("上半年，银行成本收入比为28%，综合偿付能力充足率为190%。", ["成本收入比", "综合偿付能力充足率"]),
        ("公司拟派发现金股利30亿元。", ["现金分红"]),
        (
            "6月末，中国钢材价格指数为95.8点，非化石能源发电装机容量24亿千瓦。",
            ["钢材综合价格指数", "非化石能源发电装机容量"],
        ),
    ],
)
def test_what_results_measure(sentence: str, indicators: list[str]) -> None:
    claims = claims_of("甲板块公司上半年营业收入增长5%。", sentence)[1:]
    assert [claim.indicator for claim in claims] == indicators


def test_what_is_regulated_saves_no_power() -> None:
    assert claims_of("去年，灵活调节电源建设加快，新投产9万千瓦。")[0].indicator != "节电量"


@pytest.mark.parametrize(
    ("sentence", "bounds"),
    [
        ("7月，甲、乙出口量同比增长分别超过45%和12%。", ["more_than", "more_than"]),
        ("7月，甲、乙出口量同比增长45%和12%以上。", ["exact", "at_least"]),
        ("7月，营收和净利润增速分别达到10%以上和20%。", ["at_least", "exact"]),
    ],
)
def test_one_bound_of_a_list(sentence: str, bounds: list[str]) -> None:
    assert [claim.bound for claim in claims_of(sentence)] == bounds


def test_a_multiple_of_growth_is_growth() -> None:
    claims = claims_of("7月，水泥产量实现了5.2%的显著增长，出口量增幅超过1倍，增速是全国的1.5倍。")
    assert [(claim.measure, float(claim.value)) for claim in claims] == [
        ("growth", 5.2),
        ("growth", 100.0),
        ("ratio", 1.5),
    ]


def test_a_rate_stands_with_the_day_of_the_sentence_before() -> None:
    claims = claims_of(
        "6月末，全国贷款余额20亿元。", "甲行业拨付充分率为234%。", "特种票据余额为2亿元。", "组织活动3场。"
    )
    assert [claim.period_end for claim in claims[:3]] == [date(2019, 6, 30)] * 3


@pytest.mark.parametrize(
    ("sentence", "starts"),
    [
        ("其中，食品价格由上月下降0.9%转为上涨0.8%。", [date(2019, 6, 1), date(2019, 7, 1)]),
        ("端午假期出行需求增加，机票价格上涨0.6%。", [date(2019, 7, 1)]),
    ],
)
def test_prices_are_of_the_month_spoken_of(sentence: str, starts: list[date]) -> None:
    claims = claims_of("7月份，居民消费价格上涨2.8%。", sentence)[1:]
    assert [claim.period_start for claim in claims] == starts
    assert claims_of("端午假期旅游需求旺盛，接待游客30万人次。")[0].period_start == date(2019, 6, 7)


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("2018年，六大行各项指标稳中向好，合计实现净利润超1万亿元。", ["六大行"]),
        ("2018年，74家上市公司中，共有15家披露了年报，合计实现营业收入3亿元。", ["上市公司"] * 3),
        ("东海国继续为我国第一大贸易伙伴，增速列前五大贸易伙伴首位。其中，出口2亿元。", ["东海国", None]),
        ("7月，鲤鱼15.58元/公斤，比昨天上升0.5%；白鲢鱼10.18元/公斤。", ["鲤鱼", "鲤鱼", "白鲢鱼"]),
    ],
)
def test_of_whom_a_sum_and_a_price_are(sentence: str, subjects: list[str | None]) -> None:
    found = [claim.subject for claim in claims_of(sentence)]
    assert "五大" not in found
    assert [own for own, right in zip(found, subjects, strict=True) if right] == [right for right in subjects if right]


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("7月，集成电路产量增长19%，新能源汽车超过110万辆。", ("产量", "新能源汽车")),
        ("2018年，甲公司营业收入、研发投入复合增长率分别达到29%、28%。", ("研发投入", "甲公司")),
        ("7月，鲤鱼15.58元/公斤。", ("价格", "鲤鱼")),
    ],
)
def test_the_last_of_a_list(sentence: str, last: tuple[str, str]) -> None:
    claim = claims_of(sentence)[-1]
    assert (claim.indicator, claim.subject) == last


def test_another_thing_is_no_output() -> None:
    assert claims_of("7月，集成电路产量增长19%，公司有货车20辆。")[-1].indicator != "产量"


def test_a_bracket_behind_a_base_is_of_its_time() -> None:
    claims = claims_of("7月31日单日快递业务量达7亿件，比2018年双十一期间日均最高件量（6.2亿件）增长16%。")
    assert claims[1].period_start == date(2018, 11, 11)
    assert claims[0].period_start == date(2019, 7, 31)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("某组织将我国2019年经济增速从4.8%，上调至5.2%。", "forecast"),
        ("报告说，发达经济体的增长率将从去年的2.6%降至今年的0.7%。", "forecast"),
        ("有关部门将关税税率下调至5%。", "target"),
    ],
)
def test_what_is_foretold_anew(sentence: str, status: str) -> None:
    assert claims_of(sentence)[-1].status == status
