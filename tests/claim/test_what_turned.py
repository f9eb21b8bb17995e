"""What a sentence says of two times: what turned, what is built upon, what is compared with."""

from datetime import date

import pytest

from tests.claim.articles import claims_of


@pytest.mark.parametrize(
    ("sentence", "starts"),
    [
        ("前7个月，公司利润由去年同期下降3%转为增长16%。", [date(2018, 1, 1), date(2019, 1, 1)]),
        ("5月份，工业品出厂价格环比由上月下降0.1%转为上涨0.2%。", [date(2019, 4, 1), date(2019, 5, 1)]),
        ("5月份，工业品出厂价格环比由下降0.1%转为上涨0.2%。", [date(2019, 5, 1), date(2019, 5, 1)]),
        (
            "5月末，全省存款余额8万亿元，比4月末存款余额7.9万亿元增加1000亿元。",
            [date(2019, 5, 31), date(2019, 4, 30), date(2019, 5, 31)],
        ),
        ("今年，全省在去年减负500亿元的基础上，再减轻企业税负300亿元。", [date(2018, 1, 1), date(2019, 1, 1)]),
        ("今年，全省继续减轻企业税负300亿元。", [date(2019, 1, 1)]),
    ],
)
def test_each_figure_is_of_its_own_time(sentence: str, starts: list[date | None]) -> None:
    assert [claim.period_start for claim in claims_of(sentence)] == starts


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("大会以120票赞成、9票反对、3票弃权通过决议。", ["赞成票数", "反对票数", "弃权票数"]),
        ("他以120票当选。", ["票数"]),
        ("上半年，有关部门查处67人，问责5763人。", ["查处人数", "问责人数"]),
        ("上半年，全县共计26万人。", ["人数"]),
        ("年末，全县党员总数3万名，比上年净增500名，增幅1.7%。", ["党员人数", "党员人数", "党员人数"]),
    ],
)
def test_what_is_done_tells_figures_apart(sentence: str, indicators: list[str]) -> None:
    assert [claim.indicator for claim in claims_of(sentence)] == indicators


def test_people_make_up_a_body() -> None:
    claims = claims_of("会议选出了由220人组成的委员会，由46人组成的常务委员会。", "展品是由220人捐出的。")
    assert [claim.subject for claim in claims][:2] == ["委员会", "常务委员会"]
    assert claims[2].subject != "捐出"


def test_where_a_change_began_dates_nothing_else() -> None:
    claims = claims_of(
        "2018年，全市地区生产总值3000亿元。",
        "三次产业结构由上年的18:40:42调整为17:38:45。",
        "全年居民消费价格下降0.4%。",
        "增速由上年全年的3%加快到5%。",
        "从上半年看，用电量60亿千瓦时。",
    )
    starts = {claim.value_text: claim.period_start for claim in claims}
    assert (starts["0.4%"], starts["3%"], starts["5%"]) == (date(2018, 1, 1), date(2017, 1, 1), date(2018, 1, 1))
    assert starts["60亿千瓦时"] is not None
