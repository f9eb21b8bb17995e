"""Firms and countries that a sentence spoke of own what it goes on to tell."""

import pytest

from tests.claim.articles import about, claims_of


def test_so_many_of_those() -> None:
    claims = claims_of("上市公司研发投入1万亿元，363家研发投入增速逾50%；338家研发强度超20%。")
    assert about(claims, "indicator", "subject") == [
        ("1万亿元", "研发投入", "上市公司"),
        ("363家", "企业数量", "上市公司"),
        ("50%", "研发投入", "上市公司"),
        ("338家", "企业数量", "上市公司"),
        ("20%", "研发投入强度", "上市公司"),
    ]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("海光公司共投入研发费用12亿元。", "海光公司"),
        ("海光公司共投入研发费用12亿元，增长5%；企均研发投入为3亿元。", "海光公司"),
        ("海光公司研发投入12亿元，上半年研发投入强度达到3%。", "海光公司"),
    ],
)
def test_owner(text: str, subject: str) -> None:
    assert claims_of(text)[-1].subject == subject


def test_who_came_to_it_first() -> None:
    claims = claims_of("我国有效发明专利达475万件，成为首个突破400万件的国家。")
    assert about(claims, "indicator", "subject") == [
        ("475万件", "有效发明专利", "我国"),
        ("400万件", "有效发明专利", "我国"),
    ]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("2018年产能利用率为75%。", "产能利用率"),
        ("今年上半年研发投入强度达到3%。", "研发投入强度"),
        ("去年营业收入利润率为5%。", "营业收入利润率"),
    ],
)
def test_a_year_before_a_statistic(text: str, indicator: str) -> None:
    assert claims_of(text)[0].indicator == indicator


def test_numbers_of_members_are_of_the_whole_time() -> None:
    claims = claims_of("南州、苏州、吴州工业投资加大，前三季度增速分别为4%、9%、5%。")
    assert {(claim.period_start, claim.period_end) for claim in claims} == {
        (claims[0].period_start, claims[0].period_end)
    }


def test_a_name_keeps_its_marks() -> None:
    assert claims_of("全国“5G+工业互联网”建设项目超2万个。")[0].indicator == "“5G+工业互联网”建设项目"


@pytest.mark.parametrize(
    ("text", "subject", "indicator"),
    [
        ("审结金融案件266万件。", "金融", "案件数量"),
        ("市高级法院收案262万件，审执结86万件。", "市高级法院", "审结案件数量"),
        ("海光公司毛利率达24%。上半年研发费用4796万元。", "海光公司", "研发投入"),
        ("海光集团上半年收入148亿元。", "海光集团", "收入"),
        ("海光公司每股净资产7.7元。", "海光公司", "每股净资产"),
    ],
)
def test_what_is_done_is_no_name(text: str, subject: str, indicator: str) -> None:
    assert about(claims_of(*text.replace("。", "。|").rstrip("|").split("|")), "subject", "indicator")[-1][1:] == (
        subject,
        indicator,
    )


def test_a_statistic_of_the_country_after_that_of_an_industry() -> None:
    claims = claims_of("规模以上工业企业利润增长5%。", "研究与试验发展经费投入强度达2%。")
    assert claims[-1].subject != "规模以上工业企业"
