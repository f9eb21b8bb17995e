"""What 去年同期 itself had, what stands at the end of years, and what went on for longer than a day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.articles import claims_of

DAY = date(2022, 7, 19)
JUNE, JUNE_BEFORE = "2022-06-01 2022-06-30", "2021-06-01 2021-06-30"


@pytest.mark.parametrize(
    ("sentences", "wanted"),
    [
        (("6月份出口增长4%，去年同期为9%。",), [JUNE, JUNE_BEFORE]),
        (("6月份盈利3亿元，而上年同期净亏损2亿元。",), [JUNE, JUNE_BEFORE]),
        (("6月份营收3亿元。", "去年同期营收仅为2亿元。"), [JUNE, JUNE_BEFORE]),
        (("6月份营收3亿元，比去年同期增加1亿元。",), [JUNE, JUNE]),
        (("6月份营收3亿元，与去年同期基本持平，利润1亿元。",), [JUNE, JUNE]),
    ],
)
def test_what_the_same_period_had(sentences: tuple[str, ...], wanted: list[str]) -> None:
    claims = claims_of(*sentences, issue_date=DAY)
    assert [f"{claim.period_start} {claim.period_end}" for claim in claims] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("过去五年，森林覆盖率达到40%。", "2021-12-31 2021-12-31"),
        ("过去五年，抽检合格率保持在98%以上。", "2017-01-01 2021-12-31"),
        ("过去五年，高技能人才达到60万人，占技能人才的30%。", "2021-12-31 2021-12-31"),
    ],
)
def test_a_rate_at_the_end_of_years(text: str, wanted: str) -> None:
    claim = claims_of(text, issue_date=date(2022, 2, 8))[-1]
    assert f"{claim.period_start} {claim.period_end}" == wanted


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("村里先后6次请专家上门。", None),
        ("摄制组历时三个月，拍摄文物800件。", None),
        ("这一天，医生先后走访了3户人家。", date(2022, 7, 18)),
        ("队员拍摄文物800件。", date(2022, 7, 18)),
    ],
)
def test_what_went_on_is_of_no_day_of_another_sentence(text: str, end: date | None) -> None:
    claims = claims_of("7月18日，文化节开幕，首日迎客2000人。", text, issue_date=DAY)
    assert claims[-1].period_end == end


@pytest.mark.parametrize(("aim", "year"), [("", 2022), ("力争", 2023)])
def test_all_year_in_january_is_the_year_that_is_over_unless_it_is_aimed_at(aim: str, year: int) -> None:
    claims = claims_of(f"全年{aim}完成投资700亿元。", headline="今年投资将达800亿元", issue_date=date(2023, 1, 17))
    assert [claim.period_start.year for claim in claims if claim.value_text == "700亿元" and claim.period_start] == [
        year
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a streak is the time of what was so all along, the third year of it is one year
        ("2021年，出口额连续四年超80万元。", "2018-01-01 2021-12-31"),
        ("2021年，出口额连续第四年超80万元。", "2021-01-01 2021-12-31"),
        # years that end with the year spoken of
        ("2021年，产值5亿元，五年来年均增速为12%。", "2017-01-01 2021-12-31"),
        # what is made up to the end of a quarter, and in the quarter that a rise came to
        ("截至一季度末，全市民营企业出口额5亿元。", "2022-01-01 2022-03-31"),
        ("截至一季度末，全市贷款余额5亿元。", "2022-03-31 2022-03-31"),
        ("出口额一季度增长1%，到二季度增长6%。", "2022-04-01 2022-06-30"),
        # now, and no year after next
        ("2021年建成车站。当前全县有车站3座。", "2022-07-19 2022-07-19"),
        ("项目2021年建成，投产后年收入达5亿元。", "2021-01-01 2021-12-31"),
    ],
)
def test_of_which_days(text: str, wanted: str) -> None:
    claim = claims_of(*(f"{part}。" for part in text.split("。")[:-1]), issue_date=DAY)[-1]
    assert f"{claim.period_start} {claim.period_end}" == wanted


@pytest.mark.parametrize(
    ("text", "number", "wanted"),
    [
        ("贸易额从2009年的30亿元增至2021年的90亿元，增长2倍。", "2倍", "base_period"),
        ("普及率由2009年的30%提高到2021年的90%，提高60个百分点。", "60个百分点", "base_period"),
        ("贸易额从2020年的30亿元增至2021年的33亿元，增长10%。", "10%", "yoy"),
        ("贸易额从2009年的30亿元增至2021年的90亿元，年均增长9%。", "9%", None),
    ],
)
def test_a_rise_from_a_year_is_held_against_it(text: str, number: str, wanted: str | None) -> None:
    assert [claim.comparison for claim in claims_of(text, issue_date=DAY) if claim.value_text == number] == [wanted]


def test_what_the_base_had_before_its_name() -> None:
    claims = claims_of("7月负荷达12亿千瓦，较去年11亿千瓦的极值增加1亿千瓦。", issue_date=DAY)
    assert [claim.period_start.year for claim in claims if claim.period_start][:2] == [2022, 2021]
