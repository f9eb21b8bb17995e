from __future__ import annotations

from datetime import date

import pytest

from etl.model import Masthead
from etl.reading.masthead import masthead_length, read_masthead

FRONT = [
    "主管：某某部",
    "主办：样例电子报社",
    "样例电子报社出版",
    "国内统一连续出版物号：CN 00-0000",
    "邮发代号：0-00",
    "http://paper.example",
    "样例出版物",
    "2025年7月1日",
    "星期二",
    "今日8版",
    "第44期(总第4828期)",
]
HEADLINE = "二十国集团工商界代表参观样例园区"


def test_the_head_of_a_front_page() -> None:
    lines = [*FRONT, HEADLINE, "本报讯 昨天，代表们参观了园区。"]
    assert masthead_length(lines) == len(FRONT)
    assert read_masthead(lines, lines, len(FRONT), "x.txt") == Masthead(
        publication="样例电子报",
        issue_date=date(2025, 7, 1),
        weekday="星期二",
        issue_number=44,
        cumulative_number=4828,
        pages=8,
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["样例联播", "2012年8月18日", "星期六"], Masthead("样例联播", date(2012, 8, 18), "星期六")),
        (
            ["样例日报", "2019年4月20日 星期六 第108期(总第3108期) 今日12版"],
            Masthead("样例日报", date(2019, 4, 20), "星期六", 108, 3108, 12),
        ),
        (
            ["样 例 晚 报", "二零二五年七月一日 星期二", "今日四版"],
            Masthead("样例晚报", date(2025, 7, 1), "星期二", pages=4),
        ),
        (
            ["样例时报", "2020-02-05", "第00123号", "农历庚子年正月十二"],
            Masthead("样例时报", date(2020, 2, 5), None, 123),
        ),
        (["样例日报 2025年7月30日"], Masthead("样例日报", date(2025, 7, 30))),
        (["《样例晚报》 2025年7月30日 星期三 第12期"], Masthead("样例晚报", date(2025, 7, 30), "星期三", 12)),
        (["样例网 2025-07-30"], Masthead("样例网", date(2025, 7, 30))),
        (["某省政府工作报告", "2026年2月9日", "星期一"], Masthead("某省政府工作报告", date(2026, 2, 9), "星期一")),
    ],
)
def test_the_heads_of_other_papers(lines: list[str], expected: Masthead) -> None:
    text = [*lines, "新产品出版发行", "昨天，新产品问世。"]
    assert masthead_length(text) == len(lines)
    assert read_masthead(text, text, len(lines), "x.txt") == expected


def test_the_second_date_of_a_document_is_an_articles() -> None:
    lines = ["样例报告", "2026年2月9日", "星期一", "工作报告", "来源：样例日报", "时间：2026-02-11", "正文。"]
    length = masthead_length(lines)
    assert length == 3
    assert read_masthead(lines, lines, length, "x").issue_date == date(2026, 2, 9)


def test_what_the_head_lacks_stands_below() -> None:
    lines = ["工业经济稳中向好", "来源：样例日报", "时间：2026-02-11", "正文。"]
    masthead = read_masthead(lines, lines, masthead_length(lines), "x.txt")
    assert (masthead.publication, masthead.issue_date) == ("样例日报", date(2026, 2, 11))


@pytest.mark.parametrize(
    ("uri", "publication", "day"),
    [
        ("样例日报-2019-03-15.txt", "样例日报", date(2019, 3, 15)),
        ("archive/样例日报_20190315.txt", "样例日报", date(2019, 3, 15)),
        ("http://a.example/%E6%A0%B7%E4%BE%8B%E6%8A%A5-2019-03-15.txt", "样例报", date(2019, 3, 15)),
        ("某报2019年3月5日.txt", "某报", date(2019, 3, 5)),
        ("样例日报-2019-02-30.txt", "样例日报", None),
        ("样例日报.txt", None, None),
        ("2019-03-15.txt", None, date(2019, 3, 15)),
    ],
)
def test_a_file_name_supplies_what_the_text_lacks(uri: str, publication: str | None, day: date | None) -> None:
    lines = ["工业经济稳中向好", "本报讯 一季度，工业经济稳中向好。"]
    masthead = read_masthead(lines, lines, masthead_length(lines), uri)
    assert (masthead.publication, masthead.issue_date) == (publication, day)


def test_the_text_is_believed_before_the_file_name() -> None:
    lines = ["样例报", "2019年3月15日", "正文。"]
    masthead = read_masthead(lines, lines, masthead_length(lines), "别的报-2018-01-01.txt")
    assert (masthead.publication, masthead.issue_date) == ("样例报", date(2019, 3, 15))


def test_an_impossible_date_is_none() -> None:
    lines = ["样例报", "2019年2月30日", "正文。"]
    assert read_masthead(lines, lines, masthead_length(lines), "x.txt").issue_date is None


@pytest.mark.parametrize(
    "line",
    ["样例日报2025年7月30日刊登文章", "样例气象局 2025年7月30日", "据样例日报 2025年7月30日", "2025年7月30日发布月报"],
)
def test_a_name_and_a_date_and_more_are_no_masthead(line: str) -> None:
    assert masthead_length([line, "新产品出版发行", "昨天，新产品问世。"]) == 0
