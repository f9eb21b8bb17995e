"""What a sentence's words around a time do to it: bases, deadlines, stocks, ranges, the year of a bare month."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.mention.period import find_periods

ISSUE = date(2025, 7, 1)


def written(text: str, issue: date = ISSUE, context: date | None = None) -> list[str]:
    """The times of a text as ``printed | first day | last day | kind | role``."""
    return [
        f"{found.text} | {found.date_start} | {found.date_end} | {found.kind} | {found.role}"
        for found in find_periods(text, issue, context)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1—5月份，某行业实现利润20亿元，比1—4月份增加4亿元",
         ["1—5月份 | 2025-01-01 | 2025-05-31 | ytd | period", "1—4月份 | 2025-01-01 | 2025-04-30 | ytd | base"]),
        ("5月份产量同比增长3%，增速比上月回落1个百分点",
         ["5月份 | 2025-05-01 | 2025-05-31 | month | period", "上月 | 2025-04-01 | 2025-04-30 | month | base"]),
        ("1月份价格比12月份上涨0.2%",
         ["1月份 | 2025-01-01 | 2025-01-31 | month | period", "12月份 | 2024-12-01 | 2024-12-31 | month | base"]),
        ("一季度用电量比上年同期多30亿千瓦时",
         ["一季度 | 2025-01-01 | 2025-03-31 | quarter | period",
          "上年同期 | 2024-01-01 | 2024-03-31 | quarter | base"]),
        ("2024年末，存款余额比年初增加8亿元",
         ["2024年末 | 2024-12-31 | 2024-12-31 | instant | period", "年初 | 2024-01-01 | 2024-01-01 | instant | base"]),
        ("2023年产量是2005年的4倍",
         ["2023年 | 2023-01-01 | 2023-12-31 | year | period", "2005年 | 2005-01-01 | 2005-12-31 | year | base"]),
        ("与2019年相比增长12%，比2020年和2021年同期都高",
         ["2019年 | 2019-01-01 | 2019-12-31 | year | base", "2020年 | 2020-01-01 | 2020-12-31 | year | base",
          "2021年同期 | None | None | span | base"]),
        ("较“十三五”末增长两成", ["“十三五”末 | 2020-12-31 | 2020-12-31 | instant | base"]),
        ("数量超过2012年总数的1.7倍", ["2012年 | 2012-01-01 | 2012-12-31 | year | base"]),
        ("2023年投诉比前一年增加四成",
         ["2023年 | 2023-01-01 | 2023-12-31 | year | period", "前一年 | 2022-01-01 | 2022-12-31 | year | base"]),
        ("与疫情前的2019年四季度相比，一季度增长3%",
         ["2019年四季度 | 2019-10-01 | 2019-12-31 | quarter | base",
          "一季度 | 2025-01-01 | 2025-03-31 | quarter | period"]),
        ("与前期的2024年计划相同", ["2024年 | 2024-01-01 | 2024-12-31 | year | period"]),
        ("占比2024年提高", ["2024年 | 2024-01-01 | 2024-12-31 | year | period"]),
    ],
)  # fmt: skip
def test_bases(text: str, wanted: list[str]) -> None:
    assert written(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("到2027年，建成60个园区", "到2027年 | 2027-12-31 | 2027-12-31 | instant | deadline"),
        ("力争2030年前实现达峰", "2030年前 | 2030-12-31 | 2030-12-31 | instant | deadline"),
        ("计划2028年之前投放", "2028年之前 | 2028-12-31 | 2028-12-31 | instant | deadline"),
        ("今年年底前完成", "今年年底前 | 2025-12-31 | 2025-12-31 | instant | deadline"),
        ("到2025年底，覆盖率达九成", "到2025年底 | 2025-12-31 | 2025-12-31 | instant | deadline"),
        ("2015年前这里没有公路", "2015年前 | None | 2014-12-31 | span | period"),
        ("截至5月底，装机8000万千瓦", "截至5月底 | 2025-05-31 | 2025-05-31 | instant | period"),
        ("截止2024年12月31日，共有9家", "截止2024年12月31日 | 2024-12-31 | 2024-12-31 | instant | period"),
        ("截至北京时间23日1时，确诊59138例", "截至北京时间23日 | 2025-06-23 | 2025-06-23 | instant | period"),
        ("自去年3月底抗议活动开始以来", "自去年3月底 | 2024-03-31 | 2025-07-01 | span | since"),
        ("截至目前，共有9家", "截至目前 | 2025-07-01 | 2025-07-01 | instant | period"),
        ("自8月1日起税率降至6%", "自8月1日起 | 2025-08-01 | 2025-08-01 | instant | period"),
        ("自2016年9月1日起实行", "自2016年9月1日起 | 2016-09-01 | None | span | period"),
        ("今年以来新增5家", "今年以来 | 2025-01-01 | 2025-07-01 | ytd | since"),
        ("自2019年试点以来新增5家", "自2019年 | 2019-01-01 | 2025-07-01 | span | since"),
        ("从2010年到现在升值一成", "从2010年到现在 | 2010-01-01 | 2025-07-01 | span | period"),
        ("从去年四季度到今年一季度", "从去年四季度到今年一季度 | 2024-10-01 | 2025-03-31 | span | period"),
        ("2017年8月至11月", "2017年8月至11月 | 2017-08-01 | 2017-11-30 | span | period"),
        ("2012年12月至2013年2月", "2012年12月至2013年2月 | 2012-12-01 | 2013-02-28 | span | period"),
        ("2016年6月1日-6月30日", "2016年6月1日-6月30日 | 2016-06-01 | 2016-06-30 | month | period"),
    ],
)
def test_heads_and_tails(text: str, wanted: str) -> None:
    assert written(text) == [wanted]


@pytest.mark.parametrize(
    ("issue", "text", "wanted"),
    [
        (date(2025, 1, 10), "12月份", "2024-12-01"),
        (date(2025, 2, 12), "3月份", "2025-03-01"),
        (date(2025, 4, 9), "将于12月启用", "2025-12-01"),
        (date(2025, 11, 20), "将于3月启用", "2026-03-01"),
        (date(2020, 2, 10), "2到4月租金减免", "2020-02-01"),
        (date(2025, 1, 15), "前三季度", "2024-01-01"),
        (date(2025, 2, 20), "下半年", "2024-07-01"),
        (date(2025, 3, 20), "下半年", "2025-07-01"),
        (date(2025, 3, 20), "全年", "2024-01-01"),
        (date(2025, 3, 20), "预计全年", "2025-01-01"),
        (date(2020, 9, 18), "2月7日", "2020-02-07"),
        (date(2014, 2, 25), "12月13日", "2013-12-13"),
        (date(2025, 12, 20), "1月5日", "2026-01-05"),
    ],
)
def test_the_year_of_a_time_printed_without_one(issue: date, text: str, wanted: str) -> None:
    assert str(find_periods(text, issue)[0].date_start) == wanted


@pytest.mark.parametrize(
    ("text", "context", "wanted"),
    [
        ("当月新增9家", date(2025, 5, 31), ("2025-05-01", "2025-05-31")),
        ("当年新增9家", date(2019, 12, 31), ("2019-01-01", "2019-12-31")),
        ("不亚于当年", None, ("None", "None")),
        ("年末余额8亿元", date(2023, 12, 31), ("2023-12-31", "2023-12-31")),
        ("全年产量8万吨", date(2023, 12, 31), ("2023-01-01", "2023-12-31")),
        ("比上年增长8%", date(2023, 12, 31), ("2022-01-01", "2022-12-31")),
        ("8月产量9万吨", date(2014, 12, 31), ("2014-08-01", "2014-08-31")),
        ("连续4年居首", date(2024, 12, 31), ("2021-01-01", "2024-12-31")),
    ],
)
def test_context(text: str, context: date | None, wanted: tuple[str, str]) -> None:
    (found,) = find_periods(text, ISSUE, context)
    assert (str(found.date_start), str(found.date_end)) == wanted


def test_traditional_characters_and_full_width_figures() -> None:
    assert written("今年前兩個月較上年同期增長３％；過去５年，從２０１０年起") == [
        "今年前兩個月 | 2025-01-01 | 2025-02-28 | ytd | period",
        "上年同期 | 2024-01-01 | 2024-02-29 | ytd | base",
        "過去５年 | 2020-07-01 | 2025-06-30 | span | period",
        "從２０１０年起 | 2010-01-01 | None | span | period",
    ]


def test_a_printed_year_governs_the_bare_months_after_it() -> None:
    found = written("2014年10月产量9吨，11月产量8吨", date(2020, 9, 1))
    assert found[1] == "11月 | 2014-11-01 | 2014-11-30 | month | period"
    found = written("2024年12月产量9吨，1月产量8吨", date(2025, 7, 1))
    assert found[1] == "1月 | 2025-01-01 | 2025-01-31 | month | period"


@pytest.mark.parametrize(
    "text",
    [
        "利润总额27204.3亿元", "吸引超2000家企业", "历时3年建成", "15年老店", "5年免税", "十五个项目", "一五一十",
        "二十国集团G20", "24小时营业", "5G基站30万个", "《某行业2025—2027年行动方案》", "2月30日", "2019年2月29日",
        "增长3.1-5.2%", "年满18周岁", "1月球", "负责人李四月薪", "以上两个月饼", "文明年会", "“六五”普法",
        "愿同日方合作", "体现在产量上",
    ],
)  # fmt: skip
def test_no_times(text: str) -> None:
    assert written(text) == []


_PIECES = st.sampled_from(
    ["2024年", "去年", "1—5月份", "12月31日", "比", "截至", "到", "末", "以来", "“十四五”", "前", "至", "，", "增长5%",
     "《", "》", "同期", "连续3年", "二零一四年", "十五", "１０月", "　", "a", "99月", "近3年"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=14).map("".join), st.dates(date(1990, 1, 1), date(2040, 12, 31)))
def test_mentions_are_slices_in_order(text: str, issue: date) -> None:
    end = 0
    for found in find_periods(text, issue):
        assert found.start >= end
        assert text[found.start : found.end] == found.text != ""
        if found.date_start is not None and found.date_end is not None:
            assert found.date_start <= found.date_end
        end = found.end


def test_a_part_is_of_the_year_that_the_sentence_has_printed() -> None:
    january = date(2019, 1, 20)
    of_it = "1月份 | 2018-01-01 | 2018-01-31 | month | period"
    assert written("2018年涨幅均低于3%，其中1月份最高", january)[1] == of_it
    assert written("2018年涨幅均低于3%，其中，1月份最高", january)[1] == of_it
    assert written("2018年涨幅均低于3%，1月份却升高", january)[1] == of_it.replace("2018", "2019")


def test_a_whole_year_reckoned_at_its_end_is_over() -> None:
    (over,) = written("预计全年增长5%左右", date(2019, 1, 20))
    (begun,) = written("预计全年增长5%左右", date(2019, 3, 20))
    assert (over[5:15], begun[5:15]) == ("2018-01-01", "2019-01-01")
