"""Which of several times governs a number, and which it takes from the story around it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.articles import claims_of
from tests.claim.test_times_carried import days, of_article

DAY = date(2019, 8, 16)
ONE = (
    # what is published on a day is told on it; what is otherwise done on it is no more than its attribute
    ("医学会13日发布的统计数据显示，全球确诊病例达到900万例。", "900万例", "2019-08-13 2019-08-13"),
    ("13日发布的手机共售出900万台。", "900万台", "None None"),
    ("4号，涉嫌参与上个月购物中心袭击事件的4名嫌疑人受审。", "4名", "2019-08-04 2019-08-04"),
    ("上个月购物中心遭袭击，4名嫌疑人受审。", "4名", "2019-07-01 2019-07-31"),
    # years ago
    ("19年前，县里派驻225名技术员。", "225名", "2000-01-01 2000-12-31"),
    ("学习汉语的人数从10年前的3000万人攀升至目前的1亿人。", "3000万人", "2009-08-16 2009-08-16"),
    ("两个月前他开始训练，身高1.9米的他完成了动作。", "1.9米", "None None"),
    ("两个月前他开始训练，每天训练300人。", "300人", "2019-06-16 2019-06-16"),
    # two years, one number each
    ("今明两年的增长率分别为1.6%和4.0%。", "4.0%", "2020-01-01 2020-12-31"),
    ("今明两年的投资为20亿元。", "20亿元", "2019-01-01 2020-12-31"),
    # seen from a year; the rise from it
    ("从去年的产量看，示范区平均亩产1113斤。", "1113斤", "2018-01-01 2018-12-31"),
    # what is compared with
    ("一季度出口增长3%，增幅与去年全年增幅持平；进口增长16%。", "16%", "2019-01-01 2019-03-31"),
    # words of no certain time
    ("2012年他入伍，多年来，他帮扶群众500人。", "500人", "None None"),
    ("5年来，他帮扶群众500人。", "500人", "2014-08-16 2019-08-16"),
    ("一年后通车，未来几年，该市将成为第一大市场。", "第一", "None None"),
    # two times together
    ("自2月16日首趟专列开行以来，截至3月15日，铁路已累计开行专列300列。", "300列", "2019-02-16 2019-03-15"),
    ("自2月16日首趟专列开行以来，截至3月15日，在建车站12个。", "12个", "2019-03-15 2019-03-15"),
    ("据统计，截至8月10日，全市今年造成伤亡的事故达405起。", "405起", "2019-01-01 2019-08-10"),
    ("2003年贸易额为100亿元，2011年达到567亿元，年均增长20.8%。", "20.8%", "2003-01-01 2011-12-31"),
    ("2003年贸易额为100亿元，2011年达到567亿元，增长20.8%。", "20.8%", "2011-01-01 2011-12-31"),
    ("截至8月10日9时，2019年全年票房已达300亿元。", "300亿元", "2019-01-01 2019-08-10"),
    ("截至去年12月底，2019年投资额为300亿元。", "300亿元", "2019-01-01 2019-12-31"),
    ("“十三五”期间（截至2018年底），已建成厂房300座。", "300座", "2016-01-01 2018-12-31"),
    ("“十三五”期间增长较快，截至2018年底有厂房300座。", "300座", "2018-12-31 2018-12-31"),
    ("到2020年，力争工业增加值年均增长6%。", "6%", "2016-01-01 2020-12-31"),
    ("到2020年，力争工业增加值增长6%。", "6%", "2020-01-01 2020-12-31"),
    # what is in hand at the end of a year, what a year's record is of, whose shares they are
    ("去年1至12月，造船300艘；截至12月底，手持订单1390万吨。", "1390万吨", "2018-12-31 2018-12-31"),
    ("去年1至12月，造船300艘；截至12月底，新接订单1390万吨。", "1390万吨", "2018-01-01 2018-12-31"),
    ("增速分别为35年来、20年来首次；固定资产投资增长8%。", "8%", "None None"),
    ("预计2019年上半年实现归属于上市公司股东的净利润3亿元。", "3亿元", "2019-01-01 2019-06-30"),
    ("截至7月5日，以已披露2018年年度报告的上市公司为样本，公司共3000家。", "3000家", "2019-07-05 2019-07-05"),
    ("2018年年度报告显示，公司营业收入3000万元。", "3000万元", "2018-01-01 2018-12-31"),
    # behind the number
    ("其中，有3项在2020年举办。", "3项", "2020-01-01 2020-12-31"),
    ("其中，有3项涉及2020年的赛事。", "3项", "None None"),
    ("在失业率高达9%的今天，群众不满。", "9%", "2019-08-16 2019-08-16"),
    # the aim's time, the question's time, the theme's time
    ("去年提前实现了“十一五”期间关停500万吨的目标，淘汰产能180万吨。", "180万吨", "2018-01-01 2018-12-31"),
    ("对未来3至5年的增长有信心的首席执行官达76%。", "76%", "None None"),
    ("未来3年增长76%。", "76%", "2019-08-16 2022-08-16"),
    ("今天是博物馆日，今年的主题为记忆，全国1000家博物馆开展活动。", "1000家", "2019-08-16 2019-08-16"),
    # a streak that ends with the day of issue is as long as it says
    ("今年二季度起投资连续3个月保持在51%以上。", "51%", "2019-04-01 2019-06-30"),
)


@pytest.mark.parametrize(("text", "number", "expected"), ONE)
def test_in_one_sentence(text: str, number: str, expected: str) -> None:
    found = {claim.value_text: claim for claim in claims_of(text, issue_date=DAY)}
    assert days(found[number]) == expected


CARRIED = (
    ("13亿人口的市场潜力巨大。", "13亿人口", "None None"),
    ("1300名职工参加活动。", "1300名", "2019-08-15 2019-08-15"),
    ("《条例》共7章47条。", "47条", "None None"),
    ("措施共47条。", "47条", "2019-08-15 2019-08-15"),
    ("全书约300万字。", "300万字", "None None"),
    ("他们被判处有期徒刑两年。", "两年", "2019-08-15 2019-08-15"),
    ("他们服役两年。", "两年", "None None"),
    ("检方提请法院判处监禁两年。", "两年", "None None"),
    ("他回顾了两次修订的过程。", "两次", "None None"),
    ("他参加了两次修订。", "两次", "2019-08-15 2019-08-15"),
    ("他家中五口人到场。", "五口人", "None None"),
    ("全村500口人到场。", "500口人", "2019-08-15 2019-08-15"),
)


@pytest.mark.parametrize(("text", "number", "expected"), CARRIED)
def test_after_a_day(text: str, number: str, expected: str) -> None:
    found = {claim.value_text: claim for claim in claims_of("15日，活动开幕。", text, issue_date=DAY)}
    assert days(found[number]) == expected


def test_the_paragraphs_now_is_of_how_things_still_stand() -> None:
    texts = ("去年出口增长5%，目前我国仍是大国。", "拥有自主品牌的产品尚不到10%。")
    assert [days(claim) for claim in claims_of(*texts, issue_date=DAY)][-1] == "2019-08-16 2019-08-16"


def of_lead(lead: str, text: str) -> str:
    """The days of the last number of ``text``, which stands paragraphs below ``lead``."""
    found = of_article(("样例观察", -1, "headline"), (lead, 0, "lead"), (text, 3, "body"), day=DAY)
    return days(list(found.values())[-1])


@pytest.mark.parametrize(
    ("lead", "text", "expected"),
    [
        ("去年3月，工程重新启动。", "每个月工资1280元。", "None None"),
        ("今年7月，工程重新启动。", "每个月工资1280元。", "2019-07-01 2019-07-31"),
        ("今年以来，贸易摩擦增多。", "集团拟在南非投资建设园区，投资5亿元。", "None None"),
        ("今年以来，贸易摩擦增多。", "集团在南非投资建设园区，投资5亿元。", "2019-01-01 2019-08-16"),
    ],
)
def test_how_far_a_lead_governs(lead: str, text: str, expected: str) -> None:
    assert of_lead(lead, text) == expected


def story(opening: str, lead: str = "工人们从高楼上救下了孩子。") -> str:
    """The days of what a paragraph below ``opening`` counts."""
    found = of_article(
        ("危急时刻", -1, "headline"),
        (lead, 0, "lead"),
        (opening, 1, "body"),
        ("火情得到控制，四位工人默默离开。", 3, "body"),
        day=DAY,
    )
    return days(found["四位"])


def test_the_day_that_opens_a_story_dates_what_it_counts() -> None:
    assert story("12号上午，一栋居民楼着火。") == "2019-08-12 2019-08-12"


@pytest.mark.parametrize(
    ("opening", "lead"),
    [
        ("居民楼12号上午着火。", "工人们从高楼上救下了孩子。"),  # it does not open the story
        ("6月12号上午，一栋居民楼着火。", "工人们从高楼上救下了孩子。"),  # long ago
        ("今天上午，一栋居民楼着火。", "工人们从高楼上救下了孩子。"),  # a report of what is usual may open so
        ("12号上午，消防局发布通报。", "工人们从高楼上救下了孩子。"),  # when something was said
        ("12号上午，一栋居民楼着火。", "今年上半年，居民楼火灾增多。"),  # the lead has a time of its own
    ],
)
def test_no_other_day_does(opening: str, lead: str) -> None:
    assert story(opening, lead) not in ("2019-08-12 2019-08-12", "2019-08-16 2019-08-16")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8名志愿者先后发言。", "2019-08-16 2019-08-16"),
        ("全县8名志愿者先后发言。", "None None"),
        ("本届展会的展位增长73%。", "2019-08-16 2019-08-16"),
        ("一般展会的展位增长73%。", "None None"),
    ],
)
def test_the_event_of_the_lead(text: str, expected: str) -> None:
    found = of_article(
        ("样例市举行展会", -1, "headline"), ("今天，展会在样例市开幕。", 0, "lead"), (text, 2, "body"), day=DAY
    )
    assert days(next(iter(found.values()))) == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("铁路投资比例由10%下调至5%。", "actual"),
        ("机构将今年增长预期从4%下调至3.3%。", "forecast"),
        ("今年增长预期将由此前的2.4%上调。", "forecast"),
        ("汽油税在每升0.94元的基础上提高。", "actual"),
        ("倡议可推动2020年全球增速提高0.1%。", "forecast"),
        ("今年拟安排赤字8000亿元，赤字率下降，地方债2500亿元。", "target"),
        ("今年安排赤字8000亿元，赤字率下降，地方债2500亿元。", "actual"),
        ("队伍一年来完成120起应急救援任务。", "actual"),
        ("队伍要完成120万元投资任务。", "target"),
        ("火箭成功将搭载的7颗卫星送入轨道。", "actual"),
        ("火箭将搭载7颗卫星。", "target"),
        ("它们将与已建成的总长约821公里的绿道相连。", "actual"),
        ("未来三天，航班客座率在90%以上。", "forecast"),
        ("样例区将全区50.5%的国土划入红线。", "actual"),
        ("首次使用新技术，将140吨钢梁吊装到位。", "actual"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert claims_of(text, issue_date=DAY)[-1].status == status


def test_two_days_with_hours_and_the_day_after() -> None:
    found = claims_of("从今早8点到明晚8点，高速公路封闭，车辆可走四条路线。", issue_date=DAY)
    assert days(found[-1]) == "2019-08-16 2019-08-17"
    found = claims_of("13日晚队员抵达，第二天接管病区，收治病人61人。", issue_date=DAY)
    assert days(found[-1]) == "2019-08-14 2019-08-14"


def test_what_begins_on_a_day_happens_on_it() -> None:
    assert days(claims_of("大桥今天开始吊装，首次起吊140吨钢梁。", issue_date=DAY)[-1]) == "2019-08-16 2019-08-16"
