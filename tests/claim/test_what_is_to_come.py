"""What is to be held, decreed or done this year is to come; what is there already is not. Rates that are levied."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.articles import about, claims_of

DAY = date(2019, 5, 28)
CASES = (
    # guests of what is to be held
    ("大会将于5月29日召开，来自90个国家的代表出席大会。", "90个", "forecast"),
    ("大会将于6月3日至5日举行，有近600家企业参展。", "600家", "forecast"),
    ("大选将于6月9日举行，共有15人参选。", "15人", "actual"),
    ("大会将于5月29日召开，目前已有90个国家的代表报名出席。", "90个", "actual"),
    ("大会5月27日召开，来自90个国家的代表出席大会。", "90个", "actual"),
    # decreed from a day on
    ("中国人民银行决定于6月16日下调存款准备金率0.5个百分点。", "0.5个百分点", "target"),
    ("中国人民银行于5月16日下调存款准备金率0.5个百分点。", "0.5个百分点", "actual"),
    # what this year is to do goes on over the clauses
    ("今年要淘汰锅炉5万台，推进电厂改造1500万千瓦。", "1500万千瓦", "target"),
    ("今年要减少贫困人口50万人，目前完成搬迁20万人。", "20万人", "actual"),
    ("今年主要污染物排放下降，推进电厂改造1500万千瓦。", "1500万千瓦", "actual"),
    # how much is aimed at, how many aims there are, and work that is no aim
    ("全省有80万人的搬迁任务。", "80万人", "target"),
    ("无人机喷洒队有50亩小麦的喷洒任务。", "50亩", "actual"),
    ("规划分解成84项任务。", "84项", "actual"),
    ("发展要处理好两个目标的关系。", "两个", "actual"),
    ("实现贸易额80亿美元的目标。", "80亿美元", "target"),
    ("全市增派140名医护人员承担救治任务。", "140名", "actual"),
    ("雷达可同时监测300个目标。", "300个", "actual"),
    ("全县提前三年实现目标。", "三年", "actual"),
    # what is expected among aims and in a budget is aimed at
    ("主要目标：生产总值增长6%，居民收入预期增长7%。", "7%", "target"),
    ("主要目标：生产总值增长6%，居民收入预计增长7%。", "7%", "forecast"),
    ("今年全市一般公共预算收入预期增长4%。", "4%", "target"),
    ("市场预期增长4%。", "4%", "forecast"),
    ("“十三五”规划前3年，全市投资年均增长10.5%。", "10.5%", "actual"),
    # 已将 is done
    ("目前全县已将做法推广到肉鸡、梨果等4个项目。", "4个", "actual"),
    ("目前全县将做法推广到肉鸡、梨果等4个项目。", "4个", "target"),
)


@pytest.mark.parametrize(("text", "number", "status"), CASES)
def test_status(text: str, number: str, status: str) -> None:
    assert [claim.status for claim in claims_of(text, issue_date=DAY) if claim.value_text == number] == [status]


def test_what_exists_is_of_the_day_of_issue() -> None:
    there, planned = (
        claims_of(f"“十三五”时期将{words}4个试验区。", issue_date=DAY)[0] for words in ("建设好现有", "新建")
    )
    assert (there.status, there.period_end) == ("actual", DAY)
    assert (planned.status, planned.period_end) == ("target", date(2020, 12, 31))


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("今年起对企业征收3%的数字税。", "level"),
        ("今年对企业征收27%到49%的反补贴税。", "level"),
        ("企业贡献了全市3%的增值税。", "share"),
        ("产品合格率低于26%的平均值。", "level"),
        ("储备水平远高于国际组织确定的17%的安全线。", "level"),
        ("园区吸引了17%的企业。", "share"),
    ],
)
def test_a_rate_is_no_part(text: str, measure: str) -> None:
    assert [claim.measure for claim in claims_of(text, issue_date=DAY)] == [measure]


@pytest.mark.parametrize(
    ("sentence", "number", "wanted"),
    [
        ("银行预测，今年全球贸易额增长5%；世界经济增长2%，日本经济增长1%。", "2%", "forecast"),
        ("银行预测，2020年全球贸易额增长5%；世界经济增长2%。", "2%", "forecast"),
        ("今年全球贸易额增长5%；世界经济增长2%。", "2%", "actual"),
        ("火箭将20颗卫星送入太空。", "20颗", "actual"),
        ("今年全省将有8个贫困县脱贫摘帽。", "8个", "target"),
        ("今年全省新增灌溉面积将达300万亩，比去年多一倍。", "300万亩", "target"),
        ("今年全省贸易额将达300亿元，比去年多一倍。", "300亿元", "forecast"),
    ],
)
def test_what_is_foretold_willed_or_taken(sentence: str, number: str, wanted: str) -> None:
    assert (number, wanted) in about(claims_of(sentence), "status")


@pytest.mark.parametrize(
    ("told", "number", "wanted"),
    [
        # what is to be done goes on in bare verbs, though the sentence that says so prints no number
        (("省长说，要加快建设公路。", "扎实推进农村公路建设，通车里程扩大到3万公里。"), "3万公里", "target"),
        (("省长说，公路建设加快。", "扎实推进农村公路建设，通车里程扩大到3万公里。"), "3万公里", "actual"),
        (("省长说，要加快建设公路。", "逐步缩小这两个差距。"), "两个", "actual"),
        (("省长说，要加快改革。", "清理亏损3年以上的企业。"), "3年", "actual"),
        # in spring, what the year does once more is planned
        (("今年再解决30万人的饮水问题。",), "30万人", "target"),
        (("今年解决了30万人的饮水问题。",), "30万人", "actual"),
    ],
)
def test_what_a_paragraph_says_is_to_be_done(told: tuple[str, ...], number: str, wanted: str) -> None:
    assert (number, wanted) in about(claims_of(*told, issue_date=date(2019, 3, 6)), "status")
