from __future__ import annotations

import textwrap

from etl.reading.column import unwrapped
from etl.reading.line import lines_of

PARAGRAPH = (
    "上半年全市规模以上工业增加值比去年同期增长百分之六点三其中装备制造业增长百分之八点一，"
    "高技术制造业增长百分之九点四，消费品制造业保持平稳，原材料制造业略有回落但降幅连续三个月收窄。"
)


def columns(text: str, wide: int, indent: str = "　　") -> str:
    return "\n".join(textwrap.wrap(indent + text, wide, drop_whitespace=False))


SECOND = "第二段也在同一栏里，并且同样由几行组成，末行短一些，句号收尾。"


def test_the_lines_of_a_column_become_the_paragraph() -> None:
    text = f"标题在此\n\n{columns(PARAGRAPH, 17)}\n{columns(SECOND, 17)}\n"
    joined = unwrapped(lines_of(text))
    assert [line.passage.text for line in joined] == [
        "标题在此",
        PARAGRAPH,
        SECOND,
    ]
    assert all(text[start:end] in line.passage.text for line in joined for start, end in line.passage.spans)


def test_a_column_without_indents_breaks_at_its_short_lines() -> None:
    text = columns(PARAGRAPH, 20, indent="")
    assert [line.passage.text for line in unwrapped(lines_of(text))] == [PARAGRAPH]


def test_paragraph_lines_stay_what_they_are() -> None:
    text = f"{PARAGRAPH}\n{PARAGRAPH[:60]}。\n短段。\n"
    lines = lines_of(text)
    assert unwrapped(lines) == lines


def test_headings_and_their_briefs_are_no_column() -> None:
    text = "\n".join(
        ["某地开通新航线", "某地今天开通新航线，每周三班。", "某厂投产", "某厂今天投产，年产能一万吨，用工三百人。"]
    )
    lines = lines_of(text)
    assert unwrapped(lines) == lines
