"""Who revises a forecast has no part in it; what is planned in bare verbs is to come; a peer is not who is told of."""

from __future__ import annotations

import pytest

from tests.claim.articles import claims_of


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("国际货币基金组织将英国经济今年的增长预期从此前的1.8%下调至1.5%。", "英国"),
        ("世界银行把对中国经济增速的预测由6.1%上调到6.4%。", "中国"),
        ("世贸组织也将2019年世界贸易增长率下调至2.1%。", "世界"),
    ],
)
def test_what_an_institution_revises_is_of_whom_it_foretells(sentence: str, subject: str) -> None:
    claims = claims_of(sentence)
    assert {claim.subject for claim in claims} == {subject}
    assert claims[-1].status == "forecast"


def test_what_an_institution_sets_is_its_own_and_no_forecast() -> None:
    (claim,) = claims_of("人民银行决定将存款准备金率下调0.5个百分点。")
    assert (claim.subject, claim.status) == ("人民银行", "target")


def test_an_aim_that_is_revised_is_still_aimed_at() -> None:
    claims = claims_of("该省将全年经济增速目标从7.5%下调至7%。")
    assert claims[-1].status == "target"


def test_who_is_exceeded_by_points_is_the_peer() -> None:
    share, gap = claims_of("2018年第三产业增加值占GDP比重为53%，超过第二产业所占比重12.3个百分点。")
    assert (gap.subject, gap.measure, gap.indicator) == (share.subject, "gap", share.indicator)
    (led,) = claims_of("7月份，出口增速超过进口增速2.1个百分点。")
    assert (led.indicator, led.measure) == ("出口额", "gap")
    (mark,) = claims_of("全市民间投资超过2000亿元。")
    assert (mark.measure, mark.bound) == ("level", "more_than")


def test_completing_something_is_planned_where_the_paragraph_plans() -> None:
    claims = claims_of("今年要开工一批水利工程。", "完成铁路投资8000亿元以上。")
    assert [claim.status for claim in claims] == ["target"]
    claims = claims_of("今年开工了一批水利工程。", "完成铁路投资8000亿元以上。")
    assert [claim.status for claim in claims] == ["actual"]


def test_patients_in_hospital_are_no_figure_of_the_health_trade() -> None:
    (claim,) = claims_of("10日，该市新冠住院患者达到1072人。")
    assert (claim.indicator, claim.sector) == ("住院人数", None)
    (claim,) = claims_of("全年医疗卫生机构出院人数3.1亿人。")
    assert (claim.indicator, claim.sector) == ("出院人次", "卫生")
