"""What a sentence without a time of its own takes over, and how long a time lasts."""

from __future__ import annotations

from datetime import date

import pytest

from etl.model import Article, Claim, Issue, Masthead, OffsetMap, Sentence
from etl.pipeline import article_claims

DAY = date(2014, 3, 16)


def of_article(*sentences: tuple[str, int, str], day: date = DAY) -> dict[str, Claim]:
    """The claims of an article of (text, paragraph, role), by their printed number."""
    marked = tuple(
        Sentence(f"s{number}", text, OffsetMap((0,), (0,)), paragraph, role)
        for number, (text, paragraph, role) in enumerate(sentences)
    )
    article = Article("a", sentences[0][0], marked)
    issue = Issue("样例报", Masthead("样例报", day), (article,), "sample.txt", "", "utf-8", "")
    return {claim.value_text: claim for claim in article_claims(article, issue)}


def days(claim: Claim) -> str:
    return f"{claim.period_start} {claim.period_end}"


SECTION = ("一、2013年工作回顾", 0, "subhead")


def test_the_end_of_a_sections_year_is_of_stocks_alone() -> None:
    claims = of_article(
        ("工作报告", -1, "headline"),
        SECTION,
        ("年末城镇登记失业率4.1%。", 1, "body"),
        ("企业退休人员基本养老金提高10%。", 1, "body"),
    )
    assert days(claims["10%"]) == "2013-01-01 2013-12-31"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("凉亭539座。", "2013-12-31 2013-12-31"),
        ("新建凉亭539座。", "2013-01-01 2013-12-31"),
        ("城镇化率44.5%，比上年末提高0.9个百分点。", "2013-12-31 2013-12-31"),
        ("人均图书藏量1.02册，比上年末增加0.06册。", "2013-12-31 2013-12-31"),
        ("全书1.02册。", "None None"),
    ],
)
def test_what_stands_at_the_end_of_a_sections_year(text: str, wanted: str) -> None:
    claims = of_article(
        ("工作报告", -1, "headline"), SECTION, ("年末城镇登记失业率4.1%。", 1, "body"), (text, 1, "body")
    )
    assert days(list(claims.values())[1]) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("预计全市生产总值增长4%。", "2013-01-01 2013-12-31"),
        ("预计全市生产总值将增长4%。", "None None"),
        ("预计今年全市生产总值增长4%。", "2014-01-01 2014-12-31"),
    ],
)
def test_what_is_reckoned_of_a_year_just_over(text: str, wanted: str) -> None:
    claims = of_article(("2013年工作报告", -1, "headline"), (text, 0, "lead"))
    assert days(claims["4%"]) == wanted


def test_what_is_striven_for_dates_no_later_sentence() -> None:
    claims = of_article(
        ("奋力冲刺", -1, "headline"),
        ("各企业开足马力，为夺取全年“满堂红”开好头。", 0, "lead"),
        ("该公司总投资40亿元。", 1, "body"),
        ("一季度，公司取得3000万元的订单。", 2, "body"),
    )
    assert days(claims["40亿元"]) == "None None"
    assert days(claims["3000万元"]) == "2014-01-01 2014-03-31"


def test_what_a_half_years_report_is_of() -> None:
    claims = of_article(
        ("三家企业发布半年报", -1, "headline"),
        ("8月31日，三家企业发布2013年半年报。", 0, "lead"),
        ("报告期内，公司营业收入512亿元。", 1, "body"),
        day=date(2013, 8, 31),
    )
    assert days(claims["512亿元"]) == "2013-01-01 2013-06-30"


def test_what_is_spent_after_a_day_of_the_sections_year_is_of_the_year() -> None:
    claims = of_article(
        ("工作报告", -1, "headline"),
        SECTION,
        ("去年5月12日，当地发生地震，从废墟中救出84人。", 1, "body"),
        ("中央财政安排384亿元救灾款。", 1, "body"),
    )
    assert days(claims["84人"]) == "2013-05-12 2013-05-12"
    assert days(claims["384亿元"]) == "2013-01-01 2013-12-31"


def test_a_quarter_of_the_lead_dates_no_unknown_things_far_below() -> None:
    claims = of_article(
        ("经济观察", -1, "headline"),
        ("去年第三季度，全市生产总值增长7.4%。", 0, "lead"),
        ("经济下行有三个原因。", 3, "body"),
        ("全市固定资产投资增长20%。", 3, "body"),
    )
    assert days(claims["三个"]) == "None None"
    assert days(claims["20%"]) == "2013-07-01 2013-09-30"


def test_an_items_deadline_leaves_the_list_to_its_year() -> None:
    claims = of_article(
        ("工作报告", -1, "headline"),
        ("二、2014年重点工作", 0, "subhead"),
        ("今后三年支持5000所乡镇卫生院建设。", 1, "body"),
        ("扩大服务范围，人均公共卫生服务经费提高到15元。", 1, "body"),
    )
    assert days(claims["5000所"]) == "2014-03-16 2017-03-16"
    assert (days(claims["15元"]), claims["15元"].status) == ("2014-01-01 2014-12-31", "target")


def test_the_outline_of_a_plan_is_of_the_plan_and_to_come() -> None:
    claims = of_article(
        ("某省第十三个五年规划纲要2016年3月14日省人民代表大会批准", -1, "headline"),
        ("第三章　主要目标", 0, "subhead"),
        ("耕地保有量保持在18亿亩，城镇新增就业900万人。", 1, "body"),
        day=date(2016, 3, 17),
    )
    assert (days(claims["18亿亩"]), claims["18亿亩"].status) == ("2020-12-31 2020-12-31", "target")
    assert (days(claims["900万人"]), claims["900万人"].status) == ("2016-01-01 2020-12-31", "target")


def test_a_paragraph_that_says_what_is_to_be_done_goes_on_in_bare_verbs() -> None:
    claims = of_article(
        ("工作报告", -1, "headline"),
        ("今年要加大民生投入。", 0, "body"),
        ("建设保障性住房300万套。", 0, "body"),
        ("建设保障性住房200万套。", 1, "body"),
    )
    assert claims["300万套"].status == "target"
    assert claims["200万套"].status == "actual"


def test_the_whole_year_of_a_report_in_march_is_the_year_that_ended() -> None:
    claims = of_article(
        ("工作报告", -1, "headline"),
        ("3月5日，省长作工作报告，回顾去年工作。", 0, "body"),
        ("全年汽车销售1364辆。", 1, "body"),
    )
    assert days(claims["1364辆"]) == "2013-01-01 2013-12-31"


@pytest.mark.parametrize(
    ("text", "number", "wanted"),
    [
        ("1月25日矿坝决堤，160多人死亡，100多人至今仍然失踪。", "100多人", "2014-03-16 2014-03-16"),
        ("1月25日矿坝决堤，160多人死亡，100多人失踪。", "100多人", "2014-01-25 2014-01-25"),
        ("大赛将于8月22日举行，今天代表团成立，届时派出63名选手。", "63名", "2014-08-22 2014-08-22"),
        ("11日发布的报告说，自2011年危机爆发以来，战乱已导致80%的民众陷入贫困。", "80%", "2011-01-01 2014-03-16"),
        ("这艘船自1994年首航南极，至今已执行20次任务。", "20次", "1994-01-01 2014-03-16"),
        ("两国外长14号举行长达六个小时的会谈。", "六个小时", "2014-03-14 2014-03-14"),
        ("关税约束率自2005年起一直维持在90%。", "90%", "2005-01-01 2014-03-16"),
        ("目前，县里正在改造12所学校。", "12所", "2014-03-16 2014-03-16"),
        ("目前，县里已将12所学校改造好。", "12所", "2014-03-16 2014-03-16"),
        ("目前，县里将新建12所学校。", "12所", "None None"),
        ("1月份增长9%，符合全年增长预期目标，这个9%来之不易。", "9%", "2014-01-01 2014-01-31"),
    ],
)
def test_governs(text: str, number: str, wanted: str) -> None:
    assert days(of_article(("样例", -1, "headline"), (text, 0, "body"))[number]) == wanted


@pytest.mark.parametrize(
    ("sentences", "wanted"),
    [
        (("2003年，县里修桥12座。", "桥都很牢固。", "全县有小学15所。"), "None None"),
        (("2003年，县里修桥12座。", "全县有小学15所。"), "2003-01-01 2003-12-31"),
        (("2003年，县里修桥12座。", "桥都很牢固。", "当时全县有小学15所。"), "2003-01-01 2003-12-31"),
        (("2013年，县里修桥12座。", "桥都很牢固。", "全县有小学15所。"), "2013-01-01 2013-12-31"),
    ],
)
def test_a_paragraph_leaves_years_long_past_behind(sentences: tuple[str, ...], wanted: str) -> None:
    body = [(text, 0, "body") for text in sentences]
    assert days(of_article(("样例", -1, "headline"), *body)["15所"]) == wanted


@pytest.mark.parametrize(
    ("text", "number", "wanted"),
    [
        ("救援队今天确诊30名患儿。此前，救援队在邻县确诊114名患儿。", "114名", "None None"),
        ("救援队今天确诊30名患儿。随后，救援队在邻县确诊114名患儿。", "114名", "2014-03-16 2014-03-16"),
        ("2012年，老张回乡。他用了5年时间修路。", "5年", "None None"),
        ("2012年，老张回乡。鲜花送往30公里外的市场。", "30公里", "None None"),
        ("2012年，老张回乡。他修路30公里。", "30公里", "2012-01-01 2012-12-31"),
        ("2012年，老张回乡。村子海拔1800米。", "1800米", "None None"),
    ],
)
def test_what_takes_over_no_time(text: str, number: str, wanted: str) -> None:
    first, second = (f"{part}。" for part in text.split("。")[:2])
    assert days(of_article(("标题", -1, "headline"), (first, 0, "lead"), (second, 0, "lead"))[number]) == wanted


@pytest.mark.parametrize(
    ("text", "number", "wanted"),
    [
        ("2003年，林场建成。他们又向沙地进发，已经造林6万亩。", "6万亩", "None None"),
        ("2003年，林场建成。他们当时已经造林6万亩。", "6万亩", "2003-01-01 2003-12-31"),
        ("2003年，林场建成。他们造林6万亩。", "6万亩", "2003-01-01 2003-12-31"),
        ("近十年产业快速增长。大会包括4场论坛。", "4场", "None None"),
        ("近十年产业快速增长。各地累计举办4场论坛。", "4场", "2004-01-01 2013-12-31"),
        ("2010年全国锦标赛落幕。120名选手参赛。", "120名", "None None"),
        ("2012年冬奥会场馆建设展开。工地上有12个项目。", "12个", "None None"),
        ("“十二五”期间，县里修路。3个多月来，12支队伍走遍全县。", "12支", "2013-12-16 2014-03-16"),
    ],
)
def test_what_is_so_by_now_and_a_year_in_a_name(text: str, number: str, wanted: str) -> None:
    first, second = (f"{part}。" for part in text.split("。")[:2])
    assert days(of_article(("标题", -1, "headline"), (first, 0, "lead"), (second, 0, "lead"))[number]) == wanted


def test_what_is_counted_beside_a_stock_is_of_its_day() -> None:
    claims = of_article(
        ("卫生概况", -1, "headline"),
        ("2012年末，全省有卫生院3000个，床位15万张。", 0, "body"),
        ("全省共有村卫生室9000个，持证的人员8万人。", 0, "body"),
    )
    assert days(claims["8万人"]) == "2012-12-31 2012-12-31"


def test_what_a_streak_begins_with_dates_the_streak_alone() -> None:
    claims = of_article(
        ("财政运行", -1, "headline"),
        ("前三季度，本级收入增长1.7%。", 0, "body"),
        ("从7月份开始，增幅已连续3个月保持在1.9%的水平。", 0, "body"),
        ("有27个地区正增长。", 0, "body"),
        day=date(2014, 10, 18),
    )
    assert days(claims["1.9%"]) == "2014-07-01 2014-09-30"
    assert days(claims["27个"]) == days(claims["1.7%"]) == "2014-01-01 2014-09-30"
