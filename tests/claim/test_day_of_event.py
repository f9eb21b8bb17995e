"""Days in narrative news: which numbers the day of an event, a meeting or an announcement dates."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.articles import claims_of

DAY = date(2019, 8, 16)
ONE = (
    ("文化节15日在样例市举行，260多名来宾出席活动。", "260多名", "2019-08-15 2019-08-15"),
    ("在8日举行的锦标赛中，选手掷出66米的成绩。", "66米", "2019-08-08 2019-08-08"),
    ("清单今天公布，包括居住证明等20项证明事项。", "20项", "2019-08-16 2019-08-16"),
    ("统计局今天公布，去年新建学校20所。", "20所", "2018-01-01 2018-12-31"),
    ("昨晚列车停运，500名旅客滞留。", "500名", "2019-08-15 2019-08-15"),
    ("今晚报的记者走访了30家商店。", "30家", "None None"),
    ("从明天开始，雨势将再度加强，已有500人转移。", "500人", "None None"),
    ("从明天开始，文化馆展出300件文物。", "300件", "2019-08-17 2019-08-17"),
    ("今年以来全省最强的台风过境，3座铁塔被吹倒。", "3座", "None None"),
    ("今年以来，全省新建学校20所。", "20所", "2019-01-01 2019-08-16"),
    ("纯收入从不足1000元到现在的6.5万元。", "1000元", "None None"),
    ("如果去年不算，出口每增加1%，就业增加10万人。", "10万人", "2018-01-01 2018-12-31"),
    ("这两天，全市转移群众500人。", "500人", "2019-08-15 2019-08-16"),
)


@pytest.mark.parametrize(("text", "number", "days"), ONE)
def test_in_one_sentence(text: str, number: str, days: str) -> None:
    claims = {claim.value_text: claim for claim in claims_of(text, issue_date=DAY)}
    assert f"{claims[number].period_start} {claims[number].period_end}" == days


NEXT = (
    ("15号，客机遭劫持。", "截至北京时间19点，机上仍有7名人质。", "2019-08-15"),
    ("6月11号下午，有人落水。", "当天下午3点，民警4名赶到河边。", "2019-06-11"),
    ("三个月前，他生病住院。", "同事为他捐款5万元。", None),
    ("上世纪80年代，电视剧风靡全国。", "已开设学校7所。", None),
    ("发布实施“十二五”节能减排工作方案。", "新增污水处理能力1100万吨。", None),
    ("“十二五”时期节能减排力度加大。", "新增污水处理能力1100万吨。", "2015-12-31"),
    ("市里昨天启动工程。", "他在担任公职期间贩卖枪支100把。", None),
    ("市里昨天启动工程。", "还计划增加约1000家诊所。", None),
    ("市里昨天启动工程。", "共有1000人到场。", "2019-08-15"),
    ("去年出口增长。", "如果出口增加1%，就业可以增加10万人。", None),
)


@pytest.mark.parametrize(("before", "text", "end"), NEXT)
def test_in_the_next_sentence(before: str, text: str, end: str | None) -> None:
    last = claims_of(before, text, issue_date=DAY)[-1]
    assert (str(last.period_end) if last.period_end else None) == end


def test_a_headline_is_of_the_day_that_the_lead_prints() -> None:
    claims = claims_of("样例市14日遭遇暴雨。", headline="样例市50人受灾")
    assert [str(claim.period_end) for claim in claims] == ["2019-08-14"]
