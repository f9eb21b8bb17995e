"""What sort of figure a claim is: of the economy, of a product, or of neither; with the opposite of each."""

from __future__ import annotations

import pytest

from tests.claim.articles import claims_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # what the lexicon knows of health, the weather, courts and elections
        ("该病治愈率达到95%。", "other"),
        ("新技术覆盖率达到95%。", "economic"),
        ("当地最高气温达36℃。", "other"),
        ("山火过火面积已达800公顷。", "other"),
        ("受灾农田播种面积为800公顷。", "economic"),
        ("警方破获盗窃案件30起。", "other"),
        ("海关受理商标侵权案件30起。", "economic"),
        # what is told of the people beside it
        ("全县有20万人参加医疗保险。", "economic"),
        ("广场上聚集了2万人。", "other"),
        # of whose guests or whose trade the countries are
        ("来自30个国家和地区的选手参加比赛。", "other"),
        ("产品出口到30个国家和地区。", "economic"),
        # so many things are no parameters of a product, its parts are
        ("时速350公里的动车组每天开行20列列车。", "economic"),
        ("新型手臂长度3.5米，有7个关节。", "technical"),
        ("深度贫困地区还有12个县没有脱贫。", "economic"),
        # the weather is none either
        ("本周将出现35℃以上的高温天气。", "other"),
        ("设备可耐受1200℃的高温。", "technical"),
        # what befalls things, whatever they are
        ("因大雾天气，省内12条高速公路封闭。", "other"),
        ("省内12条高速公路建成通车。", "economic"),
        # money is of the economy, of a crime it is not
        ("学生每人每年发放助学金3000元。", "economic"),
        ("警方缴获毒资30万元。", "other"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert claims_of(text)[-1].kind == kind


def test_terms_are_named_by_what_they_are_of() -> None:
    named = ["车票预售期延长到15天。", "护照有效期10年。", "贷款期限最长20年。", "法官任期4年。"]
    assert [claims_of(text)[-1].indicator for text in named] == ["预售期", "有效期", "期限", "任期"]
