"""分别: which member of the list before it each number is told of, and where there is no such list."""

from __future__ import annotations

import pytest

from tests.claim.articles import about, claims_of


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # statistics that no lexicon knows are named by their ends, as long as those that one knows
        (
            "截至7月底，全省规模以上工业企业平均开工率和返岗率分别达到99%和95%。",
            [("99%", "开工率", "规模以上工业企业"), ("95%", "到岗率", "规模以上工业企业")],
        ),
        (
            "今年，油料作物机收率、机播率分别超过90%和55%。",
            [("90%", "机收率", "油料作物"), ("55%", "机播率", "油料作物")],
        ),
        (
            "上半年，全市事故起数、死亡人数和直接经济损失分别下降19%、7%、13%。",
            [("19%", "交通事故数量", "全市"), ("7%", "死亡人数", "全市"), ("13%", "经济损失", "全市")],
        ),
        # the last member's name narrows the statistic that the others have
        (
            "7月份，二产和居民生活用电量同比分别增长7%和5%。",
            [("7%", "用电量", "二产"), ("5%", "城乡居民生活用电量", "全国")],
        ),
        ("截至6月底，煤炭、天然气储量分别增长2%和4%。", [("2%", "储量", "煤炭"), ("4%", "天然气储量", "天然气")]),
        # a time between the list and the statistic
        (
            "甲国和乙国今年第二季度国内生产总值分别增长3%和4%。",
            [("3%", "国内生产总值", "甲国"), ("4%", "国内生产总值", "乙国")],
        ),
        (
            "成都和武汉7月份新建商品住宅价格分别上涨0.5%和0.2%。",
            [
                ("0.5%", "新建商品住宅销售价格", "成都"),
                ("0.2%", "新建商品住宅销售价格", "武汉"),
            ],
        ),
        # one statistic, told apart by the words before it
        (
            "去年，全县火灾案件、抢劫案件分别下降10%和20%。",
            [("10%", "案件数量", "火灾"), ("20%", "案件数量", "抢劫")],
        ),
        # a count sums the list up
        (
            "苏南、苏中和苏北3个区域平均浓度分别下降4%、5%和6%。",
            [("3个", "区域", "区域"), ("4%", "浓度", "苏南"), ("5%", "浓度", "苏中"), ("6%", "浓度", "苏北")],
        ),
        # one word stands for a list in the clause before
        (
            "6月份，一二三线城市新建商品住宅销售价格涨幅回落，分别上涨0.1%、0.2%和0.3%。",
            [
                ("0.1%", "新建商品住宅销售价格", "一线城市"),
                ("0.2%", "新建商品住宅销售价格", "二线城市"),
                ("0.3%", "新建商品住宅销售价格", "三线城市"),
            ],
        ),
        (
            "上半年，其中我国对欧盟、东盟出口分别增长11%和9%。",
            [("11%", "出口额", "欧盟"), ("9%", "出口额", "东盟")],
        ),
        # a list that ends in the statistic of the clause before, whole or in part of its name
        (
            "上半年，衣着类、居住类、娱乐类价格上涨较多，分别上涨7.5%、2.5%、2.1%。",
            [("7.5%", "价格", "衣着类"), ("2.5%", "价格", "居住类"), ("2.1%", "价格", "娱乐类")],
        ),
        (
            "三线城市新建商品住宅和二手住宅价格涨幅都已回落，7月份比6月份分别回落0.4和0.1个百分点。",
            [("0.4", "新建商品住宅销售价格", "三线城市"), ("0.1个百分点", "二手住宅销售价格", "三线城市")],
        ),
        # things, the statistic told behind the word
        (
            "增值税改革和普惠性政策分别累计新增减税500亿元和100亿元。",
            [
                ("500亿元", "减税", "增值税改革"),
                ("100亿元", "减税", "普惠性政策"),
            ],
        ),
    ],
)
def test_each_number_is_told_of_one_member(sentence: str, told: list[tuple[str, str, str]]) -> None:
    assert about(claims_of(sentence), "indicator", "subject") == told


def test_what_was_told_before_is_told_of_each_thing() -> None:
    claims = claims_of("上半年，全省网上零售额增长20%，其中，吃、穿和用类商品分别增长44%、30%和41%。")
    assert about(claims, "indicator", "subject")[1:] == [
        ("44%", "网上零售额", "吃"),
        ("30%", "网上零售额", "穿"),
        ("41%", "网上零售额", "用类商品"),
    ]


def test_one_word_for_three_industries() -> None:
    claims = claims_of("截至去年末，全市一二三产就业人员占比分别为25%、27%、48%。")
    assert [claim.sector for claim in claims] == ["第一产业", "第二产业", "第三产业"]


@pytest.mark.parametrize(("first", "second"), [("同比", "环比"), ("环比", "同比")])
@pytest.mark.parametrize("joint", ["、", "和", ""])
def test_each_number_has_the_comparison_that_stands_for_it(first: str, joint: str, second: str) -> None:
    named = {"同比": "yoy", "环比": "previous_period"}
    claims = claims_of(f"7月份，全国居民消费价格{first}{joint}{second}分别上涨1.3%和0.1%。")
    assert [claim.comparison for claim in claims] == [named[first], named[second]]


def test_one_comparison_is_of_both() -> None:
    claims = claims_of("7月份，甲国和乙国国内生产总值环比分别下降1%和2%，同比分别下降4%和5%。")
    assert [claim.comparison for claim in claims] == ["previous_period"] * 2 + ["yoy"] * 2


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("三块试验田亩产分别为1045公斤和937公斤。", 1),  # no list
        ("甲公司和乙公司分别于2012年和2015年被罚款30亿元和23亿元。", 1),  # the word is of the years
        ("商场、超市全年销售额增长3%，利润增长4%。", 1),  # no 分别
    ],
)
def test_where_there_is_no_list_nothing_is_told_apart(sentence: str, subjects: int) -> None:
    assert len({claim.subject for claim in claims_of(sentence)}) == subjects


def test_a_partner_is_named_without_its_preposition() -> None:
    claims = claims_of("前7个月，我国对甲国、乙国出口分别增长11%和10%。")
    assert [claim.subject for claim in claims] == ["甲国", "乙国"]


@pytest.mark.parametrize("industries", ["第一、二产业", "第一、第二产业", "第一和第二产业"])
def test_two_of_the_three_industries(industries: str) -> None:
    found = about(claims_of(f"今年上半年{industries}增加值分别增长3.1%和5.4%。"), "subject", "sector")
    assert found == [("3.1%", "第一产业", "第一产业"), ("5.4%", "第二产业", "第二产业")]
