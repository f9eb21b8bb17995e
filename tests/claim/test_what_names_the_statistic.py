"""Which words name the statistic: our own sentences for each cause, with its opposite."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.articles import claims_of


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        # what a verb did to people names the figure
        ("歹徒杀害了3名游客。", "死亡人数"),
        ("警方打伤至少3名示威者。", "受伤人数"),
        ("警方逮捕了3名示威者。", "示威者"),
        ("事故发生后12人被送往医院救治。", "送医人数"),
        ("8人因中暑死亡。", "死亡人数"),
        # verbs that only say that something is done
        ("两国元首两次在北京举行会晤。", "会晤次数"),
        ("两地为此进行了两次技术改造。", "技术改造"),
        # who is no part of what is so much
        ("中央财政3亿元支持抗旱。", "金额"),
        ("用好900亿元引导基金。", "引导基金"),
        ("中央财政用于教育的支出900亿元。", "教育支出"),
        ("该厂用于包装的支出为3万元。", "支出"),
        # a whole place is not what is counted
        ("全村300户，共1000人。", "户数"),
        ("清明期间全市有60万人次祭扫。", "人次"),
        # what those counted are said to be
        ("全村300户，其中97户都是贫困户。", "贫困户"),
        ("村里有50户人家，其中30户是刚搬来的。", "人家"),
        # a list goes on with the capacity that is shut down, with a product of its own it does not
        ("全年淘汰炼铁产能300万吨、水泥800万吨。", "去产能"),
        ("仓库里存有小麦300万吨、玉米800万吨。", "玉米"),
        # a statistic after the count, which is no place of so many people
        ("可带动1000万人以上的城镇新增就业。", "城镇新增就业"),
    ],
)
def test_indicator(text: str, indicator: str) -> None:
    assert indicator in {claims_of(text)[-1].indicator, claims_of(text)[0].indicator}


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("授予9名同志“先进个人”称号。", "同志"),
        ("4个被围困的小镇恢复供电。", "小镇"),
        ("3个乡镇无新增病例。", "乡镇"),
        ("本届书展有60场各类出版交流活动。", "出版交流活动"),
        ("该市将26家经办机构整合。", "经办机构"),
        ("10万株郁金香次第开放。", "郁金香"),
        ("展出600件套青铜文物。", "青铜文物"),
        ("洽谈会推介300个投融资项目。", "投融资项目"),
        ("查处违反八项规定问题150起。", "违反八项规定问题"),
        ("600名“小巨人”企业代表来自各地。", "“小巨人”企业代表"),
    ],
)
def test_counted_noun(text: str, noun: str) -> None:
    assert claims_of(text)[0].indicator == noun


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        # a longer name than the statistic that begins it
        ("价格改革推进，地方政府定价项目减少一半。", "政府定价项目"),
        ("外商投资限制性条目减少一半。", "外资准入限制措施"),
        ("外商投资减少一半。", "投资"),
        ("救灾资金缺口3亿元。", "资金缺口"),
        ("全国航班准点率春节期间为92%。", "航班正常率"),
        ("大会提请审议法律议案12件。", "议案数量"),
        # needs are things, and what amounts to money is none
        ("平台收集企业技术需求300条。", "企业技术需求"),
        ("收受财物共计折合人民币30万元。", "金额"),
    ],
)
def test_longer_name(text: str, indicator: str) -> None:
    assert claims_of(text)[0].indicator == indicator


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        # what takes so many steps is what it comes to
        ("财政收入连跨3个百亿元台阶、达到600亿元。", ["一般公共预算收入", "一般公共预算收入"]),
        ("全省工业增加值连上两个台阶，达到9800亿元。", ["增加值", "增加值"]),
        ("园区引进企业12家、达到300亿元投资。", ["企业数量", "投资"]),
    ],
)
def test_steps(text: str, indicators: list[str]) -> None:
    assert [claim.indicator for claim in claims_of(text)] == indicators


def test_a_step_is_nobody() -> None:
    claims = claims_of("全市地区生产总值突破5000亿元大关、达到5120亿元。")
    assert [claim.subject for claim in claims] == ["全市", "全市"]


def test_steps_are_of_the_whole_span() -> None:
    text = "“十三五”时期，地区生产总值连续迈上3个千亿元台阶、达9800亿元。"
    claims = claims_of(text, issue_date=date(2021, 2, 1))
    assert {(claim.period_start, claim.period_end) for claim in claims} == {(date(2016, 1, 1), date(2020, 12, 31))}


def test_what_is_of_all_takes_no_subject_over() -> None:
    for text, subject in (
        ("去年，我国电动船出口增长37%，服务贸易增长7%。", "全国"),
        ("去年，浙江省电动船出口增长37%，服务贸易增长7%。", "浙江省"),
        ("去年，我国对东盟出口增长37%，服务贸易增长7%。", "东盟"),
        ("去年，浙江省城镇调查失业率5%，全社会研发投入增长7%。", "浙江省"),
        ("去年，样例公司营业收入3亿元，研发投入增长7%。", "样例公司"),
    ):
        assert claims_of(text)[-1].subject == subject, text
